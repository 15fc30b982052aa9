import { LANGUAGES } from '#platform/i18n.ts';
import { newId } from '#platform/ids.ts';
import { inField, inLanguages, type Planted, type Put, type Row } from './planting.ts';
import type { BuiltServer } from './server.ts';
import { query } from './visits.ts';

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

/** Paths in which every text is an attack, published. */
export async function plantPaths(server: BuiltServer, put: Put, below: string): Promise<void> {
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
          text: MARKDOWN.has(`${anchor} ${field}`)
            ? [attack, ...attacks].join('\n\n')
            : inField(attack, `${anchor} ${field}`),
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

/** Surveys in which every text is an attack, and forms that ask them. */
export async function plantForms(put: Put): Promise<void> {
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
