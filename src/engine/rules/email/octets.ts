const encoder = new TextEncoder();

/** Octets of an address in UTF-8: RFC 6531 section 3.1.1 keeps RFC 5321's limits, in octets. */
export function octetsOf(address: string): number {
  return encoder.encode(address).length;
}
