import { type FocusEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { useLocation, useNavigate } from 'react-router';
import { placesOfNode } from '#staff/navigation.ts';
import { type Session, useSession } from '#staff/session.tsx';
import { useWords } from '#staff/words.tsx';
import { Icon } from '#ui/icon.tsx';
import { hasWords, useNodeChoices } from './node-choices.ts';
import { NodeList } from './node-list.tsx';
import style from './node-picker.module.css';

/** Chooses the node whose figures and work are looked at: the tree as a list that can be searched by writing. */
export function NodePicker({ node }: { node: string }) {
  const t = useWords();
  const choices = useNodeChoices(useSession().nodes);
  const name = choices.find(({ id }) => id === node)?.name ?? '';
  const goTo = useGoTo();
  const [written, setWritten] = useState(name);
  return (
    <ComboBox
      className={style.picker ?? ''}
      defaultItems={choices}
      defaultFilter={hasWords}
      onInputChange={setWritten}
      value={node}
      onChange={(id) => id !== null && id !== node && goTo(String(id))}
      allowsEmptyCollection
    >
      <Label className={style.label ?? ''}>{t('organisation:picker.label')}</Label>
      <div className={style.control}>
        <Input className={style.input ?? ''} onFocus={selectAll} />
        <Button className={style.open ?? ''}>
          <Icon name="chevron-down" size={16} />
        </Button>
      </div>
      <NodeList searching={written !== '' && written !== name} />
    </ComboBox>
  );
}

/** What stands there is a choice, not a text to go on with. React-aria also plays focus events while one writes; those are not trusted. */
function selectAll(event: FocusEvent<HTMLInputElement>): void {
  if (event.isTrusted) event.currentTarget.select();
}

/** Goes to the same kind of screen of another node, else to the first one that may be opened there. */
function useGoTo(): (id: string) => void {
  const navigate = useNavigate();
  const session = useSession();
  const { pathname } = useLocation();
  return (id) => void navigate(addressOf(session, id, pathname));
}

function addressOf(session: Session, id: string, pathname: string): string {
  const places = placesOfNode(session, id);
  const kind = /^\/staff\/nodes\/[^/]+(.*)$/.exec(pathname)?.[1];
  return (
    (places.find(({ href }) => href === `/staff/nodes/${id}${kind}`) ?? places[0])?.href ?? '/staff'
  );
}
