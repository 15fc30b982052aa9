import type { Reply } from '#contract/development';
import type { Language } from '#platform/language.ts';
import { useWords } from '#ui/words.tsx';
import style from './development.module.css';

/** The reply side by side in the county's languages, as the public reads or will read it. */
export function ReplyText({ reply, languages }: { reply: Reply; languages: readonly Language[] }) {
  const t = useWords();
  return (
    <div className={style.languages}>
      {languages.map((language) => {
        const text = reply.texts[language];
        return (
          <section key={language} className={style.reply}>
            <h3>{t(`development:language.${language}`)}</h3>
            {text ? (
              <>
                <h4>{t('development:reply.youSaid')}</h4>
                <p className={style.written} lang={language}>
                  {text.youSaid}
                </p>
                <h4>{t('development:reply.weDid')}</h4>
                <p className={style.written} lang={language}>
                  {text.weDid}
                </p>
              </>
            ) : (
              <p className={style.soft}>{t('development:reply.languageMissing')}</p>
            )}
          </section>
        );
      })}
    </div>
  );
}
