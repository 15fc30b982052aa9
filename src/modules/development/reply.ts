import type { Language } from '#platform/i18n.ts';
import { canBeTold } from './action.ts';
import type {
  ActionStatus,
  ReplyHindrance,
  ReplyState,
  ReplyStatus,
  ReplyTexts,
} from './contract.ts';
import type { ActionEvent } from './history.ts';

/** A public reply (Kerroit – teimme) as stored. */
export interface StoredReply {
  readonly id: string;
  readonly action: string;
  readonly status: ReplyStatus;
  readonly texts: ReplyTexts;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
}

const isOfReply = (event: ActionEvent): boolean => event.kind.startsWith('reply-');

/** The number of the last event of the reply: whoever changes or publishes it tells which one they saw. 0 = none yet. */
export const replyRevision = (events: readonly ActionEvent[]): number =>
  events.findLast(isOfReply)?.detail.number ?? 0;

/** Everyone who wrote any of the text that a publisher would now publish: each writing since the last publication. */
export function writersOf(
  reply: Pick<StoredReply, 'writtenBy'>,
  events: readonly ActionEvent[],
): Set<string> {
  const since = events.slice(events.findLastIndex(({ kind }) => kind === 'reply-published') + 1);
  const writers = since.flatMap(({ kind, account }) =>
    kind === 'reply-written' && account !== null ? [account] : [],
  );
  // A reply that was withdrawn and not touched since has no writing after its publication, but it has a writer.
  return new Set([...writers, reply.writtenBy]);
}

/** How far the reply is: a draft that was handed over waits for a publisher. */
export function replyState(
  reply: Pick<StoredReply, 'status'> | undefined,
  events: readonly ActionEvent[],
): ReplyState {
  if (!reply) return 'none';
  if (reply.status !== 'draft') return reply.status;
  return events.findLast(({ kind }) => kind === 'reply-written')?.detail.sent ? 'waiting' : 'draft';
}

/** The languages that a reply must have before it is published and has not: Finnish and those of the county. */
export function missingLanguages(texts: ReplyTexts, languages: readonly Language[]): Language[] {
  return [...new Set<Language>(['fi', ...languages])].filter(
    (language) => texts[language] === undefined,
  );
}

/** Everything that keeps this account from publishing the reply. */
export function hindrancesOf(given: {
  reply: StoredReply;
  events: readonly ActionEvent[];
  status: ActionStatus;
  languages: readonly Language[];
  account: string;
}): ReplyHindrance[] {
  const { reply, events, status, languages, account } = given;
  const hindrances: [ReplyHindrance, boolean][] = [
    ['not-sent', replyState(reply, events) === 'draft'],
    ['languages-missing', missingLanguages(reply.texts, languages).length > 0],
    ['action-not-begun', !canBeTold(status)],
    ['own-text', writersOf(reply, events).has(account)],
  ];
  return hindrances.flatMap(([hindrance, holds]) => (holds ? [hindrance] : []));
}
