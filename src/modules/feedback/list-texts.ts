import { type RawBuilder, sql } from 'kysely';
import { type DescribedPath, describeAnchors } from '#modules/paths';
import type { LocalText } from '#platform/i18n.ts';
import { addDays, dayOf } from '#platform/time.ts';
import type { AnswerText, AnswerTextPage, RECOMMENDATION_GROUPS, TextFilter } from './contract.ts';
import type { FeedbackContext } from './tables.ts';

/**
 * What people wrote to a node and all units below it, the newest first. A read model: it takes the newest of each
 * unit from that unit's index and merges them, so that its cost follows the units and not the number of texts.
 */
export async function listTexts(
  ctx: FeedbackContext,
  node: string,
  filter: TextFilter,
): Promise<AnswerTextPage> {
  const { rows } = await sql<TextRow>`
    select t.answer_id, w.day, t.text, t.masked, w.language, w.channel, w.respondent, w.recommendation, t.node_id, w.path_id, w.anchor,
      c.status as concern,
      (select jsonb_object_agg(m.language, m.name) from node_name m where m.county_id = a.county_id and m.node_id = a.node_id) as name
    from node_ancestor a
    cross join lateral (
      select t.answer_id, t.received_at, t.text, t.masked, t.node_id
      from answer_text t
      where t.county_id = a.county_id and t.node_id = a.node_id and ${conditions(ctx, filter)}
      order by t.received_at desc, t.answer_id desc limit ${filter.limit + 1}
    ) t
    join answer w on w.county_id = a.county_id and w.id = t.answer_id
    left join concern c on c.county_id = a.county_id and c.answer_id = t.answer_id
    where a.county_id = ${ctx.county} and a.ancestor_id = ${node}
    order by t.received_at desc, t.answer_id desc limit ${filter.limit + 1}`.execute(ctx.db);
  const page = rows.slice(0, filter.limit);
  const next = rows.length > filter.limit ? (page.at(-1)?.answer_id ?? null) : null;
  return { texts: await present(ctx, page), next };
}

const GROUP_LIMITS: Readonly<
  Record<(typeof RECOMMENDATION_GROUPS)[number], readonly [number, number]>
> = { low: [0, 6], middle: [7, 8], high: [9, 10] };

function conditions(
  ctx: FeedbackContext,
  { after, channel, recommendation, days, set }: TextFilter,
): RawBuilder<unknown> {
  const all = [sql`true`];
  if (after !== undefined) {
    // The id alone goes through the browser: the exact time of an answer is told to nobody.
    all.push(
      sql`(t.received_at, t.answer_id) < (select p.received_at, p.answer_id from answer_text p where p.county_id = ${ctx.county} and p.answer_id = ${after})`,
    );
  }
  const answer: RawBuilder<unknown>[] = [];
  if (channel !== undefined) answer.push(sql`w.channel = ${channel}`);
  if (recommendation !== undefined)
    answer.push(
      sql`w.recommendation between ${GROUP_LIMITS[recommendation][0]} and ${GROUP_LIMITS[recommendation][1]}`,
    );
  if (days !== undefined) answer.push(sql`w.day > ${addDays(dayOf(ctx.now()), -days)}::date`);
  if (set !== undefined)
    answer.push(
      sql`w.set_id in (select s.id from statement_set s where s.county_id = w.county_id and s.code = ${set})`,
    );
  if (answer.length > 0) {
    all.push(
      sql`exists (select 1 from answer w where w.county_id = t.county_id and w.id = t.answer_id and ${sql.join(answer, sql` and `)})`,
    );
  }
  return sql.join(all, sql` and `);
}

interface TextRow extends Pick<
  AnswerText,
  'day' | 'text' | 'masked' | 'language' | 'channel' | 'respondent' | 'recommendation' | 'concern'
> {
  answer_id: string;
  node_id: string;
  path_id: string | null;
  anchor: string | null;
  name: LocalText | null;
}

async function present(ctx: FeedbackContext, rows: readonly TextRow[]): Promise<AnswerText[]> {
  const paths = await describeAnchors(ctx, [
    ...new Set(rows.flatMap(({ path_id }) => path_id ?? [])),
  ]);
  return rows.map(({ answer_id, node_id, path_id, anchor, name, ...rest }) => ({
    ...rest,
    answer: answer_id,
    unit: { id: node_id, name: name ?? {} },
    path: path_id === null || anchor === null ? null : placeOf(path_id, anchor, paths.get(path_id)),
  }));
}

function placeOf(id: string, anchor: string, path: DescribedPath | undefined): AnswerText['path'] {
  const phase = path?.anchors.get(anchor)?.phase;
  return {
    id,
    anchor,
    title: path?.title ?? {},
    phase: (phase && path?.anchors.get(phase)?.title) || null,
  };
}
