import type { Context } from '#platform/context.ts';
import type { Variant } from '#platform/language.ts';
import { dayOf } from '#platform/time.ts';
import { listEntries } from './entry-store.ts';
import { type EntryTrouble, isInForce, troubleOf } from './promise-state.ts';
import { said } from './public-handbook.ts';
import type { HandbookTables } from './tables.ts';
import type { Threshold } from './threshold.ts';

type Ctx = Context<HandbookTables>;

/** Kinds of entries on which something may rest so that customers are told of it. */
type RestedOn = 'promise' | 'aim';

/**
 * What keeps something from resting on these entries today, by their codes; those that nothing is wrong with are not
 * there.
 */
export async function findTroubles(
  ctx: Ctx,
  kind: RestedOn,
  codes: readonly string[],
): Promise<Map<string, EntryTrouble>> {
  if (codes.length === 0) return new Map();
  const entries = new Map(
    (await listEntries(ctx, { kinds: [kind] })).map((one) => [one.code, one]),
  );
  const today = dayOf(ctx.now());
  return new Map(
    codes.flatMap((code) => {
      const trouble = troubleOf(entries.get(code), today);
      return trouble ? [[code, trouble]] : [];
    }),
  );
}

/** A promise as those read it who keep it. */
export interface KeptPromise {
  readonly name: string;
  readonly how: string;
  /** Who answers for it: a task, not a person's name. */
  readonly owner: string;
  readonly limits: readonly Threshold[];
  readonly public: boolean;
}

/** What professionals are to keep to, by its code. */
export interface KeptHandbook {
  readonly promises: ReadonlyMap<string, KeptPromise>;
  readonly aims: ReadonlyMap<string, { readonly name: string; readonly measure: string }>;
}

/**
 * The promises that are in force today, with how they are kept, and the aims with what tells whether they come true. Those
 * promises that are not public are for the staff only (`internal`).
 */
export async function getKeptHandbook(
  ctx: Ctx,
  variant: Variant,
  { internal }: { internal: boolean },
): Promise<KeptHandbook> {
  const today = dayOf(ctx.now());
  const entries = await listEntries(ctx, { kinds: ['promise', 'aim'], inUse: true });
  const named = entries.filter((entry) => said(entry, 'name', variant) !== '');
  return {
    promises: new Map(
      named.flatMap((entry) => {
        const { code, properties } = entry;
        if (properties.kind !== 'promise' || !isInForce(properties, today)) return [];
        if (!properties.public && !internal) return [];
        const { owner, thresholds: limits, public: shown } = properties;
        const name = said(entry, 'name', variant);
        return [[code, { name, how: said(entry, 'how', variant), owner, limits, public: shown }]];
      }),
    ),
    aims: new Map(
      named.flatMap((entry) =>
        entry.properties.kind === 'aim'
          ? [
              [
                entry.code,
                { name: said(entry, 'name', variant), measure: said(entry, 'measure', variant) },
              ],
            ]
          : [],
      ),
    ),
  };
}
