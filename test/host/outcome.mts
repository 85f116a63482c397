import type { Choice } from './choose-host.mts';
import type { SuiteResult } from './facts.ts';

/** How one run ended. Green only when a suite reported, ran tests, and failed none of them. */
export interface Outcome {
  readonly result?: SuiteResult;
  readonly problem?: string;
  /** The user ended the run: nothing comes after it. */
  readonly stopped?: boolean;
}

export function judge(code: number, result: SuiteResult | undefined, problem?: string): Outcome {
  const found = problem ?? ownProblem(code, result);
  return {
    ...(result === undefined ? {} : { result }),
    ...(found === undefined ? {} : { problem: found }),
  };
}

function ownProblem(code: number, result: SuiteResult | undefined): string | undefined {
  if (!result) return 'the suite never reported';
  if (result.failures.length > 0) return `${result.failures.length} failures`; // hooks count too
  if (result.passes === 0) return 'no test ran';
  return code === 0 ? undefined : `the host ended with ${code}`;
}

/** The lines that end a run: what ran where, what was left out, and what is wrong. */
export function describe({ host, why }: Choice, { result, problem }: Outcome): string {
  const lines = [
    ...(result?.pending ?? []).map((title) => `  left out: ${title}`),
    ...(result?.retried ?? []).map((test) => `  second try: ${firstLine(test)}`),
    ...(result?.failures ?? []).map((test) => `  failed: ${firstLine(test)}`),
  ];
  const counts = result
    ? `VS Code ${result.vscode}, ${result.tests} tests: ${result.passes} passed, ` +
      `${result.failures.length} failed, ${result.pending.length} left out`
    : 'nothing was run';
  lines.push(`host ${host} (${why}): ${counts}`);
  if (problem !== undefined) lines.push(`FAILED: ${problem}`);
  return lines.join('\n');
}

function firstLine({ title, message }: SuiteResult['failures'][number]): string {
  return `${title}: ${message.split('\n', 1).join('')}`;
}
