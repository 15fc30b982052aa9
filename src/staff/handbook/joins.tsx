import type { Entry, RelationForm, RelationKind } from '#contract/handbook';
import { useSend } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { useEntryEditor } from './entry-editor.tsx';
import { entriesOf, joinedTo, nameOf } from './handbook-view.ts';
import style from './handbook.module.css';

/** What belongs together with the entry, to be ticked: stored at once. */
export function Joins() {
  const t = useWords();
  const { handbook, entry } = useEntryEditor();
  const offered = useOffered();
  const { joinOf, problem } = useJoins();
  if (!offered || offered.entries.length === 0) return null;
  const { kind, entries } = offered;
  const joined = joinedTo(handbook, kind, entry.id);
  return (
    <fieldset className={style.joins}>
      <legend>{t(`handbook:joins.${kind}`)}</legend>
      <ErrorSummary problem={problem} />
      {entries.map((other) => (
        <JoinBox
          key={other.id}
          other={other}
          joined={joined.includes(other.id)}
          onChange={(on) => joinOf(kind, other.id, on)}
        />
      ))}
    </fieldset>
  );
}

function JoinBox({
  other,
  joined,
  onChange,
}: {
  other: Entry;
  joined: boolean;
  onChange: (joined: boolean) => void;
}) {
  const language = useLanguage();
  const { handbook, editable } = useEntryEditor();
  const scheme = handbook.entries.find(({ id }) => id === other.parent);
  return (
    <Checkbox
      name={`join/${other.id}`}
      label={nameOf(other, language)}
      hint={other.properties.kind === 'segment' && scheme ? nameOf(scheme, language) : undefined}
      checked={joined}
      onChange={onChange}
      disabled={!editable}
    />
  );
}

/** With what the entry may be joined. */
function useOffered(): { kind: RelationKind; entries: readonly Entry[] } | null {
  const { handbook, entry } = useEntryEditor();
  const inUse = ({ retired }: Entry): boolean => !retired;
  switch (entry.properties.kind) {
    case 'customer-phase':
      return {
        kind: 'phase',
        entries: entriesOf(handbook, 'standard-phase', entry.parent!).filter(inUse),
      };
    case 'promise':
      return { kind: 'promise', entries: entriesOf(handbook, 'segment').filter(inUse) };
    case 'segment':
      return {
        kind: 'segment',
        entries: entriesOf(handbook, 'segment').filter(
          (other) => other.parent !== entry.parent && inUse(other),
        ),
      };
    default:
      return null;
  }
}

function useJoins() {
  const { entry } = useEntryEditor();
  const { send, problem } = useSend<RelationForm>('PUT', '/api/handbook/relations', {
    invalidate: ['/api/handbook'],
  });
  const joinOf = (kind: RelationKind, other: string, joined: boolean): void =>
    send({ kind, from: entry.id, to: other, joined });
  return { joinOf, problem };
}
