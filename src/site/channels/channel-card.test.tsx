import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { phoneChannel } from '#site/sample-for-tests.ts';
import { ChannelCard } from './channel-card.tsx';

const texts = {
  ...phoneChannel.texts,
  name: { fi: 'Neuvonta', sv: 'Rådgivning' },
  description: { fi: 'Yleiskielinen kuvaus.', sv: 'Vanlig beskrivning.' },
  needs: {},
  hours: {},
  remark: {},
};

const draw = (variant: 'fi' | 'fi-simple' | 'sv-simple', easy: object = {}): string =>
  renderToStaticMarkup(
    <ChannelCard
      channel={{ ...phoneChannel, texts, easy }}
      whenToUse=""
      variant={variant}
      said={[]}
      costSaid
    />,
  );

const WRITTEN = {
  'fi-simple': {
    name: { text: 'Soita neuvontaan', stale: false },
    description: { text: 'Helppo kuvaus.', stale: false },
  },
};

test('the easy page shows a channel’s easy language, and the plain page its own', () => {
  const easy = draw('fi-simple', WRITTEN);
  expect(easy).toContain('Soita neuvontaan');
  expect(easy).toContain('Helppo kuvaus.');
  expect(easy).not.toContain('Yleiskielinen');
  expect(easy).not.toContain('yleiskielellä');
  expect(draw('fi', WRITTEN)).toContain('Yleiskielinen kuvaus.');
});

test('what is not easy is shown in plain language of the same tongue, and said to be so', () => {
  expect(draw('fi-simple')).toContain('Tämä kohta on yleiskielellä.');
  const swedish = draw('sv-simple', WRITTEN);
  expect(swedish).toContain('Vanlig beskrivning.');
  expect(swedish).toContain('Den här punkten är på vanligt språk.');
  expect(draw('fi')).not.toContain('yleiskielellä');
});
