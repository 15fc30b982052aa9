import { sql } from 'kysely';
import { openDatabase } from '#main/database.ts';
import { newId } from '#platform/ids.ts';
import { defineJob, handle, Jobs } from '#platform/jobs.ts';
import { openLog } from '#platform/log.ts';
import { createEdge } from '#platform/transaction.ts';
import type { FromNode, ToNode } from './ticking-nodes.ts';

// A process with the program's own jobs and timetable, over a clock that its parent moves.
const [url, started, works] = process.argv.slice(2);
let now = new Date(started!);
let hangs = false;

const tick = defineJob<object>('tick');
const clock = (): Date => now;
const jobs = new Jobs(url!, openLog('fatal'), { clock });
const { pool } = openDatabase(url!, 2);
const edge = createEdge({ pool, county: newId(), clock, jobs, reactions: [] });
const tell = (message: FromNode): void => void process.send!(message);

const work = handle(tick, async (ctx, batch) => {
  await sql`insert into effect (job, times) values (${ctx.requestId}, ${batch.length})`.execute(
    ctx.db,
  );
  await sql`notify effect`.execute(ctx.db);
  if (!hangs) return;
  tell('doing');
  await new Promise(() => undefined);
});

process.on('message', (order: ToNode) => {
  if (order.now) now = new Date(order.now);
  if (order.hangs !== undefined) hangs = order.hangs;
});
if (works === 'works') await jobs.start([work], edge.write);
else await jobs.open([tick.job]);
jobs.schedule([{ job: tick({}), at: {} }]);
tell('up');
