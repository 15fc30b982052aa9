import { isIP } from 'node:net';

/**
 * The address that a limit counts by. X-Forwarded-For is believed only when the connection comes from a configured
 * proxy, and then only its last part that is not such a proxy. IPv6 is cut to its /64, which one household shares.
 */
export function clientAddress(
  remote: string,
  forwarded: string | undefined,
  proxies: readonly string[],
): string {
  const plain = remote.replace(/^::ffff:/, '');
  if (!proxies.includes(plain)) return network(plain);
  const hops = (forwarded ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => isIP(part) !== 0);
  return network(hops.findLast((hop) => !proxies.includes(hop)) ?? plain);
}

function network(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...right]
    .slice(0, 4)
    .join(':');
}
