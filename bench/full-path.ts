import pg from 'pg';
import { importPath, PathDocument, publishReviewed } from '#modules/paths';
import { newId } from '#platform/ids.ts';
import { writeInCounty } from './composed.ts';

const PHASES = 8;
const STEPS = 5;
const SENTENCE = 'Kerro hoitajalle, mitä sinulle kuuluu, ja kysy, jos jokin jää mietityttämään. ';

const inAll = (text: string): Record<string, string> => ({ fi: text, sv: text, en: text });

/** The address of the path in Finnish. */
export const FULL_PATH = '/fi/polut/taysi-polku';

/** A path of 8 phases, 40 steps and 60 links, each step with a channel, as a document. */
const document = (): PathDocument =>
  PathDocument.parse({
    format: 'urn:polku:service-path:1',
    slugs: { fi: 'taysi-polku', sv: 'hel-vag', en: 'full-path' },
    path: {
      anchor: 'polku',
      kind: 'path',
      texts: {
        title: inAll('Täysi polku'),
        description: inAll('Polku, jossa on kahdeksan vaihetta ja neljäkymmentä askelta.'),
        topic: inAll('Mittaus'),
      },
      children: Array.from({ length: PHASES }, (_, phase) => ({
        anchor: `vaihe-${phase}`,
        kind: 'phase',
        texts: { title: inAll(`Teen asian numero ${phase + 1}`), text: inAll(SENTENCE.repeat(2)) },
        children: Array.from({ length: STEPS }, (__, step) => stepOf(phase * STEPS + step)),
      })),
    },
  });

const stepOf = (number: number): object => ({
  anchor: `askel-${number}`,
  kind: 'step',
  texts: {
    title: inAll(`Hoida kohta ${number + 1} kuntoon`),
    text: inAll(SENTENCE.repeat(2)),
    cost: inAll('Maksuton'),
    wait: inAll('Yleensä kahdesta neljään arkipäivää'),
    needs: inAll('Henkilökortti ja tieto lääkkeistäsi'),
  },
  children: [
    {
      anchor: `askel-${number}-kanava`,
      kind: 'channel-use',
      channel: 'sti-callback',
      texts: { whenToUse: inAll('Kun haluat puhua hoitajan kanssa.') },
    },
    ...Array.from({ length: 1 + (number % 2) }, (_, link) => ({
      anchor: `linkki-${number}-${link}`,
      kind: 'link',
      properties: { url: { fi: `https://tieto.example/${number}/${link}` } },
      texts: {
        title: inAll(`Lue lisää asiasta ${number + 1}`),
        why: inAll('Sivulla kerrotaan selvästi, mitä tapahtuu ja mitä voit tehdä itse.'),
        provider: inAll('Tiedon tuottaja'),
      },
    })),
  ],
});

/** Brings the full path into a running example county and publishes it, through the gates. */
export async function plantFullPath(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ county_id: string; id: string }>(
    'select county_id, id from node where parent_id is null',
  );
  await client.end();
  const { county_id: county, id: node } = rows[0]!;
  const someone = () => ({ kind: 'account' as const, id: newId(), roles: [] });
  await writeInCounty(databaseUrl, county, async (ctx) => {
    const path = await importPath(ctx, {
      node,
      units: [],
      document: document(),
      linksChecked: true,
    });
    await publishReviewed(ctx, path, { content: someone(), clinical: someone() });
  });
}
