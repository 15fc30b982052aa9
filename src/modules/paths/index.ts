export { checkDueLinks, checkLinks } from './check-links.ts';
export { noteChannelChange } from './channel-notices.ts';
export { createPath } from './create-path.ts';
export { type DescribedPath, describeAnchors } from './describe-anchors.ts';
export { addElement } from './edit-elements.ts';
export {
  findPublishedPath,
  getDraftView,
  getPublishedView,
  listPublishedPaths,
  type PublishedPath,
} from './find-paths.ts';
export { exportPath } from './export-path.ts';
export { importPath } from './import-path.ts';
export type { PathHit } from './language-index.ts';
export { listChanges, listPublicNotes, type PathChange, type PublicNote } from './list-changes.ts';
export { PathIndex } from './path-index.ts';
export { PathDocument } from './path-document.ts';
export { readPathFile, validatePath } from './validate-path.ts';
export { listPathAddresses } from './path-address.ts';
export { keepSummary } from './path-summary.ts';
export { pathPublished, pathSettingsChanged } from './path-events.ts';
export { takeAsChecked } from './link-store.ts';
export { listPathUnits, setUnits } from './path-units.ts';
export type { PathView } from './path-view.ts';
export { getSettings } from './path-settings.ts';
export { getProfessionalView, type LanePart, type ProfessionalView } from './professional-view.ts';
export { can as pathPermissions } from './permissions.ts';
export { liveRoutes } from './live-routes.ts';
export { getAnchorKind, type PublishedPart, readPublishedParts } from './published-parts.ts';
export { publishDraft } from './publish-draft.ts';
export { publishReviewed } from './publish-reviewed.ts';
export { freshenOverdue, tellOverduePaths } from './review-due.ts';
export { decide } from './review.ts';
export { routes } from './routes.ts';
export { publishDue, publishDuePaths } from './schedule-publication.ts';
export type { PathWorld } from './tables.ts';
export { getPathOwner } from './version-store.ts';
export { writeText } from './write-text.ts';
