import type { Language } from '#platform/i18n.ts';

/** The size that whoever shows a link expects, in pixels. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** The picture of the site as a whole. */
export const countyPicture = (language: Language): string => `/pictures/${language}.png`;

/** The picture of one version of a path: another version has another address, so each may be kept for ever. */
export const pathPicture = (path: string, version: number, language: Language): string =>
  `/pictures/paths/${path}/${language}-${version}.png`;
