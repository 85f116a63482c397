import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zipSync } from 'fflate';
import { describe, it } from 'mocha';
import { LIMITS, type Limits } from '../../../../src/node/archive/limits.ts';
import { membersOf } from '../../../../src/node/archive/members.ts';
import { readFileChunks, UnreadableError } from '../../../../src/node/read-chunks.ts';
import type { Target } from '../../../../src/node/targets.ts';
import { encoded, inChunks } from '../../../support/encodings.ts';
import { temporaryFolder } from '../../../support/temp-folder.ts';

const text = (value: string) => new TextEncoder().encode(value);
const big = text('a line of a log\n'.repeat(200_000));

/** `path: content`, or `path! code` for what cannot be read. */
function listed(target: Target, limits: Limits = LIMITS): string[] {
  const lines: string[] = [];
  for (const { kind, path, code, bytes } of membersOf(target, limits)) {
    if (kind !== 'file') {
      lines.push(`${path} ${code}`);
      continue;
    }
    try {
      const content = Buffer.concat([...bytes()]);
      lines.push(`${path}: ${content.length > 50 ? content.length : content.toString('utf8')}`);
    } catch (error) {
      assert.ok(error instanceof UnreadableError);
      lines.push(`${path} ${error.code}`);
    }
  }
  return lines;
}

const inMemory = (path: string, bytes: Uint8Array, size = 1 << 20): Target => ({
  kind: 'file',
  path,
  root: path,
  bytes: () => inChunks(bytes, size),
});

const ARCHIVE = zipSync({
  'a.csv': text('name,tel'),
  'dir/': new Uint8Array(0),
  'dir/big.log': [big, { level: 9 }],
  'stored.txt': [text('as it is'), { level: 0 }],
  'empty.txt': new Uint8Array(0),
});

const EXPECTED = [
  'x.zip!a.csv: name,tel',
  `x.zip!dir/big.log: ${big.length}`,
  'x.zip!stored.txt: as it is',
  'x.zip!empty.txt: ',
];

describe('members of archives', () => {
  it('of a .zip in memory, in chunks of any size', () => {
    for (const size of [7, 1000, 1 << 20]) {
      assert.deepEqual(listed(inMemory('x.zip', ARCHIVE, size)), EXPECTED);
    }
  });

  it('of a .zip on the disk', () => {
    const place = join(temporaryFolder(), 'x.zip');
    writeFileSync(place, ARCHIVE);
    const target: Target = {
      ...inMemory('x.zip', ARCHIVE),
      place,
      bytes: () => readFileChunks(place),
    };
    assert.deepEqual(listed(target), EXPECTED);
  });

  it('of a .gz, also of several parts', () => {
    for (const size of [1, 13, 1 << 20]) {
      const packed = Buffer.concat([gzipSync(text('one\n')), gzipSync(text('two\n'))]);
      assert.deepEqual(listed(inMemory('d/a.csv.GZ', packed, size)), [
        'd/a.csv.GZ!a.csv: one\ntwo\n',
      ]);
    }
  });

  it('of archives in archives, down to a limit', () => {
    let archive = zipSync({ 'a.txt': text('deep'), 'b.txt.gz': gzipSync(text('packed')) });
    assert.deepEqual(listed(inMemory('x.zip', archive)), [
      'x.zip!a.txt: deep',
      'x.zip!b.txt.gz!b.txt: packed',
    ]);
    for (let i = 0; i < 4; i++) archive = zipSync({ 'in.zip': archive });
    assert.deepEqual(listed(inMemory('x.zip', archive)), [
      'x.zip!in.zip!in.zip!in.zip archive-limit',
    ]);
  });

  it('names in Shift_JIS', () => {
    const archive = Buffer.from(zipSync({ 'abcd.txt': text('x') }));
    const name = encoded('顧客', 'shift_jis');
    for (let at = archive.indexOf('abcd'); at >= 0; at = archive.indexOf('abcd'))
      archive.set(name, at);
    assert.deepEqual(listed(inMemory('x.zip', archive)), ['x.zip!顧客.txt: x']);
  });

  const bombs: readonly [name: string, path: string, bytes: Uint8Array, limits: Partial<Limits>][] =
    [
      ['too dense', 'x.gz', gzipSync(new Uint8Array(4_000_000)), { free: 1_000_000 }],
      ['too large', 'x.gz', gzipSync(big), { total: 1_000_000 }],
      ['too large to hold', 'x.zip', ARCHIVE, { held: 100 }],
      ['too many', 'x.zip', ARCHIVE, { members: 2 }],
    ];
  for (const [name, path, bytes, limits] of bombs) {
    it(`${name}: read up to there, and told`, () => {
      const lines = listed(inMemory(path, bytes), { ...LIMITS, ...limits });
      assert.match(lines.at(-1) ?? '', / archive-limit$/);
    });
  }

  it('what is cut off, changed or no archive at all is told, whatever stands in it', () => {
    for (const packed of [ARCHIVE, gzipSync(big)]) {
      const path = packed === ARCHIVE ? 'x.zip' : 'x.gz';
      for (let end = 1; end < packed.length; end += Math.ceil(packed.length / 12)) {
        const lines = listed(inMemory(path, packed.subarray(0, end)));
        assert.match(lines.at(-1) ?? '', / archive-damaged$/, `${path}, ${end} bytes`);
      }
    }
    const small = zipSync({ 'a.csv': text('name,tel\n'.repeat(9)), 'b.txt': text('b') });
    for (let at = 0; at < small.length; at++) {
      const changed = small.slice();
      changed[at] = changed[at]! ^ 0xff;
      assert.ok(listed(inMemory('x.zip', changed)).length > 0);
    }
  });

  it('a wrong check sum is told after what was read', () => {
    const archive = zipSync({ 'a.txt': [text('abc'), { level: 0 }] });
    archive[archive.indexOf(0x61, 31)] = 0x62;
    assert.deepEqual(listed(inMemory('x.zip', archive)), ['x.zip!a.txt archive-damaged']);
  });

  it('encrypted members and unknown methods are told', () => {
    const archive = Buffer.from(zipSync({ 'a.txt': text('abc') }));
    const central = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const encrypted = Buffer.from(archive);
    encrypted[central + 8]! |= 1;
    assert.deepEqual(listed(inMemory('x.zip', encrypted)), ['x.zip!a.txt archive-encrypted']);
    archive[central + 10] = 99;
    assert.deepEqual(listed(inMemory('x.zip', archive)), ['x.zip!a.txt archive-method']);
  });
});
