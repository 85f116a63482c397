import * as vscode from 'vscode';
import type { ReportedFinding } from '../policy/apply.ts';
import type { Analyses } from './analyses.ts';
import { rangeOf } from './diagnostics.ts';
import { loadCore, type Core } from './load-core.ts';
import { confidenceWords, evidenceWords, ruleName, rulePage } from './wording.ts';

/** Says of the value under the pointer what it is taken for, how surely and why. */
export function hoverProvider(analyses: Analyses): vscode.HoverProvider {
  return {
    async provideHover(document, position) {
      const analysis = analyses.get(document);
      if (analysis?.kind !== 'scanned' || analysis.version !== document.version) return undefined;
      const here = analysis.findings.filter((finding) => rangeOf(finding).contains(position));
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
  const text = new vscode.MarkdownString();
  const name = ruleName(finding.rule, rule, vscode.env.language);
  // Shapes and names of fields are text, not Markdown: a shape is made of asterisks.
  text.appendMarkdown('**').appendText(name).appendMarkdown('** · ').appendText(finding.masked);
  text.appendMarkdown('\n\n').appendText(confidenceWords(t, finding.confidence));
  if (finding.region !== undefined) text.appendText(` · ${t('format of {0}', finding.region)}`);
  if (finding.field !== undefined) {
    text.appendText(` · ${t('field “{0}”', finding.field)}`);
  }
  for (const evidence of finding.evidence) {
    text.appendMarkdown('\n- ').appendText(evidenceWords(t, evidence));
  }
  const page = rulePage(finding.rule, rule !== undefined);
  text.appendMarkdown(`\n\n[${t('About {0}', finding.rule)}](${page})`);
  return text;
}
