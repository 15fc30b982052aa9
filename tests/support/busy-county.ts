import pg from 'pg';
import { createApp } from '#main/app.ts';
import { compose } from '#main/composition.ts';
import { readSettings } from '#main/settings.ts';
import { rebuild, recount } from '#modules/reports';
import { getSurveyInUse } from '#modules/surveys';
import type { AnyContext } from '#platform/context.ts';
import { hashOf, newId, newSecret } from '#platform/ids.ts';
import { openLog } from '#platform/log.ts';
import type { Edge } from '#platform/transaction.ts';
import { startProcess, type TestProcess } from './process.ts';

/** Sends one request to whichever process takes answers in just now. */
export type Ask = (body: string) => Promise<Response>;

/** An answer that was thanked for. */
export interface Thanked {
  readonly id: string;
  readonly receipt: string;
  readonly body: string;
  /** When the thanks came, by the clock of this machine, in ms. */
  readonly at: number;
}

/** A county with answers, and clients that go on sending more. */
export interface BusyCounty {
  readonly process: TestProcess;
  readonly unit: string;
  /** How many answers it had from the beginning. */
  readonly planted: number;
  readonly thanked: Thanked[];
  /** From now on the clients send there; an answer that is on its way is sent again with its id. */
  sendTo(ask: Ask): void;
  /** Lets each client end with what it has begun. */
  quiet(): Promise<void>;
}

/** Starts a county with `planted` answers, and `clients` that send theirs again and again until each is thanked for. */
export async function startBusyCounty(given: {
  planted: number;
  clients: number;
}): Promise<BusyCounty> {
  const process = await startProcess();
  const unit = await process.addUnit();
  const version = (await process.run((ctx) => getSurveyInUse(ctx, process.survey))).id;
  await plant(process, { unit, version, count: given.planted });
  const tokens = await invite(process.url, 20_000);
  const thanked: Thanked[] = [];
  const state: { going: boolean; ask: Ask } = {
    going: true,
    ask: (body) => process.ask('/api/answers', { method: 'POST', ...asJson(body) }),
  };
  const clients = Array.from({ length: given.clients }, () =>
    keepSending(state, { tokens, version }, thanked),
  );
  return {
    process,
    unit,
    planted: given.planted,
    thanked,
    sendTo: (ask) => void (state.ask = ask),
    async quiet() {
      state.going = false;
      await Promise.all(clients);
    },
  };
}

const asJson = (body: string) => ({ body, headers: { 'content-type': 'application/json' } });

/** Sends one answer after another, each again and again with its id until it is thanked for. */
export async function keepSending(
  state: { readonly going: boolean; readonly ask: Ask },
  { tokens, version }: { tokens: string[]; version: string },
  thanked: Thanked[],
): Promise<void> {
  while (state.going) {
    const id = newId();
    const body = JSON.stringify({
      id,
      token: tokens.pop(),
      surveyVersion: version,
      language: 'fi',
      recommendation: 8,
      scores: { 'got-help': 4 },
      comment: thanked.length % 3 === 0 ? 'Kiitos\t\\N "hyvin"\nmeni\\.' : '',
    });
    let receipt: string | undefined;
    while (receipt === undefined) {
      receipt = await send(state.ask, body);
      await pause(receipt === undefined ? 20 : 3);
    }
    thanked.push({ id, receipt, body, at: Date.now() });
  }
}

async function send(ask: Ask, body: string): Promise<string | undefined> {
  try {
    const response = await ask(body);
    return response.ok ? ((await response.json()) as { receipt: string }).receipt : undefined;
  } catch {
    return undefined;
  }
}

