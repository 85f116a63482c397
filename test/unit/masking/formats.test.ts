import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'mocha';
import { scanBlocks } from '../../../src/engine/index.ts';
import { applyEdits, editsFor } from '../../../src/masking/edits.ts';
import type { Strategy } from '../../../src/masking/strategy.ts';
import { customer } from '../../support/customer.ts';
import { CUSTOMER_FILES } from '../../support/customer-files.ts';

/** Parsers that other packages bring along, without types. */
const load = createRequire(import.meta.url);
const { loadAll } = load('js-yaml') as { loadAll: (text: string) => unknown };
const { parseStringPromise } = load('xml2js') as { parseStringPromise: (text: string) => unknown };

const people = [customer(1), customer(2), customer(3)];

function masked(text: string, path: string, strategy: Strategy): string {
  let result = text;
  for (const block of scanBlocks([new TextEncoder().encode(text)], { path })) {
    result = applyEdits(text, editsFor(block, block.findings, strategy, { path }));
  }
  return result;
}

/** Signs that make up documents; no mask may add one or take one away. */
const signsOf = (text: string) => text.replaceAll(/[^,;"'`<>{}|=&\t\r\n]/g, '');

type Parse = (text: string) => unknown;

const PARSERS: readonly (readonly [ending: RegExp, parse: Parse])[] = [
  [/\.ya?ml$/, (text) => loadAll(text)],
  [/\.xml$/, (text) => parseStringPromise(text)],
  [/\.(?:json|ipynb)$/, (text) => JSON.parse(text) as unknown],
];

/** The document's form: keys and lists, without the values. */
function formOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(formOf);
  if (typeof value !== 'object' || value === null || value instanceof Date) return 0;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, formOf(each)]));
}

describe('a masked file is a file of its format', () => {
  for (const strategy of ['partial', 'stand-in'] as const) {
    for (const [path, write] of CUSTOMER_FILES) {
      it(`${path}, ${strategy}`, async () => {
        const text = write(people);
        const result = masked(text, path, strategy);
        assert.notEqual(result, text);
        // An entity or an escape is the value's own, and goes with it.
        if (!/entities|escaped/.test(path)) assert.equal(signsOf(result), signsOf(text));
        const parse = PARSERS.find(([ending]) => ending.test(path))?.[1];
        if (parse) assert.deepEqual(formOf(await parse(result)), formOf(await parse(text)));
      });
    }
  }
});
