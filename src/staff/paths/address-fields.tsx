import { useState } from 'react';
import type { DraftElement, Properties } from '#contract/paths';
import { LANGUAGES, type Language } from '#platform/language.ts';
import { useWords } from '#staff/words.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useEditor } from './editor.tsx';
import style from './element-panel.module.css';
import { useProperties } from './use-properties.ts';

type Addressed = Extract<Properties, { kind: 'link' | 'form' | 'symptom-check' }>;
type Addresses = { [L in Language]?: string | undefined };

/** The web addresses of a link, a form or a symptom check, one per language where they differ. */
export function AddressFields({
  element,
  properties,
}: {
  element: DraftElement;
  properties: Addressed;
}) {
  const t = useWords();
  const { draft, editable } = useEditor();
  const { send, problem } = useProperties(element);
  const [url, setUrl] = useState<Addresses>(properties.url);
  const [provider, setProvider] = useState('provider' in properties ? properties.provider : '');
  const detailOf = (pointer: string): string | undefined =>
    problem?.errors.find((fault) => fault.pointer === pointer)?.detail;
  const filled = Object.fromEntries(
    Object.entries(url).flatMap(([language, address]) =>
      address?.trim() ? [[language, address.trim()]] : [],
    ),
  ) as Addresses;
  const changed =
    LANGUAGES.some((language) => filled[language] !== properties.url[language]) ||
    ('provider' in properties && provider !== properties.provider);
  const store = () =>
    changed && send({ ...properties, url: filled, ...('provider' in properties && { provider }) });
  return (
    <fieldset className={style.field} data-place={`${element.anchor}/url`}>
      <legend>{t('paths:property.url')}</legend>
      <p className={style.hint}>{t('paths:property.urlHint')}</p>
      <div className={style.row}>
        {draft.languages.map((language) => (
          <div
            key={language}
            className={style.cell}
            data-place={`${element.anchor}/url/${language}`}
          >
            <TextField
              name={`url/${language}`}
              label={t(`paths:language.${language}`)}
              type="url"
              optional={language !== 'fi'}
              value={url[language] ?? ''}
              onChange={(address) => setUrl({ ...url, [language]: address })}
              onBlur={store}
              disabled={!editable}
            />
            <Fault detail={detailOf(`/url/${language}`)} />
          </div>
        ))}
        {properties.kind === 'symptom-check' && (
          <div className={style.cell}>
            <TextField
              name="provider"
              label={t('paths:property.provider')}
              optional
              maxLength={120}
              value={provider}
              onChange={setProvider}
              onBlur={store}
              disabled={!editable}
            />
            <Fault detail={detailOf('/provider')} />
          </div>
        )}
      </div>
      {problem && problem.errors.length === 0 && <Fault detail={problem.title} />}
    </fieldset>
  );
}

function Fault({ detail }: { detail: string | undefined }) {
  return (
    detail && (
      <p className={style.failed} role="alert">
        {detail}
      </p>
    )
  );
}
