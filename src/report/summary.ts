import type { EncodingName } from '../encoding/names.ts';
import type { Confidence, Severity } from '../engine/index.ts';
import type { ReportedFinding } from '../policy/apply.ts';

/** Why a path was not scanned although nothing is wrong with it. */
export type LeftOut = 'archive' | 'binary' | 'special';

/** Why something could not be done: a system's error code, or the engine's own failure. */
export interface Problem {
  readonly path: string;
  /** `ENOENT`, `EACCES` …, or `rule-crashed`. */
  readonly code: string;
}

/** A file that is not UTF-8, and how sure that is. */
export interface ReadAs {
  readonly path: string;
  readonly encoding: EncodingName;
  readonly confidence: Confidence;
}

/** What a scan did, counted. Paths are as reports show them. */
export interface Summary {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Most frequent first. */
  readonly byRule: readonly (readonly [rule: string, count: number])[];
  /** Files that the configuration ignores. */
  readonly ignored: number;
  readonly notScanned: readonly { readonly path: string; readonly reason: LeftOut }[];
  readonly problems: readonly Problem[];
  /** Files in other encodings than UTF-8. */
  readonly encodings: readonly ReadAs[];
}

/** Counts while a scan goes on. */
export interface Counter {
  /** A file was scanned to its end. */
  file(hasFindings: boolean): void;
  finding(finding: ReportedFinding): void;
  findings(rule: string, severity: Severity, count: number): void;
  ignored(): void;
  leftOut(path: string, reason: LeftOut): void;
  problem(problem: Problem): void;
  /** Notes how a file was read; UTF-8 goes without saying. */
  readAs(file: ReadAs): void;
  summary(): Summary;
}

export function createCounter(): Counter {
  const bySeverity = { error: 0, warning: 0, information: 0, hint: 0 };
  const byRule = new Map<string, number>();
  const notScanned: { path: string; reason: LeftOut }[] = [];
  const problems: Problem[] = [];
  const encodings: ReadAs[] = [];
  let files = 0;
  let filesWithFindings = 0;
  let findings = 0;
  let ignored = 0;
  const add = (rule: string, severity: Severity, count: number): void => {
    findings += count;
    bySeverity[severity] += count;
    byRule.set(rule, (byRule.get(rule) ?? 0) + count);
  };
  return {
    file(hasFindings) {
      files++;
      if (hasFindings) filesWithFindings++;
    },
    finding: ({ rule, severity }) => add(rule, severity, 1),
    findings: add,
    ignored() {
      ignored++;
    },
    leftOut(path, reason) {
      notScanned.push({ path, reason });
    },
    problem(problem) {
      problems.push(problem);
    },
    readAs(file) {
      encodings.push(file);
    },
    summary: () => ({
      files,
      filesWithFindings,
      findings,
      bySeverity,
      byRule: [...byRule].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)),
      ignored,
      notScanned,
      problems,
      encodings,
    }),
  };
}

/**
 * The exit code of a scan: 3 something could not be read or the engine failed, 1 findings of
 * severity `error` or `warning`, 0 clean. (2 is for wrong use, where no scan takes place.)
 */
export function exitCodeOf({ problems, bySeverity }: Summary): 0 | 1 | 3 {
  if (problems.length > 0) return 3;
  return bySeverity.error + bySeverity.warning > 0 ? 1 : 0;
}
