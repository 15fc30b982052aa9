import type { Language } from '#platform/i18n.ts';
import type { BuiltServer } from './server.ts';

/** Asks the API as one person. @throws when it refuses, unless a status is expected. */
export type Ask = <T>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: T }>;

/** Signs in one of the example's people, by the name before the at sign; without one, nobody. */
export async function askAs(server: BuiltServer, name?: string): Promise<Ask> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const ask: Ask = async <T>(method: string, path: string, body?: unknown) => {
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
    const cookie = response.headers.get('set-cookie');
    if (cookie) headers['cookie'] = cookie.split(';')[0]!;
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: (json ? JSON.parse(text) : text) as T };
  };
  if (name)
    await done(ask, 'POST', '/api/session', {
      email: `${name}@esimerkkila.example`,
      password: 'polku-esimerkki',
    });
  return ask;
}

/** Asks for what must succeed. */
export async function done<T = unknown>(
  ask: Ask,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await ask<T>(method, path, body);
  if (answer.status >= 300)
    throw new Error(
      `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)} for ${JSON.stringify(body)}`,
    );
  return answer.body;
}

/** Attacks in turn, those that are short enough for a field. */
export type Next = (longest: number) => string;
export function inTurn(attacks: readonly string[]): Next {
  let turn = 0;
  return (longest) => {
    for (let tries = 0; tries < attacks.length; tries += 1) {
      const attack = attacks[turn % attacks.length]!;
      turn += 1;
      if (attack.length <= longest) return attack;
    }
    throw new Error(`no attack fits into ${longest}`);
  };
}

/** The same field in all languages. */
export const threeOf = (next: Next, longest: number): Record<Language, string> => ({
  fi: next(longest),
  sv: next(longest),
  en: next(longest),
});

/** Everybody that the API needs. */
const PEOPLE = {
  admin: 'paakayttaja',
  team: 'asiakaskokemus',
  editor: 'muokkaaja',
  reviewer: 'tarkistaja',
  clinician: 'kliininen',
  publisher: 'julkaisija',
} as const;
export type People = Readonly<Record<keyof typeof PEOPLE, Ask>>;
export async function signInAll(server: BuiltServer): Promise<People> {
  const asked = Object.entries(PEOPLE).map(
    async ([who, name]) => [who, await askAs(server, name)] as const,
  );
  return Object.fromEntries(await Promise.all(asked)) as People;
}
