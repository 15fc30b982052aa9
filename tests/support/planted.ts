import { LANGUAGES, type Language } from '#platform/i18n.ts';
import { newId } from '#platform/ids.ts';
import type { BuiltServer } from './server.ts';
import { query } from './visits.ts';

/** Three attacks, one for each language, in every text of a unit, its path, its channel, its survey, its actions and replies. */
export interface Planted {
  readonly unit: string;
  readonly path: string;
  readonly channel: string;
  /** The name of the unit and of the path in an address, in all languages. */
  readonly slug: string;
  /** The short addresses of the unit's form and of the form that asks which unit it was. */
  readonly codes: { readonly unit: string; readonly path: string };
  readonly point: string;
  readonly actions: readonly string[];
  readonly accounts: readonly string[];
  /** The ids of the answers that tell the attacks. */
  readonly answers: readonly string[];
  readonly attacks: readonly string[];
}

/** An attack as it stands in one field: each field says which it is, so that each can be looked for. */
export const inField = (attack: string, field: string): string => `${attack} ‹${field}›`;

type Row = Record<string, unknown>;

/** Puts rows into a table past everything that would check them, as somebody who can write into the database would. */
async function insert(server: BuiltServer, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0]!).join(', ');
  await query(
    server,
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

const inLanguages = (
  attacks: readonly string[],
  row: (attack: string, language: Language) => Row,
): Row[] => LANGUAGES.map((language, index) => row(attacks[index]!, language));

const PARTS = [
  {
    anchor: 'polku',
    kind: 'path',
    parent: null,
    fields: ['title', 'description', 'topic', 'facts', 'note', 'searchWords'],
  },
  { anchor: 'kiire', kind: 'urgency-notice', parent: 'polku', fields: ['title', 'text'] },
  { anchor: 'vaihe', kind: 'phase', parent: 'polku', fields: ['title', 'text'] },
  { anchor: 'ohje', kind: 'instruction', parent: 'vaihe', fields: ['title', 'text'] },
  {
    anchor: 'askel',
    kind: 'step',
    parent: 'vaihe',
    fields: ['title', 'text', 'cost', 'wait', 'needs'],
  },
  { anchor: 'kanava', kind: 'channel-use', parent: 'askel', fields: ['whenToUse'] },
  { anchor: 'linkki', kind: 'link', parent: 'askel', fields: ['title', 'why', 'provider'] },
  { anchor: 'lomake', kind: 'form', parent: 'askel', fields: ['title', 'needs', 'paper'] },
  { anchor: 'oire', kind: 'symptom-check', parent: 'askel', fields: ['title', 'notFor'] },
] as const;
const HIDDEN = new Set(['polku searchWords']);
const MARKDOWN = new Set(['vaihe text', 'ohje text', 'askel text']);

/** The fields of a path that its page shows as plain words. */
export const PATH_FIELDS: readonly string[] = PARTS.flatMap(({ anchor, fields }) =>
  fields.map((field) => `${anchor} ${field}`),
).filter((field) => !HIDDEN.has(field) && !MARKDOWN.has(field));
export const CHANNEL_FIELDS = ['name', 'description', 'hours', 'address', 'cost', 'needs'] as const;

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
  return all;
}

type Put = (
  table: string,
  rows: (planted: Planted, index: number) => readonly Row[],
) => Promise<void>;

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

