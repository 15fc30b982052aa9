import { expect, test } from 'vitest';
import type { News } from '#platform/live.ts';
import { Drawings, gap } from './drawings.ts';

/** A process's news, told by hand. */
function newsRoom() {
  const listeners: ((news: News) => void)[] = [];
  return {
    listening: true,
    subscribe: (listener: (news: News) => void) => {
      listeners.push(listener);
      return () => undefined;
    },
    tell(topic: News['topic']) {
      for (const listener of listeners) listener({ county: 'x', topic, nodes: [] });
    },
  };
}

/** Draws the same page each time, and counts how often. */
function painter() {
  const painted = { times: 0 };
  const draw = async (): Promise<string> => {
    painted.times += 1;
    return `<p title="${gap('name')}">${gap('name')}, ${gap('id')}</p>`;
  };
  return { painted, draw };
}

test('a page is drawn once, and each visit gets its own words in it, as text', async () => {
  const drawings = new Drawings(newsRoom());
  const { painted, draw } = painter();
  expect(await drawings.fill('form', { name: 'Neuvola', id: '1' }, draw)).toBe(
    '<p title="Neuvola">Neuvola, 1</p>',
  );
  const words = { name: `"><b a='1'>&`, id: gap('name') };
  const text = '&quot;&gt;&lt;b a=&#x27;1&#x27;&gt;&amp;';
  expect(await drawings.fill('form', words, draw)).toBe(
    `<p title="${text}">${text}, ${gap('name')}</p>`,
  );
  expect(painted.times).toBe(1);
  await drawings.fill('other', words, draw);
  expect(painted.times).toBe(2);
});

test('news of something public end what is kept and what is just being drawn; other news do not', async () => {
  const news = newsRoom();
  const drawings = new Drawings(news);
  const { painted, draw } = painter();
  const visit = () => drawings.fill('form', { name: 'a', id: '1' }, draw);
  const first = visit();
  news.tell('public');
  await Promise.all([first, visit(), visit()]);
  expect(painted.times).toBe(2);
  news.tell('figures');
  await visit();
  expect(painted.times).toBe(2);
  news.tell('public');
  await visit();
  expect(painted.times).toBe(3);
});

test('without news nothing is kept, and what was kept is not shown', async () => {
  const news = newsRoom();
  const drawings = new Drawings(news);
  const { painted, draw } = painter();
  const visit = () => drawings.fill('form', { name: 'a', id: '1' }, draw);
  await visit();
  news.listening = false;
  await visit();
  await visit();
  expect(painted.times).toBe(3);
});

test('a drawing that failed is tried again', async () => {
  const drawings = new Drawings(newsRoom());
  await expect(
    drawings.fill('form', {}, () => Promise.reject(new Error('no database'))),
  ).rejects.toThrow('no database');
  expect(await drawings.fill('form', {}, async () => 'here')).toBe('here');
});
