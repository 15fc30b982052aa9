import type { Answer } from '#platform/http/outbound.ts';
import { dayOf } from '#platform/time.ts';
import type { LinkCheck } from './link-store.ts';

/** On so many days in a row an address must fail to be broken; one bad day is nothing. */
const BROKEN_DAYS = 3;

/** What the checker says of one look. */
type Look = Pick<LinkCheck, 'outcome' | 'detail' | 'status'>;

/** What an answer means. A server that is there and lets no program in has not failed: a person must look. */
function lookOf(answer: Answer): Look {
  switch (answer.kind) {
    case 'moved':
      return { outcome: 'moved', detail: answer.to, status: answer.status };
    case 'refused':
      return { outcome: 'refused', detail: answer.why, status: null };
    case 'failed':
      return { outcome: 'unreachable', detail: answer.why, status: null };
    case 'answered': {
      const { status } = answer;
      if (status < 400) return { outcome: 'ok', detail: null, status };
      if (status === 404 || status === 410) return { outcome: 'broken', detail: null, status };
      const closed = [401, 403, 405, 429, 451].includes(status);
      return { outcome: closed ? 'refused' : 'unreachable', detail: null, status };
    }
  }
}

/** What is known of an address after another look. */
export function nextCheck(
  address: string,
  before: LinkCheck | undefined,
  answer: Answer,
  now: Date,
): LinkCheck {
  const look = lookOf(answer);
  const today = dayOf(now);
  const failed = look.outcome === 'unreachable' || look.outcome === 'broken';
  const failedDays = !failed
    ? 0
    : before?.failed_on === today
      ? before.failed_days
      : (before?.failed_days ?? 0) + 1;
  const outcome =
    look.outcome === 'unreachable' && failedDays >= BROKEN_DAYS ? 'broken' : look.outcome;
  const works = outcome === 'ok' || outcome === 'moved';
  return {
    ...look,
    address,
    outcome,
    checked_at: now,
    worked_at: works ? now : (before?.worked_at ?? null),
    since: before?.outcome === outcome ? before.since : now,
    failed_days: failedDays,
    failed_on: failed ? today : null,
  };
}

/**
 * Whether the answers tell of the checker rather than of the addresses: nobody at all answered, and it was the names or
 * the network, or too many at once to be anything else.
 */
export function isOutage(answers: ReadonlyMap<string, Answer>): boolean {
  const asked = [...answers].filter(([, { kind }]) => kind !== 'refused');
  if (asked.length === 0 || asked.some(([, { kind }]) => kind !== 'failed')) return false;
  const ownFault = asked.some(
    ([, answer]) =>
      answer.kind === 'failed' && (answer.why === 'resolver' || answer.why === 'network'),
  );
  return ownFault || new Set(asked.map(([address]) => URL.parse(address)?.host)).size >= 3;
}

/** What an address means for publishing: fit only when it has been seen to work, and lately. */
export function linkFault(
  check: LinkCheck | undefined,
  validDays: number,
  now: Date,
): 'link-broken' | 'link-unchecked' | null {
  if (!check) return 'link-unchecked';
  const { outcome, status, checked_at, worked_at } = check;
  // An address that nobody outside can reach is of no use on a public page.
  if (outcome === 'broken' || (outcome === 'refused' && status === null)) return 'link-broken';
  const seen = outcome === 'unreachable' ? worked_at : checked_at;
  return seen !== null && now.getTime() - seen.getTime() <= validDays * 86_400_000
    ? null
    : 'link-unchecked';
}
