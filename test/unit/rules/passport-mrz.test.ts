import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mrzLines, parseMrz } from '../../../src/engine/rules/passport-mrz/zone.ts';
import { find } from '../../support/find.ts';
import { refuted, td1, td2, td3, visa, type Document } from '../../support/mrz.ts';
import { wide } from '../../support/wide.ts';

// Utopia's zones are nobody's. Zones of real states are made here, of a person who is not.
const JP = ['TK', '8203951'].join('');
const jp: Document = { state: 'JPN', number: JP, expiry: '310415' };
const formats: readonly (readonly [name: string, lines: (document: Document) => string[]])[] = [
  ['TD3', td3],
  ['TD2', td2],
  ['TD1', td1],
  ['MRV-A', (document) => visa(44, document)],
  ['MRV-B', (document) => visa(36, document)],
];

const verdict = (text: string, options = {}) =>
  find('passport-mrz', text, options).map(({ value, confidence }) => [value, confidence]);

for (const [name, lines] of formats) {
  describe(`passport-mrz: ${name}`, () => {
    const zone = lines(jp);
    const text = zone.join('\n');

    it('is certain when all check digits agree', () => {
      const [finding, ...more] = find('passport-mrz', `a\n${text}\nb\n`);
      assert.deepEqual(more, []);
      assert.equal(finding?.value, text);
      assert.equal(finding.confidence, 'certain');
      assert.equal(finding.region, 'JP');
      assert.ok(finding.evidence.includes(`check-digit: ICAO 9303 ${name}`));
    });
    it('is possible when one disagrees, likely in a field of that name', () => {
      const wrong = refuted(zone).join('\n');
      assert.deepEqual(verdict(wrong), [[wrong, 'possible']]);
      const json = JSON.stringify({ mrz: wrong });
      assert.deepEqual(verdict(json, { path: 'a.json' }), [
        [wrong.replaceAll('\n', '\\n'), 'likely'],
      ]);
    });
    it('is likely when letters and digits are mixed up', () => {
      const misread = text.replace('0812', 'O8I2');
      assert.notEqual(misread, text);
      assert.deepEqual(verdict(misread), [[misread, 'likely']]);
    });
    it('is likely when the state is not known', () => {
      const unknown = lines({ ...jp, state: 'QQQ' }).join('\n');
      assert.deepEqual(verdict(unknown), [[unknown, 'likely']]);
    });
    it("is lowered by a specimen's name, from likely to possible", () => {
      const [known] = find('passport-mrz', lines({ ...jp, surname: 'SPECIMEN' }).join('\n'));
      assert.equal(known?.confidence, 'certain');
      assert.ok(known.evidence.includes('dummy: name of a specimen'));
      const specimen = lines({ ...jp, surname: 'SPECIMEN' })
        .join('\n')
        .replace('0812', 'O8I2');
      assert.deepEqual(verdict(specimen), [[specimen, 'possible']]);
    });
    it("is silent when it is Utopia's, and explained on request", () => {
      const utopia = lines({}).join('\n');
      assert.deepEqual(verdict(utopia), []);
      const [finding] = find('passport-mrz', utopia, { reserved: 'report' });
      assert.equal(finding?.value, utopia);
      assert.ok(finding.evidence.includes('reserved: ICAO 9303 UTO'));
    });
    it('is nothing with an impossible month', () => {
      assert.deepEqual(verdict(lines({ ...jp, birthDate: '741312' }).join('\n')), []);
    });
    it('is nothing when masked', () => {
      assert.deepEqual(verdict(text.replace(/[A-Z\d]/g, '*')), []);
    });
    it('is parsed', () => {
      const mrz = parseMrz(text);
      assert.equal(mrz?.format, name);
      assert.equal(mrz.number, JP);
      assert.equal(mrz.birthDate, '740812');
      assert.equal(mrz.sex, 'F');
      assert.equal(mrz.expiry, '310415');
      assert.deepEqual([mrz.issuer, mrz.nationality], ['JPN', 'JPN']);
      assert.deepEqual([mrz.surname, mrz.given], ['KVARNBY', 'ODA LIV']);
      assert.ok(Object.values(mrz.checks).every(Boolean));
      assert.equal(mrz.misread, false);
    });
  });
}

