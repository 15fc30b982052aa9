import type { ApiToken } from '#contract/identity';
import { inLanguage } from '#platform/language.ts';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { formatDay, formatMoment } from '#ui/format.ts';
import { type Column, Table } from '#ui/table.tsx';
import { Tag, type Tone } from '#ui/tag.tsx';
import style from './tokens-table.module.css';

interface TokensTableProps {
  tokens: readonly ApiToken[];
  onRevoke: (token: ApiToken) => void;
}

/** Tokens with what each may, how long, and when it was last used. */
export function TokensTable({ tokens, onRevoke }: TokensTableProps) {
  const t = useWords();
  const columns: Column<ApiToken>[] = [
    {
      key: 'name',
      head: t('identity:tokens.name'),
      rowHead: true,
      cell: (token) => <Which {...token} />,
    },
    { key: 'may', head: t('identity:tokens.may'), cell: (token) => <May {...token} /> },
    { key: 'state', head: t('identity:tokens.state'), cell: (token) => <State {...token} /> },
    { key: 'used', head: t('identity:tokens.used'), cell: (token) => <Used {...token} /> },
    {
      key: 'actions',
      head: t('identity:tokens.actions'),
      headHidden: true,
      cell: (token) =>
        token.state !== 'revoked' &&
        token.state !== 'expired' && (
          <div className={style.actions}>
            <Button
              small
              kind="quiet"
              onPress={() => onRevoke(token)}
              label={t('identity:tokens.revokeOf', { name: token.name })}
            >
              {t('identity:tokens.revoke')}
            </Button>
          </div>
        ),
    },
  ];
  return (
    <Table
      caption={t('identity:tokens.title')}
      captionHidden
      stacks
      columns={columns}
      rows={tokens}
      keyOf={({ id }) => id}
    />
  );
}

const Which = ({ name, purpose, ending }: ApiToken) => (
  <>
    <strong>{name}</strong>
    {purpose && <span className={style.quiet}>{purpose}</span>}
    <span className={style.ending}>polku_…{ending}</span>
  </>
);

function May({ role, node }: ApiToken) {
  const t = useWords();
  const language = useLanguage();
  const { tree } = useSession();
  return (
    <>
      {t(`identity:role.${role}`)}
      <span className={style.quiet}>{inLanguage(tree.find(node)?.name ?? {}, language)}</span>
    </>
  );
}

const TONES: Readonly<Record<ApiToken['state'], Tone>> = {
  valid: 'good',
  'ends-soon': 'warning',
  expired: 'neutral',
  revoked: 'neutral',
};

function State({ state, lastDay, revoked }: ApiToken) {
  const t = useWords();
  const language = useLanguage();
  const day = formatDay(revoked ?? lastDay, language);
  return (
    <>
      <Tag tone={TONES[state]}>{t(`identity:tokens.is.${state}`)}</Tag>
      <span className={style.quiet}>
        {t(revoked ? 'identity:tokens.revokedOn' : 'identity:tokens.lastDay', { day })}
      </span>
    </>
  );
}

function Used({ used, created, createdBy }: ApiToken) {
  const t = useWords();
  const language = useLanguage();
  const made = { day: formatDay(created, language), by: createdBy ?? t('identity:tokens.command') };
  return (
    <>
      {used ? formatMoment(used, language) : t('identity:tokens.neverUsed')}
      <span className={style.quiet}>{t('identity:tokens.made', made)}</span>
    </>
  );
}
