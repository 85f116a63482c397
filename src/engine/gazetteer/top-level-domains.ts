import { lazy } from './lazy.ts';
import { TOP_LEVEL_DOMAINS } from './tlds.generated.ts';

/** Special-use names (RFC 2606 section 2, RFC 6761): they end a domain, but nobody's. */
const SPECIAL_USE = ['example', 'invalid', 'localhost', 'test'];

const names = lazy(() => new Set([...TOP_LEVEL_DOMAINS.split(' '), ...SPECIAL_USE]));

/** Is this the last label of real domains, or one of the special-use names? */
export function isTopLevelDomain(label: string): boolean {
  return names().has(label.toLowerCase());
}
