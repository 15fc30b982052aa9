import {
  findFaults,
  findKnownAnswers,
  type KnownAnswer,
  type PlacedAnswer,
  recordAnswers,
  type SealedAnswer,
} from '#modules/feedback';
import { findSurveyVersions, type SurveyVersion } from '#modules/surveys';
import { consumeInvitations, findUsableInvitations, type Invitation } from './invitation-store.ts';
import { invalid, type Outcome } from './outcome.ts';
import { findOpenPoints, type OpenPoint } from './point-store.ts';
import type { CollectionContext } from './tables.ts';

/** An answer that has arrived: masked, and its token, if it came with one, already a hash. */
export interface ArrivedAnswer {
  readonly answer: SealedAnswer;
  readonly wayIn:
    | { readonly code: string; readonly node: string | undefined }
    | { readonly tokenHash: Buffer };
}

/** Versions that a form has shown never change in what is checked, so they are read once. */
export type ShownVersions = Map<string, SurveyVersion>;

/**
 * Receives a batch whose ids and tokens are all different, set-wise: the number of statements does not grow with the
 * number of answers. Outcomes come in the order of the batch. Whoever is refused disturbs nobody else.
 */
export async function receiveAnswers(
  ctx: CollectionContext,
  batch: readonly ArrivedAnswer[],
  shown: ShownVersions,
): Promise<Outcome[]> {
  // First of all, even before the token is looked at: an answer that stands already has used it.
  const known = await findKnownAnswers(
    ctx,
    batch.map(({ answer }) => answer.id),
  );
  const fresh = batch.filter(({ answer }) => !known.has(answer.id));
  const points = await findOpenPoints(ctx, [
    ...new Set(fresh.flatMap(({ wayIn }) => ('code' in wayIn ? wayIn.code : []))),
  ]);
  await readVersions(ctx, fresh, shown);
  const judged = new Map(fresh.map((arrived) => [arrived, judge(arrived, points, shown)]));
  await useTokens(ctx, judged, shown);
  const receipts = await recordAnswers(
    ctx,
    [...judged.values()].filter((verdict) => 'version' in verdict),
  );
  const outcomes = batch.map((arrived): Outcome => {
    const standing = known.get(arrived.answer.id);
    if (standing) return compare(arrived, standing);
    const verdict = judged.get(arrived)!;
    return 'kind' in verdict
      ? verdict
      : { kind: 'stored', receipt: receipts.get(arrived.answer.id)! };
  });
  await logDifferent(ctx, batch, outcomes);
  return outcomes;
}

type Verdict = Outcome | PlacedAnswer | { readonly wantsToken: Buffer };

async function readVersions(
  ctx: CollectionContext,
  batch: readonly ArrivedAnswer[],
  shown: ShownVersions,
): Promise<void> {
  const unread = new Set(
    batch.map(({ answer }) => answer.surveyVersion).filter((id) => !shown.has(id)),
  );
  if (unread.size === 0) return;
  for (const version of await findSurveyVersions(ctx, [...unread])) {
    // A form that was opened before its version was retired is still received: the answer belongs to what was shown.
    if (version.status === 'in-use' || version.status === 'retired') shown.set(version.id, version);
  }
}

function judge(
  { answer, wayIn }: ArrivedAnswer,
  points: ReadonlyMap<string, OpenPoint>,
  shown: ShownVersions,
): Verdict {
  const point = 'code' in wayIn ? points.get(wayIn.code) : undefined;
  if ('code' in wayIn && !point) return { kind: 'gone' };
  const version = shown.get(answer.surveyVersion);
  if (!version || (point && point.survey !== version.survey))
    return invalid('/surveyVersion', 'not-an-option');
  const faults = findFaults(answer, version);
  if (faults.length > 0) return { kind: 'invalid', faults };
  if (!('code' in wayIn)) return { wantsToken: wayIn.tokenHash };
  return placeAtPoint(answer, version, point!, wayIn.node);
}

function placeAtPoint(
  answer: SealedAnswer,
  version: SurveyVersion,
  point: OpenPoint,
  chosen: string | undefined,
): Verdict {
  const possible = point.node === null ? point.units : [point.node];
  const node = chosen ?? (possible.length === 1 ? possible[0] : undefined);
  if (node === undefined) return invalid('/node', 'missing');
  if (!possible.includes(node)) return invalid('/node', 'not-an-option');
  return { answer, version, node, channel: point.channel, path: point.path };
}

/** Turns each wish for a token into a placed answer or a refusal. Only answers that are otherwise right come this far. */
async function useTokens(
  ctx: CollectionContext,
  judged: Map<ArrivedAnswer, Verdict>,
  shown: ShownVersions,
): Promise<void> {
  const wishes = [...judged].flatMap(([arrived, verdict]) =>
    'wantsToken' in verdict ? [{ arrived, tokenHash: verdict.wantsToken }] : [],
  );
  const invitations = await consumeInvitations(
    ctx,
    wishes.map(({ arrived, tokenHash }) => ({
      tokenHash,
      surveyVersion: arrived.answer.surveyVersion,
    })),
  );
  const missed = wishes.filter(({ tokenHash }) => !invitations.has(tokenHash.toString('hex')));
  const explained = await explainMissed(ctx, missed);
  for (const { arrived, tokenHash } of wishes) {
    const invitation = invitations.get(tokenHash.toString('hex'));
    judged.set(
      arrived,
      invitation ? placeByInvitation(arrived.answer, shown, invitation) : explained.get(arrived)!,
    );
  }
}

const placeByInvitation = (
  answer: SealedAnswer,
  shown: ShownVersions,
  { node, path, channel }: Invitation,
): PlacedAnswer => ({
  answer,
  version: shown.get(answer.surveyVersion)!,
  node,
  path,
  channel,
});

async function explainMissed(
  ctx: CollectionContext,
  missed: readonly { arrived: ArrivedAnswer; tokenHash: Buffer }[],
): Promise<Map<ArrivedAnswer, Outcome>> {
  if (missed.length === 0) return new Map();
  // Another process may have stored this very answer while this transaction waited for its token.
  const known = await findKnownAnswers(
    ctx,
    missed.map(({ arrived }) => arrived.answer.id),
  );
  const usable = await findUsableInvitations(
    ctx,
    missed.map(({ tokenHash }) => tokenHash),
  );
  return new Map(
    missed.map(({ arrived, tokenHash }): [ArrivedAnswer, Outcome] => {
      const standing = known.get(arrived.answer.id);
      if (standing) return [arrived, compare(arrived, standing)];
      return [
        arrived,
        usable.has(tokenHash.toString('hex'))
          ? invalid('/surveyVersion', 'not-an-option')
          : { kind: 'gone' },
      ];
    }),
  );
}

const compare = ({ answer }: ArrivedAnswer, standing: KnownAnswer): Outcome =>
  standing.contentHash.equals(answer.contentHash)
    ? { kind: 'repeated', receipt: standing.receipt }
    : { kind: 'different' };

async function logDifferent(
  ctx: CollectionContext,
  batch: readonly ArrivedAnswer[],
  outcomes: readonly Outcome[],
): Promise<void> {
  for (const [index, { answer }] of batch.entries()) {
    if (outcomes[index]!.kind === 'different')
      await ctx.audit({ action: 'collection.refuseDifferentAnswer', thing: `answer/${answer.id}` });
  }
}
