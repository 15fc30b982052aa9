import { BlockList, isIP } from 'node:net';

// IANA's registries of special addresses: all that is not for everybody on the net.
const PRIVATE_V4 = networks('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]);

// The only part of IPv6 that is given out for use on the net, …
const GLOBAL_V6 = networks('ipv6', ['2000::/3']);
// … without what has a purpose of its own there: Teredo and other protocols, documentation, 6to4.
const SPECIAL_V6 = networks('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);
const NAT64 = networks('ipv6', ['64:ff9b::/96']);

function networks(family: 'ipv4' | 'ipv6', list: readonly string[]): BlockList {
  const made = new BlockList();
  for (const network of list) {
    const [address = '', bits] = network.split('/');
    made.addSubnet(address, Number(bits), family);
  }
  return made;
}

/**
 * Whether an address is one that everybody may reach, and so leads to nothing inside. What carries an IPv4 address in
 * itself is as public as that one, or is refused altogether.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !PRIVATE_V4.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  const groups = groupsOf(address);
  const carried = v4Of(groups[6]!, groups[7]!);
  if (NAT64.check(address, 'ipv6')) return isPublicAddress(carried);
  // ISATAP: the last half says 5efe and then an IPv4 address.
  if (groups[5] === 0x5efe && (groups[4]! & ~0x0200) === 0 && !isPublicAddress(carried))
    return false;
  return GLOBAL_V6.check(address, 'ipv6') && !SPECIAL_V6.check(address, 'ipv6');
}

/** The eight groups of an IPv6 address, whatever way it is written. */
function groupsOf(address: string): number[] {
  const plain = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = plain.split('::');
  const numbers = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const left = numbers(head);
  const right = numbers(tail ?? '');
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
}

const v4Of = (high: number, low: number): string =>
  [high >> 8, high & 255, low >> 8, low & 255].join('.');