/** Ways in which the lines stand in files; a finding goes from the first line to the last. */
const wrappings: readonly (readonly [
  name: string,
  wrap: (lines: readonly string[]) => string,
  between: string,
  filler?: string,
])[] = [
  ['CRLF', (lines) => lines.join('\r\n'), '\r\n'],
  ['a blank', (lines) => `mrz ${lines.join(' ')} end`, ' '],
  ['one piece', (lines) => `"${lines.join('')}"`, ''],
  ['indentation', (lines) => `x\n    ${lines.join('\n    ')}\n`, '\n    '],
  ['// comments', (lines) => lines.map((line) => `// ${line}`).join('\n'), '\n// '],
  ['# comments', (lines) => lines.map((line) => `#  ${line}`).join('\n'), '\n#  '],
  ['a block comment', (lines) => `/*\n * ${lines.join('\n * ')}\n */`, '\n * '],
  ['a quoted mail', (lines) => lines.map((line) => `> ${line}`).join('\n'), '\n> '],
  ['\\n in a string', (lines) => `{"a":"${lines.join('\\n')}"}`, '\\n'],
  ['\\r\\n in a string', (lines) => `{"a":"${lines.join('\\r\\n')}"}`, '\\r\\n'],
  ['\\n in JSON in JSON', (lines) => `"{\\"a\\":\\"${lines.join('\\\\n')}\\"}"`, '\\\\n'],
  ['joined strings', (lines) => `'${lines.join("\\n' +\n  '")}'`, "\\n' +\n  '"],
  ['listed strings', (lines) => `["${lines.join('",\n "')}"]`, '",\n "'],
  ['a string under a key', (lines) => `{"id":1,"doc":"${lines.join('\\n')}","n":2}`, '\\n'],
  ['a YAML block', (lines) => `m: |\n  ${lines.join('\n  ')}\n`, '\n  '],
  ['HTML text', (lines) => `<pre>${lines.join('\n')}</pre>`, '\n', '&lt;'],
  ['raw HTML', (lines) => `<pre>${lines.join('\n')}</pre>`, '\n'],
  ['HTML lines', (lines) => `<p>${lines.join('<br>')}</p>`, '<br>', '&lt;'],
  ['numeric references', (lines) => lines.join('&#10;'), '&#10;', '&#60;'],
  ['JSON made by Go', (lines) => `"${lines.join('\\n')}"`, '\\n', '\\u003c'],
  ['a query', (lines) => `?m=${lines.join('%0A')}`, '%0A', '%3C'],
];

describe('passport-mrz: as it stands in files', () => {
  for (const [name, wrap, between, filler = '<'] of wrappings) {
    for (const lines of [td3(jp), td1(jp), td2(jp)]) {
      it(`${name}, ${lines.length} lines of ${lines[0]!.length}`, () => {
        const written = lines.map((line) => line.replaceAll('<', filler));
        assert.deepEqual(verdict(wrap(written)), [[written.join(between), 'certain']]);
      });
    }
  }

  it('full-width', () => {
    const text = wide(td3(jp).join('\n'));
    assert.deepEqual(verdict(text), [[text, 'certain']]);
  });
  it('each line a finding where each has a key', () => {
    for (const lines of [td3(jp), td1(jp)]) {
      const text = lines.map((line, i) => `mrz_line${i + 1}: "${line}"`).join('\n');
      assert.deepEqual(
        verdict(text),
        lines.map((line) => [line, 'certain']),
      );
    }
  });
  it('each line a finding where each has a cell', () => {
    const lines = td3(jp);
    const text = `id,first,second\n1,${lines.join(',')}\n`;
    assert.deepEqual(
      verdict(text, { path: 'a.csv' }),
      lines.map((line) => [line, 'certain']),
    );
  });
  it('a first line that is a filler short or long', () => {
    const [first, second] = td3(jp);
    for (const line of [first!.slice(0, -1), `${first!}<`]) {
      const text = `${line}\n${second!}`;
      assert.deepEqual(verdict(text), [[text, 'certain']]);
    }
  });
  it('the second line alone', () => {
    const second = td3(jp)[1]!;
    assert.deepEqual(verdict(`"${second}"`), [[second, 'certain']]);
    assert.deepEqual(verdict(`"${refuted(['', second])[1]!}"`), []);
  });
  it('the first line alone, of a known state and the right width', () => {
    const first = td3(jp)[0]!;
    assert.deepEqual(verdict(`"${first}"`), [[first, 'likely']]);
    assert.deepEqual(verdict(`"${first}<"`), []);
    assert.deepEqual(verdict(`"${first.replace('JPN', 'UTO')}"`), []);
    const unknown = verdict(`"${first.replace('JPN', 'QQQ')}"`);
    assert.deepEqual(unknown, [[first.replace('JPN', 'QQQ'), 'possible']]);
  });
  it('a list of first lines', () => {
    const lines = ['ODA', 'NILS', 'EBBA'].map((given) => td3({ ...jp, given })[0]!);
    assert.deepEqual(
      verdict(lines.join('\n')),
      lines.map((line) => [line, 'likely']),
    );
  });
  it('two documents, one after the other', () => {
    const zones = [td3(jp), td3({ ...jp, number: ['MS', '7204415'].join(''), given: 'NILS' })].map(
      (lines) => lines.join('\n'),
    );
    assert.deepEqual(
      verdict(zones.join('\n\n')),
      zones.map((zone) => [zone, 'certain']),
    );
  });
  it('tells where its lines are, for masking', () => {
    const text = td1(jp).join('\\n');
    const lines = mrzLines(text).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(lines, td1(jp));
  });
});

