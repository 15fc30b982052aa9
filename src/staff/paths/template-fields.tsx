import { inLanguage } from '#platform/language.ts';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';

/** What every new path is asked. */
export interface Beginning {
  readonly title: string;
  /** The node that will own it; null until one is chosen. */
  readonly node: string | null;
}

/** Asks for the name and the owner of a new path. */
export function BeginFields({
  names,
  value,
  onChange,
}: {
  /** What the server calls the two. */
  names: { title: string; node: string };
  value: Beginning;
  onChange: (next: Beginning) => void;
}) {
  const t = useWords();
  const language = useLanguage();
  const { tree, may } = useSession();
  const owners = tree.nodes.filter(
    ({ id, kind, closed }) => kind !== 'unit' && !closed && may('paths.createPath', id),
  );
  return (
    <>
      <TextField
        name={names.title}
        label={t('paths:create.name')}
        hint={t('paths:create.nameHint')}
        lang="fi"
        maxLength={84}
        value={value.title}
        onChange={(title) => onChange({ ...value, title })}
      />
      <Select
        name={names.node}
        label={t('paths:create.node')}
        hint={t('paths:create.nodeHint')}
        options={owners.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
        value={value.node}
        onChange={(node) => onChange({ ...value, node })}
      />
    </>
  );
}
