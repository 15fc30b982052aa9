import { type ChannelForm, createChannel, writeEasy } from '#modules/channels';
import type { AnyContext } from '#platform/context.ts';
import { dayOf } from '#platform/time.ts';
import { channels, holidaysFrom } from './channels.ts';
import { easyChannels, easyHolidays } from './easy-channels.ts';

/** Fills the channel register. */
export async function addChannels(ctx: AnyContext): Promise<void> {
  for (const { code, kind, url, phone, opening, address, needs, ...said } of channels) {
    const { name, description, hours, cost } = said;
    const form = {
      kind: kind === 'form' ? ('printable-form' as const) : kind,
      url,
      phone,
      texts: { name, description, hours, address: address ?? {}, cost, needs: needs ?? {} },
      hours: hoursOf(opening, dayOf(ctx.now())),
    };
    const { id } = await createChannel(ctx, form, code);
    const easy = easyChannels[code];
    const told = new Set(form.hours?.map(({ note }) => note?.fi));
    if (easy) {
      const notes = easyHolidays.filter(({ from }) => told.has(from));
      await writeEasy(ctx, id, { easy: { 'fi-simple': { ...easy, notes } }, before: {} });
    }
  }
}

function hoursOf(
  opening: (typeof channels)[number]['opening'],
  today: string,
): ChannelForm['hours'] {
  if (opening === null) return [];
  if (opening === 'always') return [{ kind: 'normal', always: true }];
  const spells = opening.flatMap(({ days, from, to }) => days.map((day) => ({ day, from, to })));
  return [{ kind: 'normal', spells }, ...holidaysFrom(today)];
}
