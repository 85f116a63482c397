import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { STRATEGIES, type Strategy } from '../../../src/masking/strategy.ts';
import { maskSource } from '../../../src/node/mask-source.ts';
import { textSource } from '../../../src/node/text-source.ts';
import { policyOf } from '../../../src/policy/policy.ts';
import { encoded, inChunks } from '../../support/encodings.ts';
import { madeUp } from '../../support/made-up.ts';
import { wide } from '../../support/wide.ts';

/**
 * In ISO-2022-JP a byte means what the last escape sequence says. A mask may change the sequences at
 * the two borders of a value, and nothing else: neither a byte nor a sequence of what stands between
 * the values, nor what these bytes mean.
 */

const ESCAPE = /^\x1b(?:\([BJI]|\$[@B]|\$\([BD])/;

/** A character with the state that it is read in, and the escape sequences right before it. */
interface Written {
  readonly at: number;
  readonly end: number;
  readonly state: string;
  readonly escapes: readonly string[];
}

/** Reads as RFC 1468 says, and knows nothing of how Leaklint does. */
function charactersOf(bytes: Buffer): { readonly characters: Written[]; readonly rest: string[] } {
  const text = bytes.toString('latin1');
  const characters: Written[] = [];
  let state = '(B';
  let escapes: string[] = [];
  for (let at = 0; at < text.length;) {
    const escape = ESCAPE.exec(text.slice(at, at + 4))?.[0];
    if (escape !== undefined) {
      escapes.push(escape);
      state = escape.slice(1);
      at += escape.length;
      continue;
    }
    const end = at + (state.startsWith('$') && text.charCodeAt(at) > 0x20 ? 2 : 1);
    characters.push({ at, end, state, escapes });
    escapes = [];
    at = end;
  }
  return { characters, rest: escapes };
}

interface Masked {
  readonly bytes: Buffer;
  /** Places in the file, and what is written there. */
  readonly edits: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

function mask(bytes: Uint8Array, path: string, strategy: Strategy, size = 1 << 20): Masked {
  const policy = policyOf({
    settings: [],
    custom: [],
    ignored: false,
    allow: [],
    overlay: { strategy },
  });
  const source = textSource(inChunks(bytes, size))!;
  const edits: Masked['edits'][number][] = [];
  const masked = maskSource({
    source,
    info: { path },
    policy,
    rules: undefined,
    onMasked: () => undefined,
    onBlock(_, inBlock) {
      for (const { startByte, endByte, text } of inBlock) {
        const { places } = source;
        edits.push({ start: places.startInFile(startByte), end: places.endInFile(endByte), text });
      }
    },
  });
  return { bytes: Buffer.concat([...masked]), edits };
}

/** Compares byte by byte what stands between the values, and looks at the borders. */
function checkMasked(original: Buffer, { bytes, edits }: Masked): void {
  const before = charactersOf(original);
  const after = charactersOf(bytes);
  let old = 0;
  let now = 0;
  const sameUpTo = (end: number) => {
    const from = old;
    while (old < before.characters.length && before.characters[old]!.at < end) {
      const was = before.characters[old++]!;
      const is = after.characters[now++];
      assert.ok(is, 'a character is missing');
      assert.equal(is.state, was.state, `the state at ${was.at}`);
      assert.deepEqual(bytes.subarray(is.at, is.end), original.subarray(was.at, was.end));
      // The first character after a value may need another way into its state.
      const isBorder = old - 1 === from && from > 0;
      if (isBorder) assert.ok(is.escapes.length <= Math.max(1, was.escapes.length));
      else assert.deepEqual(is.escapes, was.escapes, `escape sequences at ${was.at}`);
    }
  };
  for (const { start, end, text } of edits) {
    sameUpTo(start);
    while (old < before.characters.length && before.characters[old]!.at < end) old++;
    for (const character of text) {
      const is = after.characters[now++]!;
      const own = Buffer.concat([
        Buffer.from(`\x1b${is.state}`, 'latin1'),
        bytes.subarray(is.at, is.end),
      ]);
      assert.equal(new TextDecoder('iso-2022-jp').decode(own), character);
    }
  }
  sameUpTo(original.length);
  assert.equal(now, after.characters.length, 'nothing is added');
  if (edits.at(-1)?.end !== original.length) assert.deepEqual(after.rest, before.rest);
}

const latin = (text: string) => Buffer.from(text, 'latin1');
const to = { ascii: '\x1b(B', roman: '\x1b(J', kana: '\x1b(I', kanji: '\x1b$B', old: '\x1b$@' };
/** The bytes of characters of JIS X 0208, without escape sequences. */
const kanji = (text: string) => Buffer.from(encoded(text, 'iso-2022-jp').slice(3, -3));
const file = (...parts: readonly (string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin(part) : part)));

const PHONE = madeUp.phone(1);
const MAIL = madeUp.email(1);
const WIDE = kanji(wide(PHONE));
const ADDRESS = kanji(wide(madeUp.address(1)));

const table = () => {
  const lines = ['氏名,電話番号,メール,住所,備考'];
  for (let n = 0; n < 40; n++) {
    const address = n % 2 === 0 ? madeUp.address(n) : wide(madeUp.address(n));
    const phone = n % 3 === 0 ? wide(madeUp.phone(n)) : madeUp.phone(n);
    lines.push(`${['高', '橋 一郎'].join('')},${phone},${madeUp.email(n)},"${address}",確認済`);
  }
  return Buffer.from(encoded(`${lines.join('\r\n')}\r\n`, 'iso-2022-jp'));
};

const files: readonly (readonly [name: string, bytes: Buffer, path?: string])[] = [
  ['a table', table(), 'people.csv'],
  ['a value after an escape sequence', file(to.kanji, kanji('電話'), to.ascii, `${PHONE}\n`)],
  [
    'between two',
    file(to.kanji, kanji('電話'), to.ascii, PHONE, to.kanji, kanji('です'), to.ascii),
  ],
  [
    'in the Roman set',
    file(to.kanji, kanji('電話'), to.roman, `tel ${PHONE} \\~ `, to.ascii, '\n'),
  ],
  [
    'in the Roman set, up to its end',
    file(to.kanji, kanji('電話'), to.roman, PHONE, to.ascii, '\n'),
  ],
  ['in kanji', file(to.kanji, kanji('電話番号'), WIDE, kanji('です'), to.ascii, '\n')],
  ['in kanji, up to the escape', file(to.kanji, kanji('電話番号'), WIDE, to.ascii, ' x\n')],
  ['from an escape sequence on', file('tel ', to.kanji, WIDE, kanji('です'), to.ascii, '\n')],
  ['between escape sequences', file('tel ', to.kanji, WIDE, to.ascii, '\n')],
  ['at the end, never turned back', file(to.kanji, kanji('電話番号'), WIDE)],
  ['the old set of 1978', file(to.old, kanji('電話番号'), WIDE, kanji('です'), to.ascii, '\n')],
  ['after two escape sequences', file(to.kanji, kanji('電話'), to.ascii, to.ascii, `${PHONE}\n`)],
  [
    'after a stretch that is empty',
    file(to.kanji, kanji('電話'), to.ascii, to.kanji, to.ascii, PHONE, '\n'),
  ],
  ['before two', file('tel ', to.kanji, WIDE, to.roman, to.ascii, ' x\n')],
  [
    'beside half-width katakana',
    file('tel ', to.kana, '\x43\x5e', to.ascii, PHONE, to.kana, '\x43\x5e', to.ascii),
  ],
  [
    'two, an escape sequence between',
    file(to.kanji, ADDRESS, to.ascii, ` ${MAIL} `, to.kanji, ADDRESS, to.ascii),
  ],
  ['two, a comma between', file(to.kanji, kanji('電話'), to.ascii, `${PHONE},${PHONE}\n`)],
  [
    'two, a line end in kanji between',
    file(to.kanji, kanji('電話'), WIDE, '\n', kanji('電話'), WIDE, to.ascii),
  ],
  [
    'two that touch in kanji',
    file(to.kanji, kanji('〒'), kanji(wide(madeUp.postal(1))), ADDRESS, kanji('です'), to.ascii),
  ],
  [
    'two that touch, an escape sequence between',
    file(
      to.kanji,
      kanji('住所'),
      to.ascii,
      madeUp.postal(1),
      to.kanji,
      ADDRESS,
      kanji('です'),
      to.ascii,
    ),
  ],
  ['a whole file', file(to.kanji, ADDRESS, to.ascii)],
];

describe('masks in ISO-2022-JP', () => {
  for (const [name, bytes, path = 'a.txt'] of files) {
    for (const strategy of STRATEGIES) {
      it(`${name}, ${strategy}: the rest stays, byte by byte`, () => {
        const masked = mask(bytes, path, strategy);
        assert.ok(masked.edits.length > 0, 'something is masked');
        checkMasked(bytes, masked);
        for (const size of [1, 2, 3, 5]) {
          assert.ok(
            mask(bytes, path, strategy, size).bytes.equals(masked.bytes),
            `chunks of ${size}`,
          );
        }
        const again = mask(masked.bytes, path, strategy);
        assert.ok(again.bytes.equals(masked.bytes), 'twice is as once');
        // Decoders of others take an escape sequence without a character for an error.
        const read = new TextDecoder('iso-2022-jp').decode(masked.bytes);
        const errors = new TextDecoder('iso-2022-jp').decode(bytes).split('\ufffd').length;
        assert.ok(read.split('\ufffd').length <= errors, 'no new error');
      });
    }
  }
});
