import type { Labels } from './formats/format.ts';

/** Does a directive count at its place, and may it be called needless there? */
export type DirectivePlace = 'comment' | 'example' | 'none';

/** What opens a comment, in any language; the words of BASIC and batch files among them. */
const OPENER = /^(?:\/[/*]|[#;%*]|--|<!--|\{#|\{\{!|\(\*|'(?=\s)|rem\b)/i;
/** First signs of what opens a comment or a string: a line of a thousand others holds neither. */
const OPENS = new Uint8Array(128);
for (const sign of '/#;%*-<{(\'rR"`') OPENS[sign.charCodeAt(0)] = 1;
const COLON = 58;
const AMPERSAND = 38;
/** What stands before a directive that is one: blanks and signs of comments. `…` and "…" name it only. */
const BEFORE = /(?:^|[\s/*#;%!({-])$/;
/** Behind a directive in a text: rules, and a reason. */
const WORDS = /[ \t,]{1,20}([a-z][a-z\d-]{0,64})/y;

/** What is known of a source that may hold directives. */
export interface DirectiveSource {
  /** How the source is read: in a program only a comment may hold a directive. */
  readonly labels: Labels;
  /**
   * Its comments are those of HTML; in a block of a program a directive is an example, which may
   * silence and is not called needless.
   */
  readonly isMarkdown: boolean;
  isRule(id: string): boolean;
}

/**
 * @param before the line up to the directive
 * @param rest the line behind the directive's word
 */
export function directivePlace(
  before: string,
  rest: string,
  { labels, isMarkdown, isRule }: DirectiveSource,
): DirectivePlace {
  if (!BEFORE.test(before)) return 'none';
  const opener = openerIn(before);
  if (opener !== undefined) {
    return isMarkdown && !opener.startsWith('<!--') ? 'example' : 'comment';
  }
  // In a comment, or a text, of several lines.
  if (before.trim() === '') return 'comment';
  if (labels === 'quoted') return 'none';
  return endsLine(rest, isRule) ? 'comment' : 'none';
}

/** The sign that opens a comment before the line's end, outside of strings. */
function openerIn(before: string): string | undefined {
  let quote = '';
  for (let at = 0; at < before.length; at++) {
    if (quote === '' && OPENS[before.charCodeAt(at)] !== 1) continue;
    const unit = before[at]!;
    if (quote !== '') {
      if (unit === '\\') at++;
      else if (unit === quote) quote = '';
      continue;
    }
    const opener = isBorder(before, at) ? OPENER.exec(before.slice(at, at + 6))?.[0] : undefined;
    if (opener !== undefined) return opener;
    // An apostrophe in a word opens no string.
    if (unit === '"' || unit === '`' || (unit === "'" && !isWord(before.charCodeAt(at - 1)))) {
      quote = unit;
    }
  }
  return undefined;
}

/** A letter or digit of ASCII, or an underscore. */
const isWord = (unit: number) =>
  ((unit | 32) >= 97 && (unit | 32) <= 122) || (unit >= 48 && unit <= 57) || unit === 95;

/** `://` is a URL's, `a#b` a fragment, `x--` an operator. */
function isBorder(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const isInside = isWord(before) || before === COLON || before === AMPERSAND;
  return !isInside || text.startsWith('/*', at);
}

/** Is there nothing behind a directive but rules, a reason and the end of a comment? */
function endsLine(rest: string, isRule: DirectiveSource['isRule']): boolean {
  let at = 0;
  WORDS.lastIndex = 0;
  for (let word = WORDS.exec(rest); word !== null && isRule(word[1]!); word = WORDS.exec(rest)) {
    at = WORDS.lastIndex;
  }
  return /^\s*(?:$|--|\*\/|,|\|)/.test(rest.slice(at));
}
