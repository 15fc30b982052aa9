import type { AuditEntry } from '#contract/audit';
import { ERASURE_REASONS, PURPOSES } from '#contract/feedback';
import type { Translate } from '#platform/i18n.ts';

// What is written into the log is known only at run time; what has no words yet shows itself.
const word = (t: Translate, key: string, otherwise: string): string =>
  (t as unknown as (key: string, options: { defaultValue: string }) => string)(key, {
    defaultValue: otherwise,
  });

/** What was done, in words. */
export const actionWords = (t: Translate, action: string): string =>
  word(t, `audit:action.${action}`, action);

/** What it was done to: kinds of things in words, with their ids as they are. What the row says anyway is left out. */
export const thingParts = (
  t: Translate,
  { thing, node, who }: AuditEntry,
): { kind: string; id: string }[] =>
  (thing?.split(' ') ?? []).flatMap((part) => {
    const [kind = '', ...rest] = part.split('/');
    const id = rest.join('/');
    if (id === node?.id || ('id' in who && id === who.id)) return [];
    return [{ kind: word(t, `audit:thing.${kind}`, kind), id }];
  });

type Detail = Readonly<Record<string, string | number | boolean | null>>;

/** What else is known, a line each: why people's words were read or erased, then the rest as it is. */
export function detailLines(
  t: Translate,
  { purpose, reason: why, words, ...rest }: Detail,
): string[] {
  const read = PURPOSES.find((each) => each === purpose);
  const erased = ERASURE_REASONS.find((each) => each === why);
  const known =
    (read && t(`feedback:purpose.kind.${read}`)) ??
    (erased && t(`feedback:erasure.kind.${erased}`));
  const reason = typeof words === 'string' ? words : known;
  return [
    ...(reason === undefined ? [] : [t('audit:detail.purpose', { value: reason })]),
    ...Object.entries(rest).map(([key, value]) =>
      t('audit:detail.other', { key: word(t, `audit:key.${key}`, key), value: String(value) }),
    ),
  ];
}
