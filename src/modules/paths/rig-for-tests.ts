import { sql } from 'kysely';
import type { AnyContext, Role } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { TestContext } from '#tests/support/database.ts';
import { buildFitPath } from '#tests/support/path-builders.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import type { Draft, PathReviews } from './contract.ts';

/** Somebody who has signed in. */
export interface Person {
  readonly cookie: string;
  readonly account: string;
}

/** A program with people, asked as browsers ask it. */
export interface Rig {
  readonly app: TestProcess;
  readonly people: Readonly<
    Record<'editor' | 'other' | 'reviewer' | 'clinician' | 'publisher', Person>
  >;
  stop(): Promise<void>;
  /** Somebody with several roles. */
  person(...roles: Role[]): Promise<Person>;
  send<T = unknown>(who: Person, method: string, at: string, json?: unknown): Promise<Sent<T>>;
  /** A path that is fit but for its review, written by the editor. */
  path(): Promise<string>;
  draft(path: string): Promise<Draft>;
  reviews(path: string, who?: Person): Promise<PathReviews>;
  /** Writes the note of the path, as an edit that does no harm. */
  edit(who: Person, path: string, text?: string): Promise<void>;
  approve(who: Person, path: string, change?: object): Promise<Sent<Problem>>;
  approveCare(who: Person, path: string): Promise<Sent<Problem>>;
  publish(who: Person, path: string): Promise<Sent<Problem>>;
  /** Runs as the program at a time of its own. */
  at<T>(now: Date, work: (ctx: AnyContext) => Promise<T>): Promise<T>;
}

/** An answer of the API. */
export interface Sent<T> {
  readonly status: number;
  readonly body: T;
}

/** A refusal. */
export interface Problem {
  readonly type: string;
  readonly number: number;
  readonly errors?: readonly { pointer: string; code: string }[];
}

/** Starts a program with an editor, another one, a reviewer, a clinical reviewer and a publisher. */
export async function startRig(): Promise<Rig> {
  const app = await startProcess();
  const people = {
    editor: await app.signIn('editor'),
    other: await app.signIn('editor'),
    reviewer: await app.signIn('reviewer'),
    clinician: await app.signIn('clinical-reviewer'),
    publisher: await app.signIn('publisher'),
  };
  const rig: Rig = { app, people, stop: () => app.stop(), ...asks(app), ...deeds(() => rig) };
  return rig;
}

/** Asking, and what only the program itself does. */
function asks(app: TestProcess): Pick<Rig, 'person' | 'send' | 'at'> {
  return {
    async person(first, ...more) {
      const person = await app.signIn(first!);
      for (const role of more) await app.run((ctx) => grant(ctx, person.account, role, app.root));
      return person;
    },
    async send({ cookie }, method, at, json) {
      const response = await app.ask(at, { method, cookie, ...(json !== undefined && { json }) });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    at: (now, work) => app.run((ctx) => work({ ...ctx, now: () => now })),
  };
}

/** What people do with paths. */
function deeds(
  rig: () => Rig,
): Pick<Rig, 'path' | 'draft' | 'reviews' | 'edit' | 'approve' | 'approveCare' | 'publish'> {
  const decide = async (who: Person, path: string, part: string, change: object) => {
    const { number, revision } = await rig().draft(path);
    const verdict = { number, revision, verdict: 'approval', ...change };
    return rig().send<Problem>(who, 'POST', `/api/paths/${path}/reviews/${part}`, verdict);
  };
  return {
    async path() {
      const { app, people } = rig();
      const actor = { kind: 'account' as const, id: people.editor.account, roles: [] };
      const title = `Polku ${newId().slice(-12)}`;
      return app.run(async (ctx) => {
        const test = { ...ctx, actor, root: app.root } as unknown as TestContext;
        return (await buildFitPath(test, title)).path;
      });
    },
    async draft(path) {
      const { people, send } = rig();
      return (await send<Draft>(people.editor, 'GET', `/api/paths/${path}/draft`)).body;
    },
    async reviews(path, who = rig().people.editor) {
      return (await rig().send<PathReviews>(who, 'GET', `/api/paths/${path}/reviews`)).body;
    },
    async edit(who, path, text = newId()) {
      const { elements } = await rig().draft(path);
      const expectedRevision = elements[0]!.texts['searchWords']?.fi?.revision ?? null;
      const place = { anchor: 'polku', field: 'searchWords', language: 'fi' };
      const form = { ...place, text, expectedRevision };
      const { status } = await rig().send(who, 'PUT', `/api/paths/${path}/texts`, form);
      if (status !== 200) throw new Error(`the edit was refused: ${status}`);
      await rig().app.run((ctx) => translate(ctx, path));
    },
    approve: (who, path, change = {}) => decide(who, path, 'verdicts', change),
    approveCare: (who, path) => decide(who, path, 'clinical-verdicts', {}),
    publish: (who, path) => rig().send(who, 'POST', `/api/paths/${path}/publication`, {}),
  };
}

async function grant(ctx: AnyContext, account: string, role: Role, node: string): Promise<void> {
  await ctx.db
    .insertInto('account_role')
    .values({ county_id: ctx.county, id: newId(), account_id: account, node_id: node, role })
    .execute();
}

/** The same words in the other languages, so that nothing but the review is missing. */
async function translate(ctx: AnyContext, path: string): Promise<void> {
  await sql`
    insert into path_text (county_id, version_id, anchor, field, variant, text, revision, source_revision)
    select t.county_id, t.version_id, t.anchor, t.field, l.code, t.text, t.revision, t.revision
    from path_text t join path_version v on v.county_id = t.county_id and v.id = t.version_id
    cross join unnest(array['sv', 'en']) as l (code)
    where v.county_id = ${ctx.county} and v.path_id = ${path} and v.status = 'draft' and t.field = 'searchWords' and t.variant = 'fi'
    on conflict (county_id, version_id, anchor, field, variant) do update set text = excluded.text, source_revision = excluded.source_revision`.execute(
    ctx.db,
  );
}
