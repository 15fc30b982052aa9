import { useState } from 'react';
import type { PathFault } from '#contract/paths';
import { useGet, useSend } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { countStale } from './draft-view.ts';
import { useEditor } from './editor.tsx';
import { FaultList } from './fault-list.tsx';

/** Publishes the path, or says what it lacks, each thing with a way to its place. */
export function PublishButton() {
  const t = useWords();
  const { draft, at, edits } = useEditor();
  const [open, setOpen] = useState(false);
  const [published, setPublished] = useState(false);
  const query = useGet<{ faults: PathFault[] }>(open ? `${at}/faults` : null);
  const publishing = useSend<void, { number: number }>('POST', `${at}/publication`, {
    invalidate: ['/api/paths'],
  });
  const close = () => {
    setOpen(false);
    publishing.reset();
  };
  const done = () => {
    setPublished(true);
    close();
  };
  const changed = draft.status !== 'published';
  const fit = changed && query.data?.faults.length === 0 && edits.size === 0;
  const actions = draft.may.publish && fit && (
    <Button
      kind="primary"
      pending={publishing.pending}
      onPress={() => publishing.send(undefined, done)}
    >
      {t('paths:publish.open')}
    </Button>
  );
  return (
    <>
      <output>{published && <VisuallyHidden>{t('paths:publish.done')}</VisuallyHidden>}</output>
      <Button kind={draft.may.publish ? 'primary' : 'secondary'} onPress={() => setOpen(true)}>
        {t(draft.may.publish ? 'paths:publish.open' : 'paths:publish.check')}
      </Button>
      <Dialog
        title={t(draft.may.publish ? 'paths:publish.title' : 'paths:publish.checkTitle')}
        open={open}
        onClose={close}
        actions={actions}
        closing={fit ? t('common:cancel') : t('common:close')}
      >
        <ErrorSummary problem={publishing.problem} />
        {!changed && <p>{t('paths:publish.nothing')}</p>}
        {edits.size > 0 && <Notice kind="warning">{t('paths:publish.unsaved')}</Notice>}
        <Loaded query={query}>
          {({ faults }) =>
            faults.length > 0 ? <FaultList faults={faults} onFollow={close} /> : changed && <Fit />
          }
        </Loaded>
      </Dialog>
    </>
  );
}

function Fit() {
  const t = useWords();
  const { draft } = useEditor();
  const stale = countStale(draft);
  return (
    <>
      <p>{t('paths:publish.fit')}</p>
      {stale > 0 && <Notice kind="warning">{t('paths:publish.stale', { count: stale })}</Notice>}
      <p>{t(draft.may.publish ? 'paths:publish.review' : 'paths:publish.noRight')}</p>
    </>
  );
}
