import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { type DraftElement, ROOT_ANCHOR } from '#contract/paths';
import { useSend } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { below, withAllBelow } from './draft-view.ts';
import { useEditor } from './editor.tsx';
import style from './element-panel.module.css';

/** Moves a part among its siblings, or removes it. */
export function ElementActions({ element }: { element: DraftElement }) {
  const t = useWords();
  const { draft, at, editable } = useEditor();
  const { send, pending } = useSend<{ position: number }>(
    'PUT',
    `${at}/elements/${element.anchor}/position`,
    { invalidate: ['/api/paths'] },
  );
  const [moved, setMoved] = useState(false);
  if (!editable || element.parent === null) return null;
  const siblings = below(draft, element.parent, element.properties.kind);
  const index = siblings.findIndex(({ anchor }) => anchor === element.anchor);
  const move = (position: number) => {
    if (!pending && position >= 0 && position < siblings.length)
      send({ position }, () => setMoved(true));
  };
  return (
    <div className={style.actions}>
      {siblings.length > 1 && (
        <>
          <Button small onPress={() => move(index - 1)}>
            {t('paths:element.up')}
          </Button>
          <Button small onPress={() => move(index + 1)}>
            {t('paths:element.down')}
          </Button>
        </>
      )}
      <Remove element={element} />
      <output>
        {moved && (
          <VisuallyHidden>
            {t('paths:element.moved', { position: index + 1, total: siblings.length })}
          </VisuallyHidden>
        )}
      </output>
    </div>
  );
}

function Remove({ element }: { element: DraftElement }) {
  const t = useWords();
  const { draft, at, nameOf } = useEditor();
  const [, setSearch] = useSearchParams();
  const [asking, setAsking] = useState(false);
  const { send, pending, problem } = useSend('DELETE', `${at}/elements/${element.anchor}`, {
    invalidate: ['/api/paths'],
  });
  const count = withAllBelow(draft, element).length - 1;
  const remove = () => send(undefined, () => setSearch({ at: element.parent ?? ROOT_ANCHOR }));
  const actions = (
    <Button kind="danger" pending={pending} onPress={remove}>
      {t('paths:element.remove')}
    </Button>
  );
  const kind = t(`paths:kind.${element.properties.kind}`).toLowerCase();
  return (
    <>
      <Button small icon="remove" onPress={() => setAsking(true)}>
        {t('paths:element.remove')}
      </Button>
      <Dialog
        title={t('paths:element.removeTitle', { kind, title: nameOf(element) })}
        open={asking}
        onClose={() => setAsking(false)}
        actions={actions}
        warns
      >
        <ErrorSummary problem={problem} />
        {count > 0 && <p>{t('paths:element.removeBelow', { count })}</p>}
        <p>{t('paths:element.removeText')}</p>
      </Dialog>
    </>
  );
}
