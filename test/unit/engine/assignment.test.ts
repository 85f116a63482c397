import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { assignmentAt, nameBefore } from '../../../src/engine/assignment.ts';
import { createWindows } from '../../../src/engine/window.ts';
import { NAMES } from '../../support/fields.ts';

const windowOf = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return createWindows(bytes).around(0, bytes.length);
};

type Case = readonly [text: string, value: string | undefined, typed?: 'typed' | 'label'];

/** The separator is the sign behind the mark ¦. */
function assigned(marked: string, labels: 'quoted' | 'any') {
  const at = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const found = assignmentAt(windowOf(text), at, labels, NAMES);
  if (found === undefined) return [undefined];
  const { name, start, end, form } = found;
  assert.equal(name.rule, 'phone-number');
  return [text.slice(start, end), form === 'value' ? 'typed' : 'label'];
}

/** Everywhere: the value stands in quotes, or in a tag. */
const quoted: readonly Case[] = [
  ['phone ¦= "0"', '0', 'typed'],
  ["phone¦: '0'", '0', 'typed'],
  ['phone ¦:= `0`', '0', 'typed'],
  ['"phone" ¦=> "0"', '0', 'typed'],
  ["'phone' ¦=> '0'", '0', 'typed'],
  ["$user['phone'] ¦= '0';", '0', 'typed'],
  ['this.phone ¦= "0"', '0', 'typed'],
  ['const custTel ¦= "0"', '0', 'typed'],
  ['String phoneNumber ¦= "0";', '0', 'typed'],
  ['setPhone¦("0")', '0', 'typed'],
  ['user.setPhone¦( "0" )', '0', 'typed'],
  ['<a phone¦="0">', '0', 'typed'],
  ['<phone¦>0</phone>', '0', 'typed'],
  ['電話番号¦＝"0"', '0', 'typed'],
  ['phone ¦= "a\\"b"', 'a\\"b', 'typed'],
  ['phone ¦= "a\'b"', "a'b", 'typed'],
  ['phone ¦== "0"', '0', 'typed'],
  ['{\\"phone\\"¦:\\"0\\"}', '0', 'typed'],
  ["phone ¦= N'0'", '0', 'typed'],
  ['phone ¦= ""', undefined],
  ['phone ¦= "0', undefined],
  ['title ¦= "0"', undefined],
  ['phoneType ¦= "0"', undefined],
  ['¦= "0"', undefined],
  ['phone\n¦= "0"', undefined],
];

/** Files whose unquoted values are values. */
const any: readonly Case[] = [
  ['PHONE¦=0', '0', 'typed'],
  ['phone ¦= 0 # main', '0', 'typed'],
  ['phone¦: 0', '0', 'label'],
  ['phone¦: 0 // home', '0', 'label'],
  ['電話番号¦：0 0', '0 0', 'label'],
  ['  - phone¦: 0', '0', 'label'],
  ['phone¦: 0; fax: 1', '0', 'label'],
  ['phone¦: 0, fax: 1', '0', 'label'],
  ['phone¦: 0, 1', '0, 1', 'label'],
  ['phone number¦: 0', '0', 'label'],
  ['Call my phone¦: 0', '0', 'label'],
  ['?phone¦=0&x=1', '0', 'typed'],
  ['phone¦=0 0 name=1', '0 0', 'typed'],
  ['phone¦=0, name=1', '0', 'typed'],
  ['User(phone¦=0)', '0', 'typed'],
  ['- **phone**¦: 0', '0', 'label'],
  ['- **phone¦:** 0', '0', 'label'],
  ['phone¦=\n0', undefined],
  ['phone¦:', undefined],
  ['phone¦: ', undefined],
  ['phone ¦(0)', undefined],
  ['phone ¦== 0', undefined],
  ['phone¦::x', undefined],
];

/** Code: an unquoted value is an expression unless it is a number. */
const code: readonly Case[] = [
  ['phone¦: 000000,', '000000', 'label'],
  ['phone ¦= +00 000 000;', '+00 000 000', 'typed'],
  ['phone ¦= 000-0000', '000-0000', 'typed'],
  ['phone ¦= other.phone', undefined],
  ['phone¦: string', undefined],
  ['// phone¦: a', 'a', 'label'],
  ['  * phone¦: a', 'a', 'label'],
  ['x(); # phone¦: a', 'a', 'label'],
  ['a:// phone¦: a', undefined],
  ['a * phone¦: a', undefined],
  ['phone ¦= 00', undefined],
  ['phone ¦=> 000000', '000000', 'typed'],
];

describe('assignmentAt', () => {
  for (const [labels, cases] of [
    ['any', [...quoted, ...any]],
    ['quoted', [...quoted, ...code]],
  ] as const) {
    for (const [text, ...expected] of cases) {
      it(`${labels}: ${JSON.stringify(text)}`, () => {
        assert.deepEqual(assigned(text, labels), expected);
      });
    }
  }
});

describe('nameBefore', () => {
  for (const [text, name] of [
    ['version: 0', 'version'],
    ['"order_id" => "0', 'order_id'],
    ['orderNo = "x 0', 'orderNo'],
    ['total(0', 'total'],
    ['a: b, 0', undefined],
    ['a: b\n0', undefined],
    ['a: "b" 0', undefined],
    ['0', undefined],
    [`a: ${'x'.repeat(61)}0`, undefined],
  ] as const) {
    it(JSON.stringify(text), () => {
      assert.equal(nameBefore(windowOf(text), text.indexOf('0'), NAMES)?.name, name);
    });
  }
});
