import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type ErrorKind, STATUS } from './errors.ts';

/** A figure with its labels, which name only things of the program: routes, pools, jobs, kinds. */
export interface Reading {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A figure that is read when somebody asks. `counter`: it only grows. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  readonly kind?: 'counter';
  read(): Promise<readonly Reading[]> | readonly Reading[];
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const BATCH_SIZES = [1, 2, 5, 10, 20, 50, 100, 200];
const KIND_OF = new Map(
  (Object.entries(STATUS) as [ErrorKind, number][]).map(([kind, status]) => [status, kind]),
);

/**
 * The figures of one process, in the text form that Prometheus reads. Labels come from short lists of our own: never
 * an address, an id or anything that a person typed.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: 'polku_request_seconds',
    help: 'Requests that reached the application, by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.#registry],
  });
  readonly #refusals = this.#counter('polku_refusals_total', 'Refused requests by kind', 'kind');
  readonly #shed = this.#counter(
    'polku_shed_total',
    'Requests refused because the process is overloaded, by what is short',
    'reason',
  );
  readonly #slow = this.#counter(
    'polku_slow_statements_total',
    'Statements that took longer than SLOW_STATEMENT_MS',
  );
  readonly #batches = new Histogram({
    name: 'polku_intake_batch_answers',
    help: 'Answers that shared one transaction',
    buckets: BATCH_SIZES,
    registers: [this.#registry],
  });

  /** Counts an answered request. */
  request(method: string, route: string, status: number, ms: number): void {
    this.#requests.observe({ method, route, status }, ms / 1000);
    const kind = status >= 400 ? KIND_OF.get(status as never) : undefined;
    if (kind !== undefined) this.#refusals.inc({ kind });
  }

  /** Counts a request that was refused at the door. */
  shed(reason: string): void {
    this.#shed.inc({ reason });
  }

  /** Counts a slow statement. */
  slowStatement(): void {
    this.#slow.inc();
  }

  /** Counts a batch of the intake. */
  batch(answers: number): void {
    this.#batches.observe(answers);
  }

  /** Adds a figure that is read each time the text is asked for; one with labels that cannot be read is left out that time. */
  add({ name, help, labels = [], kind, read }: Figure): void {
    const Kind = kind === 'counter' ? Counter : Gauge;
    const metric = new Kind({
      name,
      help,
      labelNames: [...labels],
      registers: [this.#registry],
      async collect() {
        metric.reset();
        const readings = await Promise.resolve()
          .then(read)
          .catch(() => []);
        for (const { labels: given = {}, value } of readings) metric.inc(given, value);
      },
    });
  }

  /** Everything, as text. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #counter<Label extends string>(name: string, help: string, ...labels: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames: labels, registers: [this.#registry] });
  }
}

/** The media type of that text. */
export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;
