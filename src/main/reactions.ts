import { channelChanged } from '#modules/channels';
import { openPathPoints } from '#modules/collection';
import { eraseQuotes, replyPublished } from '#modules/development';
import { answersRecorded, raiseConcerns, textErased, textsRemoved } from '#modules/feedback';
import { handbookChanged } from '#modules/handbook';
import { nodeChanged, nodesMoved } from '#modules/organisation';
import { keepSummary, noteChannelChange, pathPublished, pathSettingsChanged } from '#modules/paths';
import { noteNewAnswers, rollUpMoved, rollUpUnitDays } from '#modules/reports';
import { wordingCorrected } from '#modules/surveys';
import type { AnyContext } from '#platform/context.ts';
import { tell } from '#platform/news.ts';
import { type Reaction, when } from '#platform/transaction.ts';

/** Whatever public pages are kept are drawn anew. */
const freshenPages = (ctx: AnyContext): Promise<void> => tell(ctx, 'public', []);

/** When this happened, do that: the whole list. */
export const REACTIONS: readonly Reaction[] = [
  when(answersRecorded, (ctx: AnyContext, { answers }) => noteNewAnswers(ctx, answers)),
  when(answersRecorded, (ctx: AnyContext, { texts }) => raiseConcerns(ctx, texts)),
  when(textsRemoved, (ctx: AnyContext, { unitDays }) => ctx.plan(rollUpUnitDays({ unitDays }))),
  when(textErased, (ctx: AnyContext, { unitDays }) => ctx.plan(rollUpUnitDays({ unitDays }))),
  when(textErased, eraseQuotes),
  when(pathPublished, (ctx: AnyContext, { path }) => openPathPoints(ctx, path)),
  when(pathPublished, (ctx: AnyContext, { path }) => keepSummary(ctx, path)),
  when(pathPublished, freshenPages),
  when(pathSettingsChanged, freshenPages),
  when(channelChanged, freshenPages),
  when(channelChanged, noteChannelChange),
  when(handbookChanged, freshenPages),
  when(replyPublished, freshenPages),
  when(nodeChanged, freshenPages),
  when(nodesMoved, rollUpMoved),
  when(wordingCorrected, freshenPages),
];
