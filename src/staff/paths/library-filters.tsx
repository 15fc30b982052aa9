import { useState } from 'react';
import type { Handbook } from '#contract/handbook';
import type { Translate } from '#platform/i18n.ts';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { useSession } from '#staff/session.tsx';
import { saidOf } from '#staff/handbook/handbook-view.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { type Option, Select } from '#ui/select.tsx';
import {
  GAPS,
  type LibraryFilter,
  type LibraryPath,
  NOBODY,
  SORTS,
  STATES,
} from './library-view.ts';
import style from './library.module.css';

interface LibraryFiltersProps {
  paths: readonly LibraryPath[];
  filter: LibraryFilter;
  onChange: (part: Partial<LibraryFilter>) => void;
}

/** Narrows and orders the list of all paths. Only what some path has is offered. */
export function LibraryFilters({ paths, filter, onChange }: LibraryFiltersProps) {
  const t = useWords();
  // What is typed stands in the field at once; the list and the address follow.
  const [typed, setTyped] = useState(filter.q);
  // On a phone nine choices would stand before the list: there they are folded until asked for.
  const [open] = useState(() => matchMedia('(min-width: 48rem)').matches);
  const options = useOptions(paths);
  const choice = (name: Named) => (
    <Select
      key={name}
      name={name}
      label={t(`paths:library.filter.${name}`)}
      options={options[name]}
      value={filter[name]}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const active = FILTERS.filter((name) => filter[name] !== '');
  return (
    <search aria-label={t('paths:library.filters')}>
      <div className={style.filters}>
        <SearchField
          label={t('paths:library.search')}
          value={typed}
          onChange={(q) => {
            setTyped(q);
            onChange({ q });
          }}
        />
        {choice('sort')}
      </div>
      <details className={style.fold} open={open}>
        <summary>
          {t('paths:library.filters')}
          {active.length > 0 && (
            <span className={style.active}>
              {active.map((name) => sayActive(t, name, options[name], filter[name])).join(' · ')}
            </span>
          )}
        </summary>
        <div className={style.filters}>
          {FILTERS.filter((name) => options[name].length > 1).map(choice)}
        </div>
      </details>
    </search>
  );
}

/** What narrows the list just now: “Level: Strategic”. */
const sayActive = (t: Translate, name: Named, options: readonly Option[], value: string): string =>
  `${t(`paths:library.filter.${name}`)}: ${options.find((option) => option.value === value)?.label ?? value}`;

type Named = Exclude<keyof LibraryFilter, 'q'>;

const FILTERS = [
  'gap',
  'state',
  'level',
  'phase',
  'segment',
  'promise',
  'aim',
  'unit',
  'owner',
] as const satisfies readonly Named[];

function useOptions(paths: readonly LibraryPath[]): Record<Named, Option[]> {
  const t = useWords();
  const any: Option = { value: '', label: t('paths:library.any') };
  const levels = (['strategic', 'service', 'touchpoint'] as const).filter((level) =>
    paths.some((path) => path.level === level),
  );
  return {
    gap: [
      any,
      ...(['any', ...GAPS] as const).map((value) => ({
        value,
        label: t(`paths:library.gap.${value}`),
      })),
    ],
    state: [any, ...STATES.map((value) => ({ value, label: t(`paths:library.state.${value}`) }))],
    level: [
      any,
      ...levels.map((value) => ({ value, label: t(`paths:settingOption.level.${value}`) })),
    ],
    sort: SORTS.map((value) => ({
      value: value === 'changed' ? '' : value,
      label: t(`paths:library.sort.${value}`),
    })),
    phase: [
      any,
      ...useEntries(
        'standard-phase',
        paths.flatMap((path) => path.standardPhases),
      ),
    ],
    segment: [
      any,
      ...useEntries(
        'segment',
        paths.flatMap((path) => path.segments),
      ),
    ],
    promise: [
      any,
      ...useEntries(
        'promise',
        paths.flatMap((path) => path.promises),
      ),
    ],
    aim: [
      any,
      ...useEntries(
        'aim',
        paths.flatMap((path) => path.aims),
      ),
    ],
    unit: [any, ...useUnits(paths)],
    owner: [any, ...useOwners(paths)],
  };
}

/** Entries of the handbook that some path names, in the handbook's order; those that it does not know by their code. */
function useEntries(
  kind: 'standard-phase' | 'segment' | 'promise' | 'aim',
  named: readonly string[],
): Option[] {
  const language = useLanguage();
  const { data } = useGet<Handbook>('/api/handbook');
  const codes = new Set(named);
  const known = (data?.entries ?? []).filter(
    ({ code, properties }) => properties.kind === kind && codes.has(code),
  );
  for (const { code } of known) codes.delete(code);
  return [
    ...known.map((entry) => ({ value: entry.code, label: saidOf(entry, 'name', language) })),
    ...[...codes].toSorted().map((code) => ({ value: code, label: code })),
  ];
}

function useUnits(paths: readonly LibraryPath[]): Option[] {
  const language = useLanguage();
  const { tree } = useSession();
  const units = new Set(paths.flatMap((path) => path.units));
  return tree.nodes
    .filter(({ id }) => units.has(id))
    .map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
}

function useOwners(paths: readonly LibraryPath[]): Option[] {
  const t = useWords();
  const language = useLanguage();
  const owners = new Map(paths.flatMap(({ owner }) => (owner ? [[owner.id, owner.name]] : [])));
  const nobody = paths.some(({ owner }) => owner === null);
  return [
    ...(nobody ? [{ value: NOBODY, label: t('paths:library.noOwner') }] : []),
    ...[...owners]
      .map(([value, label]) => ({ value, label }))
      .toSorted((one, other) => one.label.localeCompare(other.label, language)),
  ];
}
