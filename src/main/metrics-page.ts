import type { Context as HonoContext, Hono } from 'hono';
import { timingSafeEqual } from 'node:crypto';
import { bearerOf } from '#platform/http/bearer.ts';
import { headerOf } from '#platform/http/incoming.ts';
import { hashOf } from '#platform/ids.ts';
import { METRICS_TYPE } from '#platform/metrics.ts';
import type { AppEnvironment } from './app.ts';
import type { Parts } from './parts.ts';

/** The figures of this process for Prometheus: with the token of METRICS_TOKEN, or else for this machine alone. */
export function mountMetrics(
  app: Hono<AppEnvironment>,
  { metrics, settings: { metricsToken } }: Parts,
): void {
  app.get('/metrics', async (http) => {
    const refusal = metricsToken === undefined ? notLocal(http) : withoutToken(http, metricsToken);
    if (refusal) return refusal;
    return http.body(await metrics.text(), 200, {
      'content-type': METRICS_TYPE,
      'cache-control': 'no-store',
    });
  });
}

function withoutToken(http: HonoContext<AppEnvironment>, token: string): Response | undefined {
  const given = bearerOf(headerOf(http, 'authorization')) ?? '';
  if (timingSafeEqual(hashOf(given), hashOf(token))) return undefined;
  return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } });
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;
const PASSED_ON = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'] as const;

/** A proxy on the same machine comes from there as well, so what it passes on for others must not look local. */
function notLocal(http: HonoContext<AppEnvironment>): Response | undefined {
  const remote = http.env?.incoming?.socket?.remoteAddress ?? '';
  const isLocal =
    LOOPBACK.test(remote) &&
    LOCAL_HOST.test(headerOf(http, 'host') ?? '') &&
    PASSED_ON.every((name) => headerOf(http, name) === undefined);
  return isLocal ? undefined : new Response(null, { status: 404 });
}
