import { useSearchParams } from 'react-router';
import { ANSWER_CHANNELS, RECOMMENDATION_GROUPS } from '#contract/feedback';
import { Select } from '#ui/select.tsx';
import { useWords } from '#ui/words.tsx';
import style from './feedback.module.css';

const DAYS = ['30', '90', '365'] as const;
const FILTERS = {
  days: DAYS,
  channel: ANSWER_CHANNELS,
  recommendation: RECOMMENDATION_GROUPS,
} as const;

type Filter = keyof typeof FILTERS;

/** What the address says to show, as a query for the API; it can be kept and sent to a colleague. */
export function useTextFilters(): {
  query: URLSearchParams;
  set: (filter: Filter, value: string) => void;
  clear: () => void;
} {
  const [search, setSearch] = useSearchParams();
  const given = Object.entries(FILTERS).flatMap(([filter, values]) => {
    const value = search.get(filter);
    return values.some((known) => known === value) ? [[filter, value!]] : [];
  });
  return {
    query: new URLSearchParams(given),
    set: (filter, value) => {
      const next = new URLSearchParams(search);
      if (value === ALL) next.delete(filter);
      else next.set(filter, value);
      setSearch(next, { replace: true });
    },
    clear: () => setSearch({}, { replace: true }),
  };
}

const ALL = 'all';

/** The choices by which the texts are narrowed. */
export function TextFilters({
  filters: { query, set },
}: {
  filters: ReturnType<typeof useTextFilters>;
}) {
  const t = useWords();
  const options = {
    days: [
      { value: ALL, label: t('feedback:filter.allDays') },
      ...DAYS.map((days) => ({ value: days, label: t('feedback:filter.lastDays', { days }) })),
    ],
    channel: [
      { value: ALL, label: t('feedback:filter.allChannels') },
      ...ANSWER_CHANNELS.map((channel) => ({
        value: channel,
        label: t(`feedback:channel.${channel}`),
      })),
    ],
    recommendation: [
      { value: ALL, label: t('feedback:filter.allRecommendations') },
      ...RECOMMENDATION_GROUPS.map((group) => ({
        value: group,
        label: t(`feedback:group.${group}`),
      })),
    ],
  };
  return (
    <fieldset className={style.filters} aria-label={t('feedback:filter.label')}>
      {(['days', 'channel', 'recommendation'] as const).map((filter) => (
        <Select
          key={filter}
          name={filter}
          label={t(`feedback:filter.${filter}`)}
          options={options[filter]}
          value={query.get(filter) ?? ALL}
          onChange={(value) => set(filter, value)}
        />
      ))}
    </fieldset>
  );
}
