import type { Point } from './statistics.mts';

export interface Series {
  readonly name: string;
  readonly points: readonly Point[];
}

export interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly series: readonly Series[];
}

const WIDTH = 400;
const HEIGHT = 300;
/** Left of the plot, above it, right of it, below it. */
const [LEFT, TOP, RIGHT, BELOW] = [56, 56, 84, 44];
/** Lines differ in dash and mark too, for those who do not tell the colours apart. */
const LOOKS = ['a', 'b', 'c'] as const;

/** Own colours for a light and a dark page; the ground is the chart's own, so it never shines through. */
const STYLE = `
  .ground { fill: #ffffff } text { fill: #24292f; font: 12px system-ui, sans-serif } .title { font-weight: 600 }
  .grid { stroke: #d0d7de } .axis { stroke: #57606a }
  .line { fill: none; stroke-width: 2 } .line.b { stroke-dasharray: 6 4 } .line.c { stroke-dasharray: 2 3 }
  .a { stroke: #0550ae } .b { stroke: #a0430a } .c { stroke: #1a7f37 }
  .mark.a { fill: #0550ae } .mark.b { fill: #a0430a } .mark.c { fill: #1a7f37 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117 } text { fill: #e6edf3 } .grid { stroke: #30363d } .axis { stroke: #8b949e }
    .a { stroke: #79c0ff } .b { stroke: #ffa657 } .c { stroke: #7ee787 }
    .mark.a { fill: #79c0ff } .mark.b { fill: #ffa657 } .mark.c { fill: #7ee787 }
  }`;

/** Round steps from 0 to the first that is not below the most: 1, 2 or 5 times a power of ten. */
export function ticksTo(most: number, about = 5): number[] {
  if (!(most > 0)) return [0, 1];
  const rough = most / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((each) => each * power >= rough * 0.999_999)! * power;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const short = (value: number) => value.toFixed(1).replace(/\.0$/, '');

/** Panels side by side, each with its axes from 0; sizes in MB run to the right. */
export function chart(panels: readonly Panel[]): string {
  const width = WIDTH * panels.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(HEIGHT)}" width="${String(width)}" height="${String(HEIGHT)}" role="img">
<title>${escaped(panels.map(({ title }) => title).join('; '))}</title>
<style>${STYLE}
</style>
<rect class="ground" width="${String(width)}" height="${String(HEIGHT)}"/>
${panels.map((panel, i) => `<g transform="translate(${String(i * WIDTH)} 0)">\n${drawn(panel)}\n</g>`).join('\n')}
</svg>
`;
}

function drawn({ title, unit, series }: Panel): string {
  const points = series.flatMap((each) => each.points);
  const xs = ticksTo(Math.max(0, ...points.map(({ x }) => x)), 4);
  const ys = ticksTo(Math.max(0, ...points.map(({ y }) => y)));
  const x = (value: number) => short(LEFT + (value / xs.at(-1)!) * (WIDTH - LEFT - RIGHT));
  const y = (value: number) =>
    short(HEIGHT - BELOW - (value / ys.at(-1)!) * (HEIGHT - TOP - BELOW));
  const [left, right, floor] = [x(0), x(xs.at(-1)!), y(0)];
  return [
    `<text class="title" x="${left}" y="24">${escaped(title)}</text>`,
    `<text x="${left}" y="42">${escaped(unit)}</text>`,
    ...ys.map(
      (value) =>
        `<path class="grid" d="M${left} ${y(value)}H${right}"/><text x="${String(LEFT - 8)}" y="${y(value)}" dy="4" text-anchor="end">${String(value)}</text>`,
    ),
    ...xs.map(
      (value) =>
        `<text x="${x(value)}" y="${String(HEIGHT - BELOW + 18)}" text-anchor="middle">${String(value)}</text>`,
    ),
    `<text x="${right}" y="${String(HEIGHT - 8)}" text-anchor="end">MB of the table</text>`,
    `<path class="axis" d="M${left} ${floor}H${right}"/>`,
    ...labelled(series, (value) => Number(y(value))).map(({ series: each, at, look }) => {
      const places = each.points.map((point) => [x(point.x), y(point.y)] as const);
      const line = places.map((place) => place.join(' ')).join('L');
      const marks = places.map(
        ([cx, cy]) => `<circle class="mark ${look}" cx="${cx}" cy="${cy}" r="3"/>`,
      );
      const end = places.at(-1)![0];
      const name = `<text x="${end}" dx="8" y="${short(at)}" dy="4">${escaped(each.name)}</text>`;
      return `<path class="line ${look}" d="M${line}"/>${marks.join('')}${name}`;
    }),
  ].join('\n');
}

/** Names stand at the lines' ends, and never on each other. */
function labelled(series: readonly Series[], y: (value: number) => number) {
  const ends = series
    .map((each, i) => ({ series: each, look: LOOKS[i % LOOKS.length]!, at: 0 }))
    .filter(({ series: { points } }) => points.length > 0)
    .map((each) => ({ ...each, at: y(each.series.points.at(-1)!.y) }))
    .sort((a, b) => b.at - a.at);
  let above = Infinity;
  return ends.map((each) => {
    above = Math.min(each.at, above - 16);
    return { ...each, at: above };
  });
}
