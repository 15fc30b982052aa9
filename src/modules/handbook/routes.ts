import { z } from 'zod';
import { getRoot } from '#modules/organisation';
import { type Route, type RouteContext, route } from '#platform/http/route.ts';
import {
  EntryChange,
  EntryForm,
  EntryTextForm,
  EntryTextOutcome,
  EntryTextPlace,
  Handbook,
  RelationForm,
} from './contract.ts';
import { addEntry, moveEntry, retireEntry, setEntryProperties } from './edit-entries.ts';
import { can } from './permissions.ts';
import { readHandbook } from './read-handbook.ts';
import { joinEntries } from './relations.ts';
import { takeSeed } from './take-seed.ts';
import { confirmEntryText, writeEntryText } from './write-entry-text.ts';

const params = z.object({ entry: z.uuid() });

// The handbook is one for the county: who changes it needs the role on the county itself.
const root = async (ctx: RouteContext): Promise<string> => (await getRoot(ctx)).id;

/** The JSON routes of the handbook. */
export const routes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/handbook',
    summary: 'The whole handbook in all languages, what is out of use included',
    access: { action: can.readHandbook, node: 'any' },
    response: Handbook,
    handle: async (ctx) => readHandbook(ctx, await root(ctx)),
  }),
  route({
    method: 'post',
    path: '/api/handbook/seed',
    summary: 'Fills an empty handbook with texts to begin from',
    access: { action: can.takeSeed, node: root },
    response: z.object({ entries: z.number() }),
    status: 201,
    handle: async (ctx) => ({ entries: await takeSeed(ctx) }),
  }),
  route({
    method: 'post',
    path: '/api/handbook/entries',
    summary: 'Adds an entry with its Finnish name',
    access: { action: can.addEntry, node: root },
    body: EntryForm,
    response: z.object({ id: z.uuid() }),
    status: 201,
    handle: async (ctx, { body }) => ({ id: await addEntry(ctx, body) }),
  }),
  route({
    method: 'put',
    path: '/api/handbook/entries/{entry}/texts',
    summary:
      'Writes one text in one language or in easy language, unless somebody wrote it meanwhile',
    access: { action: can.writeEntryText, node: root },
    params,
    body: EntryTextForm,
    response: EntryTextOutcome,
    handle: (ctx, { params, body }) => writeEntryText(ctx, params.entry, body),
  }),
  route({
    method: 'post',
    path: '/api/handbook/entries/{entry}/texts/confirmation',
    summary: 'Confirms that a text still says what its original says',
    access: { action: can.confirmEntryText, node: root },
    params,
    body: EntryTextPlace,
    response: 'none',
    handle: (ctx, { params, body }) => confirmEntryText(ctx, { ...body, entry: params.entry }),
  }),
  route({
    method: 'put',
    path: '/api/handbook/entries/{entry}/properties',
    summary: 'Sets those properties of an entry that are named, unless somebody set them meanwhile',
    access: { action: can.setEntryProperties, node: root },
    params,
    body: EntryChange,
    response: 'none',
    handle: (ctx, { params, body: { before, ...change } }) =>
      setEntryProperties(ctx, params.entry, change, before),
  }),
  route({
    method: 'put',
    path: '/api/handbook/entries/{entry}/position',
    summary: 'Moves an entry among its siblings of the same kind',
    access: { action: can.moveEntry, node: root },
    params,
    body: z.strictObject({ position: z.int().min(0).max(10_000) }),
    response: 'none',
    handle: (ctx, { params, body }) => moveEntry(ctx, params.entry, body.position),
  }),
  route({
    method: 'put',
    path: '/api/handbook/entries/{entry}/retired',
    summary: 'Takes an entry out of use or back into it',
    access: { action: can.retireEntry, node: root },
    params,
    body: z.strictObject({ retired: z.boolean() }),
    response: 'none',
    handle: (ctx, { params, body }) => retireEntry(ctx, params.entry, body.retired),
  }),
  route({
    method: 'put',
    path: '/api/handbook/relations',
    summary: 'Says whether two entries belong together',
    access: { action: can.joinEntries, node: root },
    body: RelationForm,
    response: 'none',
    handle: (ctx, { body }) => joinEntries(ctx, body),
  }),
];
