import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProcess, type TestProcess } from '#tests/support/process.ts';

let running: TestProcess;
let paths: Record<string, Record<string, any>>;
beforeAll(async () => {
  running = await startProcess();
  const description = await (await running.ask('/api/openapi.json')).json();
  ({ paths } = description as { paths: typeof paths });
  expect(description).toMatchObject({
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  });
});
afterAll(() => running.stop());

test.each([
  ['/api/answers', 'answers', [{}, { token: [] }], 'scores'],
  ['/api/invitations', 'invitations', [{ session: [] }, { token: [] }], 'key'],
])(
  '%s is described in both its forms, each item with its fields',
  (path, list, security, field) => {
    const { post } = paths[path]!;
    expect(post.security).toEqual(security);
    const [single, batch] = post.requestBody.content['application/json'].schema.oneOf;
    expect(single.properties).not.toHaveProperty(list);
    const items = batch.properties[list];
    expect(items).toMatchObject({ type: 'array', minItems: 1, maxItems: 1000 });
    expect(items.items.properties).toHaveProperty(field);
    expect(items.items.additionalProperties).toBe(false);
    expect(JSON.stringify(post.responses['200'])).toContain('results');
    expect(post.responses['201'].content['application/json'].schema).not.toHaveProperty('oneOf');
  },
);

test('a route says whether a person, another system or either may ask', () => {
  expect(paths['/api/tokens']!['post'].security).toEqual([{ session: [] }]);
  expect(paths['/api/nodes']!['get'].security).toEqual([{ session: [] }, { token: [] }]);
  expect(paths['/api/session']!['post']).not.toHaveProperty('security');
});

test('the page for people tells of both forms', async () => {
  const page = await (await running.ask('/api/docs')).text();
  expect(page).toContain('Permission for a batch: <code>collection.receiveBatch</code>');
  expect(page).toContain('Answer 200');
});
