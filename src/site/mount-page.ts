import type { Hono } from 'hono';
import type { AppEnvironment } from '#main/app.ts';
import type { Parts } from '#main/parts.ts';
import { type County, getCounty } from '#modules/organisation';
import { AppError } from '#platform/errors.ts';
import type { RouteContext } from '#platform/http/route.ts';
import { type Language, LANGUAGES } from '#platform/i18n.ts';
import { homeAddress, pageAddress, type PageKind } from './addresses.ts';
import { answerKeptPage, type Page } from './show-page.tsx';

/** Where pages are mounted, and what they are made of. */
export interface Site {
  readonly app: Hono<AppEnvironment>;
  readonly parts: Parts;
}

/** What a page is drawn from. */
export interface Visit {
  readonly ctx: RouteContext;
  readonly county: County;
  readonly language: Language;
  /** The name in the address, where it has one. */
  readonly name: string;
}

/** A page, or the address to which it has moved. */
export type Drawn = Page | { readonly movedTo: string };

/** Who everybody is on the public site: nobody is asked. */
export const PUBLIC = { kind: 'public' } as const;

// What cannot be a name in an address is in no table, and is not asked for there.
const NAME = /^[A-Za-z0-9-]{1,120}$/;

/** Mounts a public page at its address in each language. It is the same for everybody, and kept. */
export function mountPage(
  { app, parts }: Site,
  kind: PageKind | 'home',
  { named = false, ending }: { named?: boolean; ending?: Readonly<Record<Language, string>> },
  draw: (visit: Visit) => Promise<Drawn>,
): void {
  for (const language of LANGUAGES) {
    const pattern =
      kind === 'home'
        ? homeAddress(language)
        : pageAddress(kind, language, named ? ':name' : undefined);
    app.get(ending ? `${pattern}/${ending[language]}` : pattern, async (http) => {
      const since = parts.pages.state;
      const name = named ? (http.req.param('name') ?? '') : '';
      const [county, drawn] = await parts.edge.read(PUBLIC, http.get('requestId'), async (ctx) => {
        const county = await getCounty(ctx);
        if (!county.languages.includes(language) || (named && !NAME.test(name))) {
          throw new AppError('not-found', 'not-found');
        }
        return [county, await draw({ ctx, county, language, name })] as const;
      });
      if ('movedTo' in drawn) return http.redirect(drawn.movedTo, 301);
      return answerKeptPage(http, parts, county, language, drawn, since);
    });
  }
}
