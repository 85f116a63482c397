import * as vscode from 'vscode';
import type { Analyses } from './analyses.ts';
import type { ReportedFinding } from '../policy/apply.ts';
import type { Analysis, Scanned } from './analysis.ts';
import { SOURCE } from './diagnostics.ts';
import { fixesFor, type Fix } from './fixes.ts';
import { findingsIn } from './findings-in.ts';
import { maskEdits, workspaceEdit } from './mask-edits.ts';
import { placeOf } from './places.ts';
import type { PolicySource } from './policy-source.ts';

export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('leaklint');

export const CODE_ACTION_METADATA: vscode.CodeActionProviderMetadata = {
  providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
};

/** An action whose edit is made when it is chosen: masking a whole dump is work. */
class LazyAction extends vscode.CodeAction {
  readonly makeEdit: () => Promise<vscode.WorkspaceEdit>;

  constructor(title: string, kind: vscode.CodeActionKind, makeEdit: LazyAction['makeEdit']) {
    super(title, kind);
    this.makeEdit = makeEdit;
  }
}

/**
 * Quick fixes for the findings at the caret, and `source.fixAll.leaklint`. They are computed from
 * the findings that are kept, never from diagnostics: those are folded, and what hangs on them is
 * lost on the way.
 */
export function codeActionProvider(
  analyses: Analyses,
  policies: PolicySource,
): vscode.CodeActionProvider {
  return {
    async provideCodeActions(document, range, context) {
      if (wantsFixAll(document, context)) return fixAll(analyses, policies, document);
      if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
      const analysis = analyses.get(document);
      if (analysis?.kind !== 'scanned' || analysis.version !== document.version) return [];
      const { findings } = analysis;
      const here = findingsIn(findings.near(range.start.line + 1, range.end.line + 1), range);
      if (here.length === 0) return [];
      const governed = await policies.governing(placeOf(document), document.uri);
      const fresh = async () => freshFindings(await analyses.fresh(document));
      const fixes = await fixesFor({ document, here, all: findings, fresh, governed });
      return fixes.map((fix) => asAction(fix, context));
    },
    async resolveCodeAction(action) {
      if (action instanceof LazyAction) action.edit = await action.makeEdit();
      return action;
    },
  };
}

function asAction(fix: Fix, context: vscode.CodeActionContext): vscode.CodeAction {
  const kind = vscode.CodeActionKind.QuickFix;
  const action = fix.makeEdit
    ? new LazyAction(fix.title, kind, fix.makeEdit)
    : new vscode.CodeAction(fix.title, kind);
  if (fix.command !== undefined) action.command = { title: fix.title, ...fix.command };
  action.isPreferred = fix.preferred ?? false;
  action.diagnostics = context.diagnostics.filter(({ source }) => source === SOURCE);
  return action;
}

/**
 * Never by default: on save only when `source.fixAll.leaklint` itself is set, not with the
 * `source.fixAll` that people set for their formatter. A notebook's cells have fix-all kinds of
 * their own, and wrong ones have removed whole cells.
 */
function wantsFixAll(
  document: vscode.TextDocument,
  { only, triggerKind }: vscode.CodeActionContext,
): boolean {
  if (only === undefined || document.uri.scheme === 'vscode-notebook-cell') return false;
  if (FIX_ALL.contains(only)) return true;
  return only.contains(FIX_ALL) && triggerKind === vscode.CodeActionTriggerKind.Invoke;
}

async function fixAll(
  analyses: Analyses,
  policies: PolicySource,
  document: vscode.TextDocument,
): Promise<vscode.CodeAction[]> {
  const analysis = await analyses.fresh(document);
  if (analysis?.kind !== 'scanned' || analysis.findings.length === 0) return [];
  const title = vscode.l10n.t('Mask all personal data in this file');
  return [new LazyAction(title, FIX_ALL, () => maskAllEdit(policies, document, analysis))];
}

/** Masks everything that was found in a document, as its policy says. */
export async function maskAllEdit(
  policies: PolicySource,
  document: vscode.TextDocument,
  { findings }: Scanned,
): Promise<vscode.WorkspaceEdit> {
  const { policy } = await policies.governing(placeOf(document), document.uri);
  return workspaceEdit(document, await maskEdits(document, findings.all(), policy.strategy));
}

function freshFindings(analysis: Analysis | undefined): readonly ReportedFinding[] {
  return analysis?.kind === 'scanned' ? analysis.findings.all() : [];
}
