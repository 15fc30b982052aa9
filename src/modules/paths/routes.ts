import { z } from 'zod';
import { type Route, type RouteContext, route } from '#platform/http/route.ts';
import {
  Draft,
  ElementForm,
  GuideList,
  PathFault,
  PathForm,
  PathList,
  SettingsChange,
  Slug,
  SlugChange,
  TextForm,
  TextOutcome,
  TextPlace,
  UnitsChange,
} from './contract.ts';
import { createPath } from './create-path.ts';
import { discardDraft } from './edit-draft.ts';
import {
  addElement,
  moveElement,
  removeElement,
  setChannel,
  setProperties,
} from './edit-elements.ts';
import { exportPath } from './export-path.ts';
import { getDraft } from './get-draft.ts';
import { PathDocument, pathSchema } from './path-document.ts';
import { setSettings } from './path-settings.ts';
import { listGuides } from './list-guides.ts';
import { linkRoutes } from './link-routes.ts';
import { listPaths } from './list-paths.ts';
import { setSlug } from './path-address.ts';
import { setClinical, setUnits } from './path-units.ts';
import { can } from './permissions.ts';
import { checkDraft } from './publish-draft.ts';
import { reviewRoutes } from './review-routes.ts';
import { tableRoutes } from './table-routes.ts';
import { getPathOwner } from './version-store.ts';
import { confirmText, writeText } from './write-text.ts';

const params = z.object({ path: z.uuid() });
const elementParams = z.object({ path: z.uuid(), anchor: Slug });
const slugParams = z.object({ path: z.uuid(), language: z.enum(['fi', 'sv', 'en']) });

// Roles on the node that owns the path, or above it.
const owner = (ctx: RouteContext, input: { params: { path: string } }): Promise<string> =>
  getPathOwner(ctx, input.params.path);

