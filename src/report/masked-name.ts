import { DEFAULT_OPTIONS, scanText, type Finding } from '../engine/index.ts';

/**
 * A path, key or other name as output may show it: values of personal data in it are masked.
 * A file may be called after the phone number it is about.
 */
export function maskedName(name: string): string {
  return name.split('/').map(maskedSegment).join('/');
}

/** What joins words in names; read as blanks, or `tel_0901…` would be one word. */
const JOINT = /[_+]/g;
const EXTENSION = /\.\w{1,8}$/;

function maskedSegment(segment: string): string {
  const stem = segment.replace(EXTENSION, '');
  // The extension may look like a domain's last label, or hide the end of a value.
  const readings = [segment, stem].flatMap((part) => [part, part.replace(JOINT, ' ')]);
  for (const words of new Set(readings)) {
    const findings = scanText(words, {}, DEFAULT_OPTIONS);
    if (findings.length > 0) return blank(segment, findings);
  }
  return segment;
}

/** `text` with all findings as their shapes; of overlapping ones the first. */
function blank(text: string, findings: readonly Finding[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, masked } of findings) {
    if (start.offset < done) continue;
    result += text.slice(done, start.offset) + masked;
    done = end.offset;
  }
  return result + text.slice(done);
}

/** What a terminal would obey instead of showing: controls, and marks that turn the direction. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A name on one line of a terminal: control characters as `\u{…}`. */
export function printable(name: string): string {
  return name.replace(CONTROL, (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`);
}
