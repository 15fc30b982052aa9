import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FormActions } from '#ui/form.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { Saved } from '#ui/saved.tsx';

const SAVED_AT = new Date('2026-11-03T07:12:00Z');

/** What a screen says of its state. */
export function StateSamples() {
  const [open, setOpen] = useState<'plain' | 'warns' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <Notice
        kind="urgent"
        title="Urgent feedback that must be answered today."
        action={<Button kind="primary">Open</Button>}
      >
        A customer tells of a safety incident.
      </Notice>
      <Notice kind="warning" title="No clinician has checked this path." />
      <Notice kind="success">The reply has been published.</Notice>
      <Notice>Figures of the last two days may still grow.</Notice>
      <Card title="ErrorSummary, Saved, Loading">
        <ErrorSummary
          problem={{
            title: 'Something went wrong on our side. Try again in a moment.',
            status: 500,
            instance: '5f0c2a1e-6f2e-4a6b-9f0a-1c2d3e4f5a6b',
          }}
        />
        <FormActions>
          <Button kind="primary">Save</Button>
          <Saved at={SAVED_AT} />
        </FormActions>
        <Loading />
      </Card>
      <EmptyState
        title="No development actions yet"
        action={<Button kind="primary">Record an action</Button>}
      >
        <p>Go through the discussion guide with the staff and agree on one thing to try.</p>
      </EmptyState>
      <Card title="Dialog">
        <FormActions>
          <Button onPress={() => setOpen('plain')}>Open a dialog</Button>
          <Button onPress={() => setOpen('warns')}>Open a warning</Button>
        </FormActions>
      </Card>
      <Dialog title="A dialog" open={open === 'plain'} onClose={close}>
        <p>The focus stays in it and goes back to where it was.</p>
      </Dialog>
      <Dialog
        warns
        title="Withdraw the reply?"
        open={open === 'warns'}
        onClose={close}
        actions={<Button kind="danger">Withdraw</Button>}
      >
        <p>It goes from the public pages at once.</p>
      </Dialog>
    </>
  );
}
