import { describe, expect } from 'vitest';
import { withDatabase } from '#tests/support/database.ts';
import {
  changeChannel,
  closeChannel,
  createChannel,
  findChannels,
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

  test.for([
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
