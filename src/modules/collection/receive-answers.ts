import {
  findFaults,
  findKnownAnswers,
  type KnownAnswer,
  type PlacedAnswer,
  recordAnswers,
  type SealedAnswer,
} from '#modules/feedback';
import { findSurveyVersions, type SurveyVersion } from '#modules/surveys';
import {
  consumeInvitations,
  findUsableInvitations,
  giveBackInvitations,
  type Invitation,
} from './invitation-store.ts';
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
  await readVersions(ctx, batch, shown);
  const look = await lookUp(ctx, batch, shown);
  const verdicts = batch.map((arrived) => judge(arrived, look, shown));
  await recordAnswers(
    ctx,
    verdicts.filter((verdict) => 'version' in verdict),
  );
  const outcomes = verdicts.map((verdict): Outcome =>
    'kind' in verdict ? verdict : { kind: 'stored', receipt: verdict.answer.receipt },
  );
  await logDifferent(ctx, batch, outcomes);
  return outcomes;
}

type Verdict = Outcome | PlacedAnswer;

/** What the database knows of a batch. */
interface LookUp {
  readonly known: ReadonlyMap<string, KnownAnswer>;
  readonly points: ReadonlyMap<string, OpenPoint>;
  /** The invitations that this transaction has used, by token hash. */
  readonly invitations: ReadonlyMap<string, Invitation>;
  /** What became of the answers whose token could not be used. */
  readonly refused: ReadonlyMap<ArrivedAnswer, Outcome>;
}

/** Three questions in one journey to the database. Only answers that are otherwise right use their token. */
async function lookUp(
  ctx: CollectionContext,
  batch: readonly ArrivedAnswer[],
  shown: ShownVersions,
): Promise<LookUp> {
  const ids = batch.map(({ answer }) => answer.id);
  const codes = new Set(batch.flatMap(({ wayIn }) => ('code' in wayIn ? wayIn.code : [])));
  const wishes = batch.flatMap((arrived): Wish[] =>
    'code' in arrived.wayIn || refuse(arrived.answer, shown)
      ? []
      : [{ arrived, tokenHash: arrived.wayIn.tokenHash }],
  );
  const [known, points, invitations] = await Promise.all([
    findKnownAnswers(ctx, ids),
    findOpenPoints(ctx, [...codes]),
    consumeInvitations(
      ctx,
      wishes.map(({ arrived, tokenHash }) => ({
        tokenHash,
        surveyVersion: arrived.answer.surveyVersion,
      })),
    ),
  ]);
  const isUsed = ({ tokenHash }: Wish): boolean => invitations.has(tokenHash.toString('hex'));
  const standing = wishes.filter(({ arrived }) => known.has(arrived.answer.id));
  // An answer that stood already has its own token behind it; the one that came with it this time stays unused.
  await giveBackInvitations(
    ctx,
    standing.filter(isUsed).map(({ tokenHash }) => tokenHash),
  );
  const missed = wishes.filter((wish) => !standing.includes(wish) && !isUsed(wish));
  return { known, points, invitations, refused: await explainMissed(ctx, missed) };
}

interface Wish {
  readonly arrived: ArrivedAnswer;
  readonly tokenHash: Buffer;
}

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

/** First of all, even before the token: an answer that stands already has used it. */
function judge(arrived: ArrivedAnswer, look: LookUp, shown: ShownVersions): Verdict {
  const { answer, wayIn } = arrived;
  const standing = look.known.get(answer.id);
  if (standing) return compare(arrived, standing);
  const point = 'code' in wayIn ? look.points.get(wayIn.code) : undefined;
  if ('code' in wayIn && !point) return { kind: 'gone' };
  const refusal = refuse(answer, shown, point);
  if (refusal) return refusal;
  const version = shown.get(answer.surveyVersion)!;
  if ('code' in wayIn) return placeAtPoint(answer, version, point!, wayIn.node);
  const invitation = look.invitations.get(wayIn.tokenHash.toString('hex'));
  if (!invitation) return look.refused.get(arrived)!;
  const { node, path, channel } = invitation;
  return { answer, version, node, path, channel };
}

/** What is wrong with an answer, as far as its form tells. */
function refuse(
  answer: SealedAnswer,
  shown: ShownVersions,
  point?: OpenPoint,
): Outcome | undefined {
  const version = shown.get(answer.surveyVersion);
  if (!version || (point && point.survey !== version.survey))
    return invalid('/surveyVersion', 'not-an-option');
  const faults = findFaults(answer, version);
  return faults.length > 0 ? { kind: 'invalid', faults } : undefined;
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

async function explainMissed(
  ctx: CollectionContext,
  missed: readonly Wish[],
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
