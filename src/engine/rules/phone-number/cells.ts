import type { CellTest, Column, Settled } from '../../rule.ts';
import { formOf } from './japan.ts';

const PLAIN: Settled = { evidence: [{ code: 'allocated' }], region: 'JP' };
const GROUPED: Settled = { evidence: [{ code: 'allocated' }, { code: 'grouping' }], region: 'JP' };

/** Eleven digits, two signs and some more that make it another form. */
const LONGEST = 16;
const BLANK = 0x20;
const HYPHEN = 0x2d;

/** Cells that are somebody's number in Japan's national form. Delimiters and quotes stand around. */
export function phoneCells({ options }: Column): CellTest | undefined {
  if (!options.regions.includes('JP')) return undefined;
  const units = new Uint8Array(LONGEST);
  return (bytes, start, end) => {
    const length = end - start;
    if (length > LONGEST) return undefined;
    let blanks = 0;
    let others = 0;
    for (let i = 0; i < length; i++) {
      const byte = bytes[start + i]!;
      units[i] = byte === BLANK ? HYPHEN : byte;
      if (byte === BLANK) blanks++;
      else if (byte < 0x30 || byte > 0x39) others++;
    }
    const form = formOf(units, 0, length);
    // Blanks part the groups of the plan, or something else.
    if (form === undefined || (blanks > 0 && (others > 0 || form === 'plain'))) return undefined;
    return form === 'grouped' ? GROUPED : PLAIN;
  };
}
