import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ReportedFinding } from '../../../src/policy/apply.ts';
import { jsonReporter } from '../../../src/report/json.ts';
import { ndjsonReporter } from '../../../src/report/ndjson.ts';
import type { Reporter } from '../../../src/report/reporter.ts';
import { sarifReporter } from '../../../src/report/sarif.ts';
import { createCounter, exitCodeOf, type Counter } from '../../../src/report/summary.ts';
import { recordReporter } from '../../../src/report/text-records.ts';
import { PLAIN } from '../../../src/report/colours.ts';
import { textReporter, titleOf } from '../../../src/report/text.ts';
import { finding } from '../../support/findings.ts';

type Files = Readonly<Record<string, readonly ReportedFinding[]>>;

/** Everything a reporter writes about these files. */
function report(reporter: Reporter, files: Files, also: (counter: Counter) => void = () => {}) {
  const counter = createCounter();
  let text = reporter.begin();
  for (const [path, findings] of Object.entries(files)) {
    for (const found of findings) {
      counter.finding(found);
      text += reporter.finding(path, found);
    }
    counter.file(findings.length > 0);
    if (findings.length > 0) text += reporter.fileEnd(path);
  }
  also(counter);
  return text + reporter.end(counter.summary());
}

const TWO: Files = {
  'a.csv': [finding(4, 13, { field: '電話', record: 1 })],
  'b.csv': [],
  'c/d.csv': [finding(0, 8, { rule: 'email', severity: 'warning', masked: '*@*.**' })],
};

const unused = {
  start: { offset: 0, byte: 0, line: 1, column: 1 },
  end: { offset: 9, byte: 9, line: 1, column: 10 },
  message: { en: 'unused', ja: '未使用' },
};

describe('NDJSON', () => {
  it('is a finding a line, in the documented form', () => {
    const lines = report(ndjsonReporter(), TWO).split('\n');
    assert.equal(lines.length, 3);
    assert.equal(
      lines[0],
      '{"path":"a.csv","rule":"phone-number","severity":"error","confidence":"certain",' +
        '"start":{"line":1,"column":5,"offset":4,"byte":4},' +
        '"end":{"line":1,"column":18,"offset":17,"byte":17},' +
        '"field":"電話","record":1,"evidence":["allocated","grouping: JP"],"masked":"***-****-****"}',
    );
    assert.equal(lines[2], '');
  });

  it('is the same in bytes', () => {
    const far = { offset: 4_000_000_000_000, byte: 9_007_199_254_740_991, line: 10, column: 100 };
    const findings = [
      finding(4, 13, { field: '電話', record: 1 }),
      finding(0, 8, { rule: 'email', severity: 'warning', masked: '*@*.**', evidence: [] }),
      finding(9, 10, { masked: '"*\\*" \ud800', field: 'a\n', record: 1_234_567, end: far }),
    ];
    const many = Array.from({ length: 500 }, () => findings).flat();
    const reporter = ndjsonReporter();
    for (const path of ['a.csv', '名簿/x.csv', 'lone\ud800"\\']) {
      const text = many.map((each) => reporter.finding(path, each)).join('');
      assert.equal(new TextDecoder().decode(reporter.findings!(path, many)), text);
    }
  });

  it('of no findings is nothing', () => {
    assert.equal(report(ndjsonReporter(), { 'a.csv': [] }), '');
  });
});

describe('JSON', () => {
  it('is one document', () => {
    const document = JSON.parse(
      report(jsonReporter(), TWO, (counter) => counter.problem({ path: 'x', code: 'EACCES' })),
    );
    assert.equal(document.version, 1);
    assert.deepEqual(
      document.findings.map((found: { path: string; rule: string }) => [found.path, found.rule]),
      [
        ['a.csv', 'phone-number'],
        ['c/d.csv', 'email'],
      ],
    );
    assert.deepEqual(document.unusedDirectives, []);
    assert.deepEqual(document.summary, {
      files: 3,
      filesWithFindings: 2,
      findings: 2,
      bySeverity: { error: 1, warning: 1, information: 0, hint: 0 },
      ignored: 0,
      notScanned: [],
      encodings: [],
      problems: [{ path: 'x', code: 'EACCES' }],
      byRule: { email: 1, 'phone-number': 1 },
    });
  });

  it('of no findings is a document too, with unused directives', () => {
    const reporter = jsonReporter();
    const text = reporter.begin() + reporter.unused('a.ts', unused);
    const document = JSON.parse(text + reporter.end(createCounter().summary()));
    assert.deepEqual(document.findings, []);
    assert.equal(document.unusedDirectives[0].path, 'a.ts');
  });
});

