import type * as vscode from 'vscode';
import type { ReportedFinding } from '../policy/apply.ts';
import type { Services } from './services.ts';
import { documentStatus } from './status-item.ts';
import type { Status } from './status.ts';

/** What other extensions, and our tests, may ask. Findings hold no text of the document. */
export interface LeaklintApi {
  /** What is found in an open document as it is now; undefined when it is not scanned. */
  findings(document: vscode.TextDocument): Promise<readonly ReportedFinding[] | undefined>;
  /** What the status item says of a document. */
  status(document: vscode.TextDocument): Status;
  /** Where Scan Workspace works: some web hosts refuse workers. */
  scansIn(): 'worker' | 'extension-host' | undefined;
}

export function createApi({ analyses, scanner }: Services): LeaklintApi {
  return {
    async findings(document) {
      const analysis = await analyses.fresh(document);
      return analysis?.kind === 'scanned' ? analysis.findings.all() : undefined;
    },
    status: (document) => documentStatus(analyses, document),
    scansIn: () => scanner.place(),
  };
}
