import { useState } from 'react';
import type { Variant } from '#platform/language.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { useEditor } from './editor.tsx';
import style from './path-editor.module.css';

/** The page as the public would see it, drawn by the public site itself. */
export function PreviewTab() {
  const t = useWords();
  const { draft, nameOf } = useEditor();
  const [language, setLanguage] = useState<Variant>(useLanguage());
  const address = `/staff/preview/paths/${draft.id}?language=${language}`;
  const options = [...draft.languages, ...draft.easy].map((value) => ({
    value,
    label: t(`paths:language.${value}`),
  }));
  const root = draft.elements[0];
  return (
    <div className={style.parts}>
      <div className={style.state}>
        <Select
          name="language"
          label={t('paths:preview.language')}
          options={options}
          value={language}
          onChange={setLanguage}
          compact
        />
        <LinkButton href={address} newTab icon="external" kind="quiet">
          {t('paths:preview.open')}
        </LinkButton>
      </div>
      {/* The revision in the key loads the frame anew when something was stored. */}
      <iframe
        sandbox="allow-same-origin"
        key={`${language} ${draft.revision}`}
        className={style.frame}
        src={address}
        title={t('paths:preview.frame', { title: root ? nameOf(root) : '' })}
      />
    </div>
  );
}
