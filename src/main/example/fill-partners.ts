import { addPartner, confirm, makeAddress, namePartner, openConfirmation } from '#modules/partners';
import type { AnyContext } from '#platform/context.ts';
import { hashOf, newId } from '#platform/ids.ts';
import type { PathIds } from './example-paths.ts';

const DAY_MS = 86_400_000;

/**
 * Partners in each state of their word. All of them are invented, as is what they say: no real organisation is made to
 * say anything here.
 */
export async function fillPartners(ctx: AnyContext, paths: PathIds): Promise<void> {
  const add = async (name: string, anchor: string): Promise<string> => {
    const partner = await addPartner(ctx, { name });
    await namePartner(ctx, { path: paths.multiService, anchor }, partner);
    return partner;
  };
  await add('Esimerkkilän talousapu ry', 'palvelu-rahapiiri');
  const asked = await add('Esimerkkilän omaiset ry', 'palvelu-omaisten-ryhma');
  await makeAddress(ctx, asked, { days: 30 }, '');
  const silent = await add('Esimerkkilän saattajat ry', 'palvelu-saattaja');
  const before = { ...ctx, now: () => new Date(ctx.now().getTime() - 60 * DAY_MS) };
  await makeAddress(before, silent, { days: 30 }, '');
  const right = await add('Esimerkkilän yhdistykset ry', 'palvelu-kohtaamispaikka');
  await answer(ctx, right, { verdict: 'right', words: '' });
  const wish = await add('Esimerkkilän digitalkoot ry', 'palvelu-digituki');
  await answer(ctx, wish, {
    verdict: 'change',
    words: 'Autamme nyt myös kotona. Ajan saa yhdistyksen toimistosta.',
  });
  const changed = await add('Esimerkkilän neuvontaverkosto ry', 'palvelu-ohjaus');
  await answerOfOldWords(ctx, changed, paths.multiService);
}

/** Answers as the partner would: at an address of its own. */
async function answer(
  ctx: AnyContext,
  partner: string,
  said: { readonly verdict: 'right' | 'change'; readonly words: string },
): Promise<void> {
  const { address } = await makeAddress(ctx, partner, { days: 30 }, '');
  const token = address.replace('/v/', '');
  const { parts } = (await openConfirmation(ctx, token))!;
  const answers = parts.map(({ path, anchor, seen }) => ({ path, anchor, seen, ...said }));
  await confirm(ctx, token, { role: 'Toiminnanjohtaja', answers });
}

/** What a partner confirmed of words that have been changed since: the path has only had these. */
async function answerOfOldWords(ctx: AnyContext, partner: string, path: string): Promise<void> {
  const made = await makeAddress(ctx, partner, { days: 30 }, '');
  await ctx.db
    .insertInto('partner_answer')
    .values({
      county_id: ctx.county,
      id: newId(),
      partner_id: partner,
      address_id: made.id,
      path_id: path,
      anchor: 'palvelu-ohjaus',
      version_number: 1,
      said_hash: hashOf('words of last year'),
      verdict: 'right',
      words: '',
      role: '',
      answered_at: new Date(ctx.now().getTime() - 200 * DAY_MS),
    })
    .execute();
}
