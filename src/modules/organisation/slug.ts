/** A readable address part: lower case ASCII letters, figures and hyphens (`Koivurannan sote-keskus` → `koivurannan-sote-keskus`). */
export function slugOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'a';
}
