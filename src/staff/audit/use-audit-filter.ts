import { useSearchParams } from 'react-router';

/** The filters of the log, as they stand in the address. */
export const FILTERS = ['who', 'action', 'node', 'thing', 'from', 'to'] as const;

/** What to narrow by; what is empty narrows nothing. */
export type AuditFilterForm = Readonly<Record<(typeof FILTERS)[number], string>>;

/** What the address says to show. It changes only when somebody searches, because each search is written down. */
export function useAuditFilter(): [
  filter: AuditFilterForm,
  search: (filter: Partial<AuditFilterForm>) => void,
] {
  const [params, setParams] = useSearchParams();
  const filter = Object.fromEntries(
    FILTERS.map((name) => [name, params.get(name) ?? '']),
  ) as unknown as AuditFilterForm;
  return [filter, (next) => setParams(queryOf(next), { replace: true })];
}

/** The filter as a query for the API. */
export const queryOf = (filter: Partial<AuditFilterForm>): URLSearchParams =>
  new URLSearchParams(
    FILTERS.flatMap((name) => (filter[name] ? [[name, filter[name]] as [string, string]] : [])),
  );
