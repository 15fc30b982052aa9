import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { StoredAction } from './action.ts';
import type { ReplyTexts } from './contract.ts';
import type { StoredReply } from './reply.ts';
import type { DevelopmentTables } from './tables.ts';

type Ctx = Context<DevelopmentTables>;

/** The reply of an action, if one has been written. */
export async function findReply(ctx: Ctx, action: string): Promise<StoredReply | undefined> {
  const row = await ctx.db
    .selectFrom('public_reply')
    .selectAll()
    .where('county_id', '=', ctx.county)
    .where('action_id', '=', action)
    .executeTakeFirst();
  if (!row) return undefined;
  const texts = await ctx.db
    .selectFrom('public_reply_text')
    .select(['language', 'you_said', 'we_did'])
    .where('county_id', '=', ctx.county)
    .where('reply_id', '=', row.id)
    .execute();
  return {
    id: row.id,
    action,
    status: row.status,
    texts: Object.fromEntries(
      texts.map(({ language, you_said, we_did }) => [
        language,
        { youSaid: you_said, weDid: we_did },
      ]),
    ),
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
  };
}

/** Writes the text as a draft, over what there was; the reply's id comes back. */
export async function writeDraft(
  ctx: Ctx,
  action: StoredAction,
  texts: ReplyTexts,
  writer: string,
): Promise<string> {
  const { id } = await ctx.db
    .insertInto('public_reply')
    .values({
      county_id: ctx.county,
      id: newId(),
      action_id: action.id,
      ...placeOf(action),
      ...draftBy(ctx, writer),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['county_id', 'action_id'])
        .doUpdateSet({ ...placeOf(action), ...draftBy(ctx, writer) }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await ctx.db
    .deleteFrom('public_reply_text')
    .where('county_id', '=', ctx.county)
    .where('reply_id', '=', id)
    .execute();
  const rows = Object.entries(texts).map(([language, text]) => ({
    county_id: ctx.county,
    reply_id: id,
    language,
    you_said: text.youSaid,
    we_did: text.weDid,
  }));
  await ctx.db.insertInto('public_reply_text').values(rows).execute();
  return id;
}

const draftBy = (ctx: Ctx, writer: string) => ({
  status: 'draft' as const,
  written_by: writer,
  written_at: ctx.now(),
  published_by: null,
  published_at: null,
});

// The reply stands where its action stands when it is published: a later move of the action moves nothing unseen.
const placeOf = ({ node, place }: StoredAction) => ({
  node_id: node,
  path_id: place?.path ?? null,
  anchor: place?.anchor ?? null,
});

/** Puts the reply before the public. */
export async function markPublished(
  ctx: Ctx,
  action: StoredAction,
  publisher: string,
): Promise<void> {
  await ctx.db
    .updateTable('public_reply')
    .set({
      status: 'published',
      published_by: publisher,
      published_at: ctx.now(),
      ...placeOf(action),
    })
    .where('county_id', '=', ctx.county)
    .where('action_id', '=', action.id)
    .execute();
}

/** Takes the reply from the public; its text stays for the staff. */
export async function markWithdrawn(ctx: Ctx, action: string): Promise<void> {
  await ctx.db
    .updateTable('public_reply')
    .set({ status: 'withdrawn' })
    .where('county_id', '=', ctx.county)
    .where('action_id', '=', action)
    .execute();
}
