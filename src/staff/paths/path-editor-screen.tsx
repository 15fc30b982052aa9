import { useParams, useSearchParams } from 'react-router';
import type { Draft } from '#contract/paths';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { LinkButton } from '#ui/button.tsx';
import { formatDay } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { ChangedChannels } from './changed-channels.tsx';
import { ClashDialog } from './clash-dialog.tsx';
import { ContentTab } from './content-tab.tsx';
import { EditorProvider, useEditor } from './editor.tsx';
import { LinksTab } from './links-tab.tsx';
import { PathNotices } from './path-notices.tsx';
import { PathState } from './path-state.tsx';
import { Presence } from './presence.tsx';
import { PreviewTab } from './preview-tab.tsx';
import { PublishButton } from './publish-button.tsx';
import style from './path-editor.module.css';
import { ReviewTab } from './review-tab.tsx';
import { SaveState } from './save-state.tsx';
import { SettingsTab } from './settings-tab.tsx';
import { VersionsTab } from './versions-tab.tsx';

/** The editor of one path. */
export function PathEditorScreen() {
  const { path } = useParams();
  const query = useGet<Draft>(`/api/paths/${path}/draft`);
  return (
    <Loaded query={query}>
      {(draft) => (
        <EditorProvider key={draft.id} draft={draft}>
          <Presence>
            <PathEditor />
          </Presence>
        </EditorProvider>
      )}
    </Loaded>
  );
}

const TABS = ['content', 'settings', 'links', 'preview', 'review', 'versions'] as const;
type Tab = (typeof TABS)[number];

function PathEditor() {
  const t = useWords();
  const [search, setSearch] = useSearchParams();
  const { draft, nameOf, editable } = useEditor();
  const tab = TABS.find((one) => one === search.get('tab')) ?? 'content';
  const root = draft.elements[0];
  return (
    <>
      <ScreenHeader
        title={root ? nameOf(root) : ''}
        breadcrumb={[{ label: t('paths:title'), href: '/staff/paths' }]}
        actions={
          <>
            <SaveState />
            <FilesLink />
            <PublicLink />
            <PublishButton />
          </>
        }
      />
      <p className={style.state}>
        <PathState status={draft.status} />
        <PublishedOn />
      </p>
      <PathNotices />
      {!editable && <Notice>{t('paths:readOnly')}</Notice>}
      <ChangedChannels path={draft.id} editable={editable} />
      <Tabs<Tab>
        label={t('paths:tab.label')}
        selected={tab}
        onSelect={(next) => next !== tab && setSearch(next === 'content' ? {} : { tab: next })}
        tabs={[
          { id: 'content', title: t('paths:tab.content'), content: <ContentTab /> },
          { id: 'settings', title: t('paths:tab.settings'), content: <SettingsTab /> },
          { id: 'links', title: t('paths:tab.links'), content: <LinksTab /> },
          { id: 'preview', title: t('paths:tab.preview'), content: <PreviewTab /> },
          { id: 'review', title: t('paths:tab.review'), content: <ReviewTab /> },
          { id: 'versions', title: t('paths:tab.versions'), content: <VersionsTab /> },
        ]}
      />
      <ClashDialog />
    </>
  );
}

function PublishedOn() {
  const t = useWords();
  const language = useLanguage();
  const { publishedOn } = useEditor().draft;
  return (
    publishedOn && <span>{t('paths:publishedOn', { day: formatDay(publishedOn, language) })}</span>
  );
}

function FilesLink() {
  const t = useWords();
  const { draft } = useEditor();
  return (
    <LinkButton href={`/staff/paths/${draft.id}/import`} icon="download" kind="quiet">
      {t('paths:import.files')}
    </LinkButton>
  );
}

const PLACES = { fi: 'polut', sv: 'vagar', en: 'paths' } as const;

function PublicLink() {
  const t = useWords();
  const language = useLanguage();
  const { slugs, publishedOn } = useEditor().draft;
  const shown = slugs[language] ? language : 'fi';
  if (!publishedOn || !slugs[shown]) return null;
  return (
    <LinkButton href={`/${shown}/${PLACES[shown]}/${slugs[shown]}`} icon="external" kind="quiet">
      {t('paths:openPublic')}
    </LinkButton>
  );
}