/** The JSON routes of the paths. */
export const routes: readonly Route[] = [
  ...tableRoutes,
  route({
    method: 'get',
    path: '/api/paths',
    summary: 'The paths that a role of the reader reaches, the last changed first',
    access: { action: can.listPaths, node: 'any' },
    response: PathList,
    handle: async (ctx) => ({ paths: await listPaths(ctx) }),
  }),
  route({
    method: 'post',
    path: '/api/paths',
    summary: 'Begins a path with its title',
    access: { action: can.createPath, node: (_, { body }) => body.node },
    body: PathForm,
    response: z.object({ id: z.uuid() }),
    status: 201,
    handle: async (ctx, { body }) => ({ id: await createPath(ctx, body) }),
  }),
  route({
    method: 'get',
    path: '/api/paths/{path}/draft',
    summary: 'The draft in all languages, or what is published when there is none',
    access: { action: can.readDraft, node: owner },
    params,
    response: Draft,
    handle: (ctx, { params }) => getDraft(ctx, params.path),
  }),
  route({
    method: 'get',
    path: '/api/published-paths',
    summary: 'The published paths, for whoever guides customers by them',
    access: { action: can.readProfessional, node: 'any' },
    response: GuideList,
    handle: async (ctx) => ({ paths: await listGuides(ctx) }),
  }),
  route({
    method: 'get',
    path: '/api/paths/{path}/document',
    summary: 'The whole path in all its variants, as a file of the published format',
    access: { action: can.exportPath, node: owner },
    params,
    response: PathDocument,
    handle: (ctx, { params }) => exportPath(ctx, params.path),
  }),
  route({
    method: 'get',
    path: '/api/schemas/service-path',
    summary: 'The JSON Schema (draft 2020-12) of the format in which paths are kept as files',
    access: 'public',
    response: z.record(z.string(), z.unknown()),
    handle: async () => pathSchema(),
  }),
  route({
    method: 'delete',
    path: '/api/paths/{path}/draft',
    summary: 'Throws the draft away; what is published stays',
    access: { action: can.discardDraft, node: owner },
    params,
    response: 'none',
    handle: (ctx, { params }) => discardDraft(ctx, params.path),
  }),
  route({
    method: 'put',
    path: '/api/paths/{path}/settings',
    summary:
      'Says what the path is, as far as named: level, kind, audiences, moments of life, visibility, who answers for it',
    access: { action: can.setSettings, node: owner },
    params,
    body: SettingsChange,
    response: 'none',
    handle: (ctx, { params, body }) => setSettings(ctx, params.path, body),
  }),
  route({
    method: 'put',
    path: '/api/paths/{path}/clinical',
    summary: 'Says whether the path is about care',
    access: { action: can.changePath, node: owner },
    params,
    body: z.strictObject({ clinical: z.boolean() }),
    response: 'none',
    handle: (ctx, { params, body }) => setClinical(ctx, params.path, body.clinical),
  }),
  route({
    method: 'put',
    path: '/api/paths/{path}/texts',
    summary: 'Writes one text in one language, unless somebody wrote it meanwhile',
    access: { action: can.writeText, node: owner },
    params,
    body: TextForm,
    response: TextOutcome,
    handle: (ctx, { params, body }) => writeText(ctx, { ...body, path: params.path }),
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/texts/confirmation',
    summary: 'Confirms that a translation still says what its original says',
    access: { action: can.confirmText, node: owner },
    params,
    body: TextPlace,
    response: 'none',
    handle: (ctx, { params, body }) => confirmText(ctx, { ...body, path: params.path }),
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/elements',
    summary: 'Adds a phase, a step or what hangs on one; its permanent anchor comes back',
    access: { action: can.addElement, node: owner },
    params,
    body: ElementForm,
    response: z.object({ anchor: z.string() }),
    status: 201,
    handle: async (ctx, { params, body }) => ({ anchor: await addElement(ctx, params.path, body) }),
  }),
  route({
    method: 'delete',
    path: '/api/paths/{path}/elements/{anchor}',
    summary: 'Takes an element out of the draft with all that hangs on it',
    access: { action: can.removeElement, node: owner },
    params: elementParams,
    response: 'none',
    handle: (ctx, { params }) => removeElement(ctx, params.path, params.anchor),
  }),
  route({
    method: 'put',
    path: '/api/paths/{path}/elements/{anchor}/position',
    summary: 'Moves an element among its siblings of the same kind',
    access: { action: can.moveElement, node: owner },
    params: elementParams,
    body: z.strictObject({ position: z.int().min(0).max(1000) }),
    response: 'none',
    handle: (ctx, { params, body }) => moveElement(ctx, params.path, params.anchor, body.position),
  }),
  route({
    method: 'put',
    path: '/api/paths/{path}/elements/{anchor}/properties',
    summary: 'Sets what an element is besides its texts',
    access: { action: can.setProperties, node: owner },
    params: elementParams,
    body: z.record(z.string(), z.unknown()),
    response: 'none',
    handle: (ctx, { params, body }) => setProperties(ctx, params.path, params.anchor, body),
  }),
  route({
    method: 'put',
    path: '/api/paths/{path}/elements/{anchor}/channel',
    summary: 'Lets a step refer to another channel of the register',
    access: { action: can.setChannel, node: owner },
    params: elementParams,
    body: z.strictObject({ channel: z.uuid() }),
    response: 'none',
    handle: (ctx, { params, body }) => setChannel(ctx, params.path, params.anchor, body.channel),
  }),
  route({
    method: 'put',
    path: '/api/paths/{path}/slugs/{language}',
    summary:
      'Gives the path another address in one language, unless somebody changed it meanwhile; the former one redirects',
    access: { action: can.setSlug, node: owner },
    params: slugParams,
    body: SlugChange,
    response: 'none',
    handle: (ctx, { params, body }) => setSlug(ctx, params.path, params.language, body),
  }),
  route({
    method: 'put',
    path: '/api/paths/{path}/units',
    summary: 'Says which units offer the path, unless somebody changed them meanwhile',
    access: { action: can.setUnits, node: owner },
    params,
    body: UnitsChange,
    response: 'none',
    handle: (ctx, { params, body }) => setUnits(ctx, params.path, body.units, body.before),
  }),
  route({
    method: 'get',
    path: '/api/paths/{path}/faults',
    summary: 'What keeps the draft from being published',
    access: { action: can.checkDraft, node: owner },
    params,
    response: z.object({ faults: z.array(PathFault) }),
    handle: async (ctx, { params }) => ({ faults: await checkDraft(ctx, params.path) }),
  }),
  ...reviewRoutes,
  ...linkRoutes,
];
