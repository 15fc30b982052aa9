import { useState } from 'react';
import { type Action, REPLY_LENGTH, type Reply } from '#contract/development';
import type { Language } from '#platform/language.ts';
import { Button } from '#ui/button.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useWords } from '#ui/words.tsx';
import style from './development.module.css';
import { ReplyText } from './reply-text.tsx';
import { useActionSend } from './use-action-send.ts';
import { useSeen } from './use-seen.ts';

type Half = 'youSaid' | 'weDid';
type Typed = Readonly<Partial<Record<Language, Readonly<Record<Half, string>>>>>;

/** Writes the reply in the county's languages side by side. What was typed stays, whatever the server says. */
export function ReplyEditor({ action, onClose }: { action: Action; onClose: () => void }) {
  const t = useWords();
  const { reply, languages } = action;
  const [typed, setTyped] = useState<Typed>(reply?.texts ?? {});
  const { send, pending, problem } = useActionSend<object>('PUT', action.id, '/reply');
  const { seen, clash } = useSeen(reply?.revision ?? 0, problem, `/api/actions/${action.id}`);
  const save = (handOver: boolean) =>
    send({ texts: filled(typed), send: handOver, revision: seen }, () => onClose());
  const type = (language: Language, half: Half, text: string) =>
    setTyped({
      ...typed,
      [language]: { youSaid: '', weDid: '', ...typed[language], [half]: text },
    });
  return (
    <>
      {reply?.state === 'published' && (
        <Notice kind="warning" title={t('development:reply.editsPublished')} />
      )}
      {clash && reply && <Theirs reply={reply} languages={languages} />}
      <Form problem={problem} onSubmit={() => save(true)} label={t('development:reply.title')}>
        <p>{t('development:reply.advice')}</p>
        <div className={style.languages}>
          {languages.map((language) => (
            <fieldset key={language} className={style.fieldset}>
              <legend>{t(`development:language.${language}`)}</legend>
              {(['youSaid', 'weDid'] as const).map((half) => (
                <TextArea
                  key={half}
                  name={`texts/${language}/${half}`}
                  label={t(`development:reply.${half}`)}
                  lang={language}
                  rows={5}
                  maxLength={REPLY_LENGTH}
                  value={typed[language]?.[half] ?? ''}
                  onChange={(text) => type(language, half, text)}
                />
              ))}
            </fieldset>
          ))}
        </div>
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('development:reply.send')}
          </Button>
          <Button pending={pending} onPress={() => save(false)}>
            {t('development:reply.saveDraft')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('common:cancel')}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}

/** A language of which nothing is typed is not there at all. */
function filled(typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([, { youSaid, weDid }]) => youSaid.trim() !== '' || weDid.trim() !== '',
    ),
  );
}

function Theirs({ reply, languages }: { reply: Reply; languages: readonly Language[] }) {
  const t = useWords();
  return (
    <Notice kind="warning" title={t('development:clash.title')}>
      <ReplyText reply={reply} languages={languages} />
    </Notice>
  );
}
