import { listEntries, setEntryProperties, takeSeed } from '#modules/handbook';
import type { AnyContext } from '#platform/context.ts';
import { dayOf } from '#platform/time.ts';

/** The example county takes the seed as its handbook, and gives its promises to everybody from the first day of the year. */
export async function fillHandbook(ctx: AnyContext): Promise<void> {
  await takeSeed(ctx);
  const validFrom = `${dayOf(ctx.now()).slice(0, 4)}-01-01`;
  for (const { id, properties } of await listEntries(ctx, { kinds: ['promise'] }))
    await setEntryProperties(ctx, id, {
      ...properties,
      public: true,
      validFrom,
      owner: 'palvelujohtaja',
    });
}
