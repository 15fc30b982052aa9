/** Something that happened, in the past tense. What follows from it is listed in `main/reactions.ts`. */
export interface DomainEvent {
  readonly name: string;
  readonly data: unknown;
}

/** Declares an event of a module: `answersRecorded({ … })` makes one, `answersRecorded.event` is its name. */
export function defineEvent<Data>(name: string): EventType<Data> {
  const make = (data: Data): DomainEvent => ({ name, data });
  return Object.assign(make, { event: name });
}

/** An event type: makes events and carries their name. */
export interface EventType<Data> {
  (data: Data): DomainEvent;
  readonly event: string;
  readonly data?: Data;
}
