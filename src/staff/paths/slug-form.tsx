import { useState } from 'react';
import type { SlugChange } from '#contract/paths';
import type { Language } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { ClashDialog, isClash } from '#staff/clash-dialog.tsx';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useEditor } from './editor.tsx';

/** The path's address in one language. */
export function SlugForm({ language }: { language: Language }) {
  const t = useWords();
  const { draft, at, editable } = useEditor();
  const stored = draft.slugs[language] ?? '';
  const { slug, before, write, settle } = useWrittenSlug(stored);
  const { send, pending, problem, reset } = useSend<SlugChange>('PUT', `${at}/slugs/${language}`, {
    invalidate: ['/api/paths'],
  });
  const save = (change: SlugChange): void => send(change, () => settle(change.slug, change.slug));
  const label = t('paths:settings.slug', { language: t(`paths:language.${language}`) });
  return (
    <div data-place={`polku/slug/${language}`}>
      <Form
        problem={isClash(problem) ? null : problem}
        onSubmit={() => save({ slug, before })}
        label={`${t('paths:settings.saveSlug')} ${t(`paths:language.${language}`)}`}
      >
        <TextField
          name="slug"
          label={label}
          maxLength={80}
          value={slug}
          onChange={write}
          disabled={!editable}
          hint={stored === '' ? t('paths:settings.noSlug') : undefined}
        />
        {editable && slug !== before && (
          <FormActions>
            <Button type="submit" pending={pending}>
              {t('paths:settings.saveSlug')}
            </Button>
          </FormActions>
        )}
      </Form>
      <ClashDialog
        problem={problem}
        before={{ slug: before }}
        mine={{ slug }}
        nameOf={() => label}
        pending={pending}
        onSettle={(decided, theirs) => {
          settle(decided.slug, theirs.slug);
          save({ slug: decided.slug, before: theirs.slug });
        }}
        onClose={reset}
      />
    </div>
  );
}

/** What is written of an address, and what stood there before. What somebody else stores is shown unless one is writing. */
function useWrittenSlug(stored: string) {
  const [seen, setSeen] = useState(stored);
  const [before, setBefore] = useState(stored);
  const [slug, write] = useState(stored);
  const settle = (written: string, was: string): void => {
    write(written);
    setBefore(was);
  };
  if (stored !== seen) {
    setSeen(stored);
    if (slug === before || slug === stored) settle(stored, stored);
  }
  return { slug, before, write, settle };
}
