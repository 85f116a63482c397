import * as vscode from 'vscode';
import type { Confidence } from '../engine/index.ts';
import type { Settings } from '../policy/config.ts';
import { MEGABYTE } from './limits.ts';

export const SECTION = 'leaklint';

export interface EditorSettings {
  readonly enable: boolean;
  /** Documents up to this many UTF-16 units are scanned while typing. */
  readonly liveLimit: number;
  /** What holds where `leaklint.json` says nothing. */
  readonly defaults: Settings;
}

/** The settings for a resource: they may differ from folder to folder. */
export function settingsFor(scope: vscode.Uri | undefined): EditorSettings {
  const values = vscode.workspace.getConfiguration(SECTION, scope ?? null);
  return {
    enable: values.get('enable', true),
    liveLimit: values.get('maxLiveSize', 1) * MEGABYTE,
    defaults: {
      confidence: values.get<Confidence>('confidence', 'likely'),
      regions: values.get<readonly string[]>('regions', ['JP']),
    },
  };
}
