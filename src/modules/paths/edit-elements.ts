import { findChannels } from '#modules/channels';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { parse } from '#platform/http/parse.ts';
import { chooseAnchor, settleAnchors } from './anchor.ts';
import { ElementForm } from './contract.ts';
import { beginChange } from './edit-draft.ts';
import {
  deleteElement,
  getElement,
  insertElements,
  selectSiblings,
  updateElement,
  writeOrder,
} from './element-store.ts';
import { CHILDREN, type ElementKind, ROOT_ANCHOR } from './element.ts';
import { nameField } from './element-fields.ts';
import { DEFAULTS, Properties } from './element-properties.ts';
import { refuseIdentityCode } from '#platform/identity-code.ts';
import type { PathWorld } from './tables.ts';
import { upsertTexts } from './text-store.ts';

type Ctx = Context<PathWorld>;

const refuse = (pointer: string, code: string): AppError =>
  new AppError('invalid', 'input-invalid', { faults: [{ pointer, code }] });

/** Adds an element as the last of its kind below its parent. Its anchor, made from the title, comes back. */
export async function addElement(ctx: Ctx, path: string, given: ElementForm): Promise<string> {
  const form = parse(ElementForm, given);
  const { version, revision } = await beginChange(ctx, path);
  const parent = await getElement(ctx, version, form.parent);
  if (!CHILDREN[parent.kind].includes(form.kind)) throw refuse('/kind', 'not-below-that');
  const anchor = await chooseAnchor(ctx, path, form.kind, await nameOf(ctx, form));
  const siblings = await selectSiblings(ctx, version, form.parent);
  const channel = form.kind === 'channel-use' ? form.channel : null;
  await insertElements(ctx, path, version, [
    { anchor, parent: form.parent, position: 0, channel, properties: DEFAULTS[form.kind] },
  ]);
  await writeOrder(ctx, version, [...siblings, anchor]);
  if (form.title !== '' && form.kind !== 'channel-use') {
    await upsertTexts(ctx, version, [
      {
        anchor,
        field: nameField(form.kind)!.name,
        language: 'fi',
        text: form.title,
        revision,
        source: null,
      },
    ]);
  }
  return anchor;
}

async function nameOf(
  ctx: Ctx,
  {
    kind,
    parent,
    title,
    channel,
  }: { kind: ElementKind; parent: string; title: string; channel: string | null },
): Promise<string> {
  if (kind === 'channel-use') return `${parent}-${await codeOf(ctx, channel)}`;
  if (title === '') throw refuse('/title', 'missing');
  const longest = nameField(kind)?.maximum ?? 0;
  if (title.length > longest) {
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/title', code: 'too-big-text', params: { limit: longest } }],
    });
  }
  refuseIdentityCode(title, '/title');
  return title;
}

async function codeOf(ctx: Ctx, id: string | null): Promise<string> {
  if (id === null) throw refuse('/channel', 'missing');
  const channel = (await findChannels(ctx, [id])).get(id);
  if (!channel || channel.closed) throw refuse('/channel', 'not-an-option');
  return channel.code;
}

/** Takes an element out of the draft with all that hangs on it. Its anchor stays in the register, as a tombstone. */
export async function removeElement(ctx: Ctx, path: string, anchor: string): Promise<void> {
  if (anchor === ROOT_ANCHOR) throw refuse('/anchor', 'not-an-option');
  const { version } = await beginChange(ctx, path);
  await getElement(ctx, version, anchor);
  await deleteElement(ctx, version, anchor);
  await settleAnchors(ctx, path);
}

/** Moves an element among its siblings of the same kind; `to` counts from 0. */
export async function moveElement(
  ctx: Ctx,
  path: string,
  anchor: string,
  to: number,
): Promise<void> {
  const { version } = await beginChange(ctx, path);
  const { kind, parent } = await getElement(ctx, version, anchor);
  if (parent === null) throw refuse('/anchor', 'not-an-option');
  const all = await selectSiblings(ctx, version, parent);
  const same = await selectSiblings(ctx, version, parent, kind);
  const others = same.filter((sibling) => sibling !== anchor);
  const ordered = others.toSpliced(Math.min(to, others.length), 0, anchor);
  // Siblings of other kinds keep their places among all.
  await writeOrder(
    ctx,
    version,
    all.map((sibling) => (same.includes(sibling) ? ordered.shift()! : sibling)),
  );
}

/** Sets the given properties of an element, those of its kind and no others; the rest stay. @throws AppError `invalid`. */
export async function setProperties(
  ctx: Ctx,
  path: string,
  anchor: string,
  properties: object,
): Promise<void> {
  const { version } = await beginChange(ctx, path);
  const { kind, properties: stored } = await getElement(ctx, version, anchor);
  const checked = parse(Properties, { ...DEFAULTS[kind], ...stored, ...properties, kind });
  for (const [name, value] of Object.entries(checked))
    if (typeof value === 'string') refuseIdentityCode(value, `/${name}`);
  await updateElement(ctx, version, anchor, { properties: checked });
}

/** Lets a channel use refer to another channel of the register. */
export async function setChannel(
  ctx: Ctx,
  path: string,
  anchor: string,
  channel: string,
): Promise<void> {
  const { version } = await beginChange(ctx, path);
  const { kind } = await getElement(ctx, version, anchor);
  if (kind !== 'channel-use') throw refuse('/anchor', 'not-an-option');
  await codeOf(ctx, channel);
  await updateElement(ctx, version, anchor, { channel });
}