async function plantPaths(server: BuiltServer, put: Put, below: string): Promise<void> {
  const version = Object.assign(new Map<string, string>(), {
    of: (path: string) => version.get(path) ?? version.set(path, newId()).get(path)!,
  });
  const url = Object.fromEntries(LANGUAGES.map((language) => [language, 'https://example.com/']));
  const properties = (kind: string, attacks: readonly string[]): Row => ({
    kind,
    ...(['link', 'form', 'symptom-check'].includes(kind) && { url }),
    ...(kind === 'symptom-check' && {
      provider: attacks.find(({ length }) => length <= 120) ?? '',
    }),
    ...(kind === 'step' && { onlyDigitalReason: attacks[0]! }),
  });
  await put('service_path', ({ path }) => [
    { id: path, node_id: below, level: 'service', clinical: false, created_at: new Date() },
  ]);
  await put('path_unit', ({ path, unit }) => [{ path_id: path, node_id: unit }]);
  await query(
    server,
    "insert into path_unit select p.county_id, p.path_id, n.id from path_unit p join node u on u.id = p.node_id join node n on n.code = 'U014' where u.code like 'H1-%'",
  );
  await put('path_slug', ({ path, slug }) =>
    LANGUAGES.map((language) => ({
      language,
      slug,
      path_id: path,
      current: true,
      created_at: new Date(),
    })),
  );
  await put('path_version', ({ path }) => [
    {
      id: version.of(path),
      path_id: path,
      number: 1,
      state: 'current',
      status: 'draft',
      revision: 1,
      created_at: new Date(),
      updated_at: new Date(),
    },
  ]);
  await put('path_anchor', ({ path }) =>
    PARTS.map(({ anchor, kind }) => ({ path_id: path, anchor, kind, created_at: new Date() })),
  );
  await put('path_element', ({ path, channel, attacks }) =>
    PARTS.map(({ anchor, kind, parent }, position) => ({
      version_id: version.of(path),
      anchor,
      path_id: path,
      parent_anchor: parent,
      kind,
      position,
      channel_id: kind === 'channel-use' ? channel : null,
      properties: properties(kind, attacks),
    })),
  );
  await put('path_text', ({ path, attacks }) =>
    PARTS.flatMap(({ anchor, fields }) =>
      fields.flatMap((field) =>
        inLanguages(attacks, (attack, variant) => ({
          version_id: version.of(path),
          anchor,
          field,
          variant,
          text: inField(attack, `${anchor} ${field}`),
          revision: 1,
          source_revision: 1,
        })),
      ),
    ),
  );
  await query(
    server,
    "update path_version v set status = 'published', published_at = now() from path_slug s where s.path_id = v.path_id and s.slug like 'sanoja-%'",
  );
}

async function plantForms(put: Put): Promise<void> {
  const ids = new Map<string, { set: string; survey: string; version: string }>();
  const of = ({ unit }: Planted) =>
    ids.get(unit) ?? ids.set(unit, { set: newId(), survey: newId(), version: newId() }).get(unit)!;
  await put('statement_set', (planted) => [
    {
      id: of(planted).set,
      code: planted.slug,
      version: 1,
      respondents: ['customer'],
      source: '',
      valid_from: '2026-01-01',
    },
  ]);
  await put('statement', (planted) => [
    {
      set_id: of(planted).set,
      code: 'one',
      position: 1,
      theme: inField(planted.attacks.join(' '), 'theme'),
    },
  ]);
  await put('statement_text', (planted) =>
    inLanguages(planted.attacks, (attack, language) => ({
      set_id: of(planted).set,
      statement_code: 'one',
      language,
      text: inField(attack, 'statement'),
      official: false,
    })),
  );
  await put('survey', (planted) => [{ id: of(planted).survey, code: planted.slug }]);
  await put('survey_version', (planted) => [
    {
      id: of(planted).version,
      survey_id: of(planted).survey,
      number: 1,
      status: 'in-use',
      set_id: of(planted).set,
      asks_recommendation: true,
      asks_comment: true,
      created_at: new Date(),
    },
  ]);
  await put('survey_text', (planted) =>
    ['name', 'recommendation', 'comment', 'thanks'].flatMap((field) =>
      inLanguages(planted.attacks, (attack, language) => ({
        survey_version_id: of(planted).version,
        field,
        language,
        text: inField(attack, `survey ${field}`),
        official: false,
      })),
    ),
  );
  const point = { path_id: null, anchor: null, channel: 'qr', created_at: new Date() };
  await put('feedback_point', (planted) => [
    {
      ...point,
      id: planted.point,
      code: planted.codes.unit,
      survey_id: of(planted).survey,
      node_id: planted.unit,
      path_id: planted.path,
      anchor: 'vaihe',
    },
    {
      ...point,
      id: newId(),
      code: planted.codes.path,
      survey_id: of(planted).survey,
      node_id: null,
      path_id: planted.path,
      anchor: 'vaihe',
    },
  ]);
}

