import type pg from 'pg';
import { newId } from '#platform/ids.ts';
import { slugOf } from '#modules/organisation';
import library from './service-paths.json' with { type: 'json' };

/** A text in Finnish and in Swedish. */
type Pair = readonly [string, string];

/** A service path as it is planted: everything that search looks at. */
export interface LibraryPath {
  readonly code: string;
  readonly topic: Pair;
  readonly title: Pair;
  readonly description: Pair;
  /** One on each line, as editors write them; so are the steps. */
  readonly words: Pair;
  readonly phases: readonly Pair[];
  readonly steps: Pair;
}

/** For whom and where a service is: what makes 500 paths of forty. */
const VARIANTS: readonly Pair[] = [
  ['', ''],
  ['lapset', 'barn'],
  ['nuoret', 'unga'],
  ['opiskelijat', 'studerande'],
  ['työikäiset', 'personer i arbetsför ålder'],
  ['ikääntyneet', 'äldre'],
  ['pohjoinen alue', 'norra området'],
  ['eteläinen alue', 'södra området'],
  ['saaristo', 'skärgården'],
  ['etävastaanotto', 'distansmottagning'],
  ['ruotsinkieliset palvelut', 'svenskspråkiga tjänster'],
  ['illat ja viikonloput', 'kvällar och veckoslut'],
];

const PHASES: readonly Pair[] = [
  ['Mietin, tarvitsenko apua', 'Jag funderar på om jag behöver hjälp'],
  ['Otan yhteyttä', 'Jag tar kontakt'],
  ['Tulen vastaanotolle tai tutkimukseen', 'Jag kommer till mottagningen eller undersökningen'],
  ['Saan tuloksen ja suunnitelman', 'Jag får svaret och en plan'],
  ['Saan hoidon ja tuen', 'Jag får vård och stöd'],
  ['Seuranta', 'Uppföljning'],
];
const STEPS: Pair = [
  'Tarkista, onko sinulla oireita\nTee oirearvio\nVaraa aika\nTäytä esitiedot\nKäy laboratoriossa testissä\nOta näyte\nKatso tulos sovelluksesta\nSovi seurannasta',
  'Kontrollera om du har symtom\nGör en symtombedömning\nBoka en tid\nFyll i förhandsuppgifterna\nGå på test i laboratoriet\nTa provet\nSe svaret i appen\nKom överens om uppföljningen',
];

/** The four paths that the queries mean, among so many others that stand in their way. */
export function libraryPaths(count: number): LibraryPath[] {
  const named = library.named as unknown as LibraryPath[];
  const others = VARIANTS.flatMap((variant, round) =>
    library.others.map((row, at) => otherPath(row, variant, `muu-${round}-${at}`)),
  );
  return [...named, ...others].slice(0, count);
}

function otherPath(row: readonly string[], [fi, sv]: Pair, code: string): LibraryPath {
  const pair = (at: number): Pair => [row[at]!, row[at + 1]!];
  const [title, titleSv] = pair(2);
  return {
    code,
    topic: pair(0),
    title: fi === '' ? [title, titleSv] : [`${title}: ${fi}`, `${titleSv}: ${sv}`],
    description: pair(4),
    words: pair(6),
    phases: PHASES,
    steps: STEPS,
  };
}

/** The six variants of a text, as somebody who writes everything would have them. */
const variantsOf = ([fi, sv]: Pair): [variant: string, text: string][] => [
  ['fi', fi],
  ['sv', sv],
  ['en', `${fi} (in English)`],
  ['fi-simple', fi],
  ['sv-simple', sv],
  ['en-simple', `${fi} (in easy English)`],
];

const AT_ONCE = 25;

/** Publishes them all, by the owner's connection and past the rules for what is fit. */
export async function plantLibrary(
  client: pg.Client,
  { county, node }: { county: string; node: string },
  paths: readonly LibraryPath[],
  { analyse = true } = {},
): Promise<void> {
  for (let at = 0; at < paths.length; at += AT_ONCE)
    await plantSome(client, county, node, paths.slice(at, at + AT_ONCE));
  if (analyse) await client.query('analyze');
  await client.query(
    "select pg_notify('polku_news', json_build_object('county', $1::text, 'topic', 'public', 'nodes', '[]'::json)::text)",
    [county],
  );
}

async function plantSome(
  client: pg.Client,
  county: string,
  node: string,
  some: readonly LibraryPath[],
): Promise<void> {
  const rows: Record<string, object[]> = {};
  const put = (table: string, row: object): void => {
    (rows[table] ??= []).push({ county_id: county, ...row });
  };
  for (const path of some) plantOne(path, node, put);
  for (const [table, all] of Object.entries(rows)) {
    const columns = Object.keys(all[0]!).join(', ');
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(all)],
    );
  }
  await client.query(
    "update path_version set status = 'published', published_at = now() where status = 'draft' and id = any($1)",
    [rows['path_version']!.map((row) => (row as { id: string }).id)],
  );
}

function plantOne(
  path: LibraryPath,
  node: string,
  put: (table: string, row: object) => void,
): void {
  const [id, version] = [newId(), newId()];
  const now = new Date();
  put('service_path', { id, node_id: node, level: 'service', clinical: false, created_at: now });
  for (const [at, language] of (['fi', 'sv', 'en'] as const).entries())
    put('path_slug', {
      language,
      slug: slugOf(path.title[Math.min(at, 1)]!),
      path_id: id,
      current: true,
      created_at: now,
    });
  put('path_version', {
    id: version,
    path_id: id,
    number: 1,
    state: 'current',
    status: 'draft',
    revision: 1,
    created_at: now,
    updated_at: now,
  });
  let position = 0;
  const element = (
    kind: string,
    anchor: string,
    parent: string | null,
    texts: Readonly<Record<string, Pair>>,
  ): void => {
    position += 1;
    put('path_anchor', { path_id: id, anchor, kind, created_at: now });
    put('path_element', {
      version_id: version,
      anchor,
      path_id: id,
      parent_anchor: parent,
      kind,
      position,
      channel_id: null,
      properties: { kind },
    });
    for (const [field, pair] of Object.entries(texts))
      for (const [variant, text] of variantsOf(pair))
        put('path_text', {
          version_id: version,
          anchor,
          field,
          variant,
          text,
          revision: 1,
          source_revision: 1,
        });
  };
  const { title, description, topic, words } = path;
  element('path', 'polku', null, { title, description, topic, searchWords: words });
  for (const [at, phase] of path.phases.entries())
    element('phase', `vaihe-${at + 1}`, 'polku', { title: phase });
  const [fi, sv] = path.steps.map((lines) => lines.split('\n'));
  for (const [at, step] of fi!.entries()) {
    const phase = `vaihe-${Math.min(at + 1, path.phases.length)}`;
    element('step', `askel-${at + 1}`, phase, { title: [step, sv![at]!] });
  }
}
