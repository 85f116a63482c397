/** JPRS keeps EXAMPLE and EXAMPLE0 to EXAMPLE9 from registration below every .jp category. */
const JPRS = /(?:^|\.)example\d?(?:\.[a-z]{2,10})?\.jp$/;
/** RFC 2606 section 3, and all names below. */
const SECOND_LEVEL = /(?:^|\.)example\.(?:com|net|org)$/;
/** RFC 2606 section 2 and RFC 6761. */
const TOP_LEVEL = /\.(?:example|invalid|localhost|test)$/;

/** Who keeps a domain from being anybody's (`RFC 2606`), if so. The domain is folded already. */
export function reservedDomain(domain: string): string | undefined {
  const name = domain.toLowerCase();
  if (TOP_LEVEL.test(name) || SECOND_LEVEL.test(name)) return 'RFC 2606';
  return JPRS.test(name) ? 'JPRS example domain' : undefined;
}
