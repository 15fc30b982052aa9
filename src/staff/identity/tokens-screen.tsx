import { useState } from 'react';
import type { ApiToken } from '#contract/identity';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { NewTokenDialog } from './new-token-dialog.tsx';
import { RevokeTokenDialog } from './revoke-token-dialog.tsx';
import { TokensTable } from './tokens-table.tsx';

/** The tokens of other systems, for administrators. */
export function TokensScreen() {
  const t = useWords();
  const query = useGet<{ tokens: ApiToken[] }>('/api/tokens');
  const [opened, setOpened] = useState<'new' | ApiToken | null>(null);
  const close = (): void => setOpened(null);
  return (
    <>
      <ScreenHeader
        title={t('identity:tokens.title')}
        lead={t('identity:tokens.lead')}
        actions={
          <Button kind="primary" icon="plus" onPress={() => setOpened('new')}>
            {t('identity:tokens.add')}
          </Button>
        }
      />
      <Loaded query={query}>
        {({ tokens }) => <TokenList tokens={tokens} onRevoke={setOpened} />}
      </Loaded>
      {opened === 'new' && <NewTokenDialog onClose={close} />}
      {opened !== null && opened !== 'new' && <RevokeTokenDialog token={opened} onClose={close} />}
    </>
  );
}

interface TokenListProps {
  tokens: readonly ApiToken[];
  onRevoke: (token: ApiToken) => void;
}

function TokenList({ tokens, onRevoke }: TokenListProps) {
  const t = useWords();
  const [endedToo, setEndedToo] = useState(false);
  if (tokens.length === 0)
    return (
      <EmptyState title={t('identity:tokens.none')}>
        <p>{t('identity:tokens.noneHint')}</p>
      </EmptyState>
    );
  const shown = tokens.filter(({ state }) => endedToo || !hasEnded(state));
  return (
    <Card>
      {tokens.some(({ state }) => hasEnded(state)) && (
        <Checkbox
          name="ended"
          label={t('identity:tokens.showEnded')}
          checked={endedToo}
          onChange={setEndedToo}
        />
      )}
      <output>{t('identity:tokens.count', { count: shown.length })}</output>
      {shown.length > 0 && <TokensTable tokens={shown} onRevoke={onRevoke} />}
    </Card>
  );
}

const hasEnded = (state: ApiToken['state']): boolean => state === 'expired' || state === 'revoked';
