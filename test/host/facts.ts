/** What a runner tells the suite that it starts: in the environment for Node hosts, in front of the bundle for the web. */
export interface HostFacts {
  readonly host: 'desktop' | 'server' | 'min' | 'web';
  /** Identifier of the extension under test. */
  readonly extension: string;
  /** Stands in front of each line of the suite's own, where its lines come mixed with the host's log. */
  readonly mark: string;
  readonly grep?: string;
  /** Where the result goes instead, when there is a file system between suite and runner. */
  readonly resultFile?: string;
}

export const FACTS_VARIABLE = 'LEAKLINT_TEST_HOST';
export const RESULT_LINE = 'mocha-result ';

export interface SuiteResult {
  /** `vscode.version` of the VS Code that ran the suite. */
  readonly vscode: string;
  readonly tests: number;
  readonly passes: number;
  readonly pending: readonly string[];
  /** Tests that failed and then passed: told, so that nobody grows used to them. */
  readonly retried: readonly { readonly title: string; readonly message: string }[];
  readonly failures: readonly { readonly title: string; readonly message: string }[];
}

export function readFacts(): HostFacts {
  const text = process.env[FACTS_VARIABLE];
  if (text === undefined) throw new Error('run this suite with test/host/run.mts');
  return JSON.parse(text) as HostFacts;
}
