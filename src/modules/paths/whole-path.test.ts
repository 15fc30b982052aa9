import { describe, expect } from 'vitest';
import sti from '#main/example/paths/sti.json' with { type: 'json' };
import { createChannel } from '#modules/channels';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import {
  buildFitPath,
  buildTexts,
  buildTitle,
  publishReviewed,
} from '#tests/support/path-builders.ts';
import { addElement, removeElement, setProperties } from './edit-elements.ts';
import { exportPath } from './export-path.ts';
import { getPublishedView } from './find-paths.ts';
import { getDraft } from './get-draft.ts';
import { importPath } from './import-path.ts';
import { PathDocument } from './path-document.ts';
import { getProfessionalView } from './professional-view.ts';
import { checkDraft } from './publish-draft.ts';
import { writeText } from './write-text.ts';

const test = withDatabase();

type Fit = Awaited<ReturnType<typeof buildFitPath>>;

const write = (
  ctx: TestContext,
  path: string,
  [anchor, field, language, text]: [
    string,
    string,
    'fi' | 'sv' | 'fi-simple' | 'sv-simple',
    string,
  ],
): Promise<unknown> =>
  getDraft(ctx, path).then(({ elements }) =>
    writeText(ctx, {
      path,
      anchor,
      field,
      language,
      text,
      expectedRevision:
        elements.find((one) => one.anchor === anchor)?.texts[field]?.[language]?.revision ?? null,
    }),
  );

// What is unfit besides that nobody has reviewed it yet.
const faultsOf = async (ctx: TestContext, { path }: Fit) =>
  (await checkDraft(ctx, path))
    .filter(({ code }) => !code.startsWith('review-'))
    .map(({ anchor, field, language, code }) =>
      [anchor, field, language, code].filter(Boolean).join(' '),
    );

describe('easy language', () => {
  test('is wanted of every public text once it is offered, and of no text for staff', async ({
    ctx,
  }) => {
    const fit = await buildFitPath(ctx);
    const task = await addElement(ctx, fit.path, { parent: fit.step, kind: 'task', title: 'Kysy' });
    await write(ctx, fit.path, [task, 'roles', 'fi', 'Hoitaja']);
    expect(await faultsOf(ctx, fit)).toEqual([]);
    await setProperties(ctx, fit.path, 'polku', { easy: ['fi-simple'] });
    const faults = await faultsOf(ctx, fit);
    expect(faults).toContain(`${fit.step} title fi-simple translation-missing`);
    expect(faults).toContain('polku description fi-simple translation-missing');
    expect(faults.filter((fault) => fault.includes('topic') || fault.startsWith(task))).toEqual([]);
    expect(faults.every((fault) => fault.endsWith('fi-simple translation-missing'))).toBe(true);
  });

  test('is behind when its own language changes, and not when another does', async ({ ctx }) => {
    const { path, step } = await buildFitPath(ctx);
    await write(ctx, path, [step, 'title', 'fi-simple', 'Soita']);
    await write(ctx, path, [step, 'title', 'sv-simple', 'Ring']);
    const stale = async () => {
      const said = (await getDraft(ctx, path)).elements.find(({ anchor }) => anchor === step)!
        .texts['title']!;
      return [said['fi-simple']?.stale, said['sv-simple']?.stale, said.sv?.stale];
    };
    expect(await stale()).toEqual([false, false, false]);
    await write(ctx, path, [step, 'title', 'sv', 'Ring oss']);
    expect(await stale()).toEqual([false, true, false]);
    await write(ctx, path, [step, 'title', 'fi', 'Soita meille']);
    expect(await stale()).toEqual([true, true, true]);
  });

  test('is read where it is written, else the language that it belongs to', async ({ ctx }) => {
    const { path, step, phase } = await buildFitPath(ctx);
    await write(ctx, path, [step, 'title', 'fi-simple', 'Soita']);
    await publishReviewed(ctx, path);
    const [easy, plain] = [
      await getPublishedView(ctx, path, 'fi-simple'),
      await getPublishedView(ctx, path, 'fi'),
    ];
    expect(easy).toMatchObject({ language: 'fi', variant: 'fi-simple', stale: true });
    expect(plain.stale).toBe(false);
    const titles = (view: typeof easy) => [
      view.phases.find(({ anchor }) => anchor === phase)?.title,
      view.phases[0]?.steps[0]?.title,
    ];
    expect(titles(easy)).toEqual([titles(plain)[0], 'Soita']);
  });
});

