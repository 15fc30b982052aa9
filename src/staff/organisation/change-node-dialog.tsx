import { useState } from 'react';
import type { Node, NodeChange } from '#contract/organisation';
import { inLanguage } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { factsToSend, NodeFactFields, type NodeFacts } from './node-facts.tsx';

interface ChangeNodeDialogProps {
  node: Node;
  onClose: () => void;
  onChanged: (node: Node) => void;
}

/** Changes a node's names, OID and sensitivity; its code and place stay. */
export function ChangeNodeDialog({ node, onClose, onChanged }: ChangeNodeDialogProps) {
  const t = useWords();
  const language = useLanguage();
  const [facts, setFacts] = useState<NodeFacts>({
    name: { fi: node.name.fi ?? '', sv: node.name.sv ?? '', en: node.name.en ?? '' },
    oid: node.oid ?? '',
    sensitive: node.sensitive,
  });
  const { send, pending, problem } = useSend<NodeChange, Node>('PUT', `/api/nodes/${node.id}`, {
    invalidate: ['/api/nodes'],
  });
  return (
    <Dialog
      open
      form
      title={t('organisation:form.changeTitle', { name: inLanguage(node.name, language) })}
      onClose={onClose}
    >
      <Form problem={problem} onSubmit={() => send(factsToSend(facts), onChanged)}>
        <NodeFactFields facts={facts} onChange={setFacts} />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('common:save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
