export { checkDueLinks, checkLinks } from './check-links.ts';
export { noteChannelChange } from './channel-notices.ts';
export { createPath } from './create-path.ts';
export { type DescribedPath, describeAnchors } from './describe-anchors.ts';
export { addElement } from './edit-elements.ts';
export {
  findPublishedPath,
  getDraftView,
  listPublishedPaths,
  type PublishedPath,
} from './find-paths.ts';
export { importPath } from './import-path.ts';
export { pathPublished, pathSettingsChanged } from './path-events.ts';
export { takeAsChecked } from './link-store.ts';
export { listPathUnits, setUnits } from './path-units.ts';
export type { PathView } from './path-view.ts';
export { can as pathPermissions } from './permissions.ts';
export { publishDraft } from './publish-draft.ts';
export { routes } from './routes.ts';
export type { PathWorld } from './tables.ts';
export { getPathOwner } from './version-store.ts';
export { writeText } from './write-text.ts';
