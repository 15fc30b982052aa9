import { AppError } from '#platform/errors.ts';
import { type Language, sentence, words } from '#platform/i18n.ts';
import { homeAddress, pageAddress } from './addresses.ts';
import layout from './layout.module.css';
import { MessagePage } from './message-page.tsx';

/** What a refusal or a failure is called on a public page. Nothing of its insides is told, only a reference. */
export function RefusalPage({
  error,
  reference,
  language,
}: {
  error: unknown;
  reference: string;
  language: Language;
}) {
  const t = words(language);
  if (error instanceof AppError && error.kind === 'not-found') {
    return (
      <MessagePage
        title={t('site:missing.title')}
        lead={t('site:missing.lead')}
        language={language}
      >
        <ul>
          <li>
            <a href={pageAddress('paths', language)}>{t('site:missing.paths')}</a>
          </li>
          <li>
            <a href={pageAddress('results', language)}>{t('site:missing.units')}</a>
          </li>
          <li>
            <a href={homeAddress(language)}>{t('site:missing.home')}</a>
          </li>
        </ul>
      </MessagePage>
    );
  }
  const lead =
    error instanceof AppError
      ? sentence(language, `errors:code.${error.code}`)
      : t('site:failure.lead');
  return (
    <MessagePage title={t('site:failure.title')} lead={lead} language={language}>
      <p>{t('site:failure.reference', { reference })}</p>
      <p>
        <a className={layout.quiet} href={homeAddress(language)}>
          {t('site:missing.home')}
        </a>
      </p>
    </MessagePage>
  );
}

/** What the title of such a page says. */
export const refusalTitle = (error: unknown, language: Language): string =>
  words(language)(
    error instanceof AppError && error.kind === 'not-found'
      ? 'site:missing.title'
      : 'site:failure.title',
  );