/** A process over a county that stands already, as the next start of the program makes one. */
export async function startStanding(url: string) {
  const county = await ask<{ county_id: string }>(url, 'select county_id from county');
  const running = await compose({
    url,
    county: county[0]!.county_id,
    settings: readSettings({ LOG_LEVEL: 'silent', PORT: '3999' }),
    log: openLog('silent'),
    assets: {
      files: new Map(),
      siteStyle: '/assets/site.css',
      answerScript: '/assets/answer.js',
      guideScript: '/assets/guide.js',
      listScript: '/assets/list.js',
      siteFont: undefined,
      staffScript: '/assets/staff.js',
      staffStyles: [],
    },
    strict: true,
  });
  const app = createApp(running.parts);
  const run = <T>(work: (ctx: AnyContext) => Promise<T>): Promise<T> =>
    (running.parts.edge as Edge<never>).write({ kind: 'system', name: 'test' }, 'test', work);
  return {
    stop: () => running.stop(),
    answer: async (body: string): Promise<Response> =>
      app.request('/api/answers', { method: 'POST', ...asJson(body) }),
    get: async (address: string): Promise<Response> => app.request(address),
    /** Waits until every figure equals the answers, and gives the differences that stay. */
    async settled(): Promise<readonly unknown[]> {
      for (let tries = 0; tries < 200; tries += 1) {
        if ((await run(recount)).length === 0) return [];
        await pause(50);
      }
      return run(recount);
    },
  };
}

async function plant(
  process: TestProcess,
  { unit, version, count }: { unit: string; version: string; count: number },
): Promise<void> {
  await ask(
    process.url,
    `with made as (
       insert into answer (county_id, id, node_id, survey_version_id, set_id, channel, language, received_at, day, recommendation, scores, receipt, content_hash)
       select v.county_id, gen_random_uuid(), $1, v.id, v.set_id, 'sms', 'fi', at, (at at time zone 'Europe/Helsinki')::date,
         (n % 11)::smallint, array[4, 5, 3, 4, 5, 2, 1]::smallint[], 'AAAA-' || lpad((n % 10000)::text, 4, '0'), sha256(n::text::bytea)
       from survey_version v, generate_series(1, $3::int) n, lateral (select now() - make_interval(mins => n % 100000) as at) moment
       where v.id = $2 returning county_id, id, node_id, received_at, content_hash)
     insert into answer_text (county_id, answer_id, node_id, received_at, text)
     select county_id, id, node_id, received_at, 'Palvelu toimi ' || encode(content_hash, 'hex') from made where get_byte(content_hash, 0) < 64`,
    [unit, version, count],
  );
  await process.run(rebuild);
}

/** Plants invitations to some unit of the county, and gives their tokens. */
export async function invite(url: string, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, newSecret);
  await ask(
    url,
    `insert into invitation (county_id, token_hash, survey_version_id, node_id, channel, expires_at)
     select v.county_id, hash, v.id, u.id, 'sms', now() + interval '1 day' from unnest($1::bytea[]) hash,
       (select county_id, id from survey_version where status = 'in-use' limit 1) v,
       (select id from node where kind = 'unit' order by code limit 1) u`,
    [tokens.map(hashOf)],
  );
  return tokens;
}

/** The version of the survey that invitations lead to. */
export async function versionInUse(url: string): Promise<string> {
  const [version] = await ask<{ id: string }>(
    url,
    `select id from survey_version where status = 'in-use' limit 1`,
  );
  return version!.id;
}

/** Asks a database by itself. */
export async function ask<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Rows that point at what is not there, by foreign key; none where all is whole. */
export async function orphans(url: string): Promise<string[]> {
  const keys = await ask<{ child: string; parent: string; own: string[]; other: string[] }>(
    url,
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent,
       (select array_agg(quote_ident(attname) order by place) from unnest(conkey) with ordinality k(n, place) join pg_attribute on attrelid = conrelid and attnum = n) as own,
       (select array_agg(quote_ident(attname) order by place) from unnest(confkey) with ordinality k(n, place) join pg_attribute on attrelid = confrelid and attnum = n) as other
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  const found: string[] = [];
  for (const { child, parent, own, other } of keys) {
    const known = own.map((column) => `c.${column} is not null`).join(' and ');
    const same = own.map((column, index) => `p.${other[index]!} = c.${column}`).join(' and ');
    const rows = await ask(
      url,
      `select 1 from ${child} c where ${known} and not exists (select from ${parent} p where ${same}) limit 1`,
    );
    if (rows.length > 0) found.push(`${child} → ${parent}`);
  }
  if (keys.length < 40) found.push(`only ${keys.length} foreign keys stand`);
  return found;
}

/** Waits. */
export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
