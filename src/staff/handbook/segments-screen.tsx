import type { Entry, Handbook } from '#contract/handbook';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format.ts';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Tag } from '#ui/tag.tsx';
import { entriesOf, joinedTo, nameOf, saidOf } from './handbook-view.ts';
import style from './segments.module.css';

/** The segments with their profiles and promises, to be read through or printed. */
export function SegmentsScreen() {
  const t = useWords();
  const query = useGet<Handbook>('/api/handbook');
  return (
    <>
      <ScreenHeader
        title={t('handbook:segments.title')}
        breadcrumb={[{ label: t('handbook:title'), href: '/staff/handbook?tab=segments' }]}
        lead={t('handbook:segments.lead')}
        actions={
          <span className={style.onScreen}>
            <Button icon="print" onPress={() => window.print()}>
              {t('handbook:segments.print')}
            </Button>
          </span>
        }
      />
      <Loaded query={query}>{(handbook) => <Schemes handbook={inUse(handbook)} />}</Loaded>
    </>
  );
}

const inUse = (handbook: Handbook): Handbook => ({
  ...handbook,
  entries: handbook.entries.filter(({ retired }) => !retired),
});

function Schemes({ handbook }: { handbook: Handbook }) {
  const t = useWords();
  const language = useLanguage();
  if (entriesOf(handbook, 'segment').length === 0) {
    return (
      <Card>
        <EmptyState
          title={t('handbook:segments.none')}
          action={
            <LinkButton href="/staff/handbook?tab=segments">
              {t('handbook:segments.toHandbook')}
            </LinkButton>
          }
        >
          <p>{t('handbook:segments.noneText')}</p>
        </EmptyState>
      </Card>
    );
  }
  return entriesOf(handbook, 'segmentation-scheme').map((scheme) => (
    <section key={scheme.id} className={style.scheme}>
      <h2>{nameOf(scheme, language)}</h2>
      <p>{saidOf(scheme, 'description', language)}</p>
      <div className={style.segments}>
        {entriesOf(handbook, 'segment', scheme.id).map((segment) => (
          <Segment key={segment.id} segment={segment} handbook={handbook} />
        ))}
      </div>
    </section>
  ));
}

function Segment({ segment, handbook }: { segment: Entry; handbook: Handbook }) {
  const t = useWords();
  const language = useLanguage();
  const { properties } = segment;
  const share = properties.kind === 'segment' ? properties.share : null;
  const find = (ids: readonly string[]): Entry[] =>
    handbook.entries.filter(({ id }) => ids.includes(id));
  const matches = find(joinedTo(handbook, 'segment', segment.id));
  const digital = saidOf(segment, 'digital', language);
  return (
    <Card title={nameOf(segment, language)} level={3}>
      <dl className={style.facts}>
        <dt>{t('handbook:segments.need')}</dt>
        <dd>{saidOf(segment, 'need', language)}</dd>
        {digital && <dt>{t('handbook:segments.digital')}</dt>}
        {digital && <dd>{digital}</dd>}
        {matches.length > 0 && <dt>{t('handbook:segments.mapped')}</dt>}
        {matches.length > 0 && (
          <dd>{matches.map((other) => nameOf(other, language)).join(', ')}</dd>
        )}
      </dl>
      {share && (
        <p className={style.soft}>
          {t('handbook:segments.share', {
            percent: formatNumber(share.percent, language),
            evidence: share.evidence,
          })}
        </p>
      )}
      {entriesOf(handbook, 'profile', segment.id).map((profile) => (
        <Profile key={profile.id} profile={profile} />
      ))}
      {find(joinedTo(handbook, 'promise', segment.id)).map((promise) => (
        <Promised key={promise.id} promise={promise} />
      ))}
    </Card>
  );
}

function Profile({ profile }: { profile: Entry }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <div className={style.profile}>
      <p className={style.name}>
        <strong>{nameOf(profile, language)}</strong> <Tag>{t('handbook:segments.fictional')}</Tag>
      </p>
      <p className={style.motto}>{saidOf(profile, 'motto', language)}</p>
      <p>{saidOf(profile, 'description', language)}</p>
    </div>
  );
}

function Promised({ promise }: { promise: Entry }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <div className={style.promise}>
      <p className={style.soft}>{t('handbook:segments.promise')}</p>
      <p>
        <strong>{nameOf(promise, language)}</strong>
      </p>
      <p className={style.soft}>{t('handbook:segments.how')}</p>
      <p>{saidOf(promise, 'how', language)}</p>
    </div>
  );
}