/** The answers came in through the API to another unit; each unit here gets three of them as they were stored. */
async function plantAnswers(server: BuiltServer, all: readonly Planted[]): Promise<void> {
  const copies = all.flatMap(({ unit, path, answers }) =>
    answers.map((source) => ({ source, id: newId(), unit, path })),
  );
  const given = 'jsonb_to_recordset($1::jsonb) as g(source uuid, id uuid, unit uuid, path uuid)';
  const rows = JSON.stringify(copies);
  await query(
    server,
    `insert into answer select (jsonb_populate_record(a, jsonb_build_object('id', g.id, 'node_id', g.unit, 'path_id', g.path, 'anchor', 'vaihe'))).* from answer a join ${given} on g.source = a.id`,
    [rows],
  );
  await query(
    server,
    `insert into answer_text select (jsonb_populate_record(a, jsonb_build_object('answer_id', g.id, 'node_id', g.unit))).* from answer_text a join ${given} on g.source = a.answer_id`,
    [rows],
  );
}

async function plantActions(put: Put): Promise<void> {
  const now = new Date();
  await put('discussion', ({ unit, attacks, accounts }) => [
    {
      id: newId(),
      node_id: unit,
      period_from: '2026-01-01',
      period_to: '2026-02-01',
      agreed: inField(attacks.join('\n'), 'agreed'),
      created_at: now,
      created_by: accounts[0],
    },
  ]);
  await put('development_action', ({ unit, path, actions, accounts, attacks }) =>
    actions.map((id, place) => ({
      id,
      node_id: unit,
      title: inField(attacks[place]!, 'title'),
      reason: inField(attacks[place]!, 'reason'),
      owner: inField(attacks[place]!, 'owner'),
      due: '2027-01-01',
      status: 'in-progress',
      path_id: path,
      anchor: 'vaihe',
      created_at: now,
      created_by: accounts[place],
      updated_at: now,
      revision: 1,
    })),
  );
  await put('action_source', ({ actions, answers }) =>
    actions.map((action_id, place) => ({ action_id, answer_id: answers[place] })),
  );
  await put('action_event', ({ actions, accounts, attacks }) =>
    actions.flatMap((action_id, place) => {
      const event = { action_id, at: now, account_id: accounts[place] };
      const changes = [
        {
          field: 'title',
          from: inField(attacks[place]!, 'from'),
          to: inField(attacks[place]!, 'to'),
        },
      ];
      return [
        { ...event, id: newId(), kind: 'edited', detail: { number: 1, changes } },
        {
          ...event,
          id: newId(),
          kind: 'status',
          detail: {
            number: 2,
            from: 'decided',
            to: 'in-progress',
            note: inField(attacks[place]!, 'note'),
          },
        },
        { ...event, id: newId(), kind: 'reply-written', detail: { number: 3, sent: true } },
      ];
    }),
  );
  const replies = new Map<string, string>();
  const replyOf = (action: string): string =>
    replies.get(action) ?? replies.set(action, newId()).get(action)!;
  await put('public_reply', ({ unit, path, actions, accounts }, index) =>
    actions.map((action_id, place) => ({
      id: replyOf(action_id),
      action_id,
      node_id: unit,
      path_id: path,
      anchor: 'vaihe',
      status: 'published',
      written_by: accounts[place],
      written_at: now,
      published_by: accounts[(place + 1) % 3],
      published_at: new Date(now.getTime() - index * 1_000),
    })),
  );
  await put('public_reply_text', ({ actions, attacks }) =>
    actions.flatMap((action, place) =>
      LANGUAGES.map((language) => ({
        reply_id: replyOf(action),
        language,
        you_said: inField(attacks[place]!, 'said'),
        we_did: inField(attacks[place]!, 'did'),
      })),
    ),
  );
}