describe('what one part says of another', () => {
  test('rule 11: a cell does not end before it begins', async ({ ctx }) => {
    const fit = await buildFitPath(ctx);
    const { path, phase } = fit;
    const second = await addElement(ctx, path, { parent: 'polku', kind: 'phase', title: 'Sitten' });
    await buildTitle(ctx, path, second, 'Sitten');
    await buildTexts(ctx, path, second, 'text', 'Odota.');
    const lane = await addElement(ctx, path, { parent: 'polku', kind: 'lane', title: 'Hetket' });
    const cell = await addElement(ctx, path, { parent: lane, kind: 'cell', title: 'Mietin' });
    await setProperties(ctx, path, cell, { from: [second], to: [phase] });
    expect(await faultsOf(ctx, fit)).toEqual([`${cell} to cell-backwards`]);
    await setProperties(ctx, path, cell, { from: [phase], to: [second] });
    expect(await faultsOf(ctx, fit)).toEqual([]);
  });

  test('rule 9: a critical point has a measure, or a reason why it cannot be measured', async ({
    ctx,
  }) => {
    const fit = await buildFitPath(ctx);
    const point = await addElement(ctx, fit.path, {
      parent: 'polku',
      kind: 'critical-point',
      title: 'Odotus',
    });
    expect(await faultsOf(ctx, fit)).toEqual([`${point} statement measure-missing`]);
    await write(ctx, fit.path, [point, 'notMeasurable', 'fi', 'Tapahtuu ennen yhteydenottoa.']);
    expect(await faultsOf(ctx, fit)).toEqual([]);
    await setProperties(ctx, fit.path, point, { at: [fit.phase] });
    expect(await faultsOf(ctx, fit)).toEqual([]);
  });

  test('a reference to what is gone, or to another kind, keeps the path from being published', async ({
    ctx,
  }) => {
    const fit = await buildFitPath(ctx);
    const { path, phase } = fit;
    const other = await addElement(ctx, path, { parent: phase, kind: 'step', title: 'Käy' });
    await buildTitle(ctx, path, other, 'Käy');
    await buildTexts(ctx, path, other, 'text', 'Käy meillä.');
    const quote = await addElement(ctx, path, { parent: 'polku', kind: 'quote', title: 'Hyvä' });
    await write(ctx, path, [quote, 'consent', 'fi', 'Suullinen lupa']);
    await setProperties(ctx, path, quote, { at: [other] });
    expect(await faultsOf(ctx, fit)).toEqual([]);
    await removeElement(ctx, path, other);
    expect(await faultsOf(ctx, fit)).toEqual([`${quote} at reference-missing`]);
    await setProperties(ctx, path, quote, { at: [] });
    const item = await addElement(ctx, path, {
      parent: 'polku',
      kind: 'checklist-item',
      title: 'Muista',
    });
    await buildTitle(ctx, path, item, 'Muista');
    await setProperties(ctx, path, item, { steps: [phase] });
    expect(await faultsOf(ctx, fit)).toEqual([`${item} steps reference-missing`]);
  });

  test('setting one property leaves the others as they are', async ({ ctx }) => {
    const { path, step } = await buildFitPath(ctx);
    await setProperties(ctx, path, step, { needed: 'optional' });
    await setProperties(ctx, path, step, { logic: 'or' });
    const { elements } = await getDraft(ctx, path);
    expect(elements.find(({ anchor }) => anchor === step)?.properties).toMatchObject({
      needed: 'optional',
      logic: 'or',
    });
    await expect(setProperties(ctx, path, step, { at: ['x'] })).rejects.toMatchObject({
      kind: 'invalid',
    });
  });
});

test('what is for professionals is in their view and nowhere in the customer’s', async ({
  ctx,
}) => {
  const { path, step, phase } = await buildFitPath(ctx);
  const question = 'Kuulitko asiakasta?';
  await addElement(ctx, path, { parent: step, kind: 'check-question', title: question });
  const tip = await addElement(ctx, path, { parent: phase, kind: 'tip', title: 'Varaa aikaa.' });
  await publishReviewed(ctx, path);
  const { lane, path: view } = await getProfessionalView(ctx, path, 'fi');
  expect(lane[step]?.checks).toMatchObject([{ text: question }]);
  expect(lane[phase]?.tips).toEqual([{ anchor: tip, text: 'Varaa aikaa.', author: '' }]);
  expect(view).toEqual(await getPublishedView(ctx, path, 'fi'));
  expect(JSON.stringify(view)).not.toContain('Kuulitko');
});

describe('a path document', () => {
  const document = PathDocument.parse(sti);

  async function importSti(ctx: TestContext): Promise<string> {
    for (const code of new Set(JSON.stringify(sti).match(/(?<="channel":")[^"]+/g))) {
      const name = { fi: code, sv: code, en: code };
      await createChannel(ctx, { kind: 'location', texts: { name } }, code);
    }
    return importPath(ctx, { node: ctx.root, units: [], document });
  }

  test('comes back as it went in', async ({ ctx }) => {
    const path = await importSti(ctx);
    const exported = await exportPath(ctx, path);
    expect(exported.path).toEqual(document.path);
    expect(exported.slugs).toEqual(document.slugs);
  });

  test('keeps what is out of date out of date', async ({ ctx }) => {
    const path = await importSti(ctx);
    await write(ctx, path, ['polku', 'title', 'fi', 'Uusi nimi']);
    const changed = await exportPath(ctx, path);
    expect(changed.path.outdated).toEqual({ title: ['en', 'fi-simple', 'sv'] });
    const again = await importPath(ctx, {
      node: ctx.root,
      units: [],
      document: { ...changed, slugs: {} },
    });
    expect((await exportPath(ctx, again)).path).toEqual(changed.path);
  });

  test('is refused with the place of each fault', async ({ ctx }) => {
    await createChannel(ctx, { kind: 'location', texts: { name: { fi: 'Ovi' } } }, 'ovi');
    const step = {
      anchor: 'vaihe',
      kind: 'step',
      texts: { text: { fi: 'Soita 131052-308T' } },
      children: [{ anchor: 'kanava', kind: 'channel-use', channel: 'puuttuva' }],
    };
    const wrong = PathDocument.parse({
      format: document.format,
      path: {
        anchor: 'polku',
        kind: 'path',
        children: [{ anchor: 'vaihe', kind: 'phase', children: [step] }],
      },
    });
    await expect(
      importPath(ctx, { node: ctx.root, units: [], document: wrong }),
    ).rejects.toMatchObject({
      kind: 'invalid',
      faults: [
        { pointer: '/path/children/0/children/0/anchor', code: 'taken' },
        { pointer: '/path/children/0/children/0/texts/text/fi', code: 'identity-code' },
        { pointer: '/path/children/0/children/0/children/0/channel', code: 'not-an-option' },
      ],
    });
    expect(() => PathDocument.parse({ ...document, owner: 'x' })).toThrow();
  });
});
