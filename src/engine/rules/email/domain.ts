import { isTopLevelDomain } from '../../gazetteer/top-level-domains.ts';
import { isForeignLetter, isUnspaced } from './scripts.ts';

/** A domain name in a text. */
export interface Domain {
  readonly end: number;
  /** As it stands, folded. */
  readonly name: string;
  /** Does it end in a real top-level domain (or a special-use name)? */
  readonly real: boolean;
}

/** RFC 1035 section 2.3.4: a name has 253 characters at most, a label 63. */
const LONGEST_NAME = 253;
/** Letters, digits, hyphens; internationalised labels have letters of their script (RFC 5891). */
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

const PLAIN_LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;
const isLabel = (label: string): boolean => PLAIN_LABEL.test(label) || LABEL.test(label);

/** `Next` in `joe@example.com.Next`: the sentence after a full stop without a blank. */
const SENTENCE = /^[A-Z][a-z]*$/;

/** Reads the domain that begins at `start`; undefined when no name of two labels stands there. */
export function domainAt(text: string, folded: string, start: number): Domain | undefined {
  const ascii = nameIn(folded, start, runEnd(text, folded, start, false));
  if (ascii?.real) return ascii;
  const end = runEnd(text, folded, start, true);
  return nameIn(folded, start, sticksOut(text, folded, start, end)) ?? ascii;
}

/** The end of letters, digits, hyphens and dots; `foreign` says whether other scripts count. */
function runEnd(text: string, folded: string, start: number, foreign: boolean): number {
  const limit = Math.min(folded.length, start + LONGEST_NAME + 1);
  let end = start;
  while (end < limit) {
    const unit = folded.charCodeAt(end);
    // A dash that only the folding made a hyphen ends the name.
    const hyphen = unit === 0x2d && (text[end] === '-' || text[end] === '\uff0d');
    if (!isLetterDigitDot(unit) && !hyphen && !(foreign && isForeignLetter(text, end))) break;
    end++;
  }
  return end;
}

function isLetterDigitDot(unit: number): boolean {
  const letter = unit | 0x20;
  return unit === 0x2e || (unit >= 0x30 && unit <= 0x39) || (letter >= 0x61 && letter <= 0x7a);
}

/** `日本語.jpです`, `臺網中心.台灣です`: the top-level domain ends where the sentence goes on. */
function sticksOut(text: string, folded: string, start: number, end: number): number {
  const dot = folded.lastIndexOf('.', end - 1);
  if (dot <= start || !isUnspaced(text, end - 1)) return end;
  for (let at = end; at > dot + 2; at--) {
    if (isTopLevelDomain(folded.slice(dot + 1, at))) return at;
  }
  return end;
}

function nameIn(folded: string, start: number, end: number): Domain | undefined {
  let last = end;
  while (last > start && /[.-]/.test(folded[last - 1] ?? '')) last--;
  const labels = folded.slice(start, last).split('.');
  const sentence = labels.at(-1) ?? '';
  if (labels.length > 2 && SENTENCE.test(sentence) && /^[a-z]/.test(labels.at(-2) ?? '')) {
    labels.pop();
  }
  if (labels.length < 2 || !labels.every(isLabel)) return undefined;
  const kept = labels.join('.');
  const top = labels.at(-1) ?? '';
  if (kept.length > LONGEST_NAME || /^\d+$/.test(top)) return undefined;
  return { end: start + kept.length, name: kept, real: isTopLevelDomain(top) };
}
