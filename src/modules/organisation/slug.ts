/** A readable address part: lower case ASCII letters, figures and hyphens (`Koivurannan sote-keskus` → `koivurannan-sote-keskus`). */
export function slugOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'a';
}

/** The wanted address, or the first free one of it with a number. */
export function freeSlugAmong(taken: ReadonlySet<string>, wanted: string): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
