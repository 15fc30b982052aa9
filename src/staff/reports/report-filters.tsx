import { CHANNELS, MONTHS } from '#contract/reports';
import { inLanguage } from '#platform/language.ts';
import { Select } from '#ui/select.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { type Choice, useDashboard } from './use-dashboard.ts';

/** The few and fixed choices of what a report shows. */
export function ReportFilters({
  node,
  choice,
  onChange,
}: {
  node: string;
  choice: Choice;
  onChange: (change: Partial<Choice>) => void;
}) {
  const t = useWords();
  const language = useLanguage();
  const { data } = useDashboard(node, choice);
  return (
    <>
      {data?.set && data.sets.length > 1 && (
        <Select
          compact
          name="set"
          label={t('reports:filter.set')}
          options={data.sets.map(({ code, name }) => ({
            value: code,
            label: inLanguage(name, language),
          }))}
          value={data.set.code}
          onChange={(set) => onChange({ set })}
        />
      )}
      <Select
        compact
        name="months"
        label={t('reports:filter.months')}
        options={MONTHS.map((months) => ({
          value: months,
          label: t('reports:months', { count: Number(months) }),
        }))}
        value={choice.months}
        onChange={(months) => onChange({ months })}
      />
      <Select
        compact
        name="channel"
        label={t('reports:filter.channel')}
        options={[
          { value: 'all' as const, label: t('reports:filter.allChannels') },
          ...CHANNELS.map((channel) => ({
            value: channel,
            label: t(`feedback:channel.${channel}`),
          })),
        ]}
        value={choice.channel}
        onChange={(channel) => onChange({ channel })}
      />
    </>
  );
}
