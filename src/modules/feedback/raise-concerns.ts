import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { ZONE } from '#platform/time.ts';
import { readDangerSigns } from './danger-sign.ts';
import type { RecordedText } from './events.ts';
import type { FeedbackTables } from './tables.ts';

/** Raises the texts that have signs of danger to a person, with a due time. May be given the same text again. */
export async function raiseConcerns(
  ctx: Context<FeedbackTables>,
  texts: readonly RecordedText[],
): Promise<void> {
  if (texts.length === 0) return;
  const findKinds = await readDangerSigns(ctx);
  const raised = texts
    .map((text) => ({ ...text, kinds: findKinds(text.text) }))
    .filter(({ kinds }) => kinds.length > 0);
  if (raised.length === 0) return;
  await sql`
    insert into concern (county_id, id, answer_id, node_id, kinds, raised_at, due_at)
    select ${ctx.county}::uuid, g.id, g.answer_id, g.node_id, g.kinds::text[], g.raised_at, g.due_at
    from unnest(
      ${raised.map(() => newId())}::uuid[], ${raised.map(({ answer }) => answer)}::uuid[], ${raised.map(({ node }) => node)}::uuid[],
      ${raised.map(({ kinds }) => `{${kinds.map((kind) => JSON.stringify(kind)).join(',')}}`)}::text[],
      ${raised.map(({ receivedAt }) => receivedAt)}::timestamptz[], ${raised.map(({ receivedAt }) => dueAfter(receivedAt))}::timestamptz[]
    ) as g (id, answer_id, node_id, kinds, raised_at, due_at)
    on conflict (county_id, answer_id) do nothing`.execute(ctx.db);
}

const NOON = Temporal.PlainTime.from('12:00');

/**
 * By when a person must have read it: 12.00 in Helsinki on the next day from Monday to Friday. Supervisors work
 * office hours; a time at night or on Sunday would only be missed. Holidays are not known.
 */
export function dueAfter(raisedAt: Date): Date {
  const raised = Temporal.Instant.fromEpochMilliseconds(raisedAt.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate();
  const days = raised.dayOfWeek === 5 ? 3 : raised.dayOfWeek === 6 ? 2 : 1;
  return new Date(
    raised.add({ days }).toZonedDateTime({ timeZone: ZONE, plainTime: NOON }).epochMilliseconds,
  );
}
