import { hashOf } from './ids.ts';
import type { Job } from './jobs.ts';
import type { Log } from './log.ts';
import { type Clock, ZONE } from './time.ts';

/**
 * When something is done by the clock of Helsinki: every day at an hour and a minute, every hour at a minute, or (with
 * neither) every minute.
 */
export interface Times {
  readonly hour?: number;
  readonly minute?: number;
}

/** A job that is planned by the clock. What an outage missed is done once, afterwards. */
export interface Schedule {
  readonly job: Job;
  readonly at: Times;
}

/**
 * The latest of the times that is not after `now`. A day whose hour is left out in spring has it an hour later; a day
 * that has it twice in autumn has it the first time.
 */
export function lastTick({ hour, minute }: Times, now: Date): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE);
  const passed = (time: Temporal.ZonedDateTime) => Temporal.ZonedDateTime.compare(time, here) <= 0;
  const inDay = (day: Temporal.ZonedDateTime) =>
    day.startOfDay().with({ hour: hour!, minute: minute! });
  let tick = here.round({ smallestUnit: 'minute', roundingMode: 'floor' });
  if (hour !== undefined) {
    tick = inDay(here);
    if (!passed(tick)) tick = inDay(here.subtract({ days: 1 }));
  } else if (minute !== undefined) {
    tick = tick.with({ minute });
    if (!passed(tick)) tick = tick.subtract({ hours: 1 });
  }
  return new Date(tick.epochMilliseconds);
}

/** The id of the job of one time: whoever plans it, and however often, it is that one row. */
export function tickId(job: string, tick: Date): string {
  const hex = hashOf(`${job} ${tick.toISOString()}`).toString('hex');
  // Version 8: a UUID of the maker's own kind.
  return hex.replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
    (_, a, b, c, d, e) => `${a}-${b}-8${c}-8${d}-${e}`,
  );
}

interface Given {
  readonly schedules: readonly Schedule[];
  readonly clock: Clock;
  readonly log: Log;
  /** Plans the job of that time, unless somebody has. */
  plan(job: Job, tick: Date): Promise<void>;
}

/** Looks at the clock and plans what is due. Each process has one, and none waits for another. */
export class Timetable {
  readonly #given: Given;
  readonly #planned = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #looking = Promise.resolve();
  #stopped = false;

  constructor(given: Given) {
    this.#given = given;
    this.#again(0);
  }

  /** Looks no more, and waits for what is being planned. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #again(afterMs: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#looking = this.#look()
        .catch((err: unknown) => this.#given.log.error({ err }, 'timetable'))
        .finally(() => this.#again(LOOK_MS));
    }, afterMs);
  }

  async #look(): Promise<void> {
    const now = this.#given.clock();
    for (const { job, at } of this.#given.schedules) {
      const tick = lastTick(at, now);
      if (this.#planned.get(job.name) === tick.getTime()) continue;
      await this.#given.plan(job, tick);
      this.#planned.set(job.name, tick.getTime());
    }
  }
}

const LOOK_MS = 1_000;
