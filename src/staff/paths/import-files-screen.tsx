import { useState } from 'react';
import { useParams } from 'react-router';
import { type Draft, nameField, ROOT_ANCHOR } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { FormActions } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { ImportForm } from './import-form.tsx';
import { usePathTable } from './use-path-table.ts';

/** Fetches a path as files, and takes a spreadsheet into its draft. */
export function ImportFilesScreen() {
  const { path } = useParams();
  const query = useGet<Draft>(`/api/paths/${path}/draft`);
  return <Loaded query={query}>{(draft) => <Files draft={draft} />}</Loaded>;
}

function Files({ draft }: { draft: Draft }) {
  const t = useWords();
  const language = useLanguage();
  const root = draft.elements.find(({ anchor }) => anchor === ROOT_ANCHOR);
  const title = root?.texts[nameField('path')!.name];
  const name = inLanguage(
    { fi: title?.fi?.text, sv: title?.sv?.text, en: title?.en?.text },
    language,
  );
  return (
    <>
      <ScreenHeader
        title={t('paths:import.files')}
        lead={draft.may.edit ? t('paths:import.lead') : undefined}
        breadcrumb={[
          { label: t('paths:title'), href: '/staff/paths' },
          { label: name || t('paths:list.unnamed'), href: `/staff/paths/${draft.id}` },
        ]}
      />
      {draft.may.edit ? <Import at={draft.id} /> : <Notice>{t('paths:readOnly')}</Notice>}
      <Card title={t('paths:import.download')}>
        <p>{t('paths:import.downloadText')}</p>
        <FormActions>
          <LinkButton
            href={`/api/paths/${draft.id}/table?language=${language}`}
            icon="download"
            download="polku.csv"
          >
            {t('paths:import.downloadCsv')}
          </LinkButton>
          <LinkButton
            href={`/api/paths/${draft.id}/document`}
            icon="download"
            download={`${draft.slugs.fi ?? 'polku'}.json`}
          >
            {t('paths:import.downloadJson')}
          </LinkButton>
        </FormActions>
      </Card>
    </>
  );
}

function Import({ at }: { at: string }) {
  const t = useWords();
  const work = usePathTable();
  const [clear, setClear] = useState(false);
  const { written, begin } = work;
  const place = `/api/paths/${at}/table`;
  const query = clear ? '?clear=yes' : '';
  return (
    <>
      {written && (
        <Notice
          kind="success"
          live
          title={t('paths:import.done', {
            count: written.outcome.accepted - written.outcome.unchanged,
          })}
          action={
            <FormActions>
              <LinkButton href={`/staff/paths/${at}`}>{t('paths:import.open')}</LinkButton>
              <Button onPress={begin}>{t('paths:import.again')}</Button>
            </FormActions>
          }
        />
      )}
      <ImportForm
        work={work}
        place={{ check: `${place}/check${query}`, write: `${place}${query}` }}
        writeLabel={(count) => t('paths:import.write', { count })}
        onWrite={() => work.write()}
      >
        <Checkbox
          name="clear"
          label={t('paths:import.clear')}
          hint={t('paths:import.clearHint')}
          checked={clear}
          onChange={(next) => {
            setClear(next);
            begin();
          }}
        />
      </ImportForm>
    </>
  );
}
