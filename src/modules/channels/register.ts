import { slugOf } from '#modules/organisation';
import type { Context } from '#platform/context.ts';
import { EASY_VARIANTS } from '#platform/language.ts';
import { requireUnchanged } from '#platform/unchanged.ts';
import { AppError, found } from '#platform/errors.ts';
import { defineEvent } from '#platform/events.ts';
import { newId } from '#platform/ids.ts';
import { parse } from '#platform/http/parse.ts';
import { firstFree } from './channel-code.ts';
import {
  selectChannels,
  selectCodesLike,
  writeChannelTexts,
  writeEasyNotes,
  writeEasyTexts,
} from './channel-store.ts';
import { type Channel, ChannelChange, ChannelForm, EasyForm, RemarkForm } from './contract.ts';
import type { ChannelTables } from './tables.ts';

type Ctx = Context<ChannelTables>;

/** What is public of a channel changed: every page that shows it is drawn anew. */
export const channelChanged = defineEvent<{
  channel: string;
  what: 'changed' | 'closed' | 'reopened';
}>('channels.channelChanged');

/** The whole register, closed channels included, in the order of the Finnish names. */
export const listChannels = (ctx: Ctx): Promise<Channel[]> => selectChannels(ctx);

/** The given channels by id; unknown ids are left out. */
export async function findChannels(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, Channel>> {
  const channels = ids.length === 0 ? [] : await selectChannels(ctx, [...new Set(ids)]);
  return new Map(channels.map((channel) => [channel.id, channel]));
}

/** One channel. @throws AppError `not-found`. */
export async function getChannel(ctx: Ctx, id: string): Promise<Channel> {
  return found((await selectChannels(ctx, [id]))[0], 'channel-not-found');
}

/**
 * Adds a channel to the register. Without a code one is made from the Finnish name.
 *
 * @throws AppError `invalid` when a phone channel has no number or a net channel no address, `conflict` when the
 * given code is taken.
 */
export async function createChannel(ctx: Ctx, given: ChannelForm, code?: string): Promise<Channel> {
  const form = parse(ChannelForm, given);
  const wanted = code ?? slugOf(form.texts.name.fi);
  const taken = await selectCodesLike(ctx, wanted);
  if (code !== undefined && taken.has(code)) {
    throw new AppError('conflict', 'taken', { faults: [{ pointer: '/code', code: 'taken' }] });
  }
  const id = newId();
  await ctx.db
    .insertInto('channel')
    .values({
      county_id: ctx.county,
      id,
      code: firstFree(wanted, taken),
      kind: form.kind,
      url: form.url,
      phone: form.phone,
      updated_at: ctx.now(),
      closed_at: null,
      opening: JSON.stringify(form.hours),
    })
    .execute();
  await writeChannelTexts(ctx, id, form.texts);
  return getChannel(ctx, id);
}

/**
 * Changes a channel everywhere at once: paths refer to it and hold no copy.
 * @throws AppError `conflict` when somebody else changed it after the writer had read it.
 */
export async function changeChannel(ctx: Ctx, id: string, given: ChannelChange): Promise<Channel> {
  const { before, ...form } = parse(ChannelChange, given);
  await holdChannel(ctx, id);
  await refuseCopy(ctx, id);
  requireUnchanged({ stored: formOf(await getChannel(ctx, id)), before, wanted: form });
  await updateChannel(ctx, id, {
    kind: form.kind,
    url: form.url,
    phone: form.phone,
    opening: JSON.stringify(form.hours),
  });
  await writeChannelTexts(ctx, id, form.texts);
  await ctx.emit(channelChanged({ channel: id, what: 'changed' }));
  return getChannel(ctx, id);
}

/** What of a channel its editors write. */
const formOf = ({ kind, url, phone, texts, hours }: Channel): ChannelForm =>
  ({ kind, url, phone, texts, hours }) as ChannelForm;

/** Changes of a channel follow one another. */
async function holdChannel(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .selectFrom('channel')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

/** Closes a channel: paths stop showing it at once, and no draft that still refers to it can be published. */
export async function closeChannel(ctx: Ctx, id: string): Promise<Channel> {
  return setClosed(ctx, id, ctx.now());
}

/** Opens a closed channel again. */
export async function reopenChannel(ctx: Ctx, id: string): Promise<Channel> {
  return setClosed(ctx, id, null);
}

async function setClosed(ctx: Ctx, id: string, closedAt: Date | null): Promise<Channel> {
  await refuseCopy(ctx, id);
  await updateChannel(ctx, id, { closed_at: closedAt });
  await ctx.emit(channelChanged({ channel: id, what: closedAt ? 'closed' : 'reopened' }));
  return getChannel(ctx, id);
}

/** What is copied is changed where it comes from. @throws AppError `conflict`, and `not-found`. */
async function refuseCopy(ctx: Ctx, id: string): Promise<void> {
  if ((await getChannel(ctx, id)).origin !== 'own')
    throw new AppError('conflict', 'channel-copied');
}

/** Writes the county's own remark on a copied channel: the only thing of it that is written here. */
export async function writeRemark(ctx: Ctx, id: string, given: RemarkForm): Promise<Channel> {
  const { remark, before } = parse(RemarkForm, given);
  await holdChannel(ctx, id);
  const channel = await getChannel(ctx, id);
  requireUnchanged({ stored: channel.texts.remark, before, wanted: remark });
  await writeChannelTexts(ctx, id, { ...channel.texts, remark });
  await ctx.emit(channelChanged({ channel: id, what: 'changed' }));
  return getChannel(ctx, id);
}

/**
 * Writes a channel's easy language, whether it is the county's own or copied. All of it then counts as written from the
 * texts as they are today. @throws AppError `conflict` when somebody else changed it after the writer had read it.
 */
export async function writeEasy(ctx: Ctx, id: string, given: EasyForm): Promise<Channel> {
  const { easy, before } = parse(EasyForm, given);
  await holdChannel(ctx, id);
  const channel = await getChannel(ctx, id);
  requireUnchanged({ stored: easyTextsOf(channel), before, wanted: easy });
  await writeEasyTexts(ctx, channel, easy);
  await writeEasyNotes(ctx, id, notesOf(easy));
  await ctx.emit(channelChanged({ channel: id, what: 'changed' }));
  return getChannel(ctx, id);
}

const easyTextsOf = ({ easy, easyNotes }: Channel): EasyForm['easy'] =>
  Object.fromEntries(
    EASY_VARIANTS.map((variant) => [
      variant,
      {
        ...Object.fromEntries(
          Object.entries(easy[variant] ?? {}).map(([field, { text }]) => [field, text]),
        ),
        notes: easyNotes[variant] ?? [],
      },
    ]),
  );

const notesOf = (easy: EasyForm['easy']): Channel['easyNotes'] =>
  Object.fromEntries(
    EASY_VARIANTS.flatMap((variant) => {
      const notes = easy[variant]?.notes ?? [];
      return notes.length > 0 ? [[variant, notes]] : [];
    }),
  );

async function updateChannel(
  ctx: Ctx,
  id: string,
  change: {
    kind?: string;
    url?: string | null;
    phone?: string | null;
    closed_at?: Date | null;
    opening?: string;
  },
): Promise<void> {
  await ctx.db
    .updateTable('channel')
    .set({ ...change, updated_at: ctx.now() })
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .execute();
}
