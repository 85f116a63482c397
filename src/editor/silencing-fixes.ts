import * as vscode from 'vscode';
import type { AllowEntry, ConfigChange } from './config-edits.ts';
import { configTarget } from './config-target.ts';
import { rangeOf } from './diagnostics.ts';
import { ignoreFile, ignoreLine, type Insertion } from './directive-edits.ts';
import type { Fix, FixRequest } from './fixes.ts';
import { escapeGlob, siblingsGlob } from './globs.ts';
import { workspaceEdit } from './mask-edits.ts';

export const CHANGE_CONFIG_COMMAND = 'leaklint.changeConfiguration';

/** As many lines of a file as are looked at for what must stay on top of it. */
const HEAD = 200;

/** Ignore the line by a comment; where the language has none, allow the value in this file. */
export function ignoreLineFix(request: FixRequest): Fix | undefined {
  const { t } = vscode.l10n;
  const { document, here, all } = request;
  const { line } = rangeOf(here[0]!).start;
  const rules = [...new Set(all.inLines(line + 1, line + 1).map(({ rule }) => rule))];
  const textOf = (number: number) => document.lineAt(number).text;
  const insertion = ignoreLine(document.languageId, textOf, line, rules, eolOf(document));
  if (insertion !== undefined) return inserting(document, t('Ignore this line'), insertion);
  const { rule } = here[0]!;
  const path = configTarget(request)?.path;
  if (path === undefined) return undefined;
  const entry = { rule, value: valueAt(request), path: escapeGlob(path) };
  return changing(request, t('Allow this value in this file (in leaklint.json)'), {
    kind: 'allow',
    entry,
  });
}

/** Ignore the file by a comment at its top; where the language has none, by its path. */
export function ignoreFileFix(request: FixRequest): Fix | undefined {
  const { t } = vscode.l10n;
  const { document } = request;
  const lines = Math.min(HEAD, document.lineCount);
  const head = Array.from({ length: lines }, (_, line) => document.lineAt(line).text);
  const insertion = ignoreFile(document.languageId, head, eolOf(document));
  if (insertion !== undefined) return inserting(document, t('Ignore this file'), insertion);
  const path = configTarget(request)?.path;
  if (path === undefined) return undefined;
  const glob = escapeGlob(path);
  return changing(request, t('Ignore this file (in leaklint.json)'), { kind: 'ignore', glob });
}

/** What stands behind the at sign of an address, however that is written. */
const DOMAIN = /(?:[@＠]|%40|&#64;|&commat;)([^@＠]{1,255})$/i;

/** Allow a domain or a value for good, because it is public. */
export function allowFixes(request: FixRequest): Fix[] {
  const { t } = vscode.l10n;
  if (configTarget(request) === undefined) return [];
  const { rule } = request.here[0]!;
  const value = valueAt(request);
  const allowing = (title: string, entry: AllowEntry) =>
    changing(request, title, { kind: 'allow', entry });
  const fixes = [allowing(t('Allow this value: it is public'), { rule, value })];
  const domain = rule === 'email' ? DOMAIN.exec(value)?.[1]?.toLowerCase() : undefined;
  if (domain === undefined) return fixes;
  return [allowing(t('Allow this domain: it is public'), { rule, domain }), ...fixes];
}

/** Turn the rule off for files like this one. */
export function ruleOffFix(request: FixRequest): Fix | undefined {
  const path = configTarget(request)?.path;
  if (path === undefined) return undefined;
  const { rule } = request.here[0]!;
  const { glob, kind, inFolder } = siblingsGlob(path);
  const title = ruleOffTitle(rule, kind, inFolder);
  return changing(request, title, { kind: 'rule-off', rule, files: [glob] });
}

function ruleOffTitle(rule: string, kind: string | undefined, inFolder: boolean): string {
  const { t } = vscode.l10n;
  if (kind === undefined) return t('Turn off {0} for this file', rule);
  return inFolder
    ? t('Turn off {0} for {1} in this folder', rule, kind)
    : t('Turn off {0} for {1}', rule, kind);
}

/** The value itself. It goes into the user's own leaklint.json and nowhere else. */
function valueAt({ document, here }: FixRequest): string {
  return document.getText(rangeOf(here[0]!));
}

function inserting(document: vscode.TextDocument, title: string, insertion: Insertion): Fix {
  const at = new vscode.Position(insertion.line, insertion.column);
  const edit = vscode.TextEdit.insert(at, insertion.text);
  return { title, makeEdit: () => Promise.resolve(workspaceEdit(document, [edit])) };
}

function changing(request: FixRequest, title: string, change: ConfigChange): Fix {
  const file = configTarget(request)?.file;
  return { title, command: { command: CHANGE_CONFIG_COMMAND, arguments: [file, change] } };
}

function eolOf({ eol }: vscode.TextDocument): string {
  return eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
}
