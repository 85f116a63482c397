import type { Place } from '../strategy.ts';

/** How values of a rule are masked. */
export interface Masks {
  readonly placeholder: string;
  /** Keeps the shape; no more of the value than the rule's page says. */
  partial(value: string, where: Place): string;
  /** A valid value that is provably nobody's; undefined where there is none of this format. */
  standIn(value: string, where: Place): string | undefined;
}

export const noStandIn = (): undefined => undefined;
