import { getNode } from '#modules/organisation';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { isLanguage } from '#platform/i18n.ts';
import { parse } from '#platform/http/parse.ts';
import { PathForm } from './contract.ts';
import { insertElements } from './element-store.ts';
import { ROOT_ANCHOR } from './element.ts';
import { DEFAULTS } from './element-properties.ts';
import { refuseIdentityCode } from '#platform/identity-code.ts';
import { ensureSlug } from './path-address.ts';
import type { PathWorld } from './tables.ts';
import { upsertTexts } from './text-store.ts';
import { insertDraft } from './version-store.ts';

type Ctx = Context<PathWorld>;

/** Begins a path: a draft with nothing but its title, and an address made from that. Its id comes back. */
export async function createPath(ctx: Ctx, given: PathForm): Promise<string> {
  const form = parse(PathForm, given);
  await getNode(ctx, form.node);
  const path = newId();
  await ctx.db
    .insertInto('service_path')
    .values({ county_id: ctx.county, id: path, node_id: form.node, clinical: form.clinical })
    .execute();
  const draft = await insertDraft(ctx, path);
  await insertElements(ctx, path, draft.id, [
    { anchor: ROOT_ANCHOR, parent: null, position: 1, channel: null, properties: DEFAULTS.path },
  ]);
  for (const [language, title] of Object.entries(form.title)) {
    if (!isLanguage(language) || !title) continue;
    refuseIdentityCode(title, `/title/${language}`);
    const source = language === 'fi' ? null : draft.revision;
    await upsertTexts(ctx, draft.id, [
      {
        anchor: ROOT_ANCHOR,
        field: 'title',
        language,
        text: title,
        revision: draft.revision,
        source,
      },
    ]);
    await ensureSlug(ctx, path, language, title);
  }
  return path;
}
