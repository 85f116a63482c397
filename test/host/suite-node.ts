// Entry for the Node extension host, on the desktop and in the server: CommonJS, exporting run().
import fs from 'node:fs';
import { loadTests } from 'suite-tests';
import Mocha from 'mocha';
import { readFacts } from './facts.ts';
import { runMocha, suiteOptions } from './report.ts';
import { stackMapper } from './stack-map.ts';

export function run(): Promise<void> {
  const facts = readFacts();
  const mocha = new Mocha({ ...suiteOptions, grep: facts.grep });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  loadTests();
  return runMocha({
    mocha,
    Base: Mocha.reporters.Base,
    facts,
    mapStack: stackMapper(__filename),
    writeResult: facts.resultFile
      ? (result) => fs.writeFileSync(facts.resultFile!, JSON.stringify(result))
      : undefined,
  });
}
