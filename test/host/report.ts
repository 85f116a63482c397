import { version } from 'vscode';
import { RESULT_LINE } from './facts.ts';
import type { HostFacts, SuiteResult } from './facts.ts';

/**
 * `forbidOnly`: a forgotten .only would skip the rest in silence; use the runner's --grep.
 * `retries`: a VS Code in a browser hangs on file watchers and timers of its own, which lose an
 * event now and then. A test that needs its second try is named at the end of the run.
 */
export const suiteOptions = {
  ui: 'bdd',
  reporter: 'spec',
  color: false,
  timeout: 30_000,
  slow: 5000,
  forbidOnly: true,
  retries: 1,
} as const;

interface SuiteRun {
  readonly mocha: Mocha;
  readonly Base: typeof Mocha.reporters.Base;
  readonly facts: HostFacts;
  readonly mapStack?: (stack: string) => string;
  /** Instead of a last line. */
  readonly writeResult?: ((result: SuiteResult) => void) | undefined;
}

/** Runs mocha, and tells the runner what happened in a way that silence cannot be mistaken for success. */
export function runMocha({ mocha, Base, facts, mapStack, writeResult }: SuiteRun): Promise<void> {
  const say = (text: string) => {
    for (const line of text.split('\n')) console.log(facts.mark + line);
  };
  // The extension host lets nobody replace console.log, but reporters write through this.
  Base.consoleLog = (...values: unknown[]) => say(formatted(values));

  const pending: string[] = [];
  const retried: { title: string; message: string }[] = [];
  const failures: { title: string; message: string }[] = [];
  let tests = 0;
  let passes = 0;
  return new Promise((resolve, reject) => {
    const runner = mocha.run(() => {
      const result: SuiteResult = { vscode: version, tests, passes, pending, retried, failures };
      if (writeResult) writeResult(result);
      else say(RESULT_LINE + JSON.stringify(result));
      if (failures.length > 0) reject(new Error(`${failures.length} failed`));
      else if (passes === 0) reject(new Error('no test passed'));
      else resolve();
    });
    runner.on('test end', () => tests++);
    runner.on('pass', () => passes++);
    runner.on('pending', (test) => pending.push(test.fullTitle()));
    runner.on('retry', (test, error: Error) => {
      retried.push({ title: test.fullTitle(), message: error.message });
    });
    runner.on('fail', (test, error: Error) => {
      if (mapStack && error.stack) error.stack = mapStack(error.stack); // printed at the end
      failures.push({ title: test.fullTitle(), message: error.message });
    });
  });
}

/** What util.format does with the few placeholders that reporters use; the browser has no util. */
function formatted([first, ...rest]: readonly unknown[]): string {
  if (first === undefined) return '';
  if (typeof first !== 'string') return [first, ...rest].map(String).join(' ');
  const filled = first.replace(/%[sdijo%]/g, (placeholder) => {
    if (placeholder === '%%') return '%';
    return rest.length > 0 ? String(rest.shift()) : placeholder;
  });
  return [filled, ...rest.map(String)].join(' ');
}
