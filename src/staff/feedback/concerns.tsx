import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { type Concern, CONCERN_KINDS } from '#contract/feedback';
import { inLanguage } from '#platform/language.ts';
import { useReading } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useSession } from '#staff/session.tsx';
import { Button } from '#ui/button.tsx';
import { formatDay, formatDayNear, formatMoment } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import style from './feedback.module.css';
import { HandleConcern } from './handle-concern.tsx';
import { MaskedText } from './masked-text.tsx';

const URGENT = { kind: 'urgent' } as const;

/**
 * What must be answered first: open urgent feedback of the node. Nothing is shown when there is none. What stands below
 * comes when it is known how many there are, so that it does not move away from under a finger.
 */
export function Concerns({ node, children }: { node: string; children: ReactNode }) {
  const t = useWords();
  // They were raised to be read: that is the reason.
  const query = useReading<{ concerns: Concern[] }>(`/api/nodes/${node}/concerns`, URGENT);
  const [asked, setAsked] = useState<Concern | null>(null);
  const [handled, setHandled] = useState(0);
  const place = useFocusAfter(handled);
  const onDone = () => {
    setAsked(null);
    setHandled(handled + 1);
  };
  return (
    <>
      <Loaded query={query}>
        {({ concerns }) => (
          <div ref={place} tabIndex={-1}>
            {handled > 0 && !asked && (
              <Notice kind="success" title={t('feedback:concern.done')} live />
            )}
            {concerns.length > 0 && <OpenConcerns concerns={concerns} onAsk={setAsked} />}
            {asked && (
              <HandleConcern
                key={asked.id}
                concern={asked}
                node={node}
                onClose={() => setAsked(null)}
                onDone={onDone}
              />
            )}
          </div>
        )}
      </Loaded>
      {!query.isPending && children}
    </>
  );
}

/** The button that opened the dialog goes with its concern; the focus stays near, once the dialog has given it back. */
function useFocusAfter(handled: number): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (handled === 0) return undefined;
    const timer = setTimeout(() => place.current?.focus(), 100);
    return () => clearTimeout(timer);
  }, [handled]);
  return place;
}

function OpenConcerns({
  concerns,
  onAsk,
}: {
  concerns: readonly Concern[];
  onAsk: (concern: Concern) => void;
}) {
  const t = useWords();
  const title = useId();
  return (
    <section className={style.concerns} aria-labelledby={title}>
      <h2 id={title}>{t('feedback:concern.title', { count: concerns.length })}</h2>
      <p>{t('feedback:concern.lead')}</p>
      <ul className={style.list}>
        {concerns.map((concern) => (
          <li key={concern.id}>
            <OpenConcern concern={concern} onAsk={onAsk} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const isKnown = (kind: string): kind is (typeof CONCERN_KINDS)[number] =>
  CONCERN_KINDS.some((known) => known === kind);

function OpenConcern({ concern, onAsk }: { concern: Concern; onAsk: (concern: Concern) => void }) {
  const t = useWords();
  const language = useLanguage();
  const { may } = useSession();
  const time = formatMoment(concern.due, language);
  const unit = inLanguage(concern.unit.name, language);
  return (
    <div className={style.concern}>
      <div>
        <p className={style.tags}>
          {concern.kinds.map((kind) => (
            <Tag key={kind} tone="bad">
              {isKnown(kind) ? t(`feedback:concern.kind.${kind}`) : kind}
            </Tag>
          ))}
          <Tag tone={concern.overdue ? 'bad' : 'warning'}>
            {concern.overdue
              ? t('feedback:concern.overdue', { time })
              : t('feedback:concern.due', { time })}
          </Tag>
        </p>
        <blockquote className={style.text}>
          <MaskedText text={concern.text} />
          <footer>{`${formatDayNear(concern.day, language)} · ${unit}`}</footer>
        </blockquote>
      </div>
      {may('feedback.handleConcern', concern.unit.id) && (
        <Button
          onPress={() => onAsk(concern)}
          label={t('feedback:concern.handleNamed', { unit, day: formatDay(concern.day, language) })}
        >
          {t('feedback:concern.handle')}
        </Button>
      )}
    </div>
  );
}
