import { csvTable } from '#platform/csv.ts';
import type { Context } from '#platform/context.ts';
import { inLanguage, type Language, wordFor, words } from '#platform/i18n.ts';
import { ZONE } from '#platform/time.ts';
import { type AuditEntry, type AuditFilter, MOST_IN_FILE } from './contract.ts';
import { selectEntries } from './search-entries.ts';
import type { AuditTables } from './tables.ts';

const HEADS = ['at', 'who', 'action', 'thing', 'node', 'detail', 'number', 'request'] as const;
const PORTION = 2_000;

/** The entries of a filter as CSV, the newest first; at most `MOST_IN_FILE` of them. */
export async function entriesCsv(
  ctx: Context<AuditTables>,
  filter: AuditFilter,
  language: Language,
): Promise<string> {
  const t = words(language);
  const rows: string[][] = [];
  let after: string | undefined;
  while (rows.length < MOST_IN_FILE) {
    const portion = await selectEntries(ctx, filter, after, PORTION);
    rows.push(...portion.map((entry) => cellsOf(entry, language)));
    after = portion.at(-1)?.id;
    if (portion.length < PORTION) break;
  }
  return csvTable([HEADS.map((key) => t(`audit:csv.${key}`)), ...rows], language);
}

function cellsOf(
  { at, who, action, thing, node, detail, number, request }: AuditEntry,
  language: Language,
): string[] {
  const t = words(language);
  return [
    inZone(at),
    'name' in who ? who.name : t(`audit:who.${who.kind}`),
    wordFor(language, `audit:action.${action}`) ?? action,
    thing ?? '',
    node ? inLanguage(node.name, language) : '',
    Object.entries(detail)
      .map(([key, value]) => `${key}: ${String(value)}`)
      .join('; '),
    number === null ? '' : String(number),
    request ?? '',
  ];
}

const inZone = (at: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(ZONE)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
