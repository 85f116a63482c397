import * as vscode from 'vscode';
import type { ReportedFinding } from '../policy/apply.ts';
import type { FindingList } from './finding-list.ts';
import { allowFixes, ignoreFileFix, ignoreLineFix, ruleOffFix } from './silencing-fixes.ts';
import { rangeOf } from './diagnostics.ts';
import { loadCore } from './load-core.ts';
import { maskEdits, withBytes, workspaceEdit } from './mask-edits.ts';
import type { Governed } from './policy-source.ts';
import { ruleName } from './wording.ts';

/** One line of the quick-fix menu. */
export interface Fix {
  readonly title: string;
  /** Made when the fix is chosen. */
  readonly makeEdit?: () => Promise<vscode.WorkspaceEdit>;
  readonly command?: { readonly command: string; readonly arguments: unknown[] };
  readonly preferred?: boolean;
}

export interface FixRequest {
  readonly document: vscode.TextDocument;
  /** The findings at the caret; the fixes for one value are for the first. */
  readonly here: readonly ReportedFinding[];
  /** All findings of the document, as far as they are known. */
  readonly all: FindingList;
  /** Those of the text as it is when they are asked for. */
  readonly fresh: () => Promise<readonly ReportedFinding[]>;
  readonly governed: Governed;
}

export const WHY_COMMAND = 'leaklint.why';

/** The quick fixes, in the order of the menu: from the value itself outward to the policy. */
export async function fixesFor(request: FixRequest): Promise<readonly Fix[]> {
  const fixes = [
    ...(await valueFixes(request)),
    ...(await manyFixes(request)),
    ignoreLineFix(request),
    ignoreFileFix(request),
    ...allowFixes(request),
    ruleOffFix(request),
    whyFix(request),
  ];
  return fixes.filter((fix) => fix !== undefined);
}

/** Mask the value as the policy says (preferred), or put a stand-in there. */
async function valueFixes({ document, here, governed }: FixRequest): Promise<Fix[]> {
  const { t } = vscode.l10n;
  const { strategy } = governed.policy;
  const finding = here[0]!;
  const masking = (title: string, by: typeof strategy, preferred: boolean): Fix => ({
    title,
    preferred,
    makeEdit: async () => {
      const counted = withBytes(document.getText(), [finding]);
      return workspaceEdit(document, await maskEdits(document, counted, by));
    },
  });
  const fixes = [masking(t('Mask this value'), strategy, true)];
  if (strategy === 'stand-in') return fixes;
  const { replacementFor } = await loadCore();
  const value = document.getText(rangeOf(finding));
  const region = finding.region === undefined ? {} : { region: finding.region };
  const used = replacementFor(finding.rule, value, 'stand-in', region).strategy;
  if (used === 'stand-in') fixes.push(masking(t('Replace with a stand-in'), 'stand-in', false));
  else if (used !== strategy) {
    const title = t('Replace with a placeholder (this kind has no stand-ins)');
    fixes.push(masking(title, 'stand-in', false));
  }
  return fixes;
}

/** Mask more than the value: its kind, its column, everything. */
async function manyFixes({ document, here, all, fresh, governed }: FixRequest): Promise<Fix[]> {
  const { t } = vscode.l10n;
  const { strategy } = governed.policy;
  const { rule, field, record } = here[0]!;
  const { kind, column } = all.countOf(rule, field);
  const { ruleById } = await loadCore();
  const name = ruleName(rule, ruleById(rule), vscode.env.language);
  const masking = (title: string, isMasked: (finding: ReportedFinding) => boolean): Fix => ({
    title,
    makeEdit: async () => {
      const findings = (await fresh()).filter(isMasked);
      return workspaceEdit(document, await maskEdits(document, findings, strategy));
    },
  });
  const ofKind = (finding: ReportedFinding) => finding.rule === rule;
  const ofColumn = (finding: ReportedFinding) =>
    ofKind(finding) && finding.record !== undefined && finding.field === field;
  const fixes: Fix[] = [];
  if (kind > 1) {
    fixes.push(masking(t('Mask every “{0}” in this file ({1})', name, kind), ofKind));
  }
  const isColumn = field !== undefined && record !== undefined;
  if (isColumn && column > 1 && column < kind) {
    fixes.push(masking(t('Mask column “{0}” ({1})', field, column), ofColumn));
  }
  if (all.length > kind) {
    fixes.push(masking(t('Mask everything in this file ({0})', all.length), () => true));
  }
  return fixes;
}

function whyFix({ document, here }: FixRequest): Fix {
  return {
    title: vscode.l10n.t('Why is this reported?'),
    command: { command: WHY_COMMAND, arguments: [document.uri, rangeOf(here[0]!).start] },
  };
}
