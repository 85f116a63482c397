import * as vscode from 'vscode';
import type { Finding, Severity } from '../engine/index.ts';
import type { ReportedFinding } from '../policy/apply.ts';
import type { UnusedDirective } from '../policy/directives.ts';
import type { Folded } from './folding.ts';
import type { Core } from './load-core.ts';
import { diagnosticMessage, inLanguage, ruleName, rulePage } from './wording.ts';

export const SOURCE = 'leaklint';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/**
 * What the Problems panel shows of a file: one entry per value, or for many of them, and unused
 * directives.
 */
export function diagnosticsOf(
  core: Core,
  folded: readonly Folded<ReportedFinding>[],
  unused: readonly UnusedDirective[],
): vscode.Diagnostic[] {
  return [
    ...folded.map(({ finding, count }) => findingDiagnostic(core, finding, count)),
    ...unused.map(unusedDiagnostic),
  ];
}

/** Where a finding stands in its document. */
export function rangeOf({ start, end }: Pick<Finding, 'start' | 'end'>): vscode.Range {
  return new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
}

function findingDiagnostic(
  { ruleById }: Core,
  finding: ReportedFinding,
  count: number,
): vscode.Diagnostic {
  const { t } = vscode.l10n;
  const rule = ruleById(finding.rule);
  const name = ruleName(finding.rule, rule, vscode.env.language);
  const message = diagnosticMessage(t, name, finding, count);
  const diagnostic = new vscode.Diagnostic(rangeOf(finding), message, SEVERITIES[finding.severity]);
  diagnostic.source = SOURCE;
  const target = vscode.Uri.parse(rulePage(finding.rule, rule !== undefined));
  diagnostic.code = { value: finding.rule, target };
  return diagnostic;
}

function unusedDiagnostic({ start, end, message }: UnusedDirective): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeOf({ start, end }),
    inLanguage(message, vscode.env.language),
    vscode.DiagnosticSeverity.Hint,
  );
  diagnostic.source = SOURCE;
  diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}
