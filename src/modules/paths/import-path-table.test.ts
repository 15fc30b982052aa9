import { describe, expect } from 'vitest';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { buildFitPath } from '#tests/support/path-builders.ts';
import { removeElement } from './edit-elements.ts';
import { nameField } from './element-fields.ts';
import { exportPath } from './export-path.ts';
import { exportPathTable } from './export-path-table.ts';
import { getDraft } from './get-draft.ts';
import { importPath } from './import-path.ts';
import { PathDocument } from './path-document.ts';
import { checkPathTable } from './import-path-table.ts';
import { begin, bring, OPTIONS, said } from './path-table-for-tests.ts';
import { readPathTable } from './read-path-table.ts';
import { TEMPLATES } from './path-templates.ts';

const test = withDatabase();

/** The parts of a draft, each with where it hangs and its names. */
const partsOf = async (ctx: TestContext, path: string): Promise<string[]> =>
  (await getDraft(ctx, path)).elements.slice(1).map(({ anchor, parent, properties, texts }) => {
    const name = texts[nameField(properties.kind)!.name] ?? {};
    const names = Object.entries(name).map(([variant, { text }]) => `${variant} ${text}`);
    return `${parent} > ${properties.kind} ${anchor}: ${names.toSorted().join(', ')}`;
  });

const BOARD = `Vaihe;Rivi;Teksti;Kieli
Hakeudun;Asiakkaan hetket;Huomaan oireen;suomi
Hakeudun;Asiakkaan hetket;Jag märker symtom;ruotsi
Hakeudun;Asiakkaan hetket;Soita meille;
Hakeudun;Ammattilainen;Kuuntele asiakasta;
Hakeudun;Kriittiset pisteet;Jono on pitkä;
Hakeudun;Tavoiteltu kokemus;Minua autetaan;
Saan apua;Tunne;Helpotus;
Saan apua;Meidän oma rivi;Jokin huomio;
Saan apua;;Tässä vaiheessa saat apua.;
`;

describe('a board of a county', () => {
  test('becomes phases, steps and what belongs to its rows, and changes nothing when it comes again', async ({
    ctx,
  }) => {
    const path = await begin(ctx);
    const outcome = await bring(ctx, path, BOARD);
    expect(outcome).toMatchObject({ rows: 9, accepted: 9, refused: 0, unchanged: 0 });
    expect(said(outcome).slice(0, 3)).toEqual([
      '2: added phase → Hakeudun: added step → Huomaan oireen',
      '3: written step title sv → Jag märker symtom',
      '4: added step → Soita meille',
    ]);
    expect(await partsOf(ctx, path)).toEqual([
      'polku > phase hakeudun: fi Hakeudun',
      'hakeudun > step huomaan-oireen: fi Huomaan oireen, sv Jag märker symtom',
      'hakeudun > step soita-meille: fi Soita meille',
      'soita-meille > task kuuntele-asiakasta: fi Kuuntele asiakasta',
      'polku > phase saan-apua: fi Saan apua',
      'polku > critical-point jono-on-pitka: fi Jono on pitkä',
      'polku > experience-statement minua-autetaan: fi Minua autetaan',
      'polku > emotion-point helpotus: fi Helpotus',
      'polku > lane meidan-oma-rivi: fi Meidän oma rivi',
      'meidan-oma-rivi > cell jokin-huomio: fi Jokin huomio',
    ]);
    const { elements } = await getDraft(ctx, path);
    const find = (anchor: string) => elements.find((one) => one.anchor === anchor)!;
    expect(find('jono-on-pitka').properties).toMatchObject({ at: ['hakeudun'] });
    expect(find('minua-autetaan').properties).toMatchObject({ phases: ['hakeudun'] });
    expect(find('jokin-huomio').properties).toMatchObject({
      from: ['saan-apua'],
      to: ['saan-apua'],
    });
    expect(find('saan-apua').texts['text']?.fi?.text).toBe('Tässä vaiheessa saat apua.');
    const before = await exportPath(ctx, path);
    const again = await bring(ctx, path, BOARD);
    expect(again).toMatchObject({ rows: 9, unchanged: 9, lines: [] });
    expect(await exportPath(ctx, path)).toEqual(before);
    expect((await getDraft(ctx, path)).status).toBe('draft');
  });

  test('pairs translations in blocks of the same length, and by the name of their original', async ({
    ctx,
  }) => {
    const path = await begin(ctx);
    await bring(
      ctx,
      path,
      `phase,lane,label,text,language
Alku,Action,,Yksi,fi
Alku,Action,,Kaksi,fi
Alku,Action,,Ett,sv
Alku,Action,,Två,sv
Alku,Action,Kaksi,Two,en
`,
    );
    expect((await partsOf(ctx, path)).slice(1)).toEqual([
      'alku > step yksi: fi Yksi, sv Ett',
      'alku > step kaksi: en Two, fi Kaksi, sv Två',
    ]);
  });

  test('moves what stands elsewhere now, and asks when it cannot tell', async ({ ctx }) => {
    const path = await begin(ctx);
    await bring(ctx, path, 'phase,lane,text\nAlku,Action,Soita\nLoppu,Action,Tule\n');
    const moved = await bring(ctx, path, 'phase,lane,text\nLoppu,Action,Soita\n');
    expect(said(moved)).toEqual(['2: moved step Alku → Loppu']);
    expect(await partsOf(ctx, path)).toContain('loppu > step soita: fi Soita');
    await bring(ctx, path, 'phase,lane,text\nAlku,Action,Tule\nLoppu,Action,Tule\n');
    const unclear = await bring(ctx, path, 'label,field,text\nTule,hinta,Maksuton\n');
    expect(said(unclear)).toEqual(['2: ambiguous']);
  });
});

