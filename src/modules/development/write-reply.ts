import { maskText } from '#modules/feedback';
import { getCounty } from '#modules/organisation';
import { accountOf } from '#platform/context.ts';
import { AppError, type Fault } from '#platform/errors.ts';
import { holdAction } from './action-store.ts';
import type { ReplyForm, ReplyTexts } from './contract.ts';
import type { DevelopmentContext } from './development-context.ts';
import { listEvents, remember } from './history.ts';
import { missingLanguages, replyRevision, replyState, type StoredReply } from './reply.ts';
import { findReply, writeDraft } from './reply-store.ts';
import { replyPublished } from './publish-reply.ts';

/**
 * Writes the reply of an action as a draft; its id comes back. Writing over a published reply takes it from the public
 * until the new text is published. The same text again changes nothing.
 * @throws AppError `invalid` when it has personal data, or is handed over without a language of the county; `conflict`
 * when somebody else wrote, published or withdrew it after the writer had read it.
 */
export async function writeReply(
  ctx: DevelopmentContext,
  action: string,
  { texts, send, revision }: ReplyForm,
): Promise<string> {
  const held = await holdAction(ctx, action);
  const [reply, events] = [await findReply(ctx, action), await listEvents(ctx, action)];
  if (reply && isSame(reply, texts) && (!send || replyState(reply, events) !== 'draft'))
    return reply.id;
  if (replyRevision(events) !== revision) throw new AppError('conflict', 'reply-changed');
  const faults = [
    ...faultsOfTexts(texts),
    ...(send ? await faultsOfLanguages(ctx, texts) : faultsOfNothing(texts)),
  ];
  if (faults.length > 0) throw new AppError('invalid', 'input-invalid', { faults });
  const id = await writeDraft(ctx, held, texts, accountOf(ctx));
  await remember(ctx, action, 'reply-written', { sent: send });
  if (reply?.status === 'published') await ctx.emit(replyPublished({ reply: id }));
  return id;
}

function isSame(reply: StoredReply, texts: ReplyTexts): boolean {
  return (['fi', 'sv', 'en'] as const).every(
    (language) =>
      reply.texts[language]?.youSaid === texts[language]?.youSaid &&
      reply.texts[language]?.weDid === texts[language]?.weDid,
  );
}

/** A reply is read by everyone: an identity code, a phone number or an e-mail address of a person may not slip into it. */
function faultsOfTexts(texts: ReplyTexts): Fault[] {
  return Object.entries(texts).flatMap(([language, text]) =>
    (['youSaid', 'weDid'] as const)
      .filter((half) => maskText(text[half]).masked > 0)
      .map((half) => ({ pointer: `/texts/${language}/${half}`, code: 'personal-data' })),
  );
}

const faultsOfNothing = (texts: ReplyTexts): Fault[] =>
  Object.keys(texts).length === 0 ? [{ pointer: '/texts', code: 'missing' }] : [];

async function faultsOfLanguages(ctx: DevelopmentContext, texts: ReplyTexts): Promise<Fault[]> {
  const { languages } = await getCounty(ctx);
  return missingLanguages(texts, languages).map((language) => ({
    pointer: `/texts/${language}`,
    code: 'language-missing',
  }));
}
