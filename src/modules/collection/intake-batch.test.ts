import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindsOf, startIntakes } from '#tests/support/intake-rig.ts';
import { Intake } from './intake.ts';
import { openInvitation } from './open-form.ts';

let rig: Awaited<ReturnType<typeof startIntakes>>;
beforeAll(async () => {
  rig = await startIntakes();
});
afterAll(() => rig.stop());

describe('a batch', () => {
  test('takes what waits together: few transactions, one event each, and every kind of outcome side by side', async () => {
    const [used, fresh] = await rig.invite(2);
    await rig.intake.submit(rig.withToken(used!));
    const known = rig.answer();
    await rig.intake.submit(known);
    const [eventsBefore, transactionsBefore] = [rig.seen.events, rig.seen.transactions];
    const bad = rig.answer({ recommendation: 99 });
    const given = [
      ...Array.from({ length: 300 }, () => rig.answer({ comment: 'Isä kaatui' })),
      known,
      { ...known, language: 'sv' as const },
      rig.withToken(used!),
      rig.withToken(fresh!),
      bad,
      rig.answer({ code: 'nowhere' }),
    ];
    const outcomes = await Promise.all(given.map((one) => rig.intake.submit(one)));
    expect(outcomes.slice(0, 300).every(({ kind }) => kind === 'stored')).toBe(true);
    expect(outcomes.slice(300).map(({ kind }) => kind)).toEqual([
      'repeated',
      'different',
      'gone',
      'stored',
      'invalid',
      'gone',
    ]);
    expect(rig.seen.transactions - transactionsBefore).toBeLessThanOrEqual(3);
    expect(rig.seen.events - eventsBefore).toBeLessThanOrEqual(3);
  });
  test('that fails because of one answer is tried again singly: the others are stored', async () => {
    const before = await rig.count('answer');
    // No form lets such an id through; the database refuses it.
    const outcomes = await Promise.allSettled(
      [...Array.from({ length: 9 }, () => rig.answer()), rig.answer({ id: 'no uuid' })].map((one) =>
        rig.intake.submit(one),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 9 }, () => 'fulfilled'),
      'rejected',
    ]);
    expect(await rig.count('answer')).toBe(before + 9);
  });
  test('uses no token up when its answer cannot be stored', async () => {
    const [one, two] = await rig.invite(2);
    const id = randomUUID();
    const outcomes = await Promise.all([
      rig.intake.submit(rig.withToken(one!, { id })),
      rig.otherProcess.submit(rig.withToken(two!, { id, recommendation: 1 })),
    ]);
    expect(kindsOf(outcomes)).toEqual({ stored: 1, different: 1 });
    const left = outcomes[0]!.kind === 'different' ? one! : two!;
    expect(await rig.run((ctx) => openInvitation(ctx, left))).toBeDefined();
  });
  test('waits for what it has taken in before it stops, and then takes nothing more', async () => {
    const closing = new Intake(rig.run);
    const waiting = Array.from({ length: 30 }, () => closing.submit(rig.answer()));
    await closing.stop();
    expect(kindsOf(await Promise.all(waiting))).toEqual({ stored: 30 });
    await expect(closing.submit(rig.answer())).rejects.toMatchObject({ kind: 'unavailable' });
  });
  test('refuses with "unavailable" at once, and not one by one, when the database is away', async () => {
    let attempts = 0;
    const away = new Intake(() => {
      attempts += 1;
      return Promise.reject(
        Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
      );
    });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => away.submit(rig.answer())),
    );
    expect(
      outcomes.every(
        (outcome) => outcome.status === 'rejected' && outcome.reason.kind === 'unavailable',
      ),
    ).toBe(true);
    expect(attempts).toBe(1);
  });
});
