import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createWindow } from '../../../src/node/crew/window.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function* chunks(...texts: readonly string[]): Generator<Uint8Array, void> {
  for (const each of texts) yield new TextEncoder().encode(each);
}

describe('createWindow', () => {
  it('reads a chunk when it is asked for, until it is to read ahead', () => {
    const window = createWindow(chunks('ab', 'c\n', 'de', 'f'));
    const told: [string, number][] = [];
    for (const chunk of window.chunks) {
      told.push([text(chunk), window.end]);
      if (told.length === 1) window.readAhead(3);
    }
    assert.deepEqual(told, [
      ['ab', 2],
      ['c\n', 6],
      ['de', 7],
      ['f', 7],
    ]);
    assert.ok(window.ended);
  });

  it('copies what it has, over the edges of chunks, and knows where lines end', () => {
    const window = createWindow(chunks('ab', 'c\nd', 'ef\n', 'gh'));
    window.readAhead(100);
    assert.equal(text(window.copy(1, 6)), 'bc\nde');
    assert.equal(text(window.copy(7, 50)), '\ngh');
    assert.deepEqual([0, 3, 4, 7, 8].map(window.lineEnd), [4, 4, 8, 8, Infinity]);
  });

  it('keeps what is not handed on, whatever is released', () => {
    const window = createWindow(chunks('ab', 'cd', 'ef'));
    window.readAhead(100);
    window.release(4);
    assert.equal(text(window.copy(0, 6)), 'abcdef');
    const [first] = window.chunks;
    assert.equal(text(first!), 'ab');
    window.release(2);
    assert.equal(text(window.copy(2, 6)), 'cdef');
  });

  it('throws what fails when all before it is handed on, and ends its source', () => {
    let isClosed = false;
    function* failing(): Generator<Uint8Array, void> {
      try {
        yield* chunks('ab', 'cd');
        throw new Error('EIO');
      } finally {
        isClosed = true;
      }
    }
    const window = createWindow(failing());
    window.readAhead(100);
    const told: string[] = [];
    assert.throws(() => {
      for (const chunk of window.chunks) told.push(text(chunk));
    }, /EIO/);
    assert.deepEqual(told, ['ab', 'cd']);
    assert.ok(isClosed);
  });
});
