import { CHANNELS, DAYS } from '#contract/reports';
import { Select } from '#ui/select.tsx';
import { useWords } from '#ui/words.tsx';
import type { Choice } from './use-dashboard.ts';

/** The few and fixed choices of what a report shows. */
export function ReportFilters({
  choice,
  onChange,
}: {
  choice: Choice;
  onChange: (change: Partial<Choice>) => void;
}) {
  const t = useWords();
  return (
    <>
      <Select
        compact
        name="days"
        label={t('reports:filter.days')}
        options={DAYS.map((days) => ({ value: days, label: t(`reports:days.${days}`) }))}
        value={choice.days}
        onChange={(days) => onChange({ days })}
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
