import { useState } from 'react';
import { NAMELESS } from '#contract/audit';
import type { Account, ApiToken } from '#contract/identity';
import { useGet } from '#staff/api.ts';
import { NodeField } from '#staff/organisation/node-field.tsx';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { LOCALES } from '#ui/format.ts';
import { type Option, Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import style from './audit.module.css';
import { actionWords } from './event-words.ts';
import type { AuditFilterForm } from './use-audit-filter.ts';

const ALL = 'all';

interface AuditFiltersProps {
  filter: AuditFilterForm;
  actions: readonly string[];
  onSearch: (filter: AuditFilterForm) => void;
}

/** By whom, what, where and when. Nothing is asked for until the button is pressed, as each search is written down. */
export function AuditFilters({ filter, actions, onSearch }: AuditFiltersProps) {
  const t = useWords();
  const { nodes } = useSession();
  const [form, setForm] = useState(filter);
  const set = (name: keyof AuditFilterForm) => (value: string | null) =>
    setForm({ ...form, [name]: value === null || value === ALL ? '' : value });
  return (
    <Form label={t('audit:filter.label')} onSubmit={() => onSearch(form)}>
      <div className={style.filters}>
        <Select
          name="who"
          label={t('audit:filter.who')}
          options={usePeople()}
          value={form.who || ALL}
          onChange={set('who')}
        />
        <Select
          name="action"
          label={t('audit:filter.action')}
          options={useActions(actions)}
          value={form.action || ALL}
          onChange={set('action')}
        />
        <NodeField
          name="node"
          label={t('audit:filter.node')}
          optional
          nodes={nodes}
          value={form.node || null}
          onChange={set('node')}
        />
        <TextField
          name="thing"
          label={t('audit:filter.thing')}
          optional
          value={form.thing}
          onChange={set('thing')}
          maxLength={100}
        />
        <DateField
          name="from"
          label={t('audit:filter.from')}
          optional
          value={form.from || null}
          onChange={set('from')}
        />
        <DateField
          name="to"
          label={t('audit:filter.to')}
          optional
          value={form.to || null}
          onChange={set('to')}
        />
      </div>
      <FormActions>
        <Button kind="primary" type="submit" icon="search">
          {t('audit:filter.search')}
        </Button>
      </FormActions>
    </Form>
  );
}

/** All accounts and API tokens, ended ones too, and who acts without one. */
function usePeople(): Option[] {
  const t = useWords();
  const { data } = useGet<{ accounts: Account[] }>('/api/accounts');
  const { data: systems } = useGet<{ tokens: ApiToken[] }>('/api/tokens');
  return [
    { value: ALL, label: t('audit:filter.anyone') },
    ...(data?.accounts ?? []).map(({ id, name, email }) => ({
      value: id,
      label: name,
      detail: email,
    })),
    ...(systems?.tokens ?? []).map(({ id, name }) => ({
      value: id,
      label: name,
      detail: t('audit:who.token'),
    })),
    ...NAMELESS.map((kind) => ({ value: kind, label: t(`audit:who.${kind}`) })),
  ];
}

function useActions(actions: readonly string[]): Option[] {
  const t = useWords();
  const language = useLanguage();
  return [
    { value: ALL, label: t('audit:filter.anything') },
    ...actions
      .map((action) => ({ value: action, label: actionWords(t, action) }))
      .toSorted((one, other) => one.label.localeCompare(other.label, LOCALES[language])),
  ];
}
