import type { AnyContext } from '#platform/context.ts';

/** What is sent: its headers, and its body as it is read. */
export interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<string>;
}

interface Given {
  /** Runs work in a snapshot that stays open until it ends (`edge.read`). */
  read(work: (ctx: AnyContext) => Promise<void>): Promise<void>;
  open(ctx: AnyContext): Promise<Sent>;
  /** For so many milliseconds a piece waits to be taken: what holds a connection of the database must not wait for ever. */
  readonly patience: number;
  /** Told when it breaks off on the way, after the headers. */
  onBreak(error: unknown): void;
}

/**
 * A response whose body is read from the database only as fast as it is taken. It breaks off, so that whoever reads it
 * sees that it is not whole, when the database fails or the reader stands still; a reader who has gone ends the reading.
 */
export function streamResponse({ read, open, patience, onBreak }: Given): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  let isUnderWay = false;
  const whole = read(async (ctx) => {
    const { headers, body } = await open(ctx);
    const { stream, ended } = streamOf(body[Symbol.asyncIterator](), patience);
    isUnderWay = true;
    resolve(new Response(stream, { headers }));
    await ended;
  });
  whole.catch((error: unknown) => (isUnderWay ? onBreak(error) : reject(error)));
  return promise;
}

/** `ended` is kept when all has been taken or the reader has gone. */
function streamOf(
  body: AsyncIterator<string>,
  patience: number,
): { stream: ReadableStream<Uint8Array>; ended: Promise<void> } {
  const { promise: ended, resolve: end, reject: breakOff } = Promise.withResolvers<void>();
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(timer);
      try {
        const { done, value } = await body.next();
        if (done) {
          controller.close();
          end();
          return;
        }
        controller.enqueue(encoder.encode(value));
        timer = setTimeout(() => {
          const error = new Error('the reader stands still');
          controller.error(error);
          breakOff(error);
        }, patience);
      } catch (error) {
        breakOff(error);
        throw error;
      }
    },
    cancel() {
      clearTimeout(timer);
      end();
    },
  });
  return { stream, ended };
}
