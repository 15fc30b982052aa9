import { BlockList, isIP } from 'node:net';

const NETWORK = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i;

/** Whether a text is an address, or a network in CIDR form such as `10.0.0.0/24`. */
export function isNetwork(text: string): boolean {
  const [, address = '', bits] = NETWORK.exec(text) ?? [];
  const family = isIP(address);
  return family !== 0 && (bits === undefined || Number(bits) <= (family === 6 ? 128 : 32));
}

/** Tells whether an address is one of the proxies that were named. */
export type IsProxy = (address: string) => boolean;

const MOST_REMEMBERED = 1_000;

/** Makes that of a list of addresses and networks. The few that come again and again are remembered. */
export function proxiesOf(networks: readonly string[]): IsProxy {
  if (networks.length === 0) return () => false;
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = familyOf(address);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  const known = new Map<string, boolean>();
  return (address) => {
    const standing = known.get(address);
    if (standing !== undefined) return standing;
    const isProxy = isIP(address) !== 0 && list.check(address, familyOf(address));
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(address, isProxy);
    return isProxy;
  };
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * The address that a limit counts by. X-Forwarded-For is believed only when the connection comes from a named proxy,
 * and then only its last part that is not such a proxy: what stands before that, the client may have written itself.
 * IPv6 is cut to its /64, which one household shares.
 */
export function clientAddress(
  remote: string,
  forwarded: string | undefined,
  isProxy: IsProxy,
): string {
  const connected = plain(remote);
  if (forwarded === undefined || !isProxy(connected)) return network(connected);
  const hops = forwarded.split(',').map((part) => plain(withoutPort(part.trim())));
  const client = hops.findLast((hop) => !isProxy(hop));
  // A last part that is no address was not written by a proxy as it should be; looking further back would trust the client.
  return network(client !== undefined && isIP(client) !== 0 ? client : connected);
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** Some proxies write the port as well: `1.2.3.4:5678`, `[2001:db8::1]:5678`. */
const withoutPort = (hop: string): string =>
  /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(hop)?.[1] ?? hop;

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
