/**
 * Draws icon.png, 128 pixels square: a page with one line blacked out and the linter's wave below
 * it. Run it with `npx tsx tools/draw-icon.mts` after a change; the picture is committed.
 */
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 128;
/** Samples per pixel and axis, for smooth edges. */
const SAMPLES = 4;

type Colour = readonly [red: number, green: number, blue: number];
/** Is the point (in pixels) inside? */
type Shape = (x: number, y: number) => boolean;

function rectangle(left: number, top: number, width: number, height: number, radius = 0): Shape {
  return (x, y) => {
    const dx = Math.max(left + radius - x, 0, x - (left + width - radius));
    const dy = Math.max(top + radius - y, 0, y - (top + height - radius));
    return dx * dx + dy * dy <= radius * radius;
  };
}

function both(one: Shape, other: Shape): Shape {
  return (x, y) => one(x, y) && other(x, y);
}

/** The wave of a squiggly underline: a band around a sine. */
function wave(left: number, right: number, middle: number, thickness: number): Shape {
  const amplitude = 3.2;
  const period = 13;
  const angle = (x: number) => ((x - left) * 2 * Math.PI) / period;
  return (x, y) => {
    if (x < left || x > right) return false;
    // The band's height above the curve grows with the slope, so that the line looks equally thick.
    const slope = ((amplitude * 2 * Math.PI) / period) * Math.cos(angle(x));
    const away = Math.abs(y - middle - amplitude * Math.sin(angle(x)));
    return away <= (thickness / 2) * Math.hypot(1, slope);
  };
}

const CORNER = 20;
const PAGE = { left: 29, top: 15, width: 70, height: 98 };
const beforeFold: Shape = (x, y) => x - PAGE.left - PAGE.width + CORNER <= y - PAGE.top;
const page = both(rectangle(PAGE.left, PAGE.top, PAGE.width, PAGE.height, 6), beforeFold);
const foldSquare = rectangle(PAGE.left + PAGE.width - CORNER, PAGE.top, CORNER, CORNER, 2);

const LAYERS: readonly (readonly [Shape, Colour])[] = [
  [rectangle(0, 0, SIZE, SIZE, 26), [24, 63, 92]],
  [page, [250, 251, 252]],
  [both(foldSquare, beforeFold), [183, 201, 214]],
  [rectangle(39, 33, 30, 7, 3.5), [173, 187, 198]],
  [rectangle(39, 48, 50, 7, 3.5), [173, 187, 198]],
  [rectangle(36, 62, 56, 17, 3), [18, 24, 31]],
  [wave(37, 91, 87.5, 3.6), [229, 72, 77]],
  [rectangle(39, 98, 36, 7, 3.5), [173, 187, 198]],
];

/** Colour and opacity (0–255) of one pixel. */
function pixel(column: number, row: number): readonly [...Colour, number] {
  const sum: [number, number, number, number] = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = column + ((i % SAMPLES) + 0.5) / SAMPLES;
    const y = row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
    const colour = LAYERS.findLast(([shape]) => shape(x, y))?.[1];
    if (colour === undefined) continue;
    colour.forEach((part, index) => (sum[index]! += part));
    sum[3] += 1;
  }
  const inside = sum[3] || 1;
  return [
    Math.round(sum[0] / inside),
    Math.round(sum[1] / inside),
    Math.round(sum[2] / inside),
    Math.round((sum[3] * 255) / (SAMPLES * SAMPLES)),
  ];
}

/** One chunk of a PNG file: length, type, data, CRC (ISO/IEC 15948, 5.3). */
function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), frame.length - 4);
  return frame;
}

function png(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, RGBA, not interlaced
  const rows: number[] = [];
  for (let row = 0; row < SIZE; row++) {
    rows.push(0); // no filter
    for (let column = 0; column < SIZE; column++) rows.push(...pixel(column, row));
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Uint8Array.from(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

writeFileSync(new URL('../icon.png', import.meta.url), png());
