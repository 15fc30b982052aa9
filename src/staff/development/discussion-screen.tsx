import { useState } from 'react';
import type { DiscussionGuide } from '#contract/development';
import { MONTHS } from '#contract/reports';
import { inLanguage } from '#platform/language.ts';
import { useReading } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { numberWords } from '#staff/reports/report-words.tsx';
import { useScreenNode } from '#staff/screen-node.ts';
import { Button } from '#ui/button.tsx';
import { formatDay, formatDays } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Select } from '#ui/select.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { AgreedForm } from './agreed-form.tsx';
import style from './discussion.module.css';
import {
  DiffersPart,
  GuidePart,
  QuestionsPart,
  ToldPart,
  TriesPart,
  WellPart,
} from './guide-parts.tsx';

const DISCUSSION = { kind: 'discussion' } as const;

/** The ready guide for going through a unit's results with its staff in half an hour: on the screen, or printed. */
export function DiscussionScreen() {
  const t = useWords();
  const { node, name, breadcrumb } = useScreenNode();
  const [months, setMonths] = useState<(typeof MONTHS)[number]>('4');
  const [set, setSet] = useState<string>();
  const asked = new URLSearchParams({ months, ...(set !== undefined && { set }) });
  const query = useReading<DiscussionGuide>(
    `/api/nodes/${node.id}/discussion-guide?${asked}`,
    DISCUSSION,
  );
  const choices = MONTHS.map((value) => ({
    value,
    label: t('development:guide.months', { count: Number(value) }),
  }));
  return (
    <>
      <ScreenHeader
        title={t('development:guide.title', { name })}
        breadcrumb={[...breadcrumb, { label: name, href: `/staff/nodes/${node.id}` }]}
        lead={t('development:guide.lead')}
        actions={
          <div className={style.tools}>
            {query.data && <SetSelect guide={query.data} onChange={setSet} />}
            <Select
              name="months"
              compact
              label={t('development:guide.period')}
              options={choices}
              value={months}
              onChange={setMonths}
            />
            <Button icon="print" onPress={() => window.print()}>
              {t('development:guide.print')}
            </Button>
          </div>
        }
      />
      <Loaded query={query}>{(guide) => <Guide guide={guide} />}</Loaded>
    </>
  );
}

/** Which survey the talk is about, where there are several. */
function SetSelect({
  guide: { set, sets },
  onChange,
}: {
  guide: DiscussionGuide;
  onChange: (set: string) => void;
}) {
  const t = useWords();
  const language = useLanguage();
  if (!set || sets.length < 2) return null;
  return (
    <Select
      name="set"
      compact
      label={t('development:guide.set')}
      options={sets.map(({ code, name }) => ({ value: code, label: inLanguage(name, language) }))}
      value={set.code}
      onChange={onChange}
    />
  );
}

function Guide({ guide }: { guide: DiscussionGuide }) {
  const t = useWords();
  const language = useLanguage();
  const { minutes, answers, periodFrom, periodTo } = guide;
  const period = formatDays(periodFrom, periodTo, language);
  const parts = [
    { key: 'well', content: <WellPart guide={guide} /> },
    { key: 'told', content: <ToldPart guide={guide} /> },
    { key: 'differs', content: <DiffersPart guide={guide} /> },
    { key: 'questions', content: <QuestionsPart guide={guide} /> },
    { key: 'tries', content: <TriesPart guide={guide} /> },
  ] as const;
  return (
    <>
      {guide.break && (
        <Notice
          title={t('development:guide.break', { day: formatDay(guide.break.on, language) })}
        />
      )}
      <p className={style.period}>
        {answers === null
          ? t('development:guide.fewAnswers', { period })
          : t('development:guide.answers', {
              period,
              count: answers.n,
              number: numberWords(answers, t, language),
            })}
      </p>
      <ol className={style.parts}>
        {parts.map(({ key, content }) => (
          <GuidePart key={key} title={t(`development:part.${key}`)} minutes={minutes[key]}>
            {content}
          </GuidePart>
        ))}
      </ol>
      <AgreedForm guide={guide} />
    </>
  );
}
