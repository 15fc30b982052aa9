import { useState } from 'react';
import type { PathFault } from '#contract/paths';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useEditor } from './editor.tsx';
import { EmergencyForm } from './emergency-form.tsx';
import { FaultList, isOfReview } from './fault-list.tsx';
import { PublishForm } from './publish-form.tsx';
import { useReviews } from './use-reviews.ts';

type Done = 'published' | 'scheduled';

/** Publishes the path, now or at a time, or says what it lacks, each thing with a way to its place. */
export function PublishButton() {
  const t = useWords();
  const { draft, at, edits } = useEditor();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const query = useGet<{ faults: PathFault[] }>(open ? `${at}/faults` : null);
  const changed = draft.status !== 'published';
  const close = (): void => setOpen(false);
  const finish = (what: Done): void => {
    setDone(what);
    close();
  };
  const fit = changed && edits.size === 0 && query.data?.faults.length === 0;
  return (
    <>
      <output>{done && <VisuallyHidden>{t(`paths:publish.is.${done}`)}</VisuallyHidden>}</output>
      <Button kind={draft.may.publish ? 'primary' : 'secondary'} onPress={() => setOpen(true)}>
        {t(draft.may.publish ? 'paths:publish.open' : 'paths:publish.check')}
      </Button>
      <Dialog
        title={t(draft.may.publish ? 'paths:publish.title' : 'paths:publish.checkTitle')}
        open={open}
        onClose={close}
        form={fit && draft.may.publish}
        closing={t(fit && draft.may.publish ? 'common:cancel' : 'common:close')}
      >
        {!changed && <p>{t('paths:publish.nothing')}</p>}
        {edits.size > 0 && <Notice kind="warning">{t('paths:publish.unsaved')}</Notice>}
        {changed && edits.size === 0 && (
          <Loaded query={query}>
            {({ faults }) =>
              faults.length > 0 ? (
                <Unfit faults={faults} onFollow={close} onDone={() => finish('published')} />
              ) : (
                <Fit onDone={finish} />
              )
            }
          </Loaded>
        )}
      </Dialog>
    </>
  );
}

function Fit({ onDone }: { onDone: (what: Done) => void }) {
  const t = useWords();
  const { draft } = useEditor();
  if (draft.may.publish) return <PublishForm onDone={onDone} />;
  return (
    <>
      <p>{t('paths:publish.fit')}</p>
      <p>{t('paths:publish.noRight')}</p>
    </>
  );
}

function Unfit({
  faults,
  onFollow,
  onDone,
}: {
  faults: readonly PathFault[];
  onFollow: () => void;
  onDone: () => void;
}) {
  const { data } = useReviews();
  return (
    <>
      <FaultList faults={faults} onFollow={onFollow} />
      {data?.may.emergency && faults.every(isOfReview) && <EmergencyForm onDone={onDone} />}
    </>
  );
}
