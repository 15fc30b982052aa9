import { LONGEST_COMMENT } from '#contract/feedback';
import { type Language, words } from '#platform/i18n.ts';
import style from './form-page.module.css';

/** The open question. `answer-script.ts` finds its words here; without script the server checks the same. */
export function CommentField({
  question,
  typed,
  fault,
  language,
}: {
  question: string;
  typed: string;
  fault: string | undefined;
  language: Language;
}) {
  const t = words(language);
  return (
    <div className={style.comment} data-fault={fault === undefined ? undefined : ''}>
      <label htmlFor="comment">{question}</label>
      <p id="comment-hint" className={style.hint}>
        {t('site:form.commentHint')}
      </p>
      {fault !== undefined && (
        <p id="comment-fault" className={style.fault}>
          {fault}
        </p>
      )}
      <textarea
        id="comment"
        name="comment"
        rows={6}
        defaultValue={typed}
        aria-describedby={
          fault === undefined
            ? 'comment-hint comment-warning'
            : 'comment-hint comment-fault comment-warning'
        }
        aria-invalid={fault === undefined ? undefined : true}
        data-longest={LONGEST_COMMENT}
        data-left={t('site:form.left', { number: '%' })}
        data-over={t('site:form.over', { number: '%' })}
        data-identity={t('site:form.looksLikeIdentity')}
        data-phone={t('site:form.looksLikePhone')}
        data-mail={t('site:form.looksLikeMail')}
      />
      <p id="comment-count" className={style.hint} hidden />
      <p id="comment-warning" className={style.warning} aria-live="polite" />
    </div>
  );
}
