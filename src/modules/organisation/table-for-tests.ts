import { expect } from 'vitest';
import type { TestContext } from '#tests/support/database.ts';
import { checkTable, importTable } from './import-table.ts';
import { readTable } from './read-table.ts';
import { getNode, listNodes } from './tree.ts';

const HEAD =
  'Tunnus;Ylemmän tunnus;Laji;Nimi suomeksi;Nimi ruotsiksi;Nimi englanniksi;OID-tunniste;Arkaluonteinen;Lakkautettu;Yhdistetty tunnukseen';

/** A file of these rows, under the heads in Finnish. */
export const file = (...rows: readonly string[]): Uint8Array =>
  Buffer.from([HEAD, ...rows].join('\r\n'));
/** Brings a file in. */
export const bringIn = async (ctx: TestContext, bytes: Uint8Array) =>
  importTable(ctx, await readTable(bytes), { language: 'fi' });
/** Says what a file would change. */
export const check = async (ctx: TestContext, bytes: Uint8Array) =>
  checkTable(ctx, await readTable(bytes), 'fi');
/** The code of the county. */
export const codeOfRoot = async (ctx: TestContext) => (await getNode(ctx, ctx.root)).code;

/** The tree by codes. */
export async function shapeOf(ctx: TestContext): Promise<Record<string, object>> {
  const nodes = await listNodes(ctx);
  const codes = new Map(nodes.map(({ id, code }) => [id, code]));
  return Object.fromEntries(
    nodes.map(({ code, parent, kind, name, oid, sensitive, closed, successor }) => [
      code,
      {
        parent: codes.get(parent ?? ''),
        kind,
        name,
        oid,
        sensitive,
        closed,
        successor: codes.get(successor ?? ''),
      },
    ]),
  );
}

/** A domain D with the services S1 and S2, and the units U1 and U2 below the first. */
export async function bringInTree(ctx: TestContext): Promise<void> {
  const root = await codeOfRoot(ctx);
  const outcome = await bringIn(
    ctx,
    file(
      'U1;S1;yksikkö;Yksikkö 1;Enhet 1;Unit 1;1.2.246.10.1.10.1;ei;ei;',
      'U2;S1;yksikkö;Yksikkö 2;;;1.2.246.10.1.10.2;kyllä;ei;',
      'S1;D;palvelu;Palvelu 1;;;;;;',
      'S2;D;palvelu;Palvelu 2;;;;;;',
      `D;${root};toimialue;Toimiala;;;;;;`,
    ),
  );
  expect(outcome).toMatchObject({ rows: 5, accepted: 5, refused: 0 });
}

/** Why each refused code was refused first. */
export const refusalsOf = ({ lines }: Awaited<ReturnType<typeof check>>): Record<string, string> =>
  Object.fromEntries(
    lines
      .filter(({ refusals }) => refusals.length > 0)
      .map(({ code, refusals }) => [code, refusals[0]!.code]),
  );
/** What changes of each changed code. */
export const changesOf = ({ lines }: Awaited<ReturnType<typeof check>>): Record<string, string[]> =>
  Object.fromEntries(
    lines
      .filter(({ changes }) => changes.length > 0)
      .map(({ code, changes }) => [code, changes.map(({ what }) => what)]),
  );
