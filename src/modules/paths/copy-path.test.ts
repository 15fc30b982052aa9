import { describe, expect } from 'vitest';
import { newId } from '#platform/ids.ts';
import { withDatabase } from '#tests/support/database.ts';
import { copyPath } from './copy-path.ts';
import { exportPath } from './export-path.ts';
import { importPath } from './import-path.ts';
import { PathDocument } from './path-document.ts';
import { TEMPLATES } from './path-templates.ts';
import { checkDraft } from './publish-draft.ts';

const test = withDatabase();

describe('a template', () => {
  test.for(Object.keys(TEMPLATES) as (keyof typeof TEMPLATES)[])(
    '%s begins a path that cannot be published before its prompts are written over',
    async (template, { ctx }) => {
      const path = await copyPath(ctx, {
        node: ctx.root,
        title: { fi: 'Meidän polku' },
        from: { kind: 'template', template },
      });
      const faults = await checkDraft(ctx, path);
      const exported = await exportPath(ctx, path);
      const prompts = JSON.stringify(exported).match(/"✎/g)?.length;
      expect(prompts).toBeGreaterThan(3);
      expect(faults.filter(({ code }) => code === 'prompt-left')).toHaveLength(prompts!);
      expect(faults.filter(({ code }) => code === 'reference-missing')).toEqual([]);
      expect(exported).toMatchObject({
        slugs: { fi: 'meidan-polku' },
        path: { texts: { title: { fi: 'Meidän polku' } } },
      });
      // A public prompt stands in every language, so that a translator sees it as well.
      const lacking = faults.filter(
        ({ code, anchor }) => code === 'translation-missing' && anchor !== 'polku',
      );
      expect(lacking).toEqual([]);
    },
  );

  test('of our own: a path is copied whole, by who may read it, under another name and address', async ({
    ctx,
  }) => {
    const document = PathDocument.parse(TEMPLATES.patient);
    const from = await importPath(ctx, { node: ctx.root, units: [], document });
    const as = (role: 'editor' | 'collector') =>
      ctx.as({ actor: { kind: 'account', id: newId(), roles: [{ role, node: ctx.root }] } });
    const form = {
      node: ctx.root,
      title: { fi: 'Kopio' },
      from: { kind: 'path', path: from },
    } as const;
    await expect(copyPath(as('collector'), form)).rejects.toMatchObject({ kind: 'forbidden' });
    const [one, two] = [
      await exportPath(ctx, from),
      await exportPath(ctx, await copyPath(as('editor'), form)),
    ];
    expect(two.path.children).toEqual(one.path.children);
    expect(two).toMatchObject({ clinical: true, slugs: { fi: 'kopio' } });
  });
});
