import { fromBase64, toBase64 } from '../../src/engine/gazetteer/base64.ts';
import { createFieldNames } from '../../src/engine/field-names.ts';
import { compileLabelEndings } from '../../src/engine/kernel/labels.ts';
import { compileParts } from '../../src/engine/kernel/parts.ts';
import { NO_HOST } from '../../src/engine/kernel/simd.ts';
import { SCANNER } from '../../src/engine/kernel/scanner.generated.ts';
import { writeTables } from '../../src/engine/kernel/simd-tables.ts';
import { ENTRIES, ROWS } from '../../src/engine/kernel/wasm/layout.ts';
import { RULES } from '../../src/engine/rules/index.ts';
import { DIRECTIVE, kernelWordsOf } from '../../src/engine/ruleset.ts';
import { generatedFile, type GeneratedFile } from './generated-file.mts';

/** Sections of a module (WebAssembly Core Specification 2.0, section 5.5). */
const HEADER = 8;
const MEMORY = 5;
const DATA = 11;
const DATA_COUNT = 12;
const PAGE = 65536;

/** Zeros between two runs that are cheaper than another run's head. */
const GAP = 8;

/** The SIMD scanner with the tables of all rules in its memory: nothing has to be worked out at the start. */
export function readyScanner(): readonly GeneratedFile[] {
  const plain = fromBase64(SCANNER);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(plain), NO_HOST);
  const memory = exports['memory'] as WebAssembly.Memory;
  const { literals, ...words } = kernelWordsOf(RULES);
  const labels = compileLabelEndings(createFieldNames(RULES, {}).endings);
  const rows = writeTables(memory, compileParts([...literals, DIRECTIVE], labels, words));
  const bytes = new Uint8Array(memory.buffer);
  const runs = [...runsIn(bytes, 0, ROWS), ...runsIn(bytes, ENTRIES, bytes.length)];
  const data = [number(runs.length), ...runs.map(([from, to]) => segment(bytes, from, to))];
  const sections = sectionsOf(plain).filter(([id]) => id !== DATA && id !== DATA_COUNT);
  const ready = sections.map(([id, content]) =>
    section(id, id === MEMORY ? [0x01, 0x00, ...number(bytes.length / PAGE)] : content),
  );
  const wasm = [...plain.subarray(0, HEADER), ...ready.flat(), ...section(DATA, data.flat())];
  return [
    generatedFile('../kernel/ready.generated.ts', {
      about:
        'The SIMD scanner as WebAssembly, with the tables of all rules; rows that 64 bytes may give.',
      source: 'src/engine/kernel/scanner.generated.ts and src/engine/rules',
      constants: { READY: toBase64(Uint8Array.from(wasm)), READY_ROWS: rows },
    }),
  ];
}

/** Stretches of `bytes[from, to)` that hold more than zeros. */
function* runsIn(bytes: Uint8Array, from: number, to: number): Generator<[number, number]> {
  for (let at = from; at < to; at++) {
    if (bytes[at] === 0) continue;
    let end = at + 1;
    for (let next = end; next < Math.min(to, end + GAP); next++)
      if (bytes[next] !== 0) end = next + 1;
    yield [at, end];
    at = end;
  }
}

function sectionsOf(wasm: Uint8Array): [id: number, content: number[]][] {
  const sections: [number, number[]][] = [];
  for (let at = HEADER; at < wasm.length;) {
    const id = wasm[at++]!;
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      more = (wasm[at]! & 0x80) !== 0;
      size |= (wasm[at++]! & 0x7f) << shift;
    }
    sections.push([id, [...wasm.subarray(at, at + size)]]);
    at += size;
  }
  return sections;
}

const section = (id: number, content: readonly number[]): number[] => [
  id,
  ...number(content.length),
  ...content,
];

/** `i32.const from; end` and the bytes. */
const segment = (bytes: Uint8Array, from: number, to: number): number[] => [
  0x00,
  0x41,
  ...signed(from),
  0x0b,
  ...number(to - from),
  ...bytes.subarray(from, to),
];

/** Unsigned LEB128. */
function number(value: number): number[] {
  const bytes: number[] = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}

/** Signed LEB128 of a number that is not below zero. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  for (; value > 0x3f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}
