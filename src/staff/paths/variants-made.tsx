import { useState } from 'react';
import type { DraftElement, Properties } from '#contract/paths';
import { EASY_VARIANTS, type EasyVariant, languageOf } from '#platform/language.ts';
import { useWords } from '#staff/words.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useEditor } from './editor.tsx';
import style from './element-panel.module.css';
import { Trouble } from './property-input.tsx';
import { useProperties } from './use-properties.ts';

type OfPath = Extract<Properties, { kind: 'path' }>;

/** The easy-language variants that the path is offered in, and what their readers said of them. */
export function VariantsMade({ element }: { element: DraftElement }) {
  const t = useWords();
  const { draft, editable } = useEditor();
  const { send, problem } = useProperties(element);
  const { easy } = element.properties as OfPath;
  const offered = EASY_VARIANTS.filter((variant) => draft.languages.includes(languageOf(variant)));
  return (
    <fieldset className={style.field} data-place={`${element.anchor}/easy`}>
      <legend>{t('paths:property.easy')}</legend>
      <p className={style.hint}>{t('paths:property.easyHint')}</p>
      <div className={style.row}>
        {offered.map((variant) => (
          <Checkbox
            key={variant}
            name={`easy/${variant}`}
            label={t(`paths:language.${variant}`)}
            checked={easy.includes(variant)}
            onChange={(on) =>
              send({
                easy: EASY_VARIANTS.filter((one) => (one === variant ? on : easy.includes(one))),
              })
            }
            disabled={!editable}
          />
        ))}
      </div>
      <Trouble problem={problem} />
      {easy.map((variant) => (
        <ReaderTest key={variant} element={element} variant={variant} />
      ))}
    </fieldset>
  );
}

function ReaderTest({ element, variant }: { element: DraftElement; variant: EasyVariant }) {
  const t = useWords();
  const { editable } = useEditor();
  const { send, problem } = useProperties(element);
  const { made } = element.properties as OfPath;
  const stored = made.find((one) => one.variant === variant);
  const [said, setSaid] = useState(stored?.readerTest ?? '');
  const store = (): void => {
    if (said.trim() === (stored?.readerTest ?? '')) return;
    const others = made.filter((one) => one.variant !== variant);
    const entry = { madeBy: 'human', checkedBy: '', ...stored, variant, readerTest: said.trim() };
    send({ made: [...others, entry] });
  };
  return (
    <>
      <TextField
        name={`readerTest/${variant}`}
        label={`${t('paths:property.readerTest')}, ${t(`paths:language.${variant}`)}`}
        hint={t('paths:property.readerTestHint')}
        optional
        maxLength={300}
        value={said}
        onChange={setSaid}
        onBlur={store}
        disabled={!editable}
      />
      <Trouble problem={problem} />
    </>
  );
}
