import { useState } from 'react';
import { useParams } from 'react-router';
import { type EntryKind, FIELDS, type Handbook } from '#contract/handbook';
import { useGet } from '#staff/api.ts';
import { NotFoundScreen } from '#staff/error-screen.tsx';
import { Loaded } from '#staff/loaded.tsx';
import { ClashDialog } from '#staff/paths/clash-dialog.tsx';
import panel from '#staff/paths/element-panel.module.css';
import { SaveState } from '#staff/paths/save-state.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { EntryActions } from './entry-actions.tsx';
import { EntryEditorProvider, useEntryEditor } from './entry-editor.tsx';
import { EntryList, entryHref, EntryTags } from './entry-list.tsx';
import { EntryProperties } from './entry-properties.tsx';
import { EntryTexts } from './entry-texts.tsx';
import { kindsBelow, nameOf } from './handbook-view.ts';
import style from './handbook.module.css';
import { Joins } from './joins.tsx';

/** The editor of one entry. */
export function EntryScreen() {
  const { entry: id } = useParams();
  const query = useGet<Handbook>('/api/handbook');
  return (
    <Loaded query={query}>
      {(handbook) => {
        const entry = handbook.entries.find((each) => each.id === id);
        return entry ? (
          <EntryEditorProvider key={entry.id} handbook={handbook} entry={entry}>
            <Editor />
          </EntryEditorProvider>
        ) : (
          <NotFoundScreen />
        );
      }}
    </Loaded>
  );
}

const TAB_OF: Readonly<Partial<Record<EntryKind, string>>> = {
  'segmentation-scheme': 'segments',
  segment: 'segments',
  profile: 'segments',
  promise: 'promises',
  cornerstone: 'cornerstones',
  aim: 'cornerstones',
  'focus-area': 'cornerstones',
  term: 'words',
};

function useTrail(): { label: string; href: string }[] {
  const t = useWords();
  const language = useLanguage();
  const { handbook, entry } = useEntryEditor();
  const tab = TAB_OF[entry.properties.kind];
  const trail: { label: string; href: string }[] = [];
  let above = entry.parent;
  while (above !== null) {
    const parent = handbook.entries.find(({ id }) => id === above);
    if (!parent) break;
    trail.unshift({ label: nameOf(parent, language), href: entryHref(parent.id) });
    above = parent.parent;
  }
  const home = tab ? `/staff/handbook?tab=${tab}` : '/staff/handbook';
  return [{ label: t('handbook:title'), href: home }, ...trail];
}

function Editor() {
  const t = useWords();
  const language = useLanguage();
  const { handbook, entry, editable } = useEntryEditor();
  const { kind } = entry.properties;
  return (
    <>
      <ScreenHeader
        title={nameOf(entry, language)}
        breadcrumb={useTrail()}
        lead={t('handbook:kindAndCode', { kind: t(`handbook:kind.${kind}`), code: entry.code })}
        actions={
          <>
            <SaveState />
            <EntryActions />
          </>
        }
      />
      <p className={style.state}>
        <EntryTags entry={entry} languages={handbook.languages} />
      </p>
      {!editable && <Notice>{t('handbook:readOnly')}</Notice>}
      <Notes kind={kind} />
      <Card>
        <Fields />
      </Card>
      {kindsBelow(entry).map((below) => (
        <Card key={below} title={t(`handbook:kinds.${below}`)}>
          <EntryList handbook={handbook} kind={below} parent={entry.id} />
        </Card>
      ))}
      <ClashDialog />
    </>
  );
}

/** What must be known before one writes. */
function Notes({ kind }: { kind: EntryKind }) {
  const t = useWords();
  if (kind === 'profile') return <Notice>{t('handbook:property.fictional')}</Notice>;
  if (kind === 'segmentation-scheme' || kind === 'segment')
    return <Notice>{t('handbook:property.situational')}</Notice>;
  return null;
}

// Everything is stored as it is written; there is nothing to send at the end.
const stay = (): void => {};

function Fields() {
  const t = useWords();
  const { entry } = useEntryEditor();
  const { kind } = entry.properties;
  const written = Object.values(entry.texts).some((said) =>
    Object.keys(said).some((variant) => variant.endsWith('-simple')),
  );
  const [easy, setEasy] = useState(written);
  const fields = FIELDS[kind];
  return (
    <Form onSubmit={stay} label={t(`handbook:kind.${kind}`)} inline>
      <div className={panel.fields}>
        {fields.some((field) => field.easy) && (
          <Checkbox name="easy" label={t('handbook:easy')} checked={easy} onChange={setEasy} />
        )}
        {fields.map((field, index) => (
          <EntryTexts key={field.name} field={field} naming={index === 0} easy={easy} />
        ))}
        <EntryProperties />
        <Joins />
      </div>
    </Form>
  );
}
