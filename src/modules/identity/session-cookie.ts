/** `__Host-` binds the cookie to this host and to https; on http, which only loopback may use, browsers refuse the prefix. */
const nameOf = (secure: boolean): string => (secure ? '__Host-polku' : 'polku');

/** The session's secret in a request, if it has one. */
export function readCookie(request: Request, secure: boolean): string | undefined {
  const wanted = nameOf(secure);
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === wanted && value) return value;
  }
  return undefined;
}

/** The Set-Cookie text; an empty secret takes the cookie away. */
export function cookieText(secret: string, secure: boolean): string {
  const age = secret === '' ? '; Max-Age=0' : '';
  return `${nameOf(secure)}=${secret}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${age}`;
}
