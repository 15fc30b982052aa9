import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { type ElementForm, type ElementKind, nameField } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useEditor } from './editor.tsx';

/** Adds a part of one kind below another: asks for its title, or for the channel of the register. */
export function AddElement({ parent, kind }: { parent: string; kind: ElementKind }) {
  const t = useWords();
  const { at } = useEditor();
  const [, setSearch] = useSearchParams();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [channel, setChannel] = useState<string | null>(null);
  const adding = useSend<ElementForm, { anchor: string }>('POST', `${at}/elements`, {
    invalidate: ['/api/paths'],
  });
  const close = () => {
    setOpen(false);
    setTitle('');
    setChannel(null);
    adding.reset();
  };
  const submit = () =>
    adding.send({ parent, kind, title, channel }, ({ anchor }) => {
      close();
      setSearch({ at: anchor });
    });
  const titled = nameField(kind)?.name === 'title';
  const actions = (
    <Button kind="primary" pending={adding.pending} onPress={submit}>
      {t(`paths:add.${kind}`)}
    </Button>
  );
  return (
    <>
      <Button icon="plus" onPress={() => setOpen(true)}>
        {t(`paths:add.${kind}`)}
      </Button>
      <Dialog title={t(`paths:add.${kind}`)} open={open} onClose={close} actions={actions}>
        <Form problem={adding.problem} onSubmit={submit}>
          {kind === 'channel-use' ? (
            <ChannelChoice value={channel} onChange={setChannel} />
          ) : (
            <TextField
              name="title"
              label={t(titled ? 'paths:add.name' : 'paths:add.text')}
              hint={t(titled ? 'paths:add.nameHint' : 'paths:add.textHint')}
              lang="fi"
              maxLength={nameField(kind)?.maximum ?? 84}
              value={title}
              onChange={setTitle}
            />
          )}
        </Form>
      </Dialog>
    </>
  );
}

function ChannelChoice({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (channel: string) => void;
}) {
  const t = useWords();
  const language = useLanguage();
  const { channels } = useEditor();
  const open = channels.filter(({ closed }) => !closed);
  if (open.length === 0) return <p>{t('paths:add.noChannels')}</p>;
  const options = open.map(({ id, kind, texts }) => ({
    value: id,
    label: inLanguage(texts.name, language),
    detail: t(`channels:kind.${kind}`),
  }));
  return (
    <Select
      name="channel"
      label={t('paths:add.channel')}
      hint={t('paths:add.channelHint')}
      options={options}
      value={value}
      onChange={onChange}
    />
  );
}
