import { sql } from 'kysely';
import { changeStatus, createAction, publishReply, writeReply } from '#modules/development';
import type { AnyContext, Role } from '#platform/context.ts';
import { addDays, dayOf, startOfDay } from '#platform/time.ts';
import { developmentActions } from './development.ts';
import type { PathIds } from './example-paths.ts';
import type { ExampleActor } from './fill-accounts.ts';
import type { Place } from './fill-organisation.ts';

type ExampleAction = (typeof developmentActions)[number];

const STEPS = ['proposed', 'decided', 'in-progress', 'done'] as const;

interface Given {
  readonly paths: PathIds;
  readonly places: ReadonlyMap<string, Place>;
  readonly accounts: ReadonlyMap<Role, ExampleActor>;
}

/** Enters development actions as people would have: written by one, published by another, over months. */
export async function fillActions(ctx: AnyContext, given: Given): Promise<void> {
  for (const example of developmentActions) await fillAction(ctx, given, example);
}

async function fillAction(ctx: AnyContext, given: Given, example: ExampleAction): Promise<void> {
  const day = addDays(dayOf(ctx.now()), -30 * example.monthsAgo - 14);
  const node = given.places.get(example.unit)!.id;
  const writer = given.accounts.get('experience-team')!;
  const id = await createAction(at(ctx, writer, day, 10), node, {
    title: example.title,
    reason: example.why,
    owner: example.ownerRole,
    due: addDays(day, 60),
    place: example.anchor
      ? { path: given.paths[example.path ?? 'sti'], anchor: example.anchor }
      : null,
    sources: await sourcesOf(ctx, node, example.anchor ?? null, day),
    discussion: null,
  });
  let revision = 1;
  for (const status of stepsTo(example.status)) {
    const note =
      status === 'rejected' ? 'Kokeilu osoitti, ettei tämä auta. Etsimme toisen keinon.' : '';
    await changeStatus(at(ctx, writer, addDays(day, 4 * revision), 12), id, {
      status,
      note,
      revision,
    });
    revision += 1;
  }
  if (!example.reply) return;
  const { youSaid, weDid, published } = example.reply;
  const texts = Object.fromEntries(
    (['fi', 'sv', 'en'] as const).map((language) => [
      language,
      { youSaid: youSaid[language], weDid: weDid[language] },
    ]),
  );
  await writeReply(at(ctx, writer, addDays(day, 13), 9), id, { texts, send: true, revision: 0 });
  if (published && ['in-progress', 'done'].includes(example.status)) {
    const publisher = given.accounts.get('publisher')!;
    // What was read is named by the number of its last event: the making, each status, the reply.
    await publishReply(at(ctx, publisher, addDays(day, 14), 9), id, { revision: revision + 1 });
  }
}

/** The same transaction as somebody on an earlier day. */
function at(ctx: AnyContext, actor: ExampleActor, day: string, hour: number): AnyContext {
  const time = new Date(startOfDay(day).getTime() + hour * 3_600_000);
  return { ...ctx, actor, now: () => time };
}

function stepsTo(status: ExampleAction['status']): ExampleAction['status'][] {
  if (status === 'rejected') return ['rejected'];
  return STEPS.slice(1, STEPS.indexOf(status) + 1);
}

/** What people had told before that day, the less content first. */
async function sourcesOf(
  ctx: AnyContext,
  node: string,
  anchor: string | null,
  day: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from answer a join answer_text t on t.county_id = a.county_id and t.answer_id = a.id
    where a.county_id = ${ctx.county} and a.node_id = ${node} and a.day < ${day}
      and (${anchor}::text is null or a.anchor = ${anchor})
    order by a.recommendation <= 6 desc, a.received_at desc limit 3`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
