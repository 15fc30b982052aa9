import { LANGUAGES, type Language } from '#platform/i18n.ts';
import type { BuiltServer } from './server.ts';
import { query } from './visits.ts';

/** Three attacks, one for each language, in every text of a unit, its path, its channel, its survey, its actions and replies. */
export interface Planted {
  readonly unit: string;
  readonly path: string;
  readonly channel: string;
  /** The name of the unit and of the path in an address, in all languages. */
  readonly slug: string;
  /** The short addresses of the unit's form and of the form that asks which unit it was. */
  readonly codes: { readonly unit: string; readonly path: string };
  readonly point: string;
  readonly actions: readonly string[];
  readonly accounts: readonly string[];
  /** The ids of the answers that tell the attacks. */
  readonly answers: readonly string[];
  readonly attacks: readonly string[];
}

/** An attack as it stands in one field: each field says which it is, so that each can be looked for. */
export const inField = (attack: string, field: string): string => `${attack} ‹${field}›`;

/** A row of a table by its columns. */
export type Row = Record<string, unknown>;

/** Puts rows into a table past everything that would check them, as somebody who can write into the database would. */
export async function insert(
  server: BuiltServer,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.keys(rows[0]!).join(', ');
  await query(
    server,
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** The rows of one field in all languages, each with its own attack. */
export const inLanguages = (
  attacks: readonly string[],
  row: (attack: string, language: Language) => Row,
): Row[] => LANGUAGES.map((language, index) => row(attacks[index]!, language));

/** Puts rows of each unit into a table, in the county. */
export type Put = (
  table: string,
  rows: (planted: Planted, index: number) => readonly Row[],
) => Promise<void>;
