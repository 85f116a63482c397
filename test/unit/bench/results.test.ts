import assert from 'node:assert/strict';
import { chart, ticksTo } from '../../../bench/speed/chart.mts';
import type { Grown, Measured, Section } from '../../../bench/speed/measured.mts';
import type { Timed } from '../../../bench/speed/paired.mts';
import { growthPanels, results } from '../../../bench/speed/results.mts';
import { judge } from '../../../bench/speed/targets.mts';

const timed = (name: string, wall: number, cpu = wall, memory = 50): Timed => ({
  name,
  wall: [wall, wall, wall],
  cpu: [cpu, cpu, cpu],
  memory: [memory, memory, memory],
});
const against = (id: Section['id'], ours: number, other: Timed): Section => ({
  id,
  title: `title of ${id}`,
  timed: [timed('leaklint', ours), other],
});
const NOTHING: Measured = {
  made: [],
  sections: [],
  typed: [],
  growth: [],
  worst: [],
  lacking: [],
};
const grown = (sizes: readonly number[], wall: (size: number) => number, memory = 50): Grown[] =>
  sizes.map((megabytes) => ({
    megabytes,
    timed: [timed('leaklint', wall(megabytes), undefined, memory), timed('rg', megabytes)],
  }));

const verdicts = (measured: Partial<Measured>) =>
  new Map(judge({ ...NOTHING, ...measured }).map(({ id, verdict }) => [id, verdict]));

describe('judge', () => {
  it('says of nothing measured that it was not measured, or is not built', () => {
    const all = verdicts({});
    assert.deepEqual(
      [...all.keys()],
      Array.from({ length: 11 }, (_, i) => `T${String(i + 1)}`),
    );
    assert.equal(all.get('T2'), 'not built');
    all.delete('T2');
    assert.deepEqual([...new Set(all.values())], ['not measured']);
  });

  const cases: readonly (readonly [string, Section, string, string])[] = [
    ['the hook within', against('hook', 80, timed('empty node', 40)), 'T7', 'reached'],
    ['the hook over', against('hook', 81, timed('empty node', 40)), 'T7', 'falls short'],
    ['a tree as fast, but busier', against('tree', 100, timed('rg', 100)), 'T6', 'falls short'],
    ['without ripgrep', against('lines', 10, timed('other', 100)), 'T3', 'not measured'],
    [
      'a dump with half of its figures',
      against('dump', 10, timed('rg', 100)),
      'T1',
      'not measured',
    ],
    ['a dump that is slow', against('dump', 50, timed('rg', 100)), 'T1', 'falls short'],
  ];
  for (const [name, section, id, expected] of cases) {
    it(name, () => assert.equal(verdicts({ sections: [section] }).get(id), expected));
  }

  const sizes = [10, 20, 40, 80];
  const growths: readonly (readonly [string, Grown[], string])[] = [
    ['a straight line', grown(sizes, (size) => 100 + size * 7), 'reached'],
    ['the square', grown(sizes, (size) => size * size), 'falls short'],
    ['two sizes say nothing', grown([10, 20], (size) => size), 'not measured'],
    [
      'memory that grows',
      [...grown([10, 20], (size) => size), ...grown([40], (size) => size, 500)],
      'falls short',
    ],
  ];
  for (const [name, growth, expected] of growths) {
    it(`growth: ${name}`, () => assert.equal(verdicts({ growth }).get('T10'), expected));
  }
});

describe('results', () => {
  const page = results({
    ...NOTHING,
    made: ['a machine'],
    sections: [against('hook', 90, timed('empty node', 40))],
    growth: grown([10, 20, 40], (size) => size),
    lacking: ['no ripgrep'],
  });

  it('says what falls short', () => {
    assert.match(page, /^\| T7 \| .+ \| 2\.25 × empty Node \| \*\*falls short\*\* \|$/m);
  });
  it('has the ratio beside the other, not beside ours', () => {
    assert.match(page, /^\| leaklint \| 3 \| 90\.0 \| 90\.0 \| 50\.0 \| {2}\| {2}\|$/m);
    assert.match(page, /^\| empty node \| 3 \| 40\.0 \| .* 2\.25 × \| 2\.25 × \|$/m);
  });
  it('has the chart, and what was not measured', () => {
    assert.match(page, /\]\(growth\.svg\)/);
    assert.match(page, /## Not measured\n\n- no ripgrep\n$/);
  });
  it('every row of a table has as many cells as its head', () => {
    for (const rows of page.matchAll(/(?:^\|.*\n?)+/gm)) {
      const counts = rows[0]
        .trim()
        .split('\n')
        .map((row) => row.split('|').length);
      assert.equal(new Set(counts).size, 1, rows[0]);
    }
  });
});

describe('ticksTo', () => {
  const cases: readonly (readonly [number, readonly number[]])[] = [
    [80, [0, 20, 40, 60, 80]],
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [43, [0, 10, 20, 30, 40, 50]],
    [0, [0, 1]],
  ];
  for (const [most, expected] of cases) {
    it(`to ${String(most)}`, () => assert.deepEqual(ticksTo(most), expected));
  }
});

describe('chart', () => {
  const svg = chart(growthPanels(grown([10, 20, 40, 80], (size) => size * 100)));

  it('has a line and its marks for each series of each panel', () => {
    assert.equal(svg.match(/<path class="line [abc]"/g)?.length, 4);
    assert.equal(svg.match(/<circle /g)?.length, 16);
  });
  it('has colours for light and dark, and its own ground', () => {
    assert.match(svg, /prefers-color-scheme: dark/);
    assert.match(svg, /<rect class="ground"/);
  });
  it('stays inside its frame', () => {
    const [, width = '', height = ''] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
    for (const [, x, y] of svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)) {
      assert.ok(Number(x) <= Number(width) / 2 && Number(y) <= Number(height));
    }
  });
  it('a higher figure stands higher', () => {
    const heights = [...svg.matchAll(/cy="([\d.]+)"/g)].slice(0, 4).map(([, y]) => Number(y));
    assert.deepEqual(
      heights,
      [...heights].sort((a, b) => b - a),
    );
  });
  it('names with signs of XML are escaped', () => {
    const one = { name: 'a<b & c', points: [{ x: 1, y: 1 }] };
    assert.match(chart([{ title: 't', unit: 'u', series: [one] }]), /a&lt;b &amp; c/);
  });
  it('names do not stand on each other', () => {
    const flat = (name: string) => ({ name, points: [{ x: 1, y: 5 }] });
    const drawn = chart([{ title: 't', unit: 'u', series: [flat('one'), flat('two')] }]);
    const [one, two] = [...drawn.matchAll(/y="([\d.]+)" dy="4">(?:one|two)</g)].map(([, y]) =>
      Number(y),
    );
    assert.ok(Math.abs(one! - two!) >= 14);
  });
  it('of nothing is still a picture', () => assert.match(chart(growthPanels([])), /<\/svg>\n$/));
});
