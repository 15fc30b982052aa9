// Whatever is no page runs nothing, shows nothing and is framed by nobody, and nobody keeps it. Pages and files that may
// be kept say otherwise themselves.
const NO_PAGE =
  "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const EVERYWHERE = {
  'content-security-policy': NO_PAGE,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
} as const;

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "object-src 'none'; form-action 'self'; base-uri 'none'";

/** Headers of everything that is served, unless the answer itself has others. */
export function commonHeaders(secure: boolean): Readonly<Record<string, string>> {
  return secure
    ? { ...EVERYWHERE, 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : EVERYWHERE;
}

/** The content security policy of a public page: nothing inline, nothing from elsewhere, and its script sends nothing. */
export const pagePolicy = (framedBy: "'none'" | "'self'" = "'none'"): string =>
  `${PAGE_POLICY}; frame-ancestors ${framedBy}`;

/** The same of a page whose script reads other pages of this site. */
export const readingPagePolicy = (): string => `${pagePolicy()}; connect-src 'self'`;

/** The content security policy of the staff app; react-aria's one style element carries the response's nonce. */
export function staffPolicy(nonce: string): string {
  return (
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; ` +
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; " +
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
  );
}
