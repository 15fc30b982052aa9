import { AppError } from '#platform/errors.ts';
import type { Live, News } from '#platform/live.ts';

// A role that was taken away ends its streams within 5 s.
const CHECK_EVERY = 3_000;

interface Given {
  readonly live: Live;
  readonly request: Request;
  /** Refuses whoever may no longer follow. */
  check(): Promise<void>;
  /** Writes what a piece of news is to this reader: `write('figures')`. */
  tell(news: News, write: (event: string, data?: object) => void): void;
}

/** Answers with server-sent events until the reader goes, or may no longer follow. */
export const eventStream = (given: Given): Response =>
  new Response(openStream(given), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });

function openStream({ live, request, check, tell }: Given): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let release = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    start(stream) {
      let isOpen = true;
      const write = (text: string): void => {
        if (isOpen) stream.enqueue(encoder.encode(text));
      };
      const unsubscribe = live.subscribe((news) =>
        tell(news, (event, data = {}) =>
          write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
        ),
      );
      const timer = setInterval(() => {
        check().then(
          () => write(': still here\n\n'),
          // Only a refusal ends the stream; while the database cannot be asked it stays open and learns nothing.
          (error: unknown) => error instanceof AppError && end(),
        );
      }, CHECK_EVERY);
      release = () => {
        isOpen = false;
        clearInterval(timer);
        unsubscribe();
      };
      const end = (): void => {
        if (!isOpen) return;
        release();
        stream.close();
      };
      request.signal.addEventListener('abort', end, { once: true });
      write('retry: 2000\n\n');
    },
    cancel: () => release(),
  });
}
