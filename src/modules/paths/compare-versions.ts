import type { Context } from '#platform/context.ts';
import type { LocalText } from '#platform/i18n.ts';
import { VARIANTS } from '#platform/language.ts';
import type { ElementKind } from './element.ts';
import { FIELDS, nameField } from './element-fields.ts';
import { selectCompared } from './compared-store.ts';
import type { ComparedElement } from './compared-store.ts';
import type { ElementChange, PathDifference } from './review-contract.ts';
import type { PathTables } from './tables.ts';
import { getVersion } from './version-store.ts';
import { type Budget, compareWords, newBudget } from './word-difference.ts';

type Ctx = Context<PathTables>;
type Elements = ReadonlyMap<string, ComparedElement>;

/** What differs between two versions of a path, in the order of the later one; without an earlier one all is new. */
export async function compareVersions(
  ctx: Ctx,
  path: string,
  from: number | null,
  to: number,
): Promise<PathDifference> {
  const later = await getVersion(ctx, path, to);
  const earlier = from === null ? undefined : await getVersion(ctx, path, from);
  const before = earlier ? await selectCompared(ctx, earlier.id) : [];
  const after = await selectCompared(ctx, later.id);
  return { from, to, changes: findChanges(before, after) };
}

/** What was added, removed, changed and moved. */
export function findChanges(
  before: readonly ComparedElement[],
  after: readonly ComparedElement[],
): ElementChange[] {
  const old: Elements = new Map(before.map((element) => [element.anchor, element]));
  const young: Elements = new Map(after.map((element) => [element.anchor, element]));
  const moved = findMoved(old, before, after);
  const budget = newBudget();
  return inOrder(before, after, young).flatMap((anchor) => {
    const change = changeOf(old.get(anchor), young.get(anchor), moved.has(anchor), budget);
    return change ?? [];
  });
}

/** The later order, with what was removed after what it had followed. */
function inOrder(
  before: readonly ComparedElement[],
  after: readonly ComparedElement[],
  young: Elements,
): string[] {
  const removedAfter = new Map<string, string[]>();
  let anchorBefore = '';
  for (const { anchor } of before) {
    if (young.has(anchor)) anchorBefore = anchor;
    else removedAfter.set(anchorBefore, [...(removedAfter.get(anchorBefore) ?? []), anchor]);
  }
  return [
    ...(removedAfter.get('') ?? []),
    ...after.flatMap(({ anchor }) => [anchor, ...(removedAfter.get(anchor) ?? [])]),
  ];
}

function changeOf(
  old: ComparedElement | undefined,
  young: ComparedElement | undefined,
  moved: boolean,
  budget: Budget,
): ElementChange | undefined {
  const element = (young ?? old)!;
  const change = !old ? 'added' : !young ? 'removed' : 'changed';
  const texts = changedTexts(old, young, budget);
  const properties = changedProperties(old, young);
  if (change === 'changed' && !moved && texts.length === 0 && properties.length === 0)
    return undefined;
  return {
    anchor: element.anchor,
    kind: element.kind,
    title: titleOf(element),
    channel: element.channel,
    change,
    moved: change === 'changed' && moved,
    texts,
    properties,
  };
}

function titleOf({ kind, texts }: ComparedElement): LocalText {
  const field = nameField(kind as ElementKind)?.name ?? 'title';
  const said = (variant: string): string => texts.get(`${field}/${variant}`) ?? '';
  return { fi: said('fi'), sv: said('sv'), en: said('en') };
}

function changedTexts(
  old: ComparedElement | undefined,
  young: ComparedElement | undefined,
  budget: Budget,
): ElementChange['texts'] {
  const places = new Set([...(young?.texts.keys() ?? []), ...(old?.texts.keys() ?? [])]);
  const { kind } = (young ?? old)!;
  return inWritingOrder([...places], kind as ElementKind).flatMap((place) => {
    const [before, after] = [old?.texts.get(place) ?? '', young?.texts.get(place) ?? ''];
    if (before === after) return [];
    const [field = '', variant = ''] = place.split('/');
    return [{ field, variant, pieces: compareWords(before, after, budget) }];
  });
}

/** Field by field as they are written, and of each Finnish first. */
function inWritingOrder(places: readonly string[], kind: ElementKind): string[] {
  const fields = (FIELDS[kind] ?? []).map(({ name }) => name);
  const rank = (place: string): number => {
    const [field = '', variant = ''] = place.split('/');
    return fields.indexOf(field) * VARIANTS.length + VARIANTS.indexOf(variant as 'fi');
  };
  return places.toSorted((a, b) => rank(a) - rank(b));
}

function changedProperties(
  old: ComparedElement | undefined,
  young: ComparedElement | undefined,
): ElementChange['properties'] {
  const names = new Set([
    ...Object.keys(young?.properties ?? {}),
    ...Object.keys(old?.properties ?? {}),
  ]);
  const said = (element: ComparedElement | undefined, name: string): string => {
    const value = element?.properties[name];
    if (value === undefined || value === null) return '';
    // Nothing chosen says nothing: neither of a part that is new nor of one whose kind got the property since.
    if (typeof value === 'object' && Object.keys(value).length === 0) return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  const changes = [...names].map((name) => ({
    name,
    before: said(old, name),
    after: said(young, name),
  }));
  if (old?.channel || young?.channel)
    changes.push({ name: 'channel', before: old?.channel ?? '', after: young?.channel ?? '' });
  return changes.filter(({ before, after }) => before !== after);
}

/** What stands below another part, or in another place among those siblings that stayed in their order. */
function findMoved(
  old: Elements,
  before: readonly ComparedElement[],
  after: readonly ComparedElement[],
): Set<string> {
  const moved = new Set<string>();
  const places = new Map(before.map(({ anchor }, index) => [anchor, index]));
  const families = Map.groupBy(
    after.filter(({ anchor }) => old.has(anchor)),
    ({ parent }) => parent,
  );
  for (const [parent, children] of families) {
    const stayed = children.filter(({ anchor }) => old.get(anchor)!.parent === parent);
    for (const { anchor } of children) if (old.get(anchor)!.parent !== parent) moved.add(anchor);
    const kept = longestRising(stayed.map(({ anchor }) => places.get(anchor)!));
    for (const [index, { anchor }] of stayed.entries()) if (!kept.has(index)) moved.add(anchor);
  }
  return moved;
}

/** The indexes of a longest series that only rises: as many as possible are told to have stayed. */
function longestRising(numbers: readonly number[]): Set<number> {
  const ends: number[] = [];
  const former: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let place = ends.findIndex((end) => numbers[end]! >= number);
    if (place === -1) place = ends.length;
    former[index] = place === 0 ? -1 : ends[place - 1]!;
    ends[place] = index;
  }
  const kept = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = former[index]!) kept.add(index);
  return kept;
}
