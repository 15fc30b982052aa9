import style from './choices.module.css';

/** One thing to choose: its value, what it is called, and how it looks on its button. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A number or nothing; where it stands, a narrow screen shows it alone and the label is heard. */
  readonly sign?: string;
}

/** One question answered by choosing: real radio buttons with large targets, in one row where they fit. */
export function Choices({
  name,
  legend,
  hint,
  choices,
  chosen,
  ends,
  fault,
  layout,
}: {
  name: string;
  legend: string;
  hint?: string;
  choices: readonly Choice[];
  chosen: string;
  /** What the first and the last number mean. */
  ends?: readonly [string, string];
  fault?: string | undefined;
  layout: 'agreement' | 'numbers' | 'list';
}) {
  const described = [
    hint === undefined ? '' : `${name}-hint`,
    fault === undefined ? '' : `${name}-fault`,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <fieldset
      className={style.question}
      data-fault={fault === undefined ? undefined : ''}
      aria-describedby={described || undefined}
    >
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p id={`${name}-hint`} className={style.hint}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p id={`${name}-fault`} className={style.fault}>
          {fault}
        </p>
      )}
      <div className={style[layout]}>
        {choices.map((choice, index) => (
          <Option
            key={choice.value}
            choice={choice}
            id={index === 0 ? name : undefined}
            name={name}
            checked={choice.value === chosen}
          />
        ))}
        {ends !== undefined && (
          <p className={style.ends} aria-hidden="true">
            <span>{ends[0]}</span>
            <span>{ends[1]}</span>
          </p>
        )}
      </div>
    </fieldset>
  );
}

function Option({
  choice: { value, label, sign },
  id,
  name,
  checked,
}: {
  choice: Choice;
  id: string | undefined;
  name: string;
  checked: boolean;
}) {
  return (
    <label className={sign === undefined ? style.plain : style.signed}>
      <input id={id} type="radio" name={name} value={value} defaultChecked={checked} />
      {sign !== undefined && <span className={style.sign}>{sign}</span>}
      {label !== '' && <span className={style.label}>{label}</span>}
    </label>
  );
}
