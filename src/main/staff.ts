import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { staffPolicy } from '#platform/http/headers.ts';
import type { AppEnvironment } from './app.ts';
import type { Parts } from './parts.ts';

/** The staff app's one page; every address under /staff is a screen of it. */
export function mountStaff(app: Hono<AppEnvironment>, { assets, settings }: Parts): void {
  app.on('GET', ['/staff', '/staff/*'], (http) => {
    const nonce = randomBytes(16).toString('base64');
    const styles = assets.staffStyles
      .map((href) => `<link rel="stylesheet" href="${href}">`)
      .join('');
    http.header('content-security-policy', staffPolicy(nonce));
    http.header('cache-control', 'no-store');
    return http.html(
      `<!doctype html><html lang="fi" data-gallery="${settings.gallery ? '1' : '0'}" data-example="${settings.mode === 'example' ? '1' : '0'}"><head><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width, initial-scale=1"><meta property="csp-nonce" nonce="${nonce}">` +
        `<meta name="robots" content="noindex"><link rel="icon" href="/mark.svg" type="image/svg+xml"><title>Polku</title>${styles}` +
        `<script type="module" src="${assets.staffScript}"></script></head><body><div id="root"></div></body></html>`,
    );
  });
}
