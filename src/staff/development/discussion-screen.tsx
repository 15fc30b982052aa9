import { useState } from 'react';
import type { DiscussionGuide } from '#contract/development';
import { useReading } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useScreenNode } from '#staff/screen-node.ts';
import { Button } from '#ui/button.tsx';
import { formatDays } from '#ui/format.ts';
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

const DAYS = ['30', '90', '365'] as const;
const DISCUSSION = { kind: 'discussion' } as const;

/** The ready guide for going through a unit's results with its staff in half an hour: on the screen, or printed. */
export function DiscussionScreen() {
  const t = useWords();
  const { node, name, breadcrumb } = useScreenNode();
  const [days, setDays] = useState<(typeof DAYS)[number]>('90');
  const query = useReading<DiscussionGuide>(
    `/api/nodes/${node.id}/discussion-guide?days=${days}`,
    DISCUSSION,
  );
  const choices = DAYS.map((value) => ({
    value,
    label: t('development:guide.days', { count: Number(value) }),
  }));
  return (
    <>
      <ScreenHeader
        title={t('development:guide.title', { name })}
        breadcrumb={[...breadcrumb, { label: name, href: `/staff/nodes/${node.id}` }]}
        lead={t('development:guide.lead')}
        actions={
          <div className={style.tools}>
            <Select
              name="days"
              compact
              label={t('development:guide.period')}
              options={choices}
              value={days}
              onChange={setDays}
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
      <p className={style.period}>
        {answers === null
          ? t('development:guide.fewAnswers', { period })
          : t('development:guide.answers', { period, count: answers })}
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
