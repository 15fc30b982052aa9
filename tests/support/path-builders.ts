import { createChannel, type ChannelForm } from '#modules/channels';
import {
  addElement,
  createPath,
  decide,
  publishDraft,
  takeAsChecked,
  writeText,
} from '#modules/paths';
import { newId } from '#platform/ids.ts';
import type { TestContext } from './database.ts';

const LANGUAGES = ['fi', 'sv', 'en'] as const;

/** A channel of the register with names in three languages; its address counts as looked at. */
export async function buildChannel(
  ctx: TestContext,
  given: Partial<ChannelForm> = {},
): ReturnType<typeof createChannel> {
  if (given.url) await takeAsChecked(ctx, [given.url]);
  return createChannel(ctx, {
    kind: 'phone',
    phone: '116117',
    ...given,
    texts: { name: { fi: 'Neuvonta', sv: 'Rådgivning', en: 'Advice' }, ...given.texts },
  });
}

/** Writes a field in all languages of the county. */
export async function buildTexts(
  ctx: TestContext,
  path: string,
  anchor: string,
  field: string,
  text: string,
): Promise<void> {
  for (const language of LANGUAGES) {
    const outcome = await writeText(ctx, {
      path,
      anchor,
      field,
      language,
      text: `${text} ${language}`,
      expectedRevision: null,
    });
    if (outcome.kind === 'clash')
      throw new Error(`${anchor}/${field}/${language} was already written`);
  }
}

/** A path with one phase and one step, fit to be published. */
export async function buildFitPath(
  ctx: TestContext,
  title = 'Polku',
): Promise<{ path: string; phase: string; step: string }> {
  const path = await createPath(ctx, {
    node: ctx.root,
    title: { fi: `${title} fi`, sv: `${title} sv`, en: `${title} en` },
  });
  await buildTexts(ctx, path, 'polku', 'description', 'Kuvaus');
  await buildTexts(ctx, path, 'polku', 'topic', 'Aihe');
  const phase = await addElement(ctx, path, {
    parent: 'polku',
    kind: 'phase',
    title: 'Tulen vastaanotolle',
  });
  await buildTitle(ctx, path, phase, 'Tulen vastaanotolle');
  const step = await addElement(ctx, path, { parent: phase, kind: 'step', title: 'Varaa aika' });
  await buildTitle(ctx, path, step, 'Varaa aika');
  await buildTexts(ctx, path, step, 'text', 'Soita ja varaa aika.');
  return { path, phase, step };
}

/** The translations of a title that an element already has in Finnish. */
export async function buildTitle(
  ctx: TestContext,
  path: string,
  anchor: string,
  title: string,
): Promise<void> {
  for (const language of ['sv', 'en'] as const) {
    await writeText(ctx, {
      path,
      anchor,
      field: 'title',
      language,
      text: `${title} ${language}`,
      expectedRevision: null,
    });
  }
}

/** Approves the draft as it is now, each kind by a person of its own who has edited nothing. */
export async function reviewDraft(
  ctx: TestContext,
  path: string,
  kinds: readonly ('content' | 'clinical')[] = ['content', 'clinical'],
): Promise<void> {
  const draft = await ctx.db
    .selectFrom('path_version')
    .select(['number', 'revision'])
    .where('path_id', '=', path)
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow();
  for (const kind of kinds) {
    const actor = { kind: 'account' as const, id: newId(), roles: [] };
    await decide(Object.assign(Object.create(ctx) as TestContext, { actor }), path, {
      ...draft,
      kind,
      verdict: 'approval',
      text: '',
    } as never);
  }
}

/** Has others review the draft, then publishes it. */
export async function publishReviewed(
  ctx: TestContext,
  path: string,
): ReturnType<typeof publishDraft> {
  await reviewDraft(ctx, path);
  return publishDraft(ctx, path);
}
