import { useParams } from 'react-router';
import type { Entry, Handbook } from '#contract/handbook';
import { useGet } from '#staff/api.ts';
import { NotFoundScreen } from '#staff/error-screen.tsx';
import { Loaded } from '#staff/loaded.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { entriesOf, nameOf } from './handbook-view.ts';
import { entryHref } from './entry-list.tsx';
import { MappingTable } from './mapping-table.tsx';

/** How the phases of a scheme match one another, or its segments those of other schemes. */
export function MappingScreen() {
  const { scheme: id } = useParams();
  const query = useGet<Handbook>('/api/handbook');
  return (
    <Loaded query={query}>
      {(handbook) => {
        const scheme = handbook.entries.find((entry) => entry.id === id);
        const kind = scheme?.properties.kind;
        return scheme && (kind === 'phase-scheme' || kind === 'segmentation-scheme') ? (
          <Mapping handbook={handbook} scheme={scheme} />
        ) : (
          <NotFoundScreen />
        );
      }}
    </Loaded>
  );
}

function Mapping({ handbook, scheme }: { handbook: Handbook; scheme: Entry }) {
  const t = useWords();
  const language = useLanguage();
  const phases = scheme.properties.kind === 'phase-scheme';
  const inUse = ({ retired }: Entry): boolean => !retired;
  const rows = entriesOf(handbook, phases ? 'customer-phase' : 'segment', scheme.id).filter(inUse);
  const columns = (
    phases
      ? entriesOf(handbook, 'standard-phase', scheme.id)
      : entriesOf(handbook, 'segment').filter(({ parent }) => parent !== scheme.id)
  ).filter(inUse);
  return (
    <>
      <ScreenHeader
        title={t(phases ? 'handbook:mapping.phases' : 'handbook:mapping.segments')}
        breadcrumb={[
          {
            label: t('handbook:title'),
            href: phases ? '/staff/handbook' : '/staff/handbook?tab=segments',
          },
          { label: nameOf(scheme, language), href: entryHref(scheme.id) },
        ]}
        lead={t(phases ? 'handbook:mapping.leadPhases' : 'handbook:mapping.leadSegments')}
      />
      <Card>
        {rows.length === 0 || columns.length === 0 ? (
          <p>{t('handbook:mapping.empty')}</p>
        ) : (
          <MappingTable
            handbook={handbook}
            kind={phases ? 'phase' : 'segment'}
            rows={rows}
            columns={columns}
          />
        )}
      </Card>
    </>
  );
}
