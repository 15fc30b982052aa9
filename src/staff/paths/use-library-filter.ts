import { useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type LibraryFilter, NO_FILTER } from './library-view.ts';

const NAMES = Object.keys(NO_FILTER) as (keyof LibraryFilter)[];

/** What narrows the list of all paths. It stands in the address, so that a view can be kept and sent. */
export function useLibraryFilter(): {
  filter: LibraryFilter;
  change: (part: Partial<LibraryFilter>) => void;
} {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(
    () => Object.fromEntries(NAMES.map((name) => [name, search.get(name) ?? ''])),
    [search],
  ) as unknown as LibraryFilter;
  const change = (part: Partial<LibraryFilter>): void => {
    const next = { ...filter, ...part };
    const said = NAMES.flatMap((name) => (next[name] === '' ? [] : [[name, next[name]]]));
    setSearch(said as [string, string][], { replace: true });
  };
  // Typing goes before drawing hundreds of rows.
  return { filter: useDeferredValue(filter), change };
}
