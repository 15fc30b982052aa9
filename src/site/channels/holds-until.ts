import type { Channel } from '#modules/channels';

interface Uses {
  readonly channels: readonly { readonly channel: Channel }[];
}

/** What of a path names channels. */
interface Shown {
  readonly urgency: readonly Uses[];
  readonly phases: readonly { readonly steps: readonly Uses[] }[];
}

/** Until when a path's page tells rightly which of its channels are open: the next change of any of them. */
export function holdsUntil({ urgency, phases }: Shown): Date | undefined {
  const ends = [...urgency, ...phases.flatMap(({ steps }) => steps)]
    .flatMap(({ channels }) => channels)
    .flatMap(({ channel }) => channel.opening.holdsUntil ?? []);
  return ends.length === 0 ? undefined : new Date(ends.toSorted()[0]!);
}
