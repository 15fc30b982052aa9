import { describe, expect, test } from 'vitest';
import { clashOf } from './clash.ts';

const before = {
  phone: '1',
  texts: { name: { fi: 'Neuvonta' } as Record<string, string> },
  hours: [],
};
const name = (said: Record<string, string>) => ({ ...before, texts: { name: said } });

describe('what two wrote of the same thing', () => {
  test('is put together where they changed different places', () => {
    const { places, settle } = clashOf(before, name({ fi: 'Neuvonta', sv: 'Råd' }), {
      ...before,
      phone: '2',
    });
    expect(places).toEqual([]);
    expect(settle('mine')).toEqual({ ...name({ fi: 'Neuvonta', sv: 'Råd' }), phone: '2' });
  });

  test('is asked about where both changed the same place, and the rest of both is kept', () => {
    const mine = { ...name({ fi: 'Apu' }), phone: '3' };
    const { places, settle } = clashOf(before, mine, name({ fi: 'Tuki', sv: 'Stöd' }));
    expect(places).toEqual([{ place: 'texts/name/fi', mine: 'Apu', theirs: 'Tuki' }]);
    expect(settle('mine')).toMatchObject({
      phone: '3',
      texts: { name: { fi: 'Apu', sv: 'Stöd' } },
    });
    expect(settle('theirs')).toMatchObject({
      phone: '3',
      texts: { name: { fi: 'Tuki', sv: 'Stöd' } },
    });
  });

  test('is no clash where both wrote the same, or emptied it', () => {
    expect(clashOf(before, name({ fi: 'Apu' }), name({ fi: 'Apu' })).places).toEqual([]);
    expect(clashOf(before, name({ fi: '' }), name({})).places).toEqual([]);
  });

  test('tells a text that was taken away, and lists as a whole', () => {
    const emptied = clashOf(before, name({ fi: 'Apu' }), name({}));
    expect(emptied.places).toEqual([{ place: 'texts/name/fi', mine: 'Apu', theirs: null }]);
    const lists = clashOf<{ hours: number[] }>({ hours: [] }, { hours: [1] }, { hours: [2] });
    expect(lists.places).toEqual([{ place: 'hours', mine: [1], theirs: [2] }]);
    expect(lists.settle('mine')).toEqual({ hours: [1] });
    const cleared = clashOf<{ hours: number[] }>({ hours: [1] }, { hours: [] }, { hours: [2] });
    expect(cleared.settle('mine')).toEqual({ hours: [] });
    const nobody = clashOf<{ owner: string | null }>(
      { owner: 'a' },
      { owner: null },
      { owner: 'b' },
    );
    expect(nobody.settle('mine')).toEqual({ owner: null });
  });

  test('puts lists of words together word by word', () => {
    const units = (...all: string[]) => ({ units: all });
    const { places, settle } = clashOf(units('a', 'b'), units('b', 'c'), units('a', 'b', 'd'));
    expect(places).toEqual([]);
    expect(settle('mine')).toEqual(units('b', 'd', 'c'));
    const first = clashOf(units(), units('a'), units('b'));
    expect([first.places, first.settle('mine')]).toEqual([[], units('b', 'a')]);
  });
});
