import { useState } from 'react';
import type { Wording } from '#contract/surveys';
import type { Language } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { ClashDialog, isClash } from '#staff/clash-dialog.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useWords } from '#ui/words.tsx';

interface CorrectWordingProps {
  /** What it is, such as a statement's Finnish wording. */
  what: string;
  language: Language;
  text: string;
  /** Whether it is the official wording; null where there is no such thing. */
  official: boolean | null;
  /** Where the correction is sent, without the language. */
  path: string;
}

/** Corrects one wording in one language. */
export function CorrectWording({ what, language, text, official, path }: CorrectWordingProps) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const label = t('surveys:correctNamed', {
    what,
    language: t(`surveys:language.${language}`).toLowerCase(),
  });
  return (
    <>
      <Button kind="quiet" small icon="edit" label={label} onPress={() => setOpen(true)}>
        {t('surveys:correct')}
      </Button>
      <Dialog title={t('surveys:dialog')} open={open} onClose={() => setOpen(false)} form>
        <WordingForm
          text={text}
          official={official}
          language={language}
          path={`${path}/${language}`}
          onDone={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}

function WordingForm({
  text: given,
  official: was,
  language,
  path,
  onDone,
}: Omit<CorrectWordingProps, 'what'> & { onDone: () => void }) {
  const t = useWords();
  const [text, setText] = useState(given);
  const [official, setOfficial] = useState(was ?? false);
  const [before, setBefore] = useState<Wording['before']>(
    given === '' ? null : { text: given, ...(was !== null && { official: was }) },
  );
  const { send, pending, problem, reset } = useSend<Wording>('PUT', path, {
    invalidate: ['/api/surveys'],
  });
  return (
    <Form
      problem={isClash(problem) ? null : problem}
      onSubmit={() => send({ text, official, before }, onDone)}
    >
      <p>{t('surveys:meaning')}</p>
      <TextArea
        name="text"
        label={`${t('surveys:wording')}, ${t(`surveys:language.${language}`).toLowerCase()}`}
        lang={language}
        rows={3}
        maxLength={500}
        value={text}
        onChange={setText}
      />
      {was !== null && (
        <Checkbox
          name="official"
          label={t('surveys:isOfficial')}
          hint={t('surveys:isOfficialHint')}
          checked={official}
          onChange={setOfficial}
        />
      )}
      <FormActions>
        <Button kind="primary" type="submit" pending={pending}>
          {t('surveys:submit')}
        </Button>
      </FormActions>
      <ClashDialog
        problem={problem}
        before={before ?? {}}
        mine={was === null ? { text } : { text, official }}
        nameOf={(place) => t(place === 'text' ? 'surveys:wording' : 'surveys:isOfficial')}
        say={(value) =>
          typeof value === 'boolean' ? t(value ? 'common:yes' : 'common:no') : String(value)
        }
        pending={pending}
        onSettle={(form, theirs) => {
          const settled = { text, official, ...form };
          setText(settled.text);
          setOfficial(settled.official);
          setBefore(theirs as Wording['before']);
          send({ ...settled, before: theirs as Wording['before'] }, onDone);
        }}
        onClose={reset}
      />
    </Form>
  );
}
