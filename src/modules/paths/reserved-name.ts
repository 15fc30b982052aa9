const RESERVED = /(^|\.)(example|test|invalid)$|(^|\.)example\.(com|net|org)$/;

/** Whether an address is of a name that nobody can have (RFC 2606): those of examples. */
export const hasReservedName = (address: string): boolean =>
  RESERVED.test(URL.parse(address)?.hostname.replace(/\.$/, '') ?? '');
