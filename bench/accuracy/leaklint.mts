import {
  DEFAULT_OPTIONS,
  ruleById,
  scanText,
  type Finding,
  type ScanOptions,
} from '../../src/engine/index.ts';
import type { Hit } from './case.mts';
import type { Scan } from './measure.mts';

const interned = new Map<string, ScanOptions>();

/** Options of equal content are one object, so that the engine compiles its rules once. */
function optionsOf(regions: readonly string[], reserved: 'silent' | 'report'): ScanOptions {
  const key = `${reserved} ${regions.join()}`;
  const known = interned.get(key) ?? { ...DEFAULT_OPTIONS, regions, reserved };
  interned.set(key, known);
  return known;
}

export const asHit = ({ rule, start, end, confidence }: Finding): Hit => ({
  rule,
  start: start.offset,
  end: end.offset,
  confidence,
});

/** The engine as it ships. */
export const scanWithLeaklint: Scan = (
  text,
  { path, regions = DEFAULT_OPTIONS.regions, reserved },
) => scanText(text, path === undefined ? {} : { path }, optionsOf(regions, reserved)).map(asHit);

/** Is there such a rule yet? */
export const isKnown = (rule: string) => ruleById(rule) !== undefined;
