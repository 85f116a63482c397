import * as vscode from 'vscode';
import { utf8Of } from '../encoding/whole.ts';
import { placeOfFile } from './places.ts';
import type { PolicySource } from './policy-source.ts';
import type { FileResult } from './problems.ts';
import type { Scanner } from './scanner.ts';
import { settingsFor } from './settings.ts';

/** Why a file was not scanned. */
export type Skipped = 'binary' | 'too-large' | 'ignored' | 'unreadable' | 'crashed' | 'cancelled';

/** What was found, and whether every rule came to its end; or why nothing was looked for. */
export type FileScan = (FileResult & { readonly isWhole: boolean }) | { readonly skipped: Skipped };

/**
 * Scans a file on disk, which need not be open.
 *
 * @param limit bytes above which it is not read
 */
export async function scanFileOnDisk(
  uri: vscode.Uri,
  { policies, scanner }: { readonly policies: PolicySource; readonly scanner: Scanner },
  limit: number,
  token: vscode.CancellationToken,
): Promise<FileScan> {
  if (!settingsFor(uri).enable) return { skipped: 'ignored' };
  const place = placeOfFile(uri);
  const { policy, config, configPath } = await policies.governing(place, uri);
  if (policy.ignored) return { skipped: 'ignored' };
  const raw = await readUpTo(uri, limit);
  if (typeof raw === 'string') return { skipped: raw };
  const bytes = utf8Of(raw, policy.encoding);
  if (bytes === undefined) return { skipped: 'binary' };
  const result = await scanner.scan({ bytes, info: place.info, config, configPath }, token);
  const { outcome, findings, unused, crashes } = result;
  if (outcome === 'complete') return { findings, unused, isWhole: crashes.length === 0 };
  return { skipped: outcome === 'failed' ? 'crashed' : outcome };
}

async function readUpTo(
  uri: vscode.Uri,
  limit: number,
): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > limit ? 'too-large' : await vscode.workspace.fs.readFile(uri);
  } catch {
    return 'unreadable';
  }
}
