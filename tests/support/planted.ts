import { LANGUAGES, type Language } from '#platform/i18n.ts';
import { hashOf, newId } from '#platform/ids.ts';
import { CHANNEL_FIELDS, plantForms, plantPaths } from './plant-paths.ts';
import { plantActions, plantAnswers } from './plant-work.ts';
import { inField, inLanguages, insert, type Planted, type Put, type Row } from './planting.ts';
import type { BuiltServer } from './server.ts';
import { query } from './visits.ts';

/** Plants attacks, three to a unit, below a node. Each unit gets everything that words can be written into. */
export async function plant(
  server: BuiltServer,
  below: string,
  given: { attacks: readonly string[]; answers: readonly string[] },
): Promise<Planted[]> {
  const [{ county_id }] = (await query<{ county_id: string }>(
    server,
    'select county_id from county',
  )) as [{ county_id: string }];
  const all = Array.from(
    { length: given.attacks.length / LANGUAGES.length },
    (_, index): Planted => {
      const [from, to] = [index * 3, index * 3 + 3];
      const ids = (): string[] => Array.from({ length: 3 }, newId);
      return {
        unit: newId(),
        path: newId(),
        channel: newId(),
        slug: `sanoja-${index}`,
        codes: { unit: `uuuu${index}`, path: `pppp${index}` },
        point: newId(),
        actions: ids(),
        accounts: ids(),
        answers: given.answers.slice(from, to),
        attacks: given.attacks.slice(from, to),
      };
    },
  );
  const put = (
    table: string,
    rows: (planted: Planted, index: number) => readonly Row[],
  ): Promise<void> =>
    insert(
      server,
      table,
      all.flatMap((planted, index) => rows(planted, index).map((row) => ({ county_id, ...row }))),
    );
  await plantUnits(server, put, below);
  await plantPaths(server, put, below);
  await plantForms(put);
  await plantAnswers(server, all);
  await plantActions(put);
  // So much at once is not planned for until it has been counted.
  await query(server, 'analyze');
  return all;
}

async function plantUnits(server: BuiltServer, put: Put, below: string): Promise<void> {
  await put('node', ({ unit, slug }, index) => [
    {
      id: unit,
      parent_id: below,
      kind: 'unit',
      code: `H1-${index}`,
      slug,
      sensitive: false,
      position: index,
      created_at: new Date(),
    },
  ]);
  await put('node_name', ({ unit, attacks }) =>
    inLanguages(attacks, (attack, language) => ({
      node_id: unit,
      language,
      name: inField(attack, 'unit'),
    })),
  );
  await put('node_ancestor', ({ unit }) => [{ node_id: unit, ancestor_id: unit, depth: 0 }]);
  await query(
    server,
    "insert into node_ancestor select n.county_id, n.id, a.ancestor_id, a.depth + 1 from node n join node_ancestor a on a.node_id = n.parent_id where n.code like 'H1-%'",
  );
  await put('account', ({ accounts, attacks, slug }) =>
    accounts.map((id, place) => ({
      id,
      email: `${slug}-${place}@example.fi`,
      name: inField(attacks[place]!, 'account'),
      language: 'fi',
      password_hash: '-',
      created_at: new Date(),
    })),
  );
  await put('account_role', ({ accounts, unit }) =>
    accounts.map((account_id) => ({
      id: newId(),
      account_id,
      node_id: unit,
      role: 'collector',
      granted_at: new Date(),
    })),
  );
  await put('api_token', ({ accounts, attacks, unit }) =>
    accounts.map((created_by, place) => ({
      id: newId(),
      token_hash: `\\x${hashOf(created_by).toString('hex')}`,
      ending: 'abcd',
      name: inField(attacks[place]!, 'token'),
      purpose: inField(attacks[place]!, 'token purpose'),
      role: 'collector',
      node_id: unit,
      created_at: new Date(),
      created_by,
      expires_at: '2100-01-01',
    })),
  );
  await put('channel', ({ channel, slug }) => [
    {
      id: channel,
      code: slug,
      kind: 'phone',
      url: 'https://example.com/',
      phone: '029 123 4567',
      created_at: new Date(),
      updated_at: new Date(),
    },
  ]);
  await put('channel_text', ({ channel, attacks }) =>
    CHANNEL_FIELDS.flatMap((field) =>
      inLanguages(attacks, (attack, language) => ({
        channel_id: channel,
        language,
        field,
        text: inField(attack, `channel ${field}`),
      })),
    ),
  );
}

/** Puts an attack where there is only one place in the whole county for it, and tells the news of it. */
export async function plantForAll(
  server: BuiltServer,
  attack: string,
  language: Language,
): Promise<void> {
  const field = (name: string): string => inField(attack, name);
  await query(
    server,
    'update node_name m set name = $1 from node n where n.id = m.node_id and n.parent_id is null and m.language = $2',
    [field('county'), language],
  );
  await query(
    server,
    "update survey_text t set text = $1 where t.field = 'thanks' and t.language = $2 and t.survey_version_id = (select id from survey_version where status = 'in-use' order by survey_id limit 1)",
    [field('thanks'), language],
  );
  await query(server, 'update redirection_text set title = $1, text = $2 where language = $3', [
    field('elsewhere'),
    field('elsewhere text'),
    language,
  ]);
  const news = { county: '*', topic: 'public', nodes: [] };
  await query(server, "select pg_notify('polku_news', $1)", [JSON.stringify(news)]);
}
