import * as vscode from 'vscode';
import type { Analysis } from './analysis.ts';
import { INLINE_LIMIT, paceOf, type Pace } from './limits.ts';
import { liveOf } from './live.ts';
import { loadCore, type Core } from './load-core.ts';
import { isScannedDocument, placeOf } from './places.ts';
import type { Governed, PolicySource } from './policy-source.ts';
import { createInlineScanner, type Scanner } from './scanner.ts';
import { settingsFor } from './settings.ts';
import { silencedBy } from './silenced.ts';

/** Scans one document as it is now. Remembers nothing. */
export interface Analyser {
  /**
   * @param asked did the user ask for it? Then the size does not matter
   * @returns undefined when it was cancelled
   */
  analyse(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
    asked: boolean,
  ): Promise<Analysis | undefined>;
  dispose(): void;
}

/** @param worker for what is too large for the extension host */
export function createAnalyser(policies: PolicySource, worker: Scanner): Analyser {
  let inline: Promise<Scanner> | undefined;
  const scannerFor = (text: string) => {
    if (text.length > INLINE_LIMIT) return worker;
    return (inline ??= loadCore().then(createInlineScanner));
  };
  return {
    async analyse(document, token, asked) {
      if (!isScannedDocument(document)) return { kind: 'off', reason: 'scheme' };
      if (!settingsFor(document.uri).enable) return { kind: 'off', reason: 'disabled' };
      const pace = paceFor(document);
      if (pace === 'command' && !asked) return { kind: 'waiting', reason: 'command' };
      const place = placeOf(document);
      const governed = await policies.governing(place, document.uri);
      if (governed.policy.ignored) return { kind: 'off', reason: 'policy' };
      const { version } = document;
      const text = document.getText();
      const { config, configPath } = governed;
      const { info } = place;
      const bytes = new TextEncoder().encode(text);
      const scanner = await scannerFor(text);
      const result = await scanner.scan({ bytes, info, config, configPath }, token);
      if (result.outcome === 'cancelled') return undefined;
      if (result.outcome === 'ignored') return { kind: 'off', reason: 'policy' };
      if (result.outcome !== 'complete') return { kind: 'crashed' };
      const core = await loadCore();
      return {
        kind: 'scanned',
        version,
        exact: true,
        findings: result.findings,
        unused: result.unused,
        silenced: silencedBy(core, text),
        rulesOff: rulesOff(core, governed),
        failed: result.crashes.map(({ rule }) => rule),
        large: pace !== 'live',
        configBroken: governed.problems.length > 0,
        live:
          pace === 'command' ? undefined : liveOf(core, { bytes, info }, governed.policy, result),
      };
    },
    dispose() {
      void inline?.then((scanner) => scanner.dispose());
    },
  };
}

/** When a document of this size is scanned. */
export function paceFor(document: vscode.TextDocument): Pace {
  // The offset of the last position is the length, without joining the lines to one text.
  const length = document.offsetAt(new vscode.Position(document.lineCount, 0));
  return paceOf(length, settingsFor(document.uri).liveLimit);
}

function rulesOff({ RULES }: Core, { policy }: Governed): string[] {
  return RULES.filter(({ id }) => policy.severityOf(id) === 'off').map(({ id }) => id);
}
