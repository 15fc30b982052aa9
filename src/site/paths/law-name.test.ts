import { expect, test } from 'vitest';
import { lawName } from './law-name.ts';

test('a law is named in the language of the page where its number is known, else marked as Finnish', () => {
  const law = 'Sosiaalihuoltolaki (1301/2014) 36 §';
  expect(lawName(law, 'fi')).toEqual({ text: law });
  expect(lawName(law, 'sv')).toEqual({ text: 'Socialvårdslagen (1301/2014) 36 §' });
  expect(lawName(law, 'en')).toEqual({ text: 'Social Welfare Act (1301/2014) 36 §' });
  for (const unknown of ['Laki (1/2099) 2 §', 'Jokin laki', ')1301/2014(', '(constructor)'])
    expect(lawName(unknown, 'sv')).toEqual({ text: unknown, lang: 'fi' });
});
