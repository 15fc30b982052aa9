import type { BrowserContext, Page } from 'playwright-core';
import pg from 'pg';
import { words } from '#platform/i18n.ts';
import type { BuiltServer } from './server.ts';

/** A query over the built server's database. */
export async function query<Row extends pg.QueryResultRow>(
  server: BuiltServer,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const connection = new pg.Client({ connectionString: server.databaseUrl });
  await connection.connect();
  try {
    return (await connection.query<Row>(text, values)).rows;
  } finally {
    await connection.end();
  }
}

/** Signs in to the staff app with the pointer; the first screen stands when the page comes back. */
export async function signIn(
  context: BrowserContext,
  server: BuiltServer,
  email: string,
): Promise<Page> {
  const page = await context.newPage();
  const t = words('fi');
  await page.goto(`http://127.0.0.1:${server.port}/staff`);
  await page.getByLabel(t('identity:email')).fill(email);
  await page.getByLabel(t('identity:password')).fill('polku-esimerkki');
  await page.getByRole('button', { name: t('identity:signIn.submit') }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await settled(page);
  return page;
}

/** Waits until a screen has its heading and nothing is being fetched. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"], [role="progressbar"]') === null,
  );
}

/** The short addresses of an open feedback point of a unit and of a path's phase. */
export async function pointCodes(server: BuiltServer): Promise<{ unit: string; phase: string }> {
  const rows = await query<{ code: string; node_id: string | null }>(
    server,
    `(select code, node_id from feedback_point where node_id is not null order by created_at limit 1)
     union all (select code, node_id from feedback_point where anchor = 'saan-tuloksen' limit 1)`,
  );
  return { unit: rows[0]!.code, phase: rows[1]!.code };
}

/** Has the tab know why its reader reads people's words, as if they had been asked already. */
export async function sayPurpose(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { account } = (await (await fetch('/api/session')).json()) as { account: { id: string } };
    sessionStorage.setItem(`polku.purpose.${account.id}`, '{"kind":"moderation"}');
  });
}

/** The id of a node by its code. */
export async function nodeId(server: BuiltServer, code: string): Promise<string> {
  const [row] = await query<{ id: string }>(server, 'select id from node where code = $1', [code]);
  return row!.id;
}