describe('passport-mrz: what is none', () => {
  const [first, second] = td3(jp) as [string, string];
  const silent: readonly (readonly [name: string, text: string])[] = [
    ['a second line that is a character short', `${first}<\n${second.slice(0, -1)}`],
    ['a second line that is a character long', `${first}<\n${second}0`],
    ['lines glued to other letters', `X${first}\nX${second}`],
    ['a document code that is none', `Q${first.slice(1)}<\n${second.slice(0, 43)}`],
    ['digits in the name', refuted([first.replace('KVARNBY', 'KV4RNBY'), second]).join('\n')],
    ['shift operators', 'cout<<A<<B<<C<<D<<E<<F<<G<<H<<I<<J<<K<<L<<M<<N<<O'],
    ['a here-document', 'cat <<EOF\nABC\nEOF\ncat <<<WORD'],
    ['conflict markers', '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> B\n'],
    ['fillers alone', `${'<'.repeat(44)}\n${'<'.repeat(44)}`],
    ['fillers in one piece', '<'.repeat(88)],
  ];
  for (const [name, text] of silent) {
    it(name, () => {
      assert.deepEqual(find('passport-mrz', text), []);
    });
  }
});

describe('passport-mrz: parts of the standard', () => {
  it('a document number longer than nine characters goes on in the optional field', () => {
    // The example of Doc 9303 part 5 with twelve characters.
    const mrz = parseMrz(
      'I<UTOD23145890<7349<<<<<<<<<<<\n' +
        '3407127M9507122UTO<<<<<<<<<<<2\n' +
        'STEVENSON<<PETER<JOHN<<<<<<<<<',
    );
    assert.equal(mrz?.number, 'D23145890734');
    assert.deepEqual(Object.values(mrz.checks), [true, true, true, true]);
  });
  it('the German specimens are nobody’s', () => {
    const german = td3({
      state: 'D',
      number: 'C01X00T47',
      surname: ['MUSTER', 'MANN'].join(''),
      given: 'ERIKA',
    });
    assert.deepEqual(find('passport-mrz', german.join('\n')), []);
    const [finding] = find('passport-mrz', german.join('\n'), { reserved: 'report' });
    assert.ok(finding?.evidence.includes('reserved: German specimen'));
    assert.equal(finding?.region, 'DE');
  });
  it('a date of birth may be unknown in part', () => {
    const text = td3({ ...jp, birthDate: '74<<<<' }).join('\n');
    assert.deepEqual(verdict(text), [[text, 'certain']]);
  });
  it('is nothing without text', () => {
    assert.equal(parseMrz(''), undefined);
    assert.equal(parseMrz('no zone in here'), undefined);
    assert.deepEqual(mrzLines('nor here'), []);
  });
});
