import { z } from 'zod';
import { Slug } from '#contract/paths';
import { getPathOwner } from '#modules/paths';
import { type Route, route } from '#platform/http/route.ts';
import { makeAddress, revokeAddress } from './addresses.ts';
import {
  AddressForm,
  Confirmation,
  ConfirmationForm,
  ConfirmationOutcome,
  NewAddress,
  PartnerForm,
  PartnerList,
  PartPartnerForm,
} from './contract.ts';
import { addPartner, namePartner, renamePartner } from './partners.ts';
import { can } from './permissions.ts';
import { listPartners } from './read-partners.ts';
import {
  type ConfirmationParts,
  receiveConfirmation,
  showConfirmation,
} from './receive-confirmation.ts';

const partner = z.object({ partner: z.uuid() });
const token = z.object({ token: z.string().regex(/^[\w-]{1,200}$/) });

/** The JSON routes of partners: the county's side, and the two that a partner uses without signing in. */
export const routes = (
  parts: ConfirmationParts & { readonly settings: { readonly publicUrl: string } },
): readonly Route[] => [
  ...partnerRoutes,
  ...addressRoutes(parts.settings.publicUrl),
  ...openRoutes(parts),
];

const partnerRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/partners',
    summary: 'The partners, what paths say of each, and how far their word on it is',
    access: { action: can.listPartners, node: 'any' },
    response: PartnerList,
    handle: async (ctx) => ({ partners: await listPartners(ctx) }),
  }),
  route({
    method: 'post',
    path: '/api/partners',
    summary: 'Adds a partner',
    access: { action: can.addPartner, node: 'any' },
    body: PartnerForm,
    response: z.object({ id: z.uuid() }),
    status: 201,
    handle: async (ctx, { body }) => ({ id: await addPartner(ctx, body) }),
  }),
  route({
    method: 'put',
    path: '/api/partners/{partner}',
    summary: 'Gives a partner another name',
    access: { action: can.renamePartner, node: 'any' },
    params: partner,
    body: PartnerForm,
    response: 'none',
    handle: (ctx, { params, body }) => renamePartner(ctx, params.partner, body),
  }),
  route({
    method: 'put',
    path: '/api/paths/{path}/elements/{anchor}/partner',
    summary: 'Says whose service a link or a service on a path tells of',
    access: { action: can.namePartner, node: (ctx, { params }) => getPathOwner(ctx, params.path) },
    params: z.object({ path: z.uuid(), anchor: Slug }),
    body: PartPartnerForm,
    response: 'none',
    handle: (ctx, { params, body }) => namePartner(ctx, params, body.partner),
  }),
];

const addressRoutes = (publicUrl: string): readonly Route[] => [
  route({
    method: 'post',
    path: '/api/partners/{partner}/addresses',
    summary:
      'Makes an address at which a partner reads and answers; it is in this answer and nowhere else',
    access: { action: can.makeAddress, node: 'any' },
    params: partner,
    body: AddressForm,
    response: NewAddress,
    status: 201,
    handle: (ctx, { params, body }) => makeAddress(ctx, params.partner, body, publicUrl),
  }),
  route({
    method: 'post',
    path: '/api/partners/{partner}/addresses/{address}/revocation',
    summary: 'Revokes such an address at once',
    access: { action: can.revokeAddress, node: 'any' },
    params: partner.extend({ address: z.uuid() }),
    response: 'none',
    handle: (ctx, { params }) => revokeAddress(ctx, params),
  }),
];

const openRoutes = (parts: ConfirmationParts): readonly Route[] => [
  route({
    method: 'get',
    path: '/api/confirmations/{token}',
    summary: 'What is said of the partner that holds this address; reading it changes nothing',
    access: 'public',
    transaction: 'none',
    params: token,
    response: Confirmation,
    handle: (_, { params, address, requestId }) =>
      showConfirmation(parts, { ...params, address, requestId }),
  }),
  route({
    method: 'post',
    path: '/api/confirmations/{token}',
    summary:
      'Takes the partner’s answers; those whose words had changed since they were read come back as changed',
    access: 'public',
    transaction: 'none',
    params: token,
    body: ConfirmationForm,
    response: ConfirmationOutcome,
    handle: (_, { params, body, address, requestId }) =>
      receiveConfirmation(parts, { ...params, address, requestId }, body),
  }),
];
