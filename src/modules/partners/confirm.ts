import type { Context } from '#platform/context.ts';
import { refuseIdentityCode } from '#platform/identity-code.ts';
import { hashOf, newId } from '#platform/ids.ts';
import { tell } from '#platform/news.ts';
import { stateOf } from './confirmation-state.ts';
import type { Confirmation, ConfirmationForm, ConfirmationOutcome, SaidPart } from './contract.ts';
import {
  type AnswerRow,
  findAddress,
  keyOf,
  lockPartner,
  selectLatestAnswers,
  selectParts,
} from './partner-store.ts';
import { answerOf, lastDayOf, type PublicPart, readPublic } from './read-partners.ts';
import type { PartnerWorld } from './tables.ts';

type Ctx = Context<PartnerWorld>;

/**
 * What a partner reads at its address: all that is public of it. Only reads: opening the address changes nothing.
 * Nothing for a token that is unknown, expired or revoked, so that nobody learns which.
 */
export async function openConfirmation(ctx: Ctx, token: string): Promise<Confirmation | undefined> {
  const address = await findAddress(ctx, hashOf(token));
  if (!address) return undefined;
  const rows = await selectParts(ctx, { partner: address.partner_id });
  const shown = await readPublic(ctx, rows);
  const answers = await selectLatestAnswers(ctx, rows);
  return {
    partner: address.name,
    lastDay: lastDayOf(address.expires_at),
    parts: rows.flatMap((row) => {
      const there = shown.get(keyOf(row));
      return there ? [saidPartOf(there, answers.get(keyOf(row)))] : [];
    }),
  };
}

const saidPartOf = ({ part, said, hash }: PublicPart, answer: AnswerRow | undefined): SaidPart => ({
  ...said,
  path: part.path,
  anchor: part.anchor,
  seen: hash.toString('hex'),
  pathTitle: part.pathTitle,
  slugs: part.slugs,
  within: [...part.within],
  state: stateOf({ said: hash, answer, address: 'valid' }),
  answer: answer ? answerOf(answer) : null,
});

/**
 * Takes the answers of a partner. An answer holds for exactly what was read: where the words are others by now, or the
 * part tells of the partner no more, it is not taken, and comes back as changed. The same answer again is the same answer.
 * Nothing for a token that leads nowhere.
 */
export async function confirm(
  ctx: Ctx,
  token: string,
  { role, answers }: ConfirmationForm,
): Promise<ConfirmationOutcome | undefined> {
  for (const [index, { words }] of answers.entries())
    refuseIdentityCode(words, `/answers/${index}/words`);
  refuseIdentityCode(role, '/role');
  const address = await findAddress(ctx, hashOf(token));
  if (!address) return undefined;
  await lockPartner(ctx, address.partner_id);
  const rows = await selectParts(ctx, { partner: address.partner_id });
  const shown = await readPublic(ctx, rows);
  const before = await selectLatestAnswers(ctx, rows);
  const changed: ConfirmationOutcome['changed'] = [];
  let stored = 0;
  for (const { path, anchor, seen, verdict, words } of answers) {
    const key = keyOf({ path_id: path, anchor });
    const there = shown.get(key);
    if (there?.hash.toString('hex') !== seen) {
      changed.push({ path, anchor });
      continue;
    }
    stored += 1;
    const given = { verdict, words, role, said_hash: there.hash };
    if (isSame(before.get(key), given)) continue;
    await insertAnswer(ctx, address, there, given);
  }
  if (stored > 0) {
    await ctx.audit({
      action: 'partners.answer',
      thing: `partner/${address.partner_id} address/${address.id}`,
      detail: { answers: stored },
    });
    await tell(ctx, 'public', []);
  }
  return { stored, changed };
}

type Given = Pick<AnswerRow, 'verdict' | 'words' | 'role' | 'said_hash'>;

const isSame = (one: Given | undefined, other: Given): boolean =>
  one !== undefined &&
  one.verdict === other.verdict &&
  one.words === other.words &&
  one.role === other.role &&
  one.said_hash.equals(other.said_hash);

async function insertAnswer(
  ctx: Ctx,
  address: { readonly id: string; readonly partner_id: string },
  { part }: PublicPart,
  given: Given,
): Promise<void> {
  await ctx.db
    .insertInto('partner_answer')
    .values({
      county_id: ctx.county,
      id: newId(),
      partner_id: address.partner_id,
      address_id: address.id,
      path_id: part.path,
      anchor: part.anchor,
      version_number: part.version,
      ...given,
      answered_at: ctx.now(),
    })
    .execute();
}
