import { commentForm } from './comments.ts';

/** Text to insert. Line and column (UTF-16) from 0, as VS Code counts. */
export interface Insertion {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

const NEXT_LINE = 'leaklint-ignore-next-line';
/** The directive with the rules that it names already. */
const WITH_RULES = /leaklint-ignore-next-line(?:[ \t]{0,9},?[ \t]{0,9}[a-z][a-z0-9-]{0,60}){1,50}/;

/**
 * The comment that silences a line. It goes on a line of its own above: behind a value it would
 * become part of it in `.env`, INI and properties files, and break a continued line in shell
 * scripts and macros. Where such a comment stands already, the rules join it.
 *
 * @param lines the document's lines, by number from 0
 * @param line number of the line to ignore
 * @returns undefined where the language has no comments
 */
export function ignoreLine(
  languageId: string,
  lines: (line: number) => string,
  line: number,
  rules: readonly string[],
  eol = '\n',
): Insertion | undefined {
  const named = line > 0 ? WITH_RULES.exec(lines(line - 1)) : null;
  if (named !== null) {
    const column = named.index + named[0].length;
    return { line: line - 1, column, text: `, ${rules.join(', ')}` };
  }
  const comment = commented(languageId, `${NEXT_LINE} ${rules.join(', ')}`);
  if (comment === undefined) return undefined;
  const indentation = /^\s{0,200}/.exec(lines(line))?.[0] ?? '';
  return { line, column: 0, text: indentation + comment + eol };
}

/** What must stay the first line of a file: shebang, XML and doctype declarations, `<?php`. */
const FIRST_LINE = /^(?:#!|<\?xml|<\?php|<!doctype)/i;
/** PEP 263: a comment that declares Python's source encoding counts on the first two lines only. */
const CODING_LINE = /^[ \t\f]{0,20}#.{0,200}coding[:=]/;

/**
 * The comment that silences a file, at its top.
 *
 * @param head the first lines of the file
 */
export function ignoreFile(
  languageId: string,
  head: readonly string[],
  eol = '\n',
): Insertion | undefined {
  const comment = commented(languageId, 'leaklint-ignore-file');
  if (comment === undefined) return undefined;
  let line = FIRST_LINE.test(head[0] ?? '') ? 1 : 0;
  if (CODING_LINE.test(head[line] ?? '')) line++;
  if (languageId === 'markdown') line = frontMatterEnd(head);
  return { line, column: 0, text: comment + eol };
}

/** Number of the line after a front matter between `---` lines; 0 when there is none. */
function frontMatterEnd(head: readonly string[]): number {
  return head[0] === '---' ? head.indexOf('---', 1) + 1 : 0;
}

function commented(languageId: string, directive: string): string | undefined {
  const form = commentForm(languageId);
  return form && form.open + directive + form.close;
}
