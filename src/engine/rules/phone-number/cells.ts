import { lazy } from '../../gazetteer/lazy.ts';
import { planOf } from '../../gazetteer/phone-metadata.ts';
import { PHONE_TEST } from '../../kernel/wasm/layout.ts';
import { withScanned, type CellTest, type Column, type Settled } from '../../rule.ts';
import { asciiOf } from '../../text/cell-text.ts';
import { ENTRIES_SIZE, formOf, formOfSlip } from './japan.ts';
import { planEvidence, UNASSIGNABLE } from './plan.ts';

const PLAIN: Settled = { evidence: [{ code: 'allocated' }], region: 'JP' };
const GROUPED: Settled = { evidence: [{ code: 'allocated' }, { code: 'grouping' }], region: 'JP' };
const slipped = lazy((): Settled => ({
  evidence: [{ code: 'unassigned', note: UNASSIGNABLE }],
  region: 'JP',
}));

/** Eleven digits, two signs and some more that make it another form. */
const LONGEST = 16;
const BLANK = 0x20;
const HYPHEN = 0x2d;

/** Cells that are somebody's number in Japan's national form. Delimiters and quotes stand around. */
export function phoneCells({ options, memory }: Column): CellTest | undefined {
  if (!options.regions.includes('JP')) return undefined;
  // Another region's plan, asked first, may have what is a slip in Japan's.
  const isFirst = options.regions[0] === 'JP';
  const units = new Uint8Array(LONGEST);
  const { bytes: entries, address } = memory.bytes(phoneCells, ENTRIES_SIZE);
  const test: CellTest = (bytes, start, end) => {
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
    const form = formOf(entries, units, 0, length);
    const slip = form === undefined && isFirst ? formOfSlip(entries, units, 0, length) : undefined;
    // Blanks part the groups of the plan, or something else.
    if (blanks > 0 && (others > 0 || (form ?? slip) !== 'grouped')) return undefined;
    if (form === undefined) return slip && slipIn(units, length);
    return form === 'grouped' ? GROUPED : PLAIN;
  };
  return withScanned(test, { test: PHONE_TEST, parameters: [address], says: [PLAIN, GROUPED] });
}

/** A number that its plan does not assign, unless it is an example of one. */
function slipIn(units: Uint8Array, length: number): Settled | undefined {
  const plan = planOf('JP');
  const nsn = asciiOf(units, 1, length).replaceAll(/\D/g, '');
  const [reason] = plan === undefined ? [] : planEvidence({ plan, nsn, kind: 'fixed' }, true);
  return reason?.code === 'unassigned' && reason.note === UNASSIGNABLE ? slipped() : undefined;
}
