import { escapeHtml } from '#platform/http/escape-html.ts';

interface Operation {
  readonly summary: string;
  readonly parameters: readonly { name: string; in: string; required: boolean }[];
  readonly requestBody?: { content: Record<string, { schema: unknown }> };
  readonly responses: Record<
    string,
    { description: string; content?: Record<string, { schema: unknown }> }
  >;
  readonly 'x-permission'?: string;
  readonly 'x-batch-permission'?: string;
}

/** The API's description as one plain page that needs no script and nothing from elsewhere. */
export function describePage(description: Record<string, unknown>, style: string): string {
  const paths = description['paths'] as Record<string, Record<string, Operation>>;
  const parts = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationInHtml(method, path, operation)),
  );
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Polku API</title>' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<link rel="stylesheet" href="${style}"></head><body class="api-docs"><main><h1>Polku API</h1>` +
    '<p>Errors are RFC 9457 problem details. The machine-readable description is ' +
    '<a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>' +
    `${parts.join('')}</main></body></html>`
  );
}

function operationInHtml(method: string, path: string, operation: Operation): string {
  const permissions = [
    permissionInHtml('Permission', operation['x-permission']),
    permissionInHtml('Permission for a batch', operation['x-batch-permission']),
  ].join('');
  const parameters = operation.parameters.map(
    ({ name, in: place, required }) =>
      `<li><code>${escapeHtml(name)}</code> in ${place}${required ? ', required' : ''}</li>`,
  );
  const answers = Object.entries(operation.responses)
    .filter(([status]) => status !== 'default')
    .map(([status, { content }]) => schemaInHtml(`Answer ${status}`, content));
  return (
    `<section><h2><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2><p>${escapeHtml(operation.summary)}.</p>` +
    (permissions || '<p>No permission of its own</p>') +
    (parameters.length > 0 ? `<ul>${parameters.join('')}</ul>` : '') +
    schemaInHtml('Request', operation.requestBody?.content) +
    `${answers.join('')}</section>`
  );
}

const permissionInHtml = (title: string, action: string | undefined): string =>
  action === undefined ? '' : `<p>${title}: <code>${escapeHtml(action)}</code></p>`;

function schemaInHtml(
  title: string,
  content: Record<string, { schema: unknown }> | undefined,
): string {
  const entry = Object.entries(content ?? {})[0];
  if (!entry) return '';
  const text = escapeHtml(JSON.stringify(entry[1].schema, null, 2));
  return `<details><summary>${title} (${escapeHtml(entry[0])})</summary><pre>${text}</pre></details>`;
}
