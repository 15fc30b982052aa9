import { sql } from 'kysely';
import { getCounty, getNode } from '#modules/organisation';
import { describeAnchors } from '#modules/paths';
import type { Language } from '#platform/i18n.ts';
import { type Action as Permission, mayOn } from '#platform/permissions.ts';
import { dayOf } from '#platform/time.ts';
import { isOverdue, nextStatuses, type StoredAction } from './action.ts';
import { readAction } from './action-store.ts';
import type { Action, HistoryItem, Reply } from './contract.ts';
import type { DevelopmentContext } from './development-context.ts';
import { type ActionEvent, listEvents } from './history.ts';
import { can } from './permissions.ts';
import { hindrancesOf, missingLanguages, replyRevision, replyState, writersOf } from './reply.ts';
import { findReply } from './reply-store.ts';

/** One action with its reply, its history and what the reader may do with it. @throws AppError `not-found`. */
export async function getAction(ctx: DevelopmentContext, id: string): Promise<Action> {
  const action = await readAction(ctx, id);
  const node = await getNode(ctx, action.node);
  const events = await listEvents(ctx, id);
  const { languages } = await getCounty(ctx);
  const names = await findAccountNames(ctx, events);
  const { title, reason, owner, due, status, revision, sources } = action;
  return {
    id,
    revision,
    title,
    reason,
    owner,
    due,
    status,
    sources: [...sources],
    node: { id: node.id, name: node.name },
    overdue: isOverdue(action, dayOf(ctx.now())),
    next: [...nextStatuses(status)],
    place: await describePlace(ctx, action),
    discussion: await describeDiscussion(ctx, action),
    createdOn: dayOf(action.createdAt),
    doneOn: action.doneAt && dayOf(action.doneAt),
    languages: [...languages],
    reply: await describeReply(ctx, { action, events, languages, names }),
    history: events.map((event) => itemOf(event, names)),
    may: await describeRights(ctx, action.node),
  };
}

type Names = ReadonlyMap<string, string>;

/** The names of those who made an action's history. */
async function findAccountNames(
  ctx: DevelopmentContext,
  events: readonly ActionEvent[],
): Promise<Names> {
  const ids = [...new Set(events.flatMap(({ account }) => account ?? []))];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from account where county_id = ${ctx.county} and id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function describePlace(
  ctx: DevelopmentContext,
  { place }: StoredAction,
): Promise<Action['place']> {
  if (!place) return null;
  const path = (await describeAnchors(ctx, [place.path])).get(place.path);
  const anchor = path?.anchors.get(place.anchor);
  const phase = anchor?.phase ? path?.anchors.get(anchor.phase) : anchor;
  return { ...place, pathTitle: path?.title ?? {}, phaseTitle: phase?.title ?? {} };
}

async function describeDiscussion(
  ctx: DevelopmentContext,
  { discussion }: StoredAction,
): Promise<Action['discussion']> {
  if (discussion === null) return null;
  const row = await ctx.db
    .selectFrom('discussion')
    .select(['id', 'created_at'])
    .where('county_id', '=', ctx.county)
    .where('id', '=', discussion)
    .executeTakeFirstOrThrow();
  return { id: row.id, heldOn: dayOf(row.created_at) };
}

async function describeReply(
  ctx: DevelopmentContext,
  given: {
    action: StoredAction;
    events: readonly ActionEvent[];
    languages: readonly Language[];
    names: Names;
  },
): Promise<Reply | null> {
  const { action, events, languages, names } = given;
  const reply = await findReply(ctx, action.id);
  if (!reply) return null;
  const account = ctx.actor.kind === 'account' ? ctx.actor.id : '';
  return {
    id: reply.id,
    revision: replyRevision(events),
    state: replyState(reply, events),
    texts: reply.texts,
    missing: missingLanguages(reply.texts, languages),
    writers: [...writersOf(reply, events)].map((writer) => names.get(writer) ?? ''),
    writtenAt: reply.writtenAt.toISOString(),
    publishedAt: reply.publishedAt?.toISOString() ?? null,
    publishedBy: reply.publishedBy && (names.get(reply.publishedBy) ?? ''),
    hindrances: hindrancesOf({ reply, events, status: action.status, languages, account }),
  };
}

const itemOf = ({ kind, at, account, detail }: ActionEvent, names: Names): HistoryItem => ({
  number: detail.number,
  at: at.toISOString(),
  by: account === null ? null : (names.get(account) ?? ''),
  kind,
  from: detail.from ?? null,
  to: detail.to ?? null,
  note: detail.note ?? '',
  changes: [...(detail.changes ?? [])],
});

async function describeRights(ctx: DevelopmentContext, node: string): Promise<Action['may']> {
  const may = (permission: Permission) => mayOn(ctx, permission, node);
  return {
    change: await may(can.changeAction),
    readSources: await may(can.readSources),
    writeReply: await may(can.writeReply),
    publishReply: await may(can.publishReply),
  };
}
