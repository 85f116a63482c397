import { createFindingLines } from './finding-lines.ts';
import { findingJson } from './finding-json.ts';
import type { Reporter } from './reporter.ts';

/** A finding a line, in file order, never capped. */
export function ndjsonReporter(): Reporter {
  return {
    begin: () => '',
    finding: (path, finding) => `${findingJson(path, finding)}\n`,
    findings: createFindingLines(),
    unused: () => '',
    fileEnd: () => '',
    end: () => '',
  };
}
