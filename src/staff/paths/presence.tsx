import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type FocusEvent,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { send } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useEditor } from './editor.tsx';
import style from './presence.module.css';
import { keyOf, type Place } from './text-edits.ts';
import { Writers } from './writers.ts';

const PresenceContext = createContext<ReadonlyMap<string, string>>(new Map());

// Said again so often while one stays in a field; forgotten by the others when it has not been said for twice as long.
const SAY_EVERY = 4_000;
// What several people store within a moment is read at once.
const READ_AFTER = 300;

/**
 * Tells the others in which field one writes and shows where they do; what they store appears without a reload. Within
 * it everything that has a `data-place` of a text is a place.
 */
export function Presence({ children }: { children: ReactNode }) {
  const { at, editable } = useEditor();
  const writers = useOthers(at);
  const { enter, leave } = useSaying(at, editable);
  return (
    <PresenceContext value={writers}>
      <div className={style.frame} onFocus={enter} onBlur={leave}>
        {children}
        <WritersAloud writers={writers} />
      </div>
    </PresenceContext>
  );
}

/** Says that somebody else writes in this field just now. */
export function WriterNote({ place }: { place: Place }) {
  const t = useWords();
  const name = useContext(PresenceContext).get(keyOf(place));
  return name && <p className={style.writer}>{t('paths:text.written', { name })}</p>;
}

// Who only passes by is not told.
const STAYS_AFTER = 1_500;

/** Reads aloud who has begun to write in a field that is on the screen. */
function WritersAloud({ writers }: { writers: ReadonlyMap<string, string> }) {
  const t = useWords();
  const [told, setTold] = useState('');
  const now = JSON.stringify([...writers]);
  useEffect(() => {
    const tell = (): void =>
      setTold(
        (JSON.parse(now) as [place: string, name: string][])
          .filter(([place]) => document.querySelector(`[data-place="${CSS.escape(place)}"]`))
          .map(([place, name]) => {
            const [, field, language] = place.split('/');
            return t('paths:text.writtenAt', {
              name,
              field: t(`paths:field.${field as 'title'}`),
              language: t(`paths:language.${language as 'fi'}`),
            });
          })
          .join(' '),
      );
    const timer = setTimeout(tell, STAYS_AFTER);
    return () => clearTimeout(timer);
  }, [now, t]);
  return (
    <VisuallyHidden>
      <output>{told}</output>
    </VisuallyHidden>
  );
}

/** Where others write just now: place → name. */
function useOthers(at: string): ReadonlyMap<string, string> {
  const client = useQueryClient();
  const [places, setPlaces] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const writers = new Writers(setPlaces);
    const source = new EventSource(`${at}/events`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      clearTimeout(timer);
      timer = setTimeout(
        () =>
          void client.invalidateQueries({
            predicate: ({ queryKey }) => String(queryKey[0]).startsWith(at),
          }),
        READ_AFTER,
      );
    };
    source.addEventListener('changed', read);
    // After a break nobody knows what was missed.
    let opened = false;
    source.addEventListener('open', () => {
      if (opened) read();
      opened = true;
    });
    source.addEventListener('writing', ({ data }: MessageEvent<string>) =>
      writers.hear(JSON.parse(data) as Parameters<Writers['hear']>[0]),
    );
    return () => {
      source.close();
      clearTimeout(timer);
      writers.stop();
    };
  }, [at, client]);
  return places;
}

function useSaying(at: string, editable: boolean) {
  const timer = useRef<ReturnType<typeof setInterval> | undefined>(undefined);
  useEffect(() => () => clearInterval(timer.current), []);
  return useMemo(() => {
    const say = (place: object | null): void => {
      // If it is not heard nothing is lost: a clash is found when it is stored.
      send('POST', `${at}/writer`, { place }).catch(() => undefined);
    };
    return {
      enter({ target }: FocusEvent): void {
        const place = editable && placeOf(target);
        if (!place) return;
        clearInterval(timer.current);
        say(place);
        timer.current = setInterval(() => say(place), SAY_EVERY);
      },
      leave({ target }: FocusEvent): void {
        if (!editable || !placeOf(target)) return;
        clearInterval(timer.current);
        say(null);
      },
    };
  }, [at, editable]);
}

function placeOf(target: Element): { anchor: string; field: string; variant: string } | undefined {
  if (!target.matches('textarea, input')) return undefined;
  const key = target.closest('[data-place]')?.getAttribute('data-place')?.split('/') ?? [];
  const [anchor, field, variant] = key;
  return anchor && field && variant ? { anchor, field, variant } : undefined;
}
