import * as vscode from 'vscode';
import type { ReportedFinding } from '../policy/apply.ts';
import type { Analyses } from './analyses.ts';
import { rangeOf } from './diagnostics.ts';
import { loadCore, type Core } from './load-core.ts';
import { escapeMarkdown } from './markdown.ts';
import { confidenceWords, evidenceWords, ruleName, rulePage } from './wording.ts';

/** Says of the value under the pointer what it is taken for, how surely and why. */
export function hoverProvider(analyses: Analyses): vscode.HoverProvider {
  return {
    async provideHover(document, position) {
      const analysis = analyses.get(document);
      if (analysis?.kind !== 'scanned' || analysis.version !== document.version) return undefined;
      const line = position.line + 1;
      const here = analysis.findings
        .near(line, line)
        .filter((finding) => rangeOf(finding).contains(position));
      if (here.length === 0) return undefined;
      const core = await loadCore();
      return new vscode.Hover(
        here.map((finding) => hoverText(core, finding)),
        // The innermost of nested findings: a postal code in its address.
        rangeOf(here.at(-1)!),
      );
    },
  };
}

function hoverText({ ruleById }: Core, finding: ReportedFinding): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const rule = ruleById(finding.rule);
  const page = rulePage(finding.rule, rule !== undefined);
  const name = escapeMarkdown(ruleName(finding.rule, rule, vscode.env.language));
  // Shapes and names of fields are text, not Markdown: a shape is made of asterisks.
  const about = [
    confidenceWords(t, finding.confidence),
    ...(finding.region === undefined ? [] : [t('format of {0}', finding.region)]),
    ...(finding.field === undefined ? [] : [t('field “{0}”', finding.field)]),
  ];
  const lines = [
    `**${name}** · ${escapeMarkdown(finding.masked)}`,
    '',
    escapeMarkdown(about.join(' · ')),
    ...finding.evidence.map((evidence) => `- ${escapeMarkdown(evidenceWords(t, evidence))}`),
    '',
    `[${escapeMarkdown(t('About {0}', finding.rule))}](${page})`,
  ];
  return new vscode.MarkdownString(lines.join('\n'));
}
