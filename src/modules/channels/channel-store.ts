import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { LocalText } from '#platform/i18n.ts';
import { EASY_VARIANTS, type EasyVariant, LANGUAGES, languageOf } from '#platform/language.ts';
import {
  type Channel,
  CHANNEL_FIELDS,
  type ChannelField,
  type ChannelKind,
  EASY_FIELDS,
  type EasyField,
  type OpeningHours,
} from './contract.ts';
import { openingAt } from './opening-at.ts';
import type { ChannelTables } from './tables.ts';

type Ctx = Context<ChannelTables>;

interface ChannelRow {
  id: string;
  code: string;
  kind: ChannelKind;
  url: string | null;
  phone: string | null;
  closed_at: Date | null;
  opening: OpeningHours;
  easy_notes: Channel['easyNotes'];
  origin: Channel['origin'];
  fetched_at: Date | null;
  texts: TextRow[];
}

interface TextRow {
  field: ChannelField;
  language: string;
  text: string;
  from: string | null;
}

/** Reads channels with all their texts in one query, in the order of their Finnish names. */
export async function selectChannels(ctx: Ctx, ids?: readonly string[]): Promise<Channel[]> {
  const chosen = ids ? sql`and c.id = any(${ids}::uuid[])` : sql``;
  const { rows } = await sql<ChannelRow>`
    select c.id, c.code, c.kind, c.url, c.phone, c.closed_at, c.opening, c.easy_notes, c.origin, c.fetched_at,
      coalesce(jsonb_agg(jsonb_build_object('field', t.field, 'language', t.language, 'text', t.text, 'from', t.made_from))
        filter (where t.field is not null), '[]') as texts
    from channel c
    left join channel_text t on t.county_id = c.county_id and t.channel_id = c.id
    where c.county_id = ${ctx.county} ${chosen}
    group by c.county_id, c.id
    order by min(t.text) filter (where t.field = 'name' and t.language = 'fi') collate "fi-x-icu", c.code`.execute(
    ctx.db,
  );
  return rows.map((row) => channelOf(row, ctx.now()));
}

function channelOf(
  { closed_at, fetched_at, opening, easy_notes, texts, ...row }: ChannelRow,
  now: Date,
): Channel {
  const fields = Object.keys(CHANNEL_FIELDS) as ChannelField[];
  const said = fields.map((field) => [
    field,
    Object.fromEntries(
      texts
        .filter((text) => text.field === field && text.from === null)
        .map(({ language, text }) => [language, text]),
    ),
  ]);
  return {
    ...row,
    closed: closed_at !== null,
    hours: opening,
    easyNotes: easy_notes,
    opening: openingAt(opening, now),
    fetchedAt: fetched_at?.toISOString() ?? null,
    texts: Object.fromEntries(said) as Record<ChannelField, LocalText>,
    easy: easyOf(texts),
  };
}

function easyOf(texts: readonly TextRow[]): Channel['easy'] {
  const easy: Channel['easy'] = {};
  for (const { field, language, text, from } of texts) {
    if (from === null) continue;
    const variant = language as EasyVariant;
    const source = texts.find(
      (other) => other.field === field && other.language === languageOf(variant),
    );
    easy[variant] = {
      ...easy[variant],
      [field as EasyField]: { text, stale: source?.text !== from },
    };
  }
  return easy;
}

/** Writes a channel's texts in its languages; what is empty goes. Its easy language stays as it is. */
export async function writeChannelTexts(
  ctx: Ctx,
  channel: string,
  texts: { [field: string]: { [language: string]: string | undefined } },
): Promise<void> {
  await ctx.db
    .deleteFrom('channel_text')
    .where('county_id', '=', ctx.county)
    .where('channel_id', '=', channel)
    .where('language', 'in', LANGUAGES)
    .execute();
  const rows = Object.entries(texts).flatMap(([field, said]) =>
    Object.entries(said).flatMap(([language, text]) =>
      text
        ? [{ county_id: ctx.county, channel_id: channel, language, field, text, made_from: null }]
        : [],
    ),
  );
  await ctx.db.insertInto('channel_text').values(rows).execute();
}

/** Writes all of a channel's easy language, made from its texts as they are now; what is empty goes. */
export async function writeEasyTexts(
  ctx: Ctx,
  { id, texts }: Channel,
  easy: { [V in EasyVariant]?: { [F in EasyField]?: string | undefined } | undefined },
): Promise<void> {
  await ctx.db
    .deleteFrom('channel_text')
    .where('county_id', '=', ctx.county)
    .where('channel_id', '=', id)
    .where('language', 'in', EASY_VARIANTS)
    .execute();
  const rows = EASY_VARIANTS.flatMap((variant) =>
    EASY_FIELDS.flatMap((field) => {
      const text = easy[variant]?.[field];
      const from = texts[field][languageOf(variant)] ?? '';
      const place = { county_id: ctx.county, channel_id: id, language: variant, field };
      return text ? [{ ...place, text, made_from: from }] : [];
    }),
  );
  if (rows.length > 0) await ctx.db.insertInto('channel_text').values(rows).execute();
}

/** Writes all of a channel's notes on hours in easy language. */
export async function writeEasyNotes(
  ctx: Ctx,
  channel: string,
  notes: Channel['easyNotes'],
): Promise<void> {
  await ctx.db
    .updateTable('channel')
    .set({ easy_notes: JSON.stringify(notes) })
    .where('county_id', '=', ctx.county)
    .where('id', '=', channel)
    .execute();
}

/** The codes of the county that begin with the given one. */
export async function selectCodesLike(ctx: Ctx, wanted: string): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('channel')
    .select('code')
    .where('county_id', '=', ctx.county)
    .where('code', 'like', `${wanted}%`)
    .execute();
  return new Set(rows.map(({ code }) => code));
}
