import type { FetchFailure } from '#modules/channels';
import type { Outbound } from '#platform/http/outbound.ts';
import { dayOf } from '#platform/time.ts';

/** Bounds of what is read: far above any county's, far below what would hurt. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_PAGES = 50;
const MOST_CHANNELS = 10_000;
const MOST_MS = 10 * 60_000;
const REQUEST_MS = 30_000;
/** So many channels may be asked for at once. */
const AT_ONCE = 100;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Why PTV could not be read. */
export class PtvProblem extends Error {
  readonly failure: FetchFailure;

  constructor(failure: FetchFailure) {
    super(`ptv: ${failure}`);
    this.failure = failure;
  }
}

/** Whose channels are read, and from where. */
export interface Reading {
  /** The base address, to which `/ServiceChannel/…` is added. */
  readonly address: string;
  readonly organisation: string;
  /** Only what was changed on that day or later. */
  readonly since?: Date;
  /** Told how far it is. */
  tell(done: number, total: number): Promise<void>;
}

/** Reads the organisation's channels: the list of their ids page by page, then a hundred at a time. @throws PtvProblem */
export async function readChannels(outbound: Outbound, reading: Reading): Promise<unknown[]> {
  const until = Date.now() + MOST_MS;
  const read = (path: string): Promise<unknown> => readJson(outbound, reading.address, path, until);
  const ids = await listIds(read, reading);
  const channels: unknown[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    await reading.tell(start, ids.length);
    const guids = ids.slice(start, start + AT_ONCE).join(',');
    channels.push(...itemsOf(await read(`/ServiceChannel/list?guids=${guids}`)));
  }
  await reading.tell(ids.length, ids.length);
  return channels;
}

async function listIds(
  read: (path: string) => Promise<unknown>,
  { organisation, since }: Reading,
): Promise<string[]> {
  const ids = new Set<string>();
  const changed = since ? `&date=${dayOf(since)}` : '';
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await read(
      `/ServiceChannel/organization/${organisation}?page=${page}${changed}`,
    );
    for (const item of itemsOf(answer)) {
      const id = typeof item === 'string' ? item : (item as { id?: unknown } | null)?.id;
      if (typeof id === 'string' && GUID.test(id)) ids.add(id.toLowerCase());
    }
    if (ids.size > MOST_CHANNELS) throw new PtvProblem('too-big');
    const count = Number((answer as { pageCount?: unknown } | null)?.pageCount ?? 1);
    if (!Number.isInteger(count)) throw new PtvProblem('answer');
    if (page >= count) return [...ids];
  }
  throw new PtvProblem('too-big');
}

/** The items of an answer; PTV says null where there are none. */
function itemsOf(answer: unknown): unknown[] {
  if (Array.isArray(answer)) return answer;
  const items = (answer as { itemList?: unknown } | null)?.itemList;
  if (items === null) return [];
  if (!Array.isArray(items)) throw new PtvProblem('answer');
  return items;
}

async function readJson(
  outbound: Outbound,
  address: string,
  path: string,
  until: number,
): Promise<unknown> {
  const left = until - Date.now();
  if (left <= 0) throw new PtvProblem('too-big');
  const answer = await outbound(`${address.replace(/(?<!\/)\/+$/, '')}${path}`, {
    accept: 'application/json',
    maxBytes: MOST_BYTES,
    timeoutMs: Math.min(REQUEST_MS, left),
  });
  if (answer.kind === 'failed') throw new PtvProblem('unreachable');
  if (answer.kind !== 'answered') throw new PtvProblem(answer.kind);
  if (answer.status >= 500 || answer.status === 429) throw new PtvProblem('unreachable');
  if (answer.status !== 200) throw new PtvProblem('answer');
  if (answer.cut) throw new PtvProblem('too-big');
  try {
    return JSON.parse(answer.body.toString('utf8')) as unknown;
  } catch {
    throw new PtvProblem('answer');
  }
}
