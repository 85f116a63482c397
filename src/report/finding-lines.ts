import { evidenceText, type Evidence, type Position } from '../engine/index.ts';
import type { ReportedFinding } from '../policy/apply.ts';

const encoder = new TextEncoder();

/** Texts that are kept as bytes: findings say the same few again and again. */
const MOST_TEXTS = 4096;
/** Shorter ones are copied byte after byte. */
const SHORT = 24;

const PARTS = {
  path: encoder.encode('{"path":'),
  rule: encoder.encode(',"rule":'),
  severity: encoder.encode(',"severity":'),
  confidence: encoder.encode(',"confidence":'),
  start: encoder.encode(',"start":{"line":'),
  column: encoder.encode(',"column":'),
  offset: encoder.encode(',"offset":'),
  byte: encoder.encode(',"byte":'),
  end: encoder.encode('},"end":{"line":'),
  field: encoder.encode('},"field":'),
  noField: encoder.encode('}'),
  record: encoder.encode(',"record":'),
  evidence: encoder.encode(',"evidence":['),
  comma: encoder.encode(','),
  masked: encoder.encode('],"masked":'),
  line: encoder.encode('}\n'),
};

/**
 * Findings as lines of `findingJson`, many at once, as UTF-8: texts that are joined and encoded
 * would take longer than the scan.
 *
 * @returns gives bytes that stay as they are until the next are asked for
 */
export function createFindingLines(): (
  path: string,
  findings: readonly ReportedFinding[],
) => Uint8Array {
  const known = new Map<string, Uint8Array>();
  let buffer = new Uint8Array(1 << 16);
  let length = 0;

  const reserve = (more: number): void => {
    if (length + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(length + more, buffer.length * 2));
    larger.set(buffer);
    buffer = larger;
  };

  const put = (bytes: Uint8Array): void => {
    reserve(bytes.length);
    if (bytes.length > SHORT) buffer.set(bytes, length);
    else for (let i = 0; i < bytes.length; i++) buffer[length + i] = bytes[i]!;
    length += bytes.length;
  };

  const putText = (text: string): void => {
    let bytes = known.get(text);
    if (bytes === undefined) {
      if (known.size >= MOST_TEXTS) known.clear();
      known.set(text, (bytes = encoder.encode(JSON.stringify(text))));
    }
    put(bytes);
  };

  /** @param number whole, not below zero */
  const putNumber = (number: number): void => {
    let digits = 1;
    for (let left = number; left >= 10; left = Math.floor(left / 10)) digits++;
    reserve(digits);
    let left = number;
    for (let at = length + digits; at > length; left = Math.floor(left / 10)) {
      buffer[--at] = 0x30 + (left % 10);
    }
    length += digits;
  };

  const putPlace = ({ line, column, offset, byte }: Position): void => {
    putNumber(line);
    put(PARTS.column);
    putNumber(column);
    put(PARTS.offset);
    putNumber(offset);
    put(PARTS.byte);
    putNumber(byte);
  };

  const putEvidence = (evidence: readonly Evidence[]): void => {
    put(PARTS.evidence);
    for (let i = 0; i < evidence.length; i++) {
      if (i > 0) put(PARTS.comma);
      putText(evidenceText(evidence[i]!));
    }
  };

  const putFinding = (path: string, finding: ReportedFinding): void => {
    const { field, record } = finding;
    put(PARTS.path);
    putText(path);
    put(PARTS.rule);
    putText(finding.rule);
    put(PARTS.severity);
    putText(finding.severity);
    put(PARTS.confidence);
    putText(finding.confidence);
    put(PARTS.start);
    putPlace(finding.start);
    put(PARTS.end);
    putPlace(finding.end);
    put(field === undefined ? PARTS.noField : PARTS.field);
    if (field !== undefined) putText(field);
    if (record !== undefined) {
      put(PARTS.record);
      putNumber(record);
    }
    putEvidence(finding.evidence);
    put(PARTS.masked);
    putText(finding.masked);
    put(PARTS.line);
  };

  return (path, findings) => {
    length = 0;
    for (const finding of findings) putFinding(path, finding);
    return buffer.subarray(0, length);
  };
}
