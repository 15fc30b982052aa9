import { z } from 'zod';
import { isNetwork } from '#platform/http/address.ts';
import { isPrivate } from './database-address.ts';

const flag = z.enum(['0', '1']).transform((value) => value === '1');

const addresses = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((parts) => parts.every(isNetwork), {
    message:
      'must be addresses such as 10.0.0.5 or networks such as 10.0.0.0/24, with commas between',
  });

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const Environment = z
  .object({
    POLKU_MODE: z.enum(['example', 'production']).default('example'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATA_DIR: z.string().min(1).optional(),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
      .optional(),
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
    TRUSTED_PROXIES: addresses,
    METRICS_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]{16,200}$/, 'must have at least 16 characters and no spaces')
      .optional(),
    SLOW_STATEMENT_MS: z.coerce.number().int().min(1).max(60_000).default(500),
    LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
    POLKU_GALLERY: flag.default(false),
  })
  .superRefine(({ POLKU_MODE: mode, DATABASE_URL: database }, check) => {
    if (mode === 'production' && database !== undefined && !isPrivate(database)) {
      check.addIssue({
        code: 'custom',
        path: ['DATABASE_URL'],
        message: 'must have sslmode=verify-full, because the database is on another machine',
      });
    }
  })
  .superRefine((settings, check) => {
    if (settings.PUBLIC_URL === undefined) {
      if (settings.POLKU_MODE === 'production') {
        check.addIssue({
          code: 'custom',
          path: ['PUBLIC_URL'],
          message: 'is needed in production',
        });
      }
      return;
    }
    const { protocol, hostname } = new URL(settings.PUBLIC_URL);
    if (protocol === 'http:' && (settings.POLKU_MODE === 'production' || !LOOPBACK.has(hostname))) {
      check.addIssue({
        code: 'custom',
        path: ['PUBLIC_URL'],
        message: 'must begin with https:// (http is for this machine only)',
      });
    }
  });

/** The settings of this process, read once at its start. */
export interface Settings {
  readonly mode: 'example' | 'production';
  readonly port: number;
  readonly host: string;
  /** Where people reach the service, without a slash at the end. */
  readonly publicUrl: string;
  readonly secure: boolean;
  readonly dataDir: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly databasePool: number;
  /** Addresses and networks of the proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** What `/metrics` asks for; without it, it is open to this machine alone. */
  readonly metricsToken: string | undefined;
  /** From how many milliseconds on a statement is logged. */
  readonly slowStatementMs: number;
  readonly logLevel: string;
  /** Whether the page of all components is shown in the staff app. */
  readonly gallery: boolean;
}

/** Reads the settings. @throws with one sentence that names each bad value. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Polku cannot start, because a setting is wrong. ${faults.join('; ')}.`);
  }
  const values = result.data;
  const publicUrl = (values.PUBLIC_URL ?? `http://127.0.0.1:${values.PORT}`).replace(
    /(?<!\/)\/+$/,
    '',
  );
  return {
    mode: values.POLKU_MODE,
    port: values.PORT,
    host: values.HOST,
    publicUrl,
    secure: publicUrl.startsWith('https:'),
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    trustedProxies: values.TRUSTED_PROXIES,
    metricsToken: values.METRICS_TOKEN,
    slowStatementMs: values.SLOW_STATEMENT_MS,
    logLevel: values.LOG_LEVEL,
    gallery: values.POLKU_GALLERY || values.POLKU_MODE === 'example',
  };
}