describe('our own table', () => {
  test('comes back without a change, and a translated one writes what was missing', async ({
    ctx,
  }) => {
    const { path, step } = await buildFitPath(ctx);
    await bring(ctx, path, BOARD);
    for (const language of ['fi', 'sv', 'en'] as const) {
      const table = await exportPathTable(ctx, path, language);
      expect(await bring(ctx, path, table)).toMatchObject({ lines: [], refused: 0 });
    }
    const table = await exportPathTable(ctx, path, 'fi');
    const row = table
      .split('\n')
      .find((line) => line.includes('soita-meille') && line.endsWith(';en;'));
    const outcome = await bring(ctx, path, `${table.split('\n')[0]}\n${row}Call us\n`);
    expect(said(outcome)).toEqual(['2: written step title en → Call us']);
    expect((await getDraft(ctx, path)).elements.map(({ anchor }) => anchor)).toContain(step);
  });

  test('makes the same texts of an empty path', async ({ ctx }) => {
    const document = PathDocument.parse(TEMPLATES.blueprint);
    const from = await importPath(ctx, { node: ctx.root, units: [], document });
    const path = await begin(ctx);
    const outcome = await bring(ctx, path, await exportPathTable(ctx, from, 'sv'));
    expect(outcome.refused).toBe(0);
    const skeleton = async (id: string) =>
      (await getDraft(ctx, id)).elements
        .slice(1)
        .map(({ anchor, parent, properties: { kind }, texts }) => [
          anchor,
          parent,
          kind,
          JSON.stringify(texts, (key, value: unknown) =>
            key === 'revision' || key === 'stale' ? undefined : value,
          ),
        ]);
    expect(await skeleton(path)).toEqual(await skeleton(from));
  });

  test('says which easy language the path is offered in, and takes that back', async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    const root = 'id,type,field,language,text\npolku,path,offered';
    const easy = async (id: string) => (await getDraft(ctx, id)).easy;
    const checked = await checkPathTable(
      ctx,
      path,
      await readPathTable(Buffer.from(`${root},fi-simple,yes\n`)),
      OPTIONS,
    );
    expect(said(checked)).toEqual(['2: changed path offered fi-simple No → Yes']);
    expect(await easy(path)).toEqual([]);
    const offered = `${root},fi-simple,kyllä\npolku,path,Erbjuds,sv-simple,Ja\npolku,path,Tarjolla,en-simple,\n`;
    expect(said(await bring(ctx, path, offered))).toEqual([
      '2: changed path offered fi-simple No → Yes',
      '3: changed path offered sv-simple No → Yes',
    ]);
    expect(await easy(path)).toEqual(['fi-simple', 'sv-simple']);
    for (const language of ['fi', 'sv', 'en'] as const) {
      const table = await exportPathTable(ctx, path, language);
      expect(await bring(ctx, path, table, { clear: true })).toMatchObject({
        lines: [],
        refused: 0,
      });
      const other = await begin(ctx);
      await bring(ctx, other, table);
      expect(await easy(other)).toEqual(['fi-simple', 'sv-simple']);
    }
    await bring(ctx, path, `${root},sv-simple,ei\n`);
    expect(await easy(path)).toEqual(['fi-simple']);
    // What says nothing of it, and an empty cell, leave it; and it is refused where it means nothing.
    await bring(ctx, path, `${root},fi-simple,\n`, { clear: true });
    await bring(ctx, path, BOARD);
    expect(await easy(path)).toEqual(['fi-simple']);
    const wrong = `${root},fi,yes\npolku,path,offered,en-simple,ehkä\npolku,path,offered,fi-simple,no\npolku,path,offered,fi-simple,yes\n`;
    expect(said(await bring(ctx, path, wrong))).toEqual([
      '2: offer-language',
      '3: offer-unclear',
      '4: changed path offered fi-simple Yes → No',
      '5: text-doubled',
    ]);
    expect(
      said(await bring(ctx, path, `id,field,language,text\nsoita-meille,offered,fi-simple,yes\n`)),
    ).toEqual(['2: field-unknown']);
  });

  test('a change of what is offered between the check and the writing is noticed', async ({
    ctx,
  }) => {
    const path = await begin(ctx);
    const csv = 'id,type,field,language,text\npolku,path,offered,fi-simple,yes\n';
    const table = await readPathTable(Buffer.from(csv));
    const { digest } = await checkPathTable(ctx, path, table, OPTIONS);
    await bring(ctx, path, csv);
    await expect(bring(ctx, path, csv, { digest })).rejects.toMatchObject({ code: 'path-changed' });
  });

  test('moves a part to another place by its number, and to another parent', async ({ ctx }) => {
    const path = await begin(ctx);
    await bring(
      ctx,
      path,
      'phase,lane,text\nA,Action,Yksi\nA,Action,Kaksi\nA,Action,Kolme\nB,Action,Neljä\n',
    );
    const outcome = await bring(ctx, path, 'id,order,text\nkolme,1,Kolme\n');
    expect(said(outcome)).toEqual(['2: moved step 3. → 1.']);
    const steps = async () =>
      (await getDraft(ctx, path)).elements
        .filter(({ properties }) => properties.kind === 'step')
        .map(({ parent, anchor }) => `${parent} ${anchor}`);
    expect(await steps()).toEqual(['a kolme', 'a yksi', 'a kaksi', 'b nelja']);
    await bring(ctx, path, 'id,parent,order,text\nkolme,b,1,Kolme\n');
    expect(await steps()).toEqual(['a yksi', 'a kaksi', 'b kolme', 'b nelja']);
  });

  test('an empty cell takes a text away only when that is asked for', async ({ ctx }) => {
    const { path, step } = await buildFitPath(ctx);
    const csv = `id,field,language,text\n${step},teksti,en,\n`;
    expect(await bring(ctx, path, csv)).toMatchObject({ unchanged: 1, lines: [] });
    const outcome = await bring(ctx, path, csv, { clear: true });
    expect(said(outcome)).toEqual(['2: emptied step text en Soita ja varaa aika. en →']);
    const { elements } = await getDraft(ctx, path);
    const { text } = elements.find(({ anchor }) => anchor === step)!.texts;
    expect(Object.keys(text ?? {}).toSorted()).toEqual(['fi', 'sv']);
  });

  test('a text that runs as a formula elsewhere is harmless in the file and the same when it comes back', async ({
    ctx,
  }) => {
    const path = await begin(ctx);
    const texts = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', "'=HYPERLINK(0)", '＝1'];
    for (const text of texts) await bring(ctx, path, `phase,lane,text\nA,Quotes,"${text}"\n`);
    const stored = (await exportPath(ctx, path)).path
      .children!.slice(1)
      .map(({ texts: t }) => t!['text']!['fi']);
    const table = await exportPathTable(ctx, path, 'fi');
    expect(table.split(/[;\n]/).filter((cell) => /^"?[=+@＝]|^"?-[^\d]/.test(cell))).toEqual([]);
    expect(await bring(ctx, path, table)).toMatchObject({ refused: 0, lines: [] });
    expect(stored).toContain('=1+1');
  });
});

test('a translation that comes with its changed original is up to date, and one that does not is behind', async ({
  ctx,
}) => {
  const { path, step } = await buildFitPath(ctx);
  await bring(ctx, path, `id,language,text\n${step},fi,Soita heti\n${step},sv,Ring genast\n`);
  const { elements } = await getDraft(ctx, path);
  const { title } = elements.find(({ anchor }) => anchor === step)!.texts;
  expect([title?.fi?.stale, title?.sv?.stale, title?.en?.stale]).toEqual([false, false, true]);
});

test('a part that was removed comes back under its own anchor', async ({ ctx }) => {
  const path = await begin(ctx);
  const csv = 'phase,lane,text\nAlku,Action,Soita\n';
  await bring(ctx, path, csv);
  await removeElement(ctx, path, 'soita');
  await bring(ctx, path, csv);
  expect(await partsOf(ctx, path)).toContain('alku > step soita: fi Soita');
});
