const THIS_MACHINE = new Set(['', 'localhost', '127.0.0.1', '[::1]']);

/**
 * Whether nobody on the way can read what is said to a database: it is reached within this machine, or encrypted and
 * with its certificate checked.
 */
export function isPrivate(databaseUrl: string): boolean {
  const url = URL.parse(databaseUrl);
  if (!url) return false;
  // A socket is named by a folder, in the place of the host or as a parameter, which pg prefers.
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  return (
    host.startsWith('/') ||
    THIS_MACHINE.has(host) ||
    url.searchParams.get('sslmode') === 'verify-full'
  );
}
