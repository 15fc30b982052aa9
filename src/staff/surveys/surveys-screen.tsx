import { type Survey, SURVEY_FIELDS, type SurveyVersion, THEMES } from '#contract/surveys';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { WordingTable } from './wording-table.tsx';

/** The instrument: every statement and question in three languages, and whether the wording is official. */
export function SurveysScreen() {
  const t = useWords();
  const query = useGet<{ surveys: Survey[] }>('/api/surveys');
  return (
    <>
      <ScreenHeader title={t('surveys:title')} lead={t('surveys:lead')} />
      <Loaded query={query}>
        {({ surveys }) =>
          surveys.length === 0 ? (
            <EmptyState title={t('surveys:empty')}>
              <p>{t('surveys:emptyText')}</p>
            </EmptyState>
          ) : (
            surveys.map((survey) => <OneSurvey key={survey.id} survey={survey} />)
          )
        }
      </Loaded>
    </>
  );
}

function OneSurvey({ survey }: { survey: Survey }) {
  const t = useWords();
  if (!survey.inUse) return <Notice title={survey.code}>{t('surveys:notInUse')}</Notice>;
  return (
    <>
      <Statements version={survey.inUse} />
      <Texts version={survey.inUse} />
    </>
  );
}

const isTheme = (theme: string): theme is (typeof THEMES)[number] =>
  THEMES.some((known) => known === theme);

function Statements({ version }: { version: SurveyVersion }) {
  const t = useWords();
  const language = useLanguage();
  const { version: number, origin } = version.set;
  const isOwn = origin === 'own';
  const title = t('surveys:statements', { name: inLanguage(version.texts.name, language) });
  const rows = version.statements.map(({ code, theme, text, official }, index) => ({
    key: code,
    name: `${t('surveys:statement')} ${index + 1}`,
    detail: isTheme(theme) ? t(`surveys:theme.${theme}`) : theme,
    text,
    official: isOwn ? null : official,
    path: `/api/statement-sets/${version.set.id}/statements/${code}/texts`,
  }));
  return (
    <Card title={title} footer={t(isOwn ? 'surveys:setOwn' : 'surveys:set', { version: number })}>
      <WordingTable
        caption={title}
        head={t('surveys:statement')}
        action="surveys.correctStatement"
        rows={rows}
      />
    </Card>
  );
}

function Texts({ version }: { version: SurveyVersion }) {
  const t = useWords();
  const language = useLanguage();
  const title = t('surveys:texts', { name: inLanguage(version.texts.name, language) });
  const isOwn = version.set.origin === 'own';
  const fields = SURVEY_FIELDS.filter(
    (field) => field !== 'recommendation' || version.asksRecommendation,
  );
  const rows = fields.map((field) => ({
    key: field,
    name: t(`surveys:field.${field}`),
    detail: null,
    text: version.texts[field],
    official: field === 'recommendation' && !isOwn ? version.official.recommendation : null,
    path: `/api/survey-versions/${version.id}/texts/${field}`,
  }));
  return (
    <Card title={title} footer={t('surveys:version', { number: version.number })}>
      <WordingTable
        caption={title}
        head={t('surveys:text')}
        action="surveys.correctSurveyText"
        rows={rows}
      />
    </Card>
  );
}
