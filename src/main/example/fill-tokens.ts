import { createApiToken, revokeApiToken } from '#modules/identity';
import type { AnyContext } from '#platform/context.ts';
import type { ExampleActor } from './fill-accounts.ts';
import type { Place } from './fill-organisation.ts';

/** Gives the administrator's list something to show. Nobody knows these tokens, so nobody gets in by them. */
export async function fillTokens(
  ctx: AnyContext,
  { places, administrator }: { places: ReadonlyMap<string, Place>; administrator: ExampleActor },
): Promise<void> {
  const as = { ...ctx, actor: administrator };
  const county = places.get('C1')!.id;
  const booking = { role: 'collector', node: places.get('S123')?.id ?? county } as const;
  await createApiToken(as, {
    ...booking,
    name: 'Ajanvaraus',
    purpose: 'Tilaa vastauspyynnön jokaisesta käynnistä',
    expiresInDays: 365,
  });
  await createApiToken(as, {
    name: 'Tietovarasto',
    purpose: 'Lukee tulokset kerran vuorokaudessa',
    role: 'viewer',
    node: county,
    expiresInDays: 10,
  });
  const { token } = await createApiToken(as, {
    ...booking,
    name: 'Vanha ajanvaraus',
    purpose: '',
    expiresInDays: 180,
  });
  await revokeApiToken(as, token.id);
}
