import type { Notification, Region, ReportingDescriptor, Result } from 'sarif';
import { evidenceText, RULES, type Rule, type Severity } from '../engine/index.ts';
import type { ReportedFinding } from '../policy/apply.ts';
import { shortHash } from './fingerprint.ts';
import type { Language, Reporter } from './reporter.ts';
import { exitCodeOf, type Problem, type Summary } from './summary.ts';
import { titleOf } from './text.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const LEVEL = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** SARIF 2.1.0 (OASIS), one run, written as it comes: results, then what happened. */
export function sarifReporter(language: Language, version: string): Reporter {
  const places = new Map<string, number>();
  let first = true;

  /** Which of the file's findings that look the same this one is. Survives moved lines. */
  function placeOf(path: string, { rule, field, masked }: ReportedFinding): string {
    const key = JSON.stringify([path, rule, field, masked]);
    const place = (places.get(key) ?? 0) + 1;
    places.set(key, place);
    return `${key} ${place}`;
  }

  return {
    begin() {
      const driver = {
        name: 'Leaklint',
        semanticVersion: version,
        rules: RULES.map((rule) => descriptor(rule, language)),
      };
      return (
        `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{` +
        `"tool":${JSON.stringify({ driver })},"columnKind":"utf16CodeUnits","results":[`
      );
    },
    finding(path, finding) {
      const separator = first ? '\n' : ',\n';
      first = false;
      const fingerprint = shortHash(placeOf(path, finding));
      return separator + JSON.stringify(result(path, finding, fingerprint, language));
    },
    unused: () => '',
    fileEnd() {
      places.clear();
      return '';
    },
    end: (summary) => `\n],"invocations":[${JSON.stringify(invocation(summary))}]}]}\n`,
  };
}

function descriptor(rule: Rule, language: Language): ReportingDescriptor {
  const { id, category, severity, messages } = rule;
  return {
    id,
    shortDescription: { text: messages[language] },
    help: { text: `leaklint explain ${id}` },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { category },
  };
}

function result(
  path: string,
  finding: ReportedFinding,
  fingerprint: string,
  language: Language,
): Result {
  const { rule, severity, confidence, evidence, masked, field, record } = finding;
  const reasons = evidence.map(evidenceText);
  return {
    ruleId: rule,
    level: LEVEL[severity satisfies Severity],
    message: { text: `${titleOf(rule, language)}: ${masked} (${reasons.join(', ')})` },
    locations: [
      { physicalLocation: { artifactLocation: artifact(path), region: region(finding) } },
    ],
    partialFingerprints: { 'leaklint/v1': fingerprint },
    properties: { confidence, evidence: reasons, field, record },
  };
}

function region({ start, end }: ReportedFinding): Region {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
    byteOffset: start.byte,
    byteLength: end.byte - start.byte,
  };
}

/** RFC 3986: a relative reference, each segment percent-encoded. */
function artifact(path: string) {
  // A lone surrogate (a Windows name may have one) has no encoding.
  const wellFormed = path.replace(/\p{Cs}/gu, '\ufffd');
  const uri = wellFormed.split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

function invocation(summary: Summary) {
  return {
    executionSuccessful: summary.problems.length === 0,
    exitCode: exitCodeOf(summary),
    toolExecutionNotifications: summary.problems.map(notification),
  };
}

function notification({ path, code }: Problem): Notification {
  return {
    level: 'error',
    descriptor: { id: code },
    message: { text: `Not scanned: ${code}` },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
  };
}
