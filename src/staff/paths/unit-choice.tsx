import { useState } from 'react';
import type { UnitsChange } from '#contract/paths';
import type { Node } from '#contract/organisation';
import { inLanguage } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { ClashDialog, isClash } from '#staff/clash-dialog.tsx';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Saved } from '#ui/saved.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useEditor } from './editor.tsx';
import style from './path-editor.module.css';

/** The units that offer the path. The chosen ones stand first; the others are found by name. */
export function UnitChoice() {
  const t = useWords();
  const language = useLanguage();
  const { draft, at, editable } = useEditor();
  const { tree } = useSession();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(draft.units));
  const [before, setBefore] = useState<readonly string[]>(draft.units);
  const [search, setSearch] = useState('');
  const { send, pending, problem, savedAt, reset } = useSend<UnitsChange>('PUT', `${at}/units`, {
    invalidate: ['/api/paths'],
  });
  const save = (units: readonly string[], seen: readonly string[]): void =>
    send({ units: [...units], before: [...seen] }, () => setBefore(units));
  const nameOf = ({ name }: Node): string => inLanguage(name, language);
  const matches = ({ id, kind, closed, ...node }: Node): boolean =>
    kind === 'unit' &&
    (!closed || chosen.has(id)) &&
    inLanguage(node.name, language).toLowerCase().includes(search.trim().toLowerCase());
  const first = new Set(draft.units);
  const units = tree.nodes
    .filter(matches)
    .toSorted(
      (a, b) =>
        Number(first.has(b.id)) - Number(first.has(a.id)) ||
        nameOf(a).localeCompare(nameOf(b), language),
    );
  const toggle = (id: string) => setChosen(chosen.symmetricDifference(new Set([id])));
  return (
    <Form
      problem={isClash(problem) ? null : problem}
      onSubmit={() => save([...chosen], before)}
      label={t('paths:settings.units')}
    >
      <TextField
        name="search"
        label={t('paths:settings.search')}
        type="search"
        optional
        value={search}
        onChange={setSearch}
      />
      <fieldset className={style.units} aria-label={t('paths:settings.units')}>
        {units.length === 0 && <p>{t('paths:settings.noMatch')}</p>}
        {units.map((unit) => (
          <Checkbox
            key={unit.id}
            name={unit.id}
            label={nameOf(unit)}
            checked={chosen.has(unit.id)}
            onChange={() => toggle(unit.id)}
            disabled={!editable}
          />
        ))}
      </fieldset>
      <FormActions>
        {editable && (
          <Button type="submit" pending={pending}>
            {t('common:save')}
          </Button>
        )}
        <span>{t('paths:settings.chosen', { count: chosen.size })}</span>
        <Saved at={savedAt} />
      </FormActions>
      <ClashDialog
        problem={problem}
        before={{ units: before }}
        mine={{ units: [...chosen] }}
        nameOf={() => t('paths:settings.units')}
        pending={pending}
        onSettle={({ units }, theirs) => {
          setChosen(new Set(units));
          setBefore(theirs.units);
          save(units, theirs.units);
        }}
        onClose={reset}
      />
    </Form>
  );
}
