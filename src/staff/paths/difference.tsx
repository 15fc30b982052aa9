import type { ReactNode } from 'react';
import type { ElementChange, PathDifference, TextPiece } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Tag, type Tone } from '#ui/tag.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import style from './difference.module.css';
import { useEditor } from './editor.tsx';
import { usePropertyWords } from './property-words.ts';

const TONES = { added: 'good', removed: 'bad', changed: 'info', moved: 'neutral' } as const;

/** What differs between two versions, as a list in the order of the path; `below` stands under each part. */
export function Difference({
  difference: { changes },
  below,
}: {
  difference: PathDifference;
  below?: (change: ElementChange) => ReactNode;
}) {
  const t = useWords();
  if (changes.length === 0) return <p>{t('paths:difference.none')}</p>;
  return (
    <>
      <p className={style.key}>
        <span>{t('paths:difference.count', { count: changes.length })}</span>
        <span>
          <ins className={style.added}>{t('paths:difference.added')}</ins>{' '}
          <del className={style.removed}>{t('paths:difference.removed')}</del>
        </span>
      </p>
      <ul className={style.list}>
        {changes.map((change) => (
          <li key={change.anchor} className={style.change}>
            <Change change={change} />
            {below?.(change)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Change({ change }: { change: ElementChange }) {
  const t = useWords();
  const says: (keyof typeof TONES)[] = [
    ...(change.change !== 'changed' || change.texts.length + change.properties.length > 0
      ? [change.change]
      : []),
    ...(change.moved ? (['moved'] as const) : []),
  ];
  return (
    <>
      <div className={style.head}>
        <h3>
          <span className={style.kind}>{t(`paths:kind.${change.kind as 'phase'}`)}</span>{' '}
          <Name change={change} />
        </h3>
        {says.map((one) => (
          <Tag key={one} tone={TONES[one] satisfies Tone}>
            {t(`paths:difference.${one}`)}
          </Tag>
        ))}
      </div>
      {change.texts.length + change.properties.length > 0 && (
        <dl className={style.texts}>
          {change.texts.map(({ field, variant, pieces }) => (
            <div key={`${field} ${variant}`}>
              <dt>
                {t(`paths:field.${field as 'title'}`)} · {t(`paths:language.${variant as 'fi'}`)}
              </dt>
              <dd lang={variant.slice(0, 2)}>
                <Pieces pieces={pieces} />
              </dd>
            </div>
          ))}
          {change.properties.map((property) => (
            <Property key={property.name} kind={change.kind} property={property} />
          ))}
        </dl>
      )}
    </>
  );
}

function Name({ change: { anchor, kind, title, channel } }: { change: ElementChange }) {
  const t = useWords();
  const language = useLanguage();
  const { channels } = useEditor();
  if (kind === 'path') return null;
  const name = channels.find(({ id }) => id === channel)?.texts.name ?? title;
  return inLanguage(name, language) || `${t('paths:outline.untitled')} (${anchor})`;
}

/** The words of both versions in one text. What was added and removed is said too, not only coloured. */
function Pieces({ pieces }: { pieces: readonly TextPiece[] }) {
  const t = useWords();
  return pieces.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const Mark = kind === 'added' ? 'ins' : 'del';
    return (
      <Mark key={key} className={style[kind]}>
        <VisuallyHidden>{t(`paths:difference.${kind}Text`)} </VisuallyHidden>
        {text}
        <VisuallyHidden> {t('paths:difference.endOfText')} </VisuallyHidden>
      </Mark>
    );
  });
}

function Property({
  kind,
  property,
}: {
  kind: string;
  property: ElementChange['properties'][number];
}) {
  const t = useWords();
  const say = usePropertyWords();
  const { name, before, after } = property;
  const pieces = [
    { kind: 'removed' as const, text: say({ kind, name, value: before }) },
    { kind: 'added' as const, text: say({ kind, name, value: after }) },
  ].filter(({ text }) => text !== '');
  return (
    <div>
      <dt>{t(`paths:property.${name as 'timing'}`, { defaultValue: name })}</dt>
      <dd>
        <Pieces pieces={pieces} />
      </dd>
    </div>
  );
}
