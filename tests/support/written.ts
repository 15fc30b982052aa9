import type { Action } from '#contract/development';
import type { SurveyList } from '#contract/surveys';
import { maskText } from '#modules/feedback';
import { LANGUAGES, type Language } from '#platform/i18n.ts';
import { newId } from '#platform/ids.ts';
import { askAs, done, type Next, type People, threeOf } from './ask.ts';
import type { BuiltServer } from './server.ts';
import { nodeId } from './visits.ts';

/** A service area with a unit that has a feedback point; what they are called is written by attackers. */
export interface Place {
  readonly area: string;
  readonly unit: string;
  readonly slug: string;
  readonly code: string;
  readonly names: Readonly<Record<'area' | 'unit', Record<Language, string>>>;
}
export async function addPlace(
  server: BuiltServer,
  { admin, team }: People,
  next: Next,
): Promise<Place> {
  const names = { area: threeOf(next, 120), unit: threeOf(next, 120) };
  const add = (above: string, kind: string): Promise<{ id: string; slug: string }> =>
    done(admin, 'POST', `/api/nodes/${above}/children`, {
      kind,
      code: `X-${kind}`,
      name: { fi: kind },
    });
  const area = await add(await nodeId(server, 'D1'), 'service-area');
  const unit = await add(area.id, 'unit');
  const plain = { oid: null, sensitive: false };
  for (const [id, name, was] of [
    [area.id, names.area, { fi: 'service-area' }],
    [unit.id, names.unit, { fi: 'unit' }],
  ] as const)
    await done(admin, 'PUT', `/api/nodes/${id}`, {
      ...plain,
      name,
      before: { ...plain, name: was },
    });
  const point = await done<{ code: string }>(
    team,
    'POST',
    `/api/nodes/${unit.id}/feedback-points`,
    {},
  );
  return { area: area.id, unit: unit.id, slug: unit.slug, code: point.code, names };
}

/** Gives an answer for each attack through the API, each by an invitation of its own; the ids come back. */
export async function giveAnswers(
  server: BuiltServer,
  { unit }: Place,
  attacks: readonly string[],
): Promise<string[]> {
  const [anybody, team] = [await askAs(server), await askAs(server, 'asiakaskokemus')];
  const { surveys } = await done<{ surveys: { inUse: { id: string } }[] }>(
    team,
    'GET',
    '/api/surveys',
  );
  const ids = attacks.map(newId);
  for (let start = 0; start < attacks.length; start += 25) {
    const some = attacks.slice(start, start + 25);
    const order = { node: unit, count: some.length };
    const { invitations } = await done<{ invitations: { token: string }[] }>(
      team,
      'POST',
      '/api/invitations',
      order,
    );
    await Promise.all(
      some.map((comment, index) =>
        done(anybody, 'POST', '/api/answers', {
          id: ids[start + index],
          token: invitations[index]!.token,
          surveyVersion: surveys[0]!.inUse.id,
          language: LANGUAGES[index % 3],
          recommendation: index % 11,
          comment,
        }),
      ),
    );
  }
  return ids;
}

/** What was written of one action and its reply, and where. */
export interface WrittenAction {
  readonly id: string;
  readonly words: string[];
  readonly agreed: string;
  readonly reply: Record<Language, string[]>;
}

/** Discusses the results, writes an action and the reply to it, and has another person publish that. */
export async function writeAction(
  { team, publisher }: People,
  { unit }: Place,
  next: Next,
): Promise<WrittenAction> {
  // What looks like somebody's number or address may not become public at all.
  const open: Next = (longest) => {
    const attack = next(longest);
    return maskText(attack).masked === 0 ? attack : open(longest);
  };
  const day = { due: '2027-01-01' };
  const discussion = newId();
  const agreed = next(4_000);
  await done(team, 'PUT', `/api/nodes/${unit}/discussions/${discussion}`, {
    periodFrom: '2026-01-01',
    periodTo: '2026-02-01',
    agreed,
  });
  const before = { ...day, title: next(160), reason: next(2_000), owner: next(120) };
  const { id } = await done<Action>(team, 'POST', `/api/nodes/${unit}/actions`, {
    ...before,
    discussion,
  });
  const now = { ...day, title: next(160), reason: next(2_000), owner: next(120) };
  await done(team, 'PUT', `/api/actions/${id}`, { ...now, revision: 1 });
  const notes = [next(1_000), next(1_000)];
  for (const [index, status] of ['decided', 'in-progress'].entries())
    await done(team, 'POST', `/api/actions/${id}/status`, {
      status,
      note: notes[index],
      revision: index + 2,
    });
  const texts = Object.fromEntries(
    LANGUAGES.map((language) => [language, { youSaid: open(600), weDid: open(600) }]),
  );
  const { reply } = await done<Action>(team, 'PUT', `/api/actions/${id}/reply`, {
    texts,
    send: true,
    revision: 0,
  });
  await done(publisher, 'POST', `/api/actions/${id}/reply/publication`, {
    revision: reply!.revision,
  });
  const words = [before, now].flatMap(({ title, reason, owner }) => [title, reason, owner]);
  const said = Object.fromEntries(
    LANGUAGES.map((language) => [language, Object.values(texts[language]!)]),
  ) as Record<Language, string[]>;
  return { id, agreed, words: [...words, ...notes, ...Object.values(said).flat()], reply: said };
}

/** Corrects every wording of the survey in use into attacks. */
export async function writeSurvey(
  { team }: People,
  next: Next,
): Promise<Record<Language, string[]>> {
  const { surveys } = await done<{ surveys: SurveyInUse[] }>(team, 'GET', '/api/surveys');
  const { id, set, statements, texts } = surveys[0]!.inUse;
  const words: Record<Language, string[]> = { fi: [], sv: [], en: [] };
  type Said = Partial<Record<Language, string>>;
  const correct = async (at: string, said: Said): Promise<void> => {
    for (const language of LANGUAGES) {
      const text = next(500);
      words[language].push(text);
      const before = said[language] === undefined ? null : { text: said[language] };
      await done(team, 'PUT', `${at}/${language}`, { text, official: true, before });
    }
  };
  for (const { code, text } of statements)
    await correct(`/api/statement-sets/${set.id}/statements/${code}/texts`, text as Said);
  for (const field of ['recommendation', 'comment'] as const)
    await correct(`/api/survey-versions/${id}/texts/${field}`, texts[field] as Said);
  return words;
}
type SurveyInUse = {
  inUse: NonNullable<(typeof SurveyList)['_output']['surveys'][number]['inUse']>;
};

/** A channel with attacks in every text, and an account that is called one. */
export async function writeNames(
  { admin, editor }: People,
  next: Next,
): Promise<{ channel: string; channelWords: string[]; account: string }> {
  const texts = {
    name: threeOf(next, 120),
    description: threeOf(next, 500),
    hours: threeOf(next, 300),
    address: threeOf(next, 300),
    cost: threeOf(next, 200),
    needs: threeOf(next, 500),
  };
  const { id } = await done<{ id: string }>(editor, 'POST', '/api/channels', {
    kind: 'phone',
    phone: '029 123 4567',
    url: 'https://example.com/',
    texts,
  });
  const account = next(120);
  await done(admin, 'POST', '/api/accounts', { email: 'h1@example.fi', name: account });
  return {
    channel: id,
    channelWords: Object.values(texts).flatMap((text) => Object.values(text)),
    account,
  };
}
