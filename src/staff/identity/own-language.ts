import { useQueryClient } from '@tanstack/react-query';
import type { Language } from '#platform/language.ts';
import { SESSION, useSend } from '#staff/api.ts';
import { useChooseLanguage } from '#staff/words.tsx';

/** Changes the language of the screens and keeps it with the account. */
export function useOwnLanguage(): (language: Language) => void {
  const choose = useChooseLanguage();
  const client = useQueryClient();
  const { send } = useSend<{ language: Language }>('PUT', '/api/account/language', {
    invalidate: [SESSION],
  });
  return (language) => {
    choose(language);
    // What the server says in a language is read anew in the new one.
    send({ language }, () => void client.invalidateQueries());
  };
}
