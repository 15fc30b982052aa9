import { useEffect, useRef, useState } from 'react';
import type { AuditPage } from '#contract/audit';
import { useReading } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import style from './audit.module.css';
import { EventTable } from './event-table.tsx';

/** The pages that have been asked for, one below the other. */
export function EventList({ query, first }: { query: URLSearchParams; first: AuditPage }) {
  const t = useWords();
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [next, setNext] = useState(first.next);
  return (
    <>
      <EventTable entries={first.entries} />
      {asked.map((after) => (
        <NextPage
          key={after}
          path={`/api/audit?${new URLSearchParams([...query, ['after', after]])}`}
          onNext={setNext}
        />
      ))}
      <div className={style.more}>
        {next !== null && !asked.includes(next) && (
          <Button onPress={() => setAsked([...asked, next])}>{t('audit:more')}</Button>
        )}
        {next === null && asked.length > 0 && <p>{t('audit:end')}</p>}
      </div>
    </>
  );
}

function NextPage({ path, onNext }: { path: string; onNext: (next: string | null) => void }) {
  const query = useReading<AuditPage>(path);
  const place = useRef<HTMLDivElement>(null);
  const loaded = query.data !== undefined;
  const next = query.data?.next ?? null;
  useEffect(() => {
    if (!loaded) return;
    onNext(next);
    // The button that asked for it has moved down; who reads by keyboard goes on from the first new event.
    place.current?.focus({ preventScroll: true });
  }, [loaded, next, onNext]);
  return (
    <div ref={place} tabIndex={-1} className={style.more}>
      <Loaded query={query}>{({ entries }) => <EventTable entries={entries} />}</Loaded>
    </div>
  );
}
