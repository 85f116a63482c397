import {
  DEFAULT_OPTIONS,
  evidenceText,
  scanText,
  type ScanOptions,
  type SourceInfo,
} from '../../src/engine/index.ts';

export interface Found {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: string;
  readonly evidence: readonly string[];
  readonly region: string | undefined;
  readonly field: string | undefined;
  readonly record: number | undefined;
}

const interned = new Map<string, ScanOptions>();

/** Options of equal content are one object, so that the engine compiles its rules once. */
function optionsOf(more: Partial<ScanOptions>): ScanOptions {
  const key = JSON.stringify(more);
  const known = interned.get(key);
  if (known) return known;
  const options = { ...DEFAULT_OPTIONS, ...more };
  interned.set(key, options);
  return options;
}

/** What one rule finds in a text, through the whole pipeline. */
export function find(
  rule: string,
  text: string,
  { path, languageId, ...more }: SourceInfo & Partial<Omit<ScanOptions, 'rules'>> = {},
): Found[] {
  const info = { ...(path && { path }), ...(languageId && { languageId }) };
  return scanText(text, info, optionsOf(more))
    .filter((finding) => finding.rule === rule)
    .map(({ start, end, confidence, evidence, region, field, record }) => ({
      value: text.slice(start.offset, end.offset),
      start: start.offset,
      end: end.offset,
      confidence,
      evidence: evidence.map(evidenceText),
      region,
      field,
      record,
    }));
}
