import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '#staff/words.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { ImportForm } from './import-form.tsx';
import { BeginFields, type Beginning } from './template-fields.tsx';
import { usePathTable } from './use-path-table.ts';

/** Begins a path with what a spreadsheet holds: first a check that shows what would come, then the path. */
export function ImportPathScreen() {
  const t = useWords();
  const navigate = useNavigate();
  const work = usePathTable();
  const [beginning, setBeginning] = useState<Beginning>({ title: '', node: null });
  const [clinical, setClinical] = useState(false);
  const query = new URLSearchParams({
    ...(beginning.node !== null && { node: beginning.node }),
    title: beginning.title,
    clinical: clinical ? 'yes' : 'no',
  });
  const onWrite = () =>
    work.write(({ id }) => void navigate(id === null ? '/staff/paths' : `/staff/paths/${id}`));
  return (
    <>
      <ScreenHeader
        title={t('paths:import.title')}
        lead={t('paths:import.lead')}
        breadcrumb={[{ label: t('paths:title'), href: '/staff/paths' }]}
      />
      <ImportForm
        work={work}
        place={{
          check: `/api/path-imports/check?${query}`,
          write: `/api/path-imports?${query}`,
        }}
        writeLabel={(count) => t('paths:import.begin', { count })}
        onWrite={onWrite}
      >
        <BeginFields
          names={{ title: 'title', node: 'node' }}
          value={beginning}
          onChange={(next) => {
            setBeginning(next);
            work.begin();
          }}
        />
        <Checkbox
          name="clinical"
          label={t('paths:create.clinical')}
          hint={t('paths:create.clinicalHint')}
          checked={clinical}
          onChange={(next) => {
            setClinical(next);
            work.begin();
          }}
        />
      </ImportForm>
    </>
  );
}
