import { expect, test } from 'vitest';
import { times } from '#tests/faults/size.ts';
import { ATTACKS, findSlow } from '#tests/support/patterns.ts';
import { channelOf } from './channel-of.ts';

const texts = ATTACKS.filter((_, index) => index % times(1, 5) === 0);

test(`H5: a channel of PTV is read in less than 100 ms, whichever of ${texts.length} texts stands in its fields`, () => {
  const read = (text: string): void => {
    const said = [{ value: text, language: 'fi', type: 'Name' }];
    const channel = channelOf({
      id: 'c0ffee00-0000-4000-8000-000000000001',
      serviceChannelType: 'Phone',
      publishingStatus: 'Published',
      serviceChannelNames: [...said, { value: 'Neuvonta', language: 'sv', type: 'Name' }],
      serviceChannelDescriptions: [{ value: text, language: 'fi', type: 'Description' }],
      phoneNumbers: [{ number: text, prefixNumber: text, language: 'fi', type: 'Phone' }],
      webPages: [{ url: text, language: 'fi' }],
      serviceHours: [
        {
          validFrom: text,
          additionalInformation: said,
          openingHour: [{ dayFrom: text, from: text, to: text }],
        },
      ],
    });
    channelOf({ id: text, serviceChannelType: text });
    void channel;
  };
  expect(findSlow(read, texts)).toEqual([]);
});
