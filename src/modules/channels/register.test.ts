import { describe, expect } from 'vitest';
import { withDatabase } from '#tests/support/database.ts';
import {
  changeChannel,
  closeChannel,
  createChannel,
  findChannels,
  listChannels,
  reopenChannel,
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
    await expect(changeChannel(other, id, phone)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(closeChannel(other, id)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
