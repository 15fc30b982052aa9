import type { Context as HonoContext } from 'hono';
import type { AppEnvironment } from '#main/app.ts';
import { receiveConfirmation, showConfirmation } from '#modules/partners';
import { AppError } from '#platform/errors.ts';
import { headerOf, readBytes } from '#platform/http/incoming.ts';
import { type Language, words } from '#platform/i18n.ts';
import { fieldsOf } from '#site/collection/typed.ts';
import type { KnownCounty } from '#site/known-county.ts';
import { MessagePage } from '#site/message-page.tsx';
import type { Site } from '#site/mount-page.ts';
import { answerPage, type Page } from '#site/show-page.tsx';
import { languageOfVisit } from '#site/visit-language.ts';
import { ConfirmationPage, type ConfirmationPageProps } from './confirmation-page.tsx';
import { faultsOf, readAnswers, readTyped, type Typed, type TypedFault } from './typed.ts';

type Http = HonoContext<AppEnvironment>;

const LARGEST_FORM = 512 * 1024;
const TOKEN = /^[\w-]{1,200}$/;

/** The page at which a partner reads what is said of it and answers, without signing in and without script. */
export function mountPartners({ app, parts }: Site, knownCounty: KnownCounty): void {
  const visit = async (http: Http) => {
    const county = await knownCounty(http.get('requestId'));
    const language = languageOfVisit(http, county);
    const token = http.req.param('token') ?? '';
    const asking = {
      token: TOKEN.test(token) ? token : '-',
      address: http.get('address'),
      requestId: http.get('requestId'),
    };
    const show = (page: Page): Response => answerPage(http, parts, county, language, page);
    const draw = async (
      more: Partial<Pick<ConfirmationPageProps, 'typed' | 'faults' | 'changed' | 'thanks'>>,
      status?: 409 | 422,
    ): Promise<Response> => {
      const shown = await showConfirmation(parts, asking);
      const at = http.req.path;
      const facts = {
        title: words(language)('site:partners.title'),
        switches: Object.fromEntries(county.languages.map((one) => [one, `${at}?l=${one}`])),
        searches: true as const,
      };
      const props = { shown, language, address: `${at}?l=${language}`, faults: [], ...more };
      const content = <ConfirmationPage {...props} />;
      return show({ facts, content, ...(status && { status }) });
    };
    return { asking, language, show, draw };
  };
  app.get('/v/:token', async (http) => {
    const { language, show, draw } = await visit(http);
    return orGone(draw({ thanks: http.req.query('done') === '1' }), show, language);
  });
  app.post('/v/:token', async (http) => {
    refuseOtherSites(http);
    const { asking, language, show, draw } = await visit(http);
    const body = Buffer.from(await readBytes(http, LARGEST_FORM)).toString();
    const typed = readTyped(fieldsOf(body));
    const again = (faults: readonly TypedFault[]): Promise<Response> =>
      draw({ typed, faults }, 422);
    const answer = async (): Promise<Response> => {
      const read = readAnswers(typed);
      if ('faults' in read) return again(read.faults);
      try {
        const { changed } = await receiveConfirmation(parts, asking, read.form);
        if (changed.length > 0) return await draw({ typed: leftOf(typed, changed), changed }, 409);
        return http.redirect(`${http.req.path}?l=${language}&done=1`, 303);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
        return again(faultsOf(error, placesOf(typed)));
      }
    };
    return orGone(answer(), show, language);
  });
}

/** Whatever leads nowhere looks the same, so that nobody learns why. */
async function orGone(
  answer: Promise<Response>,
  show: (page: Page) => Response,
  language: Language,
): Promise<Response> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'not-found') throw error;
    return show(gonePage(language));
  }
}

/** The numbers on the page of the parts that were answered, in the order in which their answers were sent on. */
const placesOf = ({ answers }: Typed): number[] =>
  answers.flatMap(({ verdict }, at) => (verdict === 'right' || verdict === 'change' ? [at] : []));

/** What is still to be answered: own words at parts that changed are kept, their answers must be given again. */
const leftOf = (
  { role, answers }: Typed,
  changed: readonly { readonly path: string; readonly anchor: string }[],
): Typed => ({
  role,
  answers: answers
    .filter(({ path, anchor }) => changed.some((one) => one.path === path && one.anchor === anchor))
    .map((answer) => ({ ...answer, verdict: '' })),
});

const gonePage = (language: Language): Page => {
  const t = words(language);
  return {
    facts: { title: t('site:partners.goneTitle') },
    content: (
      <MessagePage
        title={t('site:partners.goneTitle')}
        lead={t('site:partners.goneLead')}
        language={language}
      >
        <p>{t('site:partners.goneText')}</p>
      </MessagePage>
    ),
    status: 404,
  };
};

/** A form on another site may not answer in a partner's name. A browser that does not say where it comes from may. */
function refuseOtherSites(http: Http): void {
  const from = headerOf(http, 'sec-fetch-site');
  if (from === 'cross-site' || from === 'same-site')
    throw new AppError('forbidden', 'other-origin');
}
