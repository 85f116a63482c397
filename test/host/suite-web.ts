// Entry for the web worker extension host: one bundle, with mocha's browser build.
import 'mocha/mocha.js';
import { loadTests } from 'suite-tests';
import { readFacts } from './facts.ts';
import { runMocha, suiteOptions } from './report.ts';

interface BrowserGlobals {
  readonly mocha: BrowserMocha;
  readonly Mocha: { readonly reporters: { readonly Base: typeof Mocha.reporters.Base } };
}

interface BrowserMocha extends Mocha {
  setup(options: Mocha.MochaOptions): void;
}

export function run(): Promise<void> {
  const facts = readFacts();
  const { mocha, Mocha } = globalThis as unknown as BrowserGlobals;
  mocha.setup({ ...suiteOptions, ...(facts.grep === undefined ? {} : { grep: facts.grep }) });
  loadTests();
  return runMocha({ mocha, Base: Mocha.reporters.Base, facts });
}
