import { z } from 'zod';
import { type Route, route } from '#platform/http/route.ts';
import { Node, NodeChange, NodeForm, Tree } from './contract.ts';
import { can } from './permissions.ts';
import { addNode, changeNode, listNodes } from './tree.ts';

const params = z.object({ node: z.uuid() });

/** The JSON routes of the organisation. */
export const routes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/nodes',
    summary: 'The tree of the county: domains, service areas, services and units',
    access: { action: can.readTree, node: 'any' },
    response: Tree,
    handle: async (ctx) => ({ nodes: await listNodes(ctx) }),
  }),
  route({
    method: 'post',
    path: '/api/nodes/{node}/children',
    summary: 'Adds a node below another one',
    access: { action: can.addNode, node: (_, { params }) => params.node },
    params,
    body: NodeForm,
    response: Node,
    status: 201,
    handle: (ctx, { params, body }) => addNode(ctx, params.node, body),
  }),
  route({
    method: 'put',
    path: '/api/nodes/{node}',
    summary: "Changes a node's names, OID and sensitivity",
    access: { action: can.changeNode, node: (_, { params }) => params.node },
    params,
    body: NodeChange,
    response: Node,
    handle: (ctx, { params, body }) => changeNode(ctx, params.node, body),
  }),
];
