import { describe, expect } from 'vitest';
import { withDatabase } from '#tests/support/database.ts';
import { hoursInVariant } from './in-variant.ts';
import {
  changeChannel,
  closeChannel,
  createChannel,
  findChannels,
  getChannel,
  listChannels,
  reopenChannel,
  writeEasy,
} from './register.ts';

const test = withDatabase();

const phone = {
  kind: 'phone' as const,
  phone: '03 0000 1234',
  texts: { name: { fi: 'Neuvonta', sv: 'Rådgivning' }, hours: { fi: 'ma–pe klo 8–16' } },
};

describe('the register of channels', () => {
  test('keeps a channel with its texts in each language', async ({ ctx }) => {
    const { id } = await createChannel(ctx, phone);
    const channel = (await findChannels(ctx, [id])).get(id);
    expect(channel).toMatchObject({
      code: 'neuvonta',
      kind: 'phone',
      phone: '03 0000 1234',
      url: null,
      closed: false,
    });
    expect(channel?.texts).toEqual({
      name: { fi: 'Neuvonta', sv: 'Rådgivning' },
      hours: { fi: 'ma–pe klo 8–16' },
      description: {},
      address: {},
      cost: {},
      needs: {},
      remark: {},
    });
  });

  test('gives a second channel of the same name a code of its own, and refuses a given code that is taken', async ({
    ctx,
  }) => {
    await createChannel(ctx, phone);
    expect((await createChannel(ctx, phone)).code).toBe('neuvonta-2');
    await expect(createChannel(ctx, phone, 'neuvonta')).rejects.toMatchObject({
      kind: 'conflict',
      code: 'taken',
    });
  });

  test('a changed text is changed everywhere, and an emptied one goes', async ({ ctx }) => {
    const { id } = await createChannel(ctx, phone);
    const changed = await changeChannel(ctx, id, {
      ...phone,
      before: phone,
      phone: '03 0000 9999',
      texts: { name: { fi: 'Apu' }, hours: { fi: '' } },
    });
    expect(changed).toMatchObject({
      phone: '03 0000 9999',
      texts: { name: { fi: 'Apu' }, hours: {} },
    });
    expect(ctx.events).toContainEqual({
      name: 'channels.channelChanged',
      data: { channel: id, what: 'changed' },
    });
  });

  test('is closed and opened again', async ({ ctx }) => {
    const { id } = await createChannel(ctx, phone);
    expect((await closeChannel(ctx, id)).closed).toBe(true);
    expect((await reopenChannel(ctx, id)).closed).toBe(false);
  });

  test.for([
    ['a phone channel without a number', { ...phone, phone: null }, '/phone', 'missing'],
    [
      'an e-service without an address',
      { ...phone, kind: 'e-service' as const },
      '/url',
      'missing',
    ],
    [
      'an address that is a script',
      { ...phone, kind: 'website' as const, url: 'javascript:alert(1)' },
      '/url',
      'not-a-web-address',
    ],
    [
      'an address that hides another host',
      { ...phone, kind: 'website' as const, url: 'https://kela.fi@evil.example/' },
      '/url',
      'not-a-web-address',
    ],
    [
      'a channel without a Finnish name',
      { ...phone, texts: { name: { fi: ' ' } } },
      '/texts/name/fi',
      'missing',
    ],
  ] as const)('refuses %s', async ([, form, pointer, code], { ctx }) => {
    await expect(createChannel(ctx, form)).rejects.toMatchObject({
      kind: 'invalid',
      faults: [{ pointer, code }],
    });
  });

  test('is each county’s own', async ({ ctx, other }) => {
    const { id } = await createChannel(ctx, phone);
    expect(await listChannels(other)).toEqual([]);
    expect(await findChannels(other, [id])).toEqual(new Map());
    await expect(changeChannel(other, id, { ...phone, before: phone })).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(closeChannel(other, id)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('easy language', () => {
  const easy = (hours: string) => ({ 'fi-simple': { hours } });

  test('stands beside the texts, stays when they change, and is then behind until somebody saves it again', async ({
    ctx,
  }) => {
    const { id } = await createChannel(ctx, phone);
    const written = await writeEasy(ctx, id, { easy: easy('Soita aamulla.'), before: {} });
    expect(written.easy).toEqual({
      'fi-simple': { hours: { text: 'Soita aamulla.', stale: false } },
    });
    expect(written.texts.hours).toEqual({ fi: 'ma–pe klo 8–16' });
    const later = { ...phone, texts: { ...phone.texts, hours: { fi: 'ma–pe klo 8–12' } } };
    const changed = await changeChannel(ctx, id, { ...later, before: phone });
    expect(changed.easy['fi-simple']!.hours).toEqual({ text: 'Soita aamulla.', stale: true });
    const again = easy('Soita aamulla.');
    const confirmed = await writeEasy(ctx, id, { easy: again, before: again });
    expect(confirmed.easy['fi-simple']!.hours!.stale).toBe(false);
    const emptied = await writeEasy(ctx, id, { easy: easy(''), before: again });
    expect(emptied.easy).toEqual({});
  });

  test('tells the notes of hours in easy language as long as they say what it was written from', async ({
    ctx,
  }) => {
    const closed = (fi: string) => ({
      ...phone,
      hours: [
        {
          kind: 'exceptional' as const,
          validFrom: '2026-12-24',
          validTo: '2026-12-26',
          note: { fi, sv: 'jul' },
        },
      ],
    });
    const { id } = await createChannel(ctx, closed('joulu'));
    const notes = [{ from: 'joulu', text: 'joulun pyhäpäivät' }];
    await writeEasy(ctx, id, { easy: { 'fi-simple': { notes } }, before: {} });
    const told = async (variant: 'fi' | 'fi-simple' | 'sv-simple') => {
      const channel = await getChannel(ctx, id);
      const line = { days: null, always: false, spells: [], exceptional: true };
      const dates = { validFrom: '2026-12-24', validTo: '2026-12-26' };
      const lines = channel.hours.map(({ note }) => ({ ...line, ...dates, note }));
      const [told] = hoursInVariant(
        { ...channel, opening: { ...channel.opening, lines } },
        variant,
      );
      return told!.note;
    };
    expect(await told('fi-simple')).toEqual({ fi: 'joulun pyhäpäivät', sv: 'jul' });
    expect(await told('fi')).toEqual({ fi: 'joulu', sv: 'jul' });
    expect(await told('sv-simple')).toEqual({ fi: 'joulu', sv: 'jul' });
    await changeChannel(ctx, id, { ...closed('joulu ja tapaninpäivä'), before: closed('joulu') });
    expect(await told('fi-simple')).toEqual({ fi: 'joulu ja tapaninpäivä', sv: 'jul' });
    // What was written stays for the day on which the text is the same again, and goes when somebody takes it away.
    expect((await getChannel(ctx, id)).easyNotes).toEqual({ 'fi-simple': notes });
    const emptied = { easy: { 'fi-simple': { notes: [] } }, before: { 'fi-simple': { notes } } };
    expect((await writeEasy(ctx, id, emptied)).easyNotes).toEqual({});
  });

  test.for([
    ['a note without words', { 'fi-simple': { notes: [{ from: 'joulu', text: ' ' }] } }],
    ['a note of nothing', { 'fi-simple': { notes: [{ from: '', text: 'x' }] } }],
    ['an address', { 'fi-simple': { address: 'Katu 1' } }],
    ['plain Finnish', { fi: { hours: 'x' } }],
    ['a text that is too long', { 'fi-simple': { hours: 'x'.repeat(301) } }],
  ] as const)('has no %s', async ([, given], { ctx }) => {
    const { id } = await createChannel(ctx, phone);
    await expect(writeEasy(ctx, id, { easy: given as never, before: {} })).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  test('is written of no other county’s channel', async ({ ctx, other }) => {
    const { id } = await createChannel(ctx, phone);
    await expect(writeEasy(other, id, { easy: {}, before: {} })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
