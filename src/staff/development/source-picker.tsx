import { useState } from 'react';
import type { AnswerTextPage } from '#contract/feedback';
import { inLanguage } from '#platform/language.ts';
import { useReading } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { formatDay } from '#ui/format.ts';
import { useLanguage, useWords } from '#ui/words.tsx';
import style from './development.module.css';

interface SourcePickerProps {
  node: string;
  chosen: readonly string[];
  onChange: (sources: readonly string[]) => void;
}

/** The feedback that an action comes from. People's words are fetched only when somebody asks for them, as that is written down. */
export function SourcePicker({ node, chosen, onChange }: SourcePickerProps) {
  const t = useWords();
  const [open, setOpen] = useState(chosen.length > 0);
  return (
    <fieldset className={style.sources}>
      <legend className={style.label}>
        {t('development:sources.label')}{' '}
        <span className={style.optional}>({t('common:optional')})</span>
      </legend>
      <output className={style.soft}>
        {chosen.length > 0 && t('development:sources.chosen', { count: chosen.length })}
      </output>
      {open ? (
        <Choices node={node} chosen={chosen} onChange={onChange} />
      ) : (
        <Button onPress={() => setOpen(true)}>{t('development:sources.open')}</Button>
      )}
    </fieldset>
  );
}

const LISTED = 50;
const DEVELOPMENT = { kind: 'development' } as const;

function Choices({ node, chosen, onChange }: SourcePickerProps) {
  const t = useWords();
  const language = useLanguage();
  const query = useReading<AnswerTextPage>(`/api/nodes/${node}/texts?limit=${LISTED}`, DEVELOPMENT);
  const toggle = (answer: string, on: boolean) =>
    onChange(on ? [...chosen, answer] : chosen.filter((other) => other !== answer));
  return (
    <Loaded query={query}>
      {({ texts }) => {
        const older = chosen.filter((answer) => !texts.some((text) => text.answer === answer));
        return (
          <div className={style.choices}>
            {texts.length === 0 && <p>{t('development:sources.empty')}</p>}
            {older.map((answer) => (
              <Checkbox
                key={answer}
                name={`source/${answer}`}
                label={t('development:sources.older')}
                checked
                onChange={(on) => toggle(answer, on)}
              />
            ))}
            {texts.map(({ answer, text, day, unit }) => (
              <Checkbox
                key={answer}
                name={`source/${answer}`}
                label={text}
                hint={`${formatDay(day, language)} · ${inLanguage(unit.name, language)}`}
                checked={chosen.includes(answer)}
                onChange={(on) => toggle(answer, on)}
              />
            ))}
          </div>
        );
      }}
    </Loaded>
  );
}
