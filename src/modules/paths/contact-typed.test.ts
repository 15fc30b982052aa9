import { expect, test } from 'vitest';
import { processorTime } from '#tests/support/processor-time.ts';
import { holdsContact } from './contact-typed.ts';

test.for([
  'Soita 03 0000 1234.',
  'Soita numeroon 040 123 4567',
  'Soita 0401234567, niin autamme.',
  'puh. (03) 819 2345',
  'Tel. +358 40 123 4567',
  'Ring 09-123 456',
  'Neuvonta 0800 123 456 on maksuton',
  'Olemme auki klo 8–16.',
  'Öppet kl. 8-16',
  'Chatti on auki ma–pe 8–16',
  'Auki arkisin 9–15.',
  'mån–fre 8.00–16.00',
  'Open 8 am–4 pm',
  'Soittoaika 8.00–11.30',
  'Tule osoitteeseen Keskussairaalankatu 7.',
  'Besök oss på Mannerheimvägen 12, 00100 Helsingfors',
])('%s is told by a channel', (text) => {
  expect(holdsContact(text)).toBe(true);
});

test.for([
  'Soita 112, jos henki on vaarassa.',
  'Soita Päivystysapuun 116117 tai 116 117.',
  'Tutkimus kestää 10–15 minuuttia.',
  'Tulokset tulevat 3–5 päivässä.',
  'Ota 2–3 tablettia 8 tunnin välein.',
  'Keskeytys tehdään ennen 12. raskausviikkoa.',
  'Maksu on 42,50 euroa.',
  'Laki 728/2012 ja asetus 2023/1234.',
  'Ohje on päivitetty 3.11.2026.',
  'Vuosina 2024–2026 määrä kasvoi.',
  'Verenpaine 120/80 on tavallinen.',
  'Lue [ohje](https://thl.fi/0401234567/klo-8-16).',
  'Tule vastaanotolle aamulla klo 8 ravinnotta.',
  'Polku 1 alkaa tästä.',
  'Hinta on 0,08 e/min.',
  'Paina 1000000 kertaa.',
])('%s is no contact', (text) => {
  expect(holdsContact(text)).toBe(false);
});

test('a long text of almost-numbers takes no time', () => {
  const text = `${'0'.repeat(2)} ${'0 1-'.repeat(5_000)} ${'8.00 '.repeat(2_000)}`;
  expect(processorTime(() => holdsContact(text))).toBeLessThan(100);
});