describe('SARIF', () => {
  const run = (text: string) => JSON.parse(text).runs[0];

  it('has a region, a level and a fingerprint a result', () => {
    const { results, columnKind } = run(report(sarifReporter('en', '1.2.3'), TWO));
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.equal(results.length, 2);
    const [{ ruleId, level, locations, partialFingerprints }] = results;
    assert.equal(ruleId, 'phone-number');
    assert.equal(level, 'error');
    assert.deepEqual(locations[0].physicalLocation, {
      artifactLocation: { uri: 'a.csv', uriBaseId: '%SRCROOT%' },
      region: {
        startLine: 1,
        startColumn: 5,
        endLine: 1,
        endColumn: 18,
        charOffset: 4,
        charLength: 13,
        byteOffset: 4,
        byteLength: 13,
      },
    });
    assert.match(partialFingerprints['leaklint/v1'], /^[0-9a-f]{16}$/);
  });

  it('tells findings that look the same apart, and knows them again when they move', () => {
    const prints = (...at: number[]) =>
      run(
        report(sarifReporter('en', '1'), { 'a.csv': at.map((offset) => finding(offset, 13)) }),
      ).results.map(
        (result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0],
      );
    const [first, second] = prints(0, 20);
    assert.notEqual(first, second);
    assert.deepEqual(prints(7, 90), [first, second]);
  });

  const uris: readonly [path: string, uri: string][] = [
    ['a b.csv', 'a%20b.csv'],
    ['名簿/x.csv', '%E5%90%8D%E7%B0%BF/x.csv'],
    ['c:d.csv', 'c%3Ad.csv'],
    ['../up.csv', '../up.csv'],
    ['lone\ud800.csv', 'lone%EF%BF%BD.csv'],
  ];
  for (const [path, uri] of uris) {
    it(`refers to ${JSON.stringify(path)}`, () => {
      const { results } = run(report(sarifReporter('en', '1'), { [path]: [finding(0, 1)] }));
      assert.equal(results[0].locations[0].physicalLocation.artifactLocation.uri, uri);
    });
  }

  it('tells what could not be read', () => {
    const text = report(sarifReporter('en', '1'), {}, (counter) =>
      counter.problem({ path: 'x', code: 'EACCES' }),
    );
    const [invocation] = run(text).invocations;
    assert.equal(invocation.executionSuccessful, false);
    assert.equal(invocation.exitCode, 3);
    assert.equal(invocation.toolExecutionNotifications.length, 1);
  });
});

