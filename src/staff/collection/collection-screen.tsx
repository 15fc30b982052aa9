import type { FeedbackPoints } from '#contract/collection';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { NoUnits, useHasUnits } from '#staff/organisation/no-units.tsx';
import { useScreenNode } from '#staff/screen-node.ts';
import { useSession } from '#staff/session.tsx';
import { useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { AddPoint } from './add-point.tsx';
import { InvitationForm } from './invitation-form.tsx';
import { PointList } from './point-list.tsx';

/** The ways in to a node: its feedback points and, for a unit, new ones and invitations. */
export function CollectionScreen() {
  const t = useWords();
  const { node, name, breadcrumb } = useScreenNode();
  const { may } = useSession();
  const query = useGet<FeedbackPoints>(`/api/nodes/${node.id}/feedback-points`);
  const hasUnits = useHasUnits();
  const open = node.kind === 'unit' && !node.closed;
  return (
    <>
      <ScreenHeader
        title={t('collection:title')}
        breadcrumb={[...breadcrumb, { label: name }]}
        lead={t('collection:lead')}
      />
      {!hasUnits && <NoUnits />}
      {!open && hasUnits && <Notice>{t('collection:chooseUnit')}</Notice>}
      <Loaded query={query}>
        {(ways) =>
          hasUnits && (
            <>
              <Card title={t('collection:points')}>
                {ways.points.length > 0 ? <PointList ways={ways} /> : <NoPoints />}
                {open && may('collection.createPoint', node.id) && (
                  <AddPoint node={node.id} ways={ways} />
                )}
              </Card>
              {open && may('collection.createInvitationTable', node.id) && (
                <InvitationForm node={node.id} ways={ways} />
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}

function NoPoints() {
  const t = useWords();
  return (
    <EmptyState title={t('collection:empty')}>
      <p>{t('collection:emptyText')}</p>
    </EmptyState>
  );
}
