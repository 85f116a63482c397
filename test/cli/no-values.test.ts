import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'mocha';
import { GIT_ENV, newRepository, type Repository } from '../support/git-repository.ts';
import { madeUp } from '../support/made-up.ts';
import { runCli } from '../support/run-cli.ts';

/** Every value that stands anywhere in the planted files, in every way it is written. */
const PHONES = [1, 2, 3, 4, 5].map(madeUp.phone);
const EMAILS = [1, 2, 3, 4, 5].map(madeUp.email);
const PASSPORTS = [1, 2, 3].map(madeUp.passport);
const ADDRESSES = [1, 2, 3].map(madeUp.address);
const POSTALS = [1, 2, 3].map(madeUp.postal);
const [P1, P2, P3, P4, P5] = PHONES as [string, string, string, string, string];
const [E1, E2, E3, E4, E5] = EMAILS as [string, string, string, string, string];

const wide = (text: string) =>
  text.replace(/[\u0021-\u007e]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const international = (phone: string) => `+81 ${phone.slice(1).replaceAll('-', ' ')}`;

const VALUES = [
  ...PHONES.flatMap((phone) => [phone, phone.replaceAll('-', ''), wide(phone), international(phone)]),
  ...EMAILS.flatMap((email) => [email, email.replace('@', '%40'), email.split('@')[0] ?? '']),
  ...PASSPORTS.flatMap((number) => [number, number.slice(2)]),
  ...ADDRESSES,
  ...ADDRESSES.map((address) => address.slice('東京都世田谷区'.length)),
  // A postal code says little, and a part of its digits may stand in any offset.
  ...POSTALS,
];

const row = (i: number) =>
  [PHONES[i], EMAILS[i], POSTALS[i] ?? '', ADDRESSES[i] ?? '', PASSPORTS[i] ?? ''].join(',');

const FILES: Readonly<Record<string, string>> = {
  'people.csv': `電話番号,メール,郵便番号,住所,旅券番号\n${[0, 1, 2, 3, 4].map(row).join('\n')}\n`,
  'people.json': JSON.stringify([
    { tel: wide(P1), mail: E1, passportNo: PASSPORTS[0], address: ADDRESSES[1] },
    { [E4]: { [P4]: 'keys carry values too' } },
  ]),
  'headers.csv': `${P5},${E5}\n${P1},${E1}\n`,
  'notes.md': `call ${international(P2)} or <${E2}> (${P3.replaceAll('-', '')}), 〒${POSTALS[2]} ${ADDRESSES[2]}\n`,
  'app.log': `GET /?q=${E3.replace('@', '%40')} 200\n旅券番号 ${PASSPORTS[1]} ${PASSPORTS[2]}\n`,
  'kept.py': `a = '${P1}'  # leaklint-ignore-line phone-number -- ${P1}\n# leaklint-ignore-file ${E1}\n`,
  [`${P4}/${E4}.txt`]: `tel ${P4}\n`,
  [`tel_${P2.replaceAll('-', '')}.txt`]: `mail ${E2}\n`,
  [`${E5}.bin`]: `\0${E5}`,
  [`bad ${P5}.txt`]: '\u00e9',
  'sub/leaklint.json': `{ "allow": [{ "rule": "email", "value": "${E1}" }], "fields": { "${P1}": "phone-number" } }`,
  'sub/a.txt': `${E1} ${P1}\n`,
};

function planted(): Repository {
  const repository = newRepository(FILES);
  repository.write({ [`bad ${P5}.txt`]: Uint8Array.of(0x61, 0xff) });
  return repository;
}

function check(text: string): void {
  for (const value of VALUES) {
    assert.ok(!text.includes(value), `a value of ${value.length} characters is in the output`);
  }
}

const SCANS: readonly (readonly string[])[] = [
  [],
  ['--format', 'json'],
  ['--format', 'ndjson'],
  ['--format', 'sarif'],
  ['--lang', 'ja'],
  ['--confidence', 'possible'],
  ['--confidence', 'possible', '--format', 'sarif'],
];

const REFUSED: readonly (readonly string[])[] = [
  [`${P1}.txt`, `${E2}/x`],
  [`--${E1}`],
  ['--format', P1],
  ['--confidence', E1],
  ['--config', `${E1}.json`],
  ['--since', E3],
  ['--output', `${P1}/${E1}/x.json`],
  ['--stdin', `${E1}`],
  ['mask', '--diff', '--rule', E1],
  ['mask', '--strategy', P1, '--diff'],
  ['mask', '--output', '.', `tel_${P2.replaceAll('-', '')}.txt`],
  ['explain', E1],
  ['explain', 'email', P1],
  ['hook', P1],
];

describe('no output holds a value', () => {
  for (const args of SCANS) {
    it(`leaklint ${args.join(' ')}`, () => {
      const { code, stdout, stderr } = runCli(args, { cwd: planted().folder });
      assert.equal(code, 1, stderr);
      assert.ok(stdout.includes('***'));
      check(stdout + stderr);
    });
  }

  for (const args of REFUSED) {
    it(`leaklint ${args.map((arg) => (VALUES.some((v) => arg.includes(v)) ? '…' : arg)).join(' ')}`, () => {
      const repository = planted();
      repository.commitAll();
      const { code, stdout, stderr } = runCli(args, { cwd: repository.folder });
      assert.ok(code === 2 || code === 3, `${code}`);
      assert.notEqual(stderr, '');
      check(stdout + stderr);
    });
  }

  it('leaklint --staged, hook run, git commit', () => {
    const repository = planted();
    repository.git('add', '--all');
    for (const args of [['--staged'], ['--staged', '--format', 'json'], ['hook', 'run']]) {
      const { code, stdout, stderr } = runCli(args, { cwd: repository.folder });
      assert.equal(code, 1);
      check(stdout + stderr);
    }
    runCli(['hook', 'install'], { cwd: repository.folder });
    const { status, stdout, stderr } = spawnSync('git', ['commit', '-m', 'x'], {
      cwd: repository.folder,
      env: GIT_ENV,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    check(stdout + stderr);
  });

  it('leaklint --stdin', () => {
    for (const format of ['text', 'json', 'ndjson', 'sarif']) {
      const { code, stdout, stderr } = runCli(
        ['--stdin', '--stdin-filename', `${E1}.csv`, '--format', format],
        { cwd: planted().folder, input: FILES['people.csv'] ?? '' },
      );
      assert.equal(code, 1);
      check(stdout + stderr);
    }
  });

  for (const strategy of ['partial', 'placeholder', 'stand-in']) {
    it(`leaklint mask --strategy ${strategy}`, () => {
      for (const place of [['--diff'], ['--output', 'masked'], ['--write']]) {
        const { code, stdout, stderr } = runCli(['mask', '--strategy', strategy, ...place], {
          cwd: planted().folder,
        });
        assert.equal(code, 0, stderr);
        check(stdout + stderr);
      }
    });
  }

  it('broken configurations', () => {
    const broken = [
      `{ "${E1}": "${P1}" }`,
      `{ "rules": { "${E1}": "${P1}" } }`,
      `{ "allow": [{ "rule": "${E1}", "value": 1, "${P1}": 2 }] }`,
      `{ "regions": ["${E1}"], "confidence": "${P1}" }`,
      `{ "extends": "./${P1}/${E1}.json" }`,
      `{ "custom": [{ "id": "${E1}", "pattern": "(${P1}" }] }`,
      `"${E1}" ${P1}`,
    ];
    for (const text of broken) {
      const repository = newRepository({ 'leaklint.json': text, 'a.txt': `${E1}\n` });
      for (const format of ['text', 'json', 'sarif']) {
        const run = runCli(['--format', format], { cwd: repository.folder });
        assert.equal(run.code, 2, run.stderr);
        check(run.stdout + run.stderr);
      }
    }
  });
});
