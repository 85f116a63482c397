import type { Evidence } from '../../evidence.ts';
import { layoutOf, type NumberingPlan, type PhoneKind } from '../../gazetteer/phone-metadata.ts';
import { isDummyPhone, reservedPhone } from '../../gazetteer/reserved-phones.ts';

/** A number of a plan. */
interface Planned {
  readonly plan: NumberingPlan;
  readonly nsn: string;
  readonly kind: PhoneKind | undefined;
}

export const UNASSIGNABLE = 'unassignable exchange';

/** Allocated, set aside for nobody, or not assignable. */
export function planEvidence(number: Planned, typed: boolean, note?: string): readonly Evidence[] {
  const { plan, nsn } = number;
  const source = reservedPhone(plan.callingCode, nsn);
  if (source !== undefined) return [{ code: 'reserved', note: source }, { code: 'set-aside' }];
  if (plan.region !== 'JP' || !hasUnassignableExchange(number)) {
    return [note === undefined ? { code: 'allocated' } : { code: 'allocated', note }];
  }
  // In a field of its own such a number is a slip of the pen rather than an example.
  if (typed && !isDummyPhone(nsn)) return [{ code: 'unassigned', note: UNASSIGNABLE }];
  return [{ code: 'reserved', note: UNASSIGNABLE }, { code: 'set-aside' }];
}

/** Japan's local exchanges begin with 2 to 9; libphonenumber's patterns are wider. */
export function hasUnassignableExchange({ plan, nsn, kind }: Planned): boolean {
  if (kind !== 'fixed' || nsn.length !== 9) return false;
  const exchange = nsn[layoutOf(plan, nsn)?.sizes[0] ?? 9];
  return exchange === '0' || exchange === '1';
}
