// Entry for the Node extension host, on the desktop and in the server: CommonJS, exporting run().
import fs from 'node:fs';
import { findSourceMap } from 'node:module';
import { loadTests } from 'suite-tests';
import Mocha from 'mocha';
import { readFacts } from './facts.ts';
import { runMocha, suiteOptions } from './report.ts';

export function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const facts = readFacts();
  const mocha = new Mocha({ ...suiteOptions, grep: facts.grep });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  loadTests();
  return runMocha({
    mocha,
    Base: Mocha.reporters.Base,
    facts,
    mapStack: (stack) => stack.split('\n').map(mapLine).join('\n'),
    writeResult: facts.resultFile
      ? (result) => fs.writeFileSync(facts.resultFile!, JSON.stringify(result))
      : undefined,
  });
}

/** VS Code brings its own Error.prepareStackTrace, with which Node does not map what mocha prints. */
function mapLine(frame: string): string {
  const place = /:(\d+):(\d+)\)?$/.exec(frame);
  if (!place) return frame;
  const start = Math.max(frame.lastIndexOf(' '), frame.lastIndexOf('(')) + 1;
  const map = findSourceMap(frame.slice(start, place.index));
  const entry = map?.findEntry(Number(place[1]) - 1, Number(place[2]) - 1);
  if (!entry || !('originalSource' in entry)) return frame;
  const source = entry.originalSource.replace(/^file:\/\//, '');
  return `${frame.slice(0, start)}${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}
