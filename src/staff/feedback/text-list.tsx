import { useEffect, useRef, useState } from 'react';
import type { AnswerText, AnswerTextPage, Purpose } from '#contract/feedback';
import { inLanguage } from '#platform/language.ts';
import { useReading } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useSession } from '#staff/session.tsx';
import { Button } from '#ui/button.tsx';
import { formatDay, formatDayNear } from '#ui/format.ts';
import { Tag } from '#ui/tag.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { EraseText } from './erase-text.tsx';
import style from './feedback.module.css';
import { MaskedText } from './masked-text.tsx';

/** The pages that have been asked for, one below the other. */
export function TextList({
  node,
  ofUnit,
  query,
  purpose,
  first,
}: {
  node: string;
  ofUnit: boolean;
  query: URLSearchParams;
  purpose: Purpose;
  first: AnswerTextPage;
}) {
  const t = useWords();
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [next, setNext] = useState(first.next);
  const more = next !== null && !asked.includes(next);
  return (
    <>
      <Texts texts={first.texts} ofUnit={ofUnit} />
      {asked.map((after) => (
        <NextPage
          key={after}
          ofUnit={ofUnit}
          purpose={purpose}
          path={`/api/nodes/${node}/texts?${new URLSearchParams([...query, ['after', after]])}`}
          onNext={setNext}
        />
      ))}
      <div className={style.more}>
        {more && <Button onPress={() => setAsked([...asked, next])}>{t('feedback:more')}</Button>}
        {next === null && asked.length > 0 && <p>{t('feedback:end')}</p>}
      </div>
    </>
  );
}

function NextPage({
  path,
  ofUnit,
  purpose,
  onNext,
}: {
  path: string;
  ofUnit: boolean;
  purpose: Purpose;
  onNext: (next: string | null) => void;
}) {
  const query = useReading<AnswerTextPage>(path, purpose);
  const place = useRef<HTMLDivElement>(null);
  const { data } = query;
  const loaded = data !== undefined;
  const next = data?.next ?? null;
  useEffect(() => {
    if (loaded) onNext(next);
  }, [loaded, next, onNext]);
  // The button that asked for it has moved down; who reads by keyboard goes on from the first new text.
  useEffect(() => {
    if (loaded) place.current?.focus({ preventScroll: true });
  }, [loaded]);
  return (
    <div ref={place} tabIndex={-1} className={style.more}>
      <Loaded query={query}>{({ texts }) => <Texts texts={texts} ofUnit={ofUnit} />}</Loaded>
    </div>
  );
}

/** An erased text is gone from the list at once; the others need not be read again for that. */
function Texts({ texts, ofUnit }: { texts: readonly AnswerText[]; ofUnit: boolean }) {
  const t = useWords();
  const [erased, setErased] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<AnswerText | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const onDone = (answer: string) => {
    setErased([...erased, answer]);
    setAsked(null);
  };
  // The button that opened the dialog has gone with its text.
  useEffect(() => {
    if (erased.length === 0) return undefined;
    const timer = setTimeout(() => said.current?.focus({ preventScroll: true }), 100);
    return () => clearTimeout(timer);
  }, [erased]);
  return (
    <>
      {erased.length > 0 && (
        <p ref={said} tabIndex={-1} className={style.erased}>
          {t('feedback:erasure.done')}
        </p>
      )}
      <ul className={style.list}>
        {texts
          .filter(({ answer }) => !erased.includes(answer))
          .map((text) => (
            <li key={text.answer}>
              <OneText text={text} ofUnit={ofUnit} onErase={setAsked} />
            </li>
          ))}
      </ul>
      {asked && (
        <EraseText
          key={asked.answer}
          text={asked}
          onClose={() => setAsked(null)}
          onDone={() => onDone(asked.answer)}
        />
      )}
    </>
  );
}

/** On a unit's own screen its name says nothing new. */
function OneText({
  text,
  ofUnit,
  onErase,
}: {
  text: AnswerText;
  ofUnit: boolean;
  onErase: (text: AnswerText) => void;
}) {
  const t = useWords();
  const { may } = useSession();
  const language = useLanguage();
  const { unit, path, channel, respondent, recommendation, masked, concern } = text;
  const about = [
    formatDayNear(text.day, language),
    !ofUnit && inLanguage(unit.name, language),
    t(`feedback:channel.${channel}`),
    path && inLanguage(path.phase ?? path.title, language),
    respondent !== 'customer' && t(`feedback:respondent.${respondent}`),
    recommendation !== null && t('feedback:recommendation', { value: recommendation }),
    masked > 0 && t('feedback:maskedCount', { count: masked }),
  ];
  return (
    <blockquote className={style.text}>
      <MaskedText text={text.text} lang={text.language} />
      <footer>
        <span>{about.filter(Boolean).join(' · ')}</span>
        {concern && (
          <Tag tone={concern === 'open' ? 'bad' : 'neutral'}>
            {t(`feedback:concern.${concern}`)}
          </Tag>
        )}
        {may('feedback.eraseText', unit.id) && (
          <Button
            small
            kind="quiet"
            onPress={() => onErase(text)}
            label={t('feedback:erasure.openOf', {
              unit: inLanguage(unit.name, language),
              day: formatDay(text.day, language),
            })}
          >
            {t('feedback:erasure.open')}
          </Button>
        )}
      </footer>
    </blockquote>
  );
}