describe('text', () => {
  it('groups by file and sums up by rule', () => {
    const phone = titleOf('phone-number', 'en');
    const email = titleOf('email', 'en');
    assert.equal(
      report(textReporter('en', PLAIN), TWO),
      [
        'a.csv',
        `  1:5      error    ${phone} (phone-number)  ***-****-****  certain: allocated, grouping: JP [電話]`,
        '',
        'c/d.csv',
        `  1:1      warning  ${email} (email)  *@*.**  certain: allocated, grouping: JP`,
        '',
        '2 findings in 2 files · 3 files scanned',
        `  email               1  ${email}`,
        `  phone-number        1  ${phone}`,
        '',
        'What next',
        '  leaklint explain email           why this counts, and what does not',
        '  leaklint mask --diff             what masking would change; --write changes it',
        '  leaklint-ignore-line email -- …  in a comment, when the value is meant to stand there',
        '',
      ].join('\n'),
    );
  });

  it('folds the findings of a rule past 200 in a file', () => {
    const many = Array.from({ length: 1234 }, (_, i) => finding(i * 20, 13));
    const text = report(textReporter('en', PLAIN), { 'a.csv': many, 'b.csv': [finding(0, 13)] });
    const lines = text.split('\n');
    assert.equal(lines.filter((line) => line.includes('error')).length, 201);
    assert.ok(lines.some((line) => line.includes('… 1034 more') && line.includes('phone-number')));
    assert.ok(text.includes('1235 findings in 2 files'));
  });

  it('shows unused directives', () => {
    const reporter = textReporter('ja', PLAIN);
    assert.equal(reporter.unused('a.ts', unused), 'a.ts\n  1:1      ヒント  未使用\n');
  });

  it('shows control characters in names instead of sending them', () => {
    const text = report(textReporter('en', PLAIN), {
      'a\u001b[31m\n.csv': [finding(0, 1, { field: 'x\u0007' })],
    });
    assert.ok(text.startsWith('a\\u{1b}[31m\\u{a}.csv\n'));
    assert.ok(text.includes('[x\\u{7}]'));
  });

  it('says so when there is nothing', () => {
    assert.equal(
      report(textReporter('en', PLAIN), { 'a.csv': [] }),
      'No personal data found · 1 file scanned\n',
    );
    assert.equal(
      report(textReporter('en', PLAIN), {}, (counter) => counter.ignored()),
      'Nothing was scanned · 0 files scanned · 1 ignored by the configuration\n',
    );
  });
});

describe('exit code of a scan', () => {
  const cases: readonly [name: string, change: (counter: Counter) => void, code: number][] = [
    ['nothing', () => {}, 0],
    ['an error', (c) => c.finding(finding(0, 1)), 1],
    ['a warning', (c) => c.finding(finding(0, 1, { severity: 'warning' })), 1],
    ['information', (c) => c.finding(finding(0, 1, { severity: 'information' })), 0],
    ['a hint', (c) => c.finding(finding(0, 1, { severity: 'hint' })), 0],
    ['a binary file', (c) => c.leftOut('a.png', 'binary'), 0],
    ['an ignored file', (c) => c.ignored(), 0],
    ['something unreadable', (c) => c.problem({ path: 'x', code: 'EACCES' }), 3],
    [
      'something unreadable and an error',
      (c) => {
        c.finding(finding(0, 1));
        c.problem({ path: 'x', code: 'EACCES' });
      },
      3,
    ],
  ];
  for (const [name, change, code] of cases) {
    it(`${name}: ${code}`, () => {
      const counter = createCounter();
      change(counter);
      assert.equal(exitCodeOf(counter.summary()), code);
    });
  }
});

describe('records', () => {
  const body = (files: Files) => report(recordReporter('en', PLAIN), files).split('\n\n')[0];

  it('are told once, with the worst severity and the kinds in them', () => {
    const findings = [
      finding(4, 13, { field: '電話', record: 1, severity: 'warning' }),
      finding(20, 8, { rule: 'email', severity: 'error', masked: '*@*.**', record: 1 }),
      finding(40, 2, { rule: 'sex', severity: 'hint', masked: '*', record: 2 }),
      finding(60, 8, { rule: 'email', severity: 'warning', masked: '*@*.**' }),
    ];
    assert.equal(
      body({ 'a.csv': findings }),
      [
        'a.csv',
        '  1:5      error    Record 1 identifies a person by 2 kinds of personal data',
        '             Telephone number (phone-number)  ***-****-****  certain [電話]',
        '             E-mail address (email)  *@*.**  certain',
        '  1:41     hint     Record 2: 1 kind of personal data',
        '             Sex (sex)  *  certain',
        '  1:61     warning  E-mail address (email)  *@*.**  certain',
      ].join('\n'),
    );
  });

  it('past 200 are counted only, and values of one record too', () => {
    const rows = Array.from({ length: 203 }, (_, n) => finding(n, 1, { record: n + 1 }));
    assert.match(body({ 'a.csv': rows }) ?? '', / 3 more: records$/);
    const one = Array.from({ length: 203 }, (_, n) => finding(n, 1, { record: 1 }));
    assert.match(body({ 'a.json': one }) ?? '', / 3 more: values of this record$/);
  });
});
