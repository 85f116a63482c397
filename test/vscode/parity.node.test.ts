import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import * as vscode from 'vscode';
import type { ReportedFinding } from '../../src/policy/apply.ts';
import { api, closeAll, folder, writeFile } from './support/editor.ts';
import { customers, MAIL, OTHER_MAIL, OTHER_PHONE, PHONE } from './support/values.ts';

/** Of the repository, wherever the extension under test is. */
const CLI = resolve(__dirname, '../../../dist/cli.js');

const FILES: Readonly<Record<string, string>> = {
  'customers.csv': customers(120),
  'crlf.tsv': `name\tメール\r\n一\t${MAIL}\r\n二\t${OTHER_MAIL}\r\n`,
  'data.json': JSON.stringify(
    { users: [{ mail: MAIL, tel: PHONE }, { mail: OTHER_MAIL }] },
    null,
    2,
  ),
  'lines.jsonl': `{"tel":"${PHONE}"}\n{"tel":"${OTHER_PHONE}"}\n`,
  'code.ts': `// ${MAIL} 𠮷野家\nconst phone = '${PHONE}'; // ${OTHER_MAIL}\n`,
  'silenced.py': `# leaklint-ignore-next-line email\nto = "${MAIL}"\ntel = "${PHONE}"\n`,
  '.env': `ADMIN_MAIL=${MAIL}\nPHONE=${PHONE}\nEMPTY=\n`,
  'note.md': `お問い合わせは ${MAIL} または ${PHONE} まで。\n`,
  'clean.ts': 'export const version = "1.2.3"; // 2026-11-23\n',
  'leaklint.json':
    '{ "rules": { "email": "error" }, "overrides": [{ "files": ["*.md"], "rules": { "email": "off" } }] }\n',
};

/** A finding in the form of the command line's JSON. */
function asJson(path: string, finding: ReportedFinding): unknown {
  const { rule, severity, confidence, start, end, field, record, evidence, masked } = finding;
  return {
    path,
    rule,
    severity,
    confidence,
    start,
    end,
    field,
    record,
    evidence: evidence.map(({ code }) => code),
    masked,
  };
}

/** The same shape from a line of ndjson. */
function normalised(line: string): unknown {
  const parsed = JSON.parse(line) as Record<string, unknown> & { evidence: string[] };
  const { path, rule, severity, confidence, start, end, field, record, masked } = parsed;
  const evidence = parsed.evidence.map((text) => text.split(':')[0]);
  return { path, rule, severity, confidence, start, end, field, record, evidence, masked };
}

function runCli(cwd: string): Promise<string> {
  return new Promise((settle, reject) => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const args = [CLI, '--format', 'ndjson', '.'];
    execFile(process.execPath, args, { cwd, env, maxBuffer: 1e8 }, (error, stdout) => {
      const code = error === null ? 0 : error.code;
      if (code === 0 || code === 1) settle(stdout);
      else reject(new Error(`exit code ${String(code)}`));
    });
  });
}

describe('parity', () => {
  const name = `parity-${Math.random().toString(36).slice(2, 8)}`;

  after(async () => {
    await closeAll();
    const dir = vscode.Uri.joinPath(folder(), name);
    await vscode.workspace.fs.delete(dir, { recursive: true });
  });

  it('the editor finds what the command line finds, to the last column', async () => {
    const leaklint = await api();
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder(), name));
    const inEditor: unknown[] = [];
    for (const [file, text] of Object.entries(FILES)) await writeFile(`${name}/${file}`, text);
    for (const file of Object.keys(FILES).sort()) {
      const uri = vscode.Uri.joinPath(folder(), name, file);
      const document = await vscode.workspace.openTextDocument(uri);
      const findings = await leaklint.findings(document);
      inEditor.push(...(findings ?? []).map((finding) => asJson(file, finding)));
    }
    const stdout = await runCli(join(folder().fsPath, name));
    const onCommandLine = stdout.split('\n').filter(Boolean).map(normalised);
    assert.ok(inEditor.length > 240, `${inEditor.length} findings`);
    // One at a time: a report of hundreds tells nobody anything.
    const [ours, theirs] = [plain(inEditor), plain(onCommandLine)];
    for (const [index, finding] of ours.entries()) assert.deepEqual(finding, theirs[index]);
    assert.equal(ours.length, theirs.length);
  });
});

/** Without what is undefined, which JSON does not carry. */
function plain(findings: readonly unknown[]): unknown[] {
  return JSON.parse(JSON.stringify(findings)) as unknown[];
}
