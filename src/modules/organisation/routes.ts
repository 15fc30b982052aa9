import { z } from 'zod';
import { type Route, route } from '#platform/http/route.ts';
import { requirePermission } from '#platform/permissions.ts';
import { Node, NodeChange, NodeClosing, NodeForm, NodePlace, Tree } from './contract.ts';
import { closeNode, moveNode } from './move-node.ts';
import { can } from './permissions.ts';
import { type TableParts, tableRoutes } from './table-routes.ts';
import { addNode, changeNode, getNode, listNodes } from './tree.ts';

const params = z.object({ node: z.uuid() });

/** The JSON routes of the organisation. */
export const routes = (parts: TableParts): readonly Route[] => [
  ...treeRoutes,
  ...placeRoutes,
  ...tableRoutes(parts),
];

const treeRoutes: readonly Route[] = [
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

const placeRoutes: readonly Route[] = [
  route({
    method: 'put',
    path: '/api/nodes/{node}/place',
    summary: 'Moves a node, with all below it, below another one',
    // A role on the node alone cannot take it away from where it stands.
    access: {
      action: can.moveNode,
      node: async (ctx, { params }) => (await getNode(ctx, params.node)).parent ?? params.node,
    },
    params,
    body: NodePlace,
    response: Node,
    async handle(ctx, { params, body }) {
      await requirePermission(ctx, can.moveNode, body.parent);
      return moveNode(ctx, params.node, body.parent);
    },
  }),
  route({
    method: 'put',
    path: '/api/nodes/{node}/closed',
    summary: 'Closes a node, perhaps merging it into another one, or opens it again',
    access: { action: can.closeNode, node: (_, { params }) => params.node },
    params,
    body: NodeClosing,
    response: Node,
    async handle(ctx, { params, body }) {
      if (body.successor !== null) await requirePermission(ctx, can.closeNode, body.successor);
      return closeNode(ctx, params.node, body);
    },
  }),
];
