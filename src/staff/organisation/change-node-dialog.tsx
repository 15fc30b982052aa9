import { useState } from 'react';
import type { Node, NodeChange } from '#contract/organisation';
import { inLanguage } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { ClashDialog, isClash } from '#staff/clash-dialog.tsx';
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
  const [before, setBefore] = useState(() => factsToSend(facts));
  const { send, pending, problem, reset } = useSend<NodeChange, Node>(
    'PUT',
    `/api/nodes/${node.id}`,
    {
      invalidate: ['/api/nodes'],
    },
  );
  return (
    <Dialog
      open
      form
      title={t('organisation:form.changeTitle', { name: inLanguage(node.name, language) })}
      onClose={onClose}
    >
      <Form
        problem={isClash(problem) ? null : problem}
        onSubmit={() => send({ ...factsToSend(facts), before }, onChanged)}
      >
        <NodeFactFields facts={facts} onChange={setFacts} />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('common:save')}
          </Button>
        </FormActions>
      </Form>
      <ClashDialog
        problem={problem}
        before={before}
        mine={factsToSend(facts)}
        nameOf={(place) => {
          const [field, language] = place.split('/');
          if (field !== 'name') return t(`organisation:form.${field as 'oid'}`);
          return t(`organisation:form.name.${language as 'fi'}`);
        }}
        say={(value) =>
          typeof value === 'boolean' ? t(value ? 'common:yes' : 'common:no') : String(value)
        }
        pending={pending}
        onSettle={(form, theirs) => {
          setFacts({
            name: { fi: form.name.fi, sv: form.name.sv ?? '', en: form.name.en ?? '' },
            oid: form.oid ?? '',
            sensitive: form.sensitive,
          });
          setBefore(theirs);
          send({ ...form, before: theirs }, onChanged);
        }}
        onClose={reset}
      />
    </Dialog>
  );
}
