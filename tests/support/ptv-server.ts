import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOutbound, type Outbound } from '#platform/http/outbound.ts';

/** PTV's open interface, version 11, as far as it was recorded (docs/guides/channels-and-ptv.md says what was not). */
export interface PtvServer {
  /** The channels that it has, by their ids. */
  readonly channels: Map<string, Record<string, unknown>>;
  /** The paths that were asked for. */
  readonly asked: string[];
  /** Answers everything with this status instead; with `hang` not at all. */
  fault: number | 'hang' | 'not-json' | undefined;
  readonly pageSize: number;
  readonly address: string;
  /** A way out that reaches this server, on loopback as it is, and nothing else. */
  readonly outbound: Outbound;
  stop(): Promise<void>;
}

/** The organisation whose channels it has. */
export const PTV_ORGANISATION = '7c1d2f34-0000-4000-8000-000000000001';

/** Starts it on a port that is free. */
export async function startPtvServer(pageSize = 2): Promise<PtvServer> {
  const channels = new Map<string, Record<string, unknown>>();
  const asked: string[] = [];
  const state: { fault: PtvServer['fault'] } = { fault: undefined };
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    if (state.fault === 'hang') return;
    if (state.fault === 'not-json') return void response.end('<html>Huoltokatko</html>');
    if (state.fault !== undefined) return void response.writeHead(state.fault).end();
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(answer(new URL(url, 'http://ptv'), channels, pageSize)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    channels,
    asked,
    pageSize,
    get fault() {
      return state.fault;
    },
    set fault(fault) {
      state.fault = fault;
    },
    address: `http://127.0.0.1:${port}/api/v11`,
    outbound: createOutbound({ mayReach: (at) => at === '127.0.0.1', ports: new Set([port]) }),
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function answer(
  { pathname, searchParams }: URL,
  channels: PtvServer['channels'],
  pageSize: number,
): unknown {
  if (pathname.endsWith('/ServiceChannel/list'))
    return (searchParams.get('guids') ?? '').split(',').flatMap((id) => channels.get(id) ?? []);
  if (!pathname.includes(`/ServiceChannel/organization/${PTV_ORGANISATION}`))
    return { pageNumber: 1, pageSize, pageCount: 0, itemList: null };
  const since = searchParams.get('date');
  const items = [...channels.values()]
    .filter(({ modified }) => since === null || String(modified) >= since)
    .map(({ id, serviceChannelNames }) => ({
      id,
      name: (serviceChannelNames as { value: string }[])[0]?.value,
    }));
  const pageNumber = Number(searchParams.get('page') ?? 1);
  const page = items.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  return {
    pageNumber,
    pageSize,
    pageCount: Math.ceil(items.length / pageSize),
    itemList: page.length === 0 ? null : page,
  };
}

const said = (fi: string, sv: string, en: string, type?: string) =>
  Object.entries({ fi, sv, en }).map(([language, value]) => ({
    language,
    value,
    ...(type && { type }),
  }));

/** The id of the n-th channel. */
export const ptvId = (n: number): string =>
  `0d5c9f00-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A channel as PTV tells of it: one that is called on workdays, with a closed Christmas. */
export const ptvChannel = (n: number, given: object = {}): Record<string, unknown> => ({
  id: ptvId(n),
  sourceId: null,
  serviceChannelType: 'Phone',
  organizationId: PTV_ORGANISATION,
  serviceChannelNames: said(`Neuvonta ${n}`, `Rådgivning ${n}`, `Advice ${n}`, 'Name'),
  serviceChannelDescriptions: [
    ...said('Kuvaus', 'Beskrivning', 'Description', 'Description'),
    ...said('Soita ja kysy.', 'Ring och fråga.', 'Call and ask.', 'Summary'),
    { language: 'smn', value: 'Suoma kielâ', type: 'Summary' },
  ],
  areaType: 'LimitedType',
  phoneNumbers: [
    {
      type: 'Phone',
      prefixNumber: '+358',
      number: '300001234',
      language: 'fi',
      isFinnishServiceNumber: false,
      additionalInformation: null,
      serviceChargeType: 'Chargeable',
      chargeDescription: 'Paikallisverkkomaksu',
    },
  ],
  languages: ['fi', 'sv'],
  webPages: null,
  serviceHours: [
    {
      serviceHourType: 'DaysOfTheWeek',
      validFrom: '2020-01-01T00:00:00Z',
      validTo: null,
      isClosed: false,
      validForNow: true,
      isAlwaysOpen: false,
      isReservation: false,
      additionalInformation: [],
      openingHour: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((dayFrom) => ({
        dayFrom,
        dayTo: null,
        from: '08:00:00',
        to: '16:00:00',
      })),
    },
    {
      serviceHourType: 'Exceptional',
      validFrom: '2026-12-23T22:00:00Z',
      validTo: '2026-12-25T22:00:00Z',
      isClosed: true,
      validForNow: false,
      isAlwaysOpen: false,
      isReservation: false,
      additionalInformation: [{ language: 'fi', value: 'joulu' }],
      openingHour: [],
    },
  ],
  publishingStatus: 'Published',
  modified: '2026-11-01T10:00:00Z',
  ...given,
});
