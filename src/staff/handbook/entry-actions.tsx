import { useState } from 'react';
import { useSend } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useEntryEditor } from './entry-editor.tsx';
import { entriesOf, nameOf } from './handbook-view.ts';
import style from './handbook.module.css';

/** Moves an entry among its siblings, takes it out of use, or back. */
export function EntryActions() {
  const { entry, editable } = useEntryEditor();
  if (!editable) return null;
  return (
    <div className={style.state}>
      {entry.properties.kind !== 'term' && <Move />}
      <Retire />
    </div>
  );
}

function Move() {
  const t = useWords();
  const { handbook, entry, at } = useEntryEditor();
  const [moved, setMoved] = useState(false);
  const { send, pending } = useSend<{ position: number }>('PUT', `${at}/position`, {
    invalidate: ['/api/handbook'],
  });
  const siblings = entriesOf(handbook, entry.properties.kind, entry.parent ?? undefined);
  const index = siblings.findIndex(({ id }) => id === entry.id);
  const move = (position: number) => {
    if (!pending && position >= 0 && position < siblings.length)
      send({ position }, () => setMoved(true));
  };
  if (siblings.length < 2) return null;
  return (
    <>
      <Button small onPress={() => move(index - 1)}>
        {t('paths:element.up')}
      </Button>
      <Button small onPress={() => move(index + 1)}>
        {t('paths:element.down')}
      </Button>
      <output>
        {moved && (
          <VisuallyHidden>
            {t('paths:element.moved', { position: index + 1, total: siblings.length })}
          </VisuallyHidden>
        )}
      </output>
    </>
  );
}

function Retire() {
  const t = useWords();
  const language = useLanguage();
  const { entry, at } = useEntryEditor();
  const [asking, setAsking] = useState(false);
  const { send, pending, problem } = useSend<{ retired: boolean }>('PUT', `${at}/retired`, {
    invalidate: ['/api/handbook'],
  });
  if (entry.retired) {
    return (
      <Button small pending={pending} onPress={() => send({ retired: false })}>
        {t('handbook:retire.restore')}
      </Button>
    );
  }
  const retire = (
    <Button
      kind="danger"
      pending={pending}
      onPress={() => send({ retired: true }, () => setAsking(false))}
    >
      {t('handbook:retire.button')}
    </Button>
  );
  return (
    <>
      <Button small onPress={() => setAsking(true)}>
        {t('handbook:retire.button')}
      </Button>
      <Dialog
        title={t('handbook:retire.title', { name: nameOf(entry, language) })}
        open={asking}
        onClose={() => setAsking(false)}
        actions={retire}
        warns
      >
        <ErrorSummary problem={problem} />
        <p>{t('handbook:retire.text')}</p>
      </Dialog>
    </>
  );
}
