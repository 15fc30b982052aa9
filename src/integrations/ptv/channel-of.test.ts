import { describe, expect, test } from 'vitest';
import { ptvChannel } from '#tests/support/ptv-server.ts';
import { channelOf } from './channel-of.ts';

describe('what PTV tells', () => {
  const of = (given: object) => channelOf(ptvChannel(1, given));

  test('cannot run anything, hide anything, or be longer than our own', () => {
    const evil = `<img src=x onerror=alert(1)>\u202E\u0000 [x](javascript:alert(1)) ${'a'.repeat(700)}`;
    const copy = of({
      serviceChannelNames: [{ language: 'fi', value: evil, type: 'Name' }],
      serviceChannelDescriptions: [{ language: 'fi', value: evil, type: 'Summary' }],
      webPages: [{ url: 'javascript:alert(1)', language: 'fi' }],
    })!;
    expect(copy.url).toBeNull();
    expect(copy.texts.name.fi).not.toContain('\u202E');
    expect(copy.texts.name.fi).not.toContain('\u0000');
    expect(copy.texts.name.fi!.length).toBeLessThanOrEqual(120);
    expect(copy.texts.description.fi!.length).toBeLessThanOrEqual(500);
  });

  test.for([
    ['EChannel', 'e-service'],
    ['PrintableForm', 'printable-form'],
    ['ServiceLocation', 'location'],
    ['WebPage', 'website'],
  ])('%s is %s', ([serviceChannelType, kind]) => {
    expect(of({ serviceChannelType })?.kind).toBe(kind);
  });

  test('a place has its address in each language', () => {
    const copy = of({
      serviceChannelType: 'ServiceLocation',
      addresses: [
        {
          type: 'Location',
          subType: 'Single',
          streetAddress: {
            street: [
              { language: 'fi', value: 'Esimerkkitie' },
              { language: 'sv', value: 'Exempelvägen' },
            ],
            streetNumber: '1',
            postalCode: '00000',
            postOffice: [{ language: 'fi', value: 'Esimerkkilä' }],
          },
        },
      ],
    });
    expect(copy?.texts.address).toEqual({
      fi: 'Esimerkkitie 1, 00000 Esimerkkilä',
      sv: 'Exempelvägen 1, 00000 Esimerkkilä',
    });
  });

  test('hours over midnight, around the clock and of one exceptional day', () => {
    const block = (given: object) => ({
      ...(ptvChannel(1)['serviceHours'] as object[])[0],
      ...given,
    });
    const copy = of({
      serviceHours: [
        block({
          serviceHourType: 'OverMidnight',
          openingHour: [{ dayFrom: 'Friday', dayTo: 'Monday', from: '16:00:00', to: '08:00:00' }],
        }),
        block({ isAlwaysOpen: true, openingHour: [] }),
        block({
          serviceHourType: 'Exceptional',
          validForNow: false,
          validFrom: '2026-12-31',
          openingHour: [{ dayFrom: null, dayTo: null, from: '08:00:00', to: '12:00:00' }],
        }),
        block({ openingHour: [{ dayFrom: 'Someday', dayTo: null, from: '8', to: '9' }] }),
      ],
    });
    expect(copy?.hours).toEqual([
      expect.objectContaining({ spells: [{ day: 5, toDay: 1, from: '16:00', to: '08:00' }] }),
      expect.objectContaining({ always: true }),
      expect.objectContaining({
        kind: 'exceptional',
        validFrom: '2026-12-31',
        validTo: '2026-12-31',
        spells: [{ from: '08:00', to: '12:00' }],
      }),
    ]);
  });
});
