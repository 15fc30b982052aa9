import { useSession } from '#staff/session.tsx';
import { useWords } from '#staff/words.tsx';
import { LinkButton } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';

/** Whether the county has any unit: without one nobody can be asked anything. */
export const useHasUnits = (): boolean =>
  useSession().tree.nodes.some(({ kind }) => kind === 'unit');

/** Stands where a county that has just begun has nothing to show: what is done first, and by whom. */
export function NoUnits() {
  const t = useWords();
  const { may } = useSession();
  const first = may('organisation.addNode');
  return (
    <EmptyState
      title={t('organisation:begin.title')}
      action={
        first && (
          <LinkButton href="/staff/organisation" kind="primary">
            {t('organisation:begin.go')}
          </LinkButton>
        )
      }
    >
      <p>{first ? t('organisation:begin.first') : t('organisation:begin.ask')}</p>
    </EmptyState>
  );
}
