import type { ReactNode } from 'react';
import type { Places } from '#contract/development';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import type { Problem } from '#ui/problem.ts';
import { type Option, Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { SourcePicker } from './source-picker.tsx';

/** The choice of no place. */
export const NO_PLACE = 'none';

/** What stands in the form; `place` is `path#anchor` or `NO_PLACE`. */
export interface ActionDraft {
  readonly title: string;
  readonly reason: string;
  readonly owner: string;
  readonly due: string | null;
  readonly place: string;
  readonly sources: readonly string[];
}

/** What is sent of it. An empty day is sent as such, so that the server says in the reader's words what is missing. */
export function contentOf({ place, due, ...rest }: ActionDraft): object {
  const [path, anchor] = place.split('#');
  return { ...rest, ...(due !== null && { due }), place: path && anchor ? { path, anchor } : null };
}

interface ActionFormProps {
  node: string;
  draft: ActionDraft;
  onChange: (draft: ActionDraft) => void;
  problem: Problem | null;
  onSubmit: () => void;
  /** The buttons. */
  children: ReactNode;
}

/** What an action says: what, why, who, by when, where on a path, and which feedback it comes from. */
export function ActionForm({
  node,
  draft,
  onChange,
  problem,
  onSubmit,
  children,
}: ActionFormProps) {
  const t = useWords();
  const places = usePlaces(node, draft.place);
  const change = (part: Partial<ActionDraft>) => onChange({ ...draft, ...part });
  return (
    <Form problem={problem} onSubmit={onSubmit} label={t('development:list.new')}>
      <TextField
        name="title"
        label={t('development:field.title')}
        hint={t('development:hint.title')}
        maxLength={160}
        value={draft.title}
        onChange={(title) => change({ title })}
      />
      <TextArea
        name="reason"
        label={t('development:field.reason')}
        hint={t('development:hint.reason')}
        maxLength={2_000}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
      <SourcePicker
        node={node}
        chosen={draft.sources}
        onChange={(sources) => change({ sources })}
      />
      <TextField
        name="owner"
        label={t('development:field.owner')}
        hint={t('development:hint.owner')}
        maxLength={120}
        value={draft.owner}
        onChange={(owner) => change({ owner })}
      />
      <DateField
        name="due"
        label={t('development:field.due')}
        value={draft.due}
        onChange={(due) => change({ due })}
      />
      <Select
        name="place"
        optional
        label={t('development:field.place')}
        hint={t('development:hint.place')}
        options={places}
        value={draft.place}
        onChange={(place) => change({ place })}
      />
      {children}
    </Form>
  );
}

function usePlaces(node: string, chosen: string): Option[] {
  const t = useWords();
  const language = useLanguage();
  const { data } = useGet<Places>(`/api/nodes/${node}/action-places`);
  const phases = (data?.paths ?? []).flatMap(({ path, title, phases }) =>
    phases.map((phase) => ({
      value: `${path}#${phase.anchor}`,
      label: inLanguage(phase.title, language),
      detail: inLanguage(title, language),
    })),
  );
  const known = chosen === NO_PLACE || phases.some(({ value }) => value === chosen);
  return [
    { value: NO_PLACE, label: t('development:place.none') },
    ...phases,
    ...(known ? [] : [{ value: chosen, label: t('development:place.kept') }]),
  ];
}
