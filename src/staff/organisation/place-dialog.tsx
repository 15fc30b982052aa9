import { useState } from 'react';
import type { Node, NodeClosing } from '#contract/organisation';
import { inLanguage } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import type { Problem } from '#ui/problem.ts';
import { KINDS_BELOW } from './kinds-below.ts';
import { NodeField } from './node-field.tsx';

/** What can be done with a node's place. */
export type Deed = 'move' | 'merge' | 'close' | 'reopen';

interface PlaceDialogProps {
  node: Node;
  onClose: () => void;
  onDone: (deed: Deed, node: Node) => void;
}

const DEEDS = { open: ['move', 'merge', 'close'], closed: ['reopen', 'merge'] } as const;

/** Moves, merges or closes a node, or opens it again. */
export function PlaceDialog({ node, onClose, onDone }: PlaceDialogProps) {
  const t = useWords();
  const language = useLanguage();
  const deeds: readonly Deed[] = DEEDS[node.closed ? 'closed' : 'open'];
  const [deed, setDeed] = useState<Deed>(deeds[0]!);
  const [place, setPlace] = useState<string | null>(null);
  const { move, close, problem, pending } = usePlacing(node);
  const { parents, heirs } = usePlaces(node);
  const [missing, setMissing] = useState<Problem | null>(null);
  const finish = (changed: Node) => onDone(deed, changed);
  const submit = (): void => {
    const needed = deed === 'move' ? 'parent' : deed === 'merge' ? 'successor' : null;
    if (needed !== null && place === null) {
      const fault = { pointer: `/${needed}`, detail: t('errors:fault.missing') };
      return setMissing({ title: t('errors:code.input-invalid'), errors: [fault] });
    }
    setMissing(null);
    if (deed === 'move') return move({ parent: place! }, finish);
    return close({ closed: deed !== 'reopen', successor: place }, finish);
  };
  return (
    <Dialog
      open
      form
      title={t('organisation:placing.title', { name: inLanguage(node.name, language) })}
      onClose={onClose}
    >
      <Form problem={missing ?? problem} onSubmit={submit}>
        <RadioGroup<Deed>
          name="closed"
          label={t('organisation:placing.what')}
          value={deed}
          onChange={(chosen) => {
            setDeed(chosen);
            setPlace(null);
            setMissing(null);
          }}
          options={deeds.map((value) => ({
            value,
            label: t(`organisation:placing.${value}`),
            detail: t(`organisation:placing.${value}Detail`),
          }))}
        />
        {deed === 'move' && (
          <NodeField
            name="parent"
            label={t('organisation:placing.parent')}
            nodes={parents}
            value={place}
            onChange={setPlace}
          />
        )}
        {deed === 'merge' && (
          <NodeField
            name="successor"
            label={t('organisation:placing.successor')}
            nodes={heirs}
            value={place}
            onChange={setPlace}
          />
        )}
        <FormActions>
          <Button kind={deed === 'close' ? 'danger' : 'primary'} type="submit" pending={pending}>
            {t('organisation:placing.do')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

/** Sends the one or the other. */
function usePlacing(node: Node) {
  const stale = { invalidate: ['/api/nodes'] };
  const move = useSend<{ parent: string }, Node>('PUT', `/api/nodes/${node.id}/place`, stale);
  const close = useSend<NodeClosing, Node>('PUT', `/api/nodes/${node.id}/closed`, stale);
  return {
    move: move.send,
    close: close.send,
    problem: move.problem ?? close.problem,
    pending: move.pending || close.pending,
  };
}

/** The open nodes below which it may stand, and those in which it may go on. */
function usePlaces(node: Node): { parents: Node[]; heirs: Node[] } {
  const { tree, may } = useSession();
  const open = tree.nodes.filter(({ closed }) => !closed);
  return {
    parents: open.filter(
      ({ id, kind }) =>
        id !== node.parent &&
        KINDS_BELOW[kind].some((below) => below === node.kind) &&
        !tree.isWithin(id, node.id) &&
        may('organisation.moveNode', id),
    ),
    heirs: open.filter(
      ({ id, kind }) => kind === node.kind && id !== node.id && may('organisation.closeNode', id),
    ),
  };
}
