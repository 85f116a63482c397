import type { SourceInfo } from '../options.ts';
import { delimited } from './delimited.ts';
import { dialectOf } from './dialect.ts';
import type { FormatFactory } from './format.ts';
import { json } from './json.ts';
import { CODE, JSONS, kindOf, MARKUP, SETTINGS, TABLES, TEXTS } from './kind.ts';
import { notebook } from './notebook.ts';
import { plain } from './plain.ts';
import { settings } from './settings.ts';
import { sql } from './sql.ts';
import { text } from './text.ts';
import { xml } from './xml.ts';
import { yaml } from './yaml.ts';

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const TAB = 0x09;
const PIPE = 0x7c;
const DELIMITERS = [COMMA, TAB, SEMICOLON, PIPE];

/** Picks the format of a source by its language, its path and its first bytes. */
export function chooseFormat(info: SourceInfo, head: Uint8Array): FormatFactory {
  const kind = kindOf(info);
  if (TABLES.has(kind))
    return delimited(dialectOf(head, kind === 'tsv' || kind === 'tab' ? TAB : COMMA));
  if (kind === 'ipynb') return notebook;
  if (JSONS.has(kind)) return json;
  if (kind === 'sql') return sql;
  if (kind === 'yml' || kind === 'yaml') return yaml;
  if (SETTINGS.has(kind)) return settings;
  if (MARKUP.has(kind)) return xml;
  if (CODE.has(kind)) return plain('quoted');
  if (TEXTS.has(kind)) return text('any');
  if (looksLikeJson(head)) return json;
  if (looksLikeMarkup(head)) return xml;
  const delimiter = tableDelimiter(head);
  return delimiter === undefined ? text('any') : delimited(dialectOf(head, delimiter));
}

/** Where a byte-order mark and blanks end. */
function firstSign(head: Uint8Array): number {
  let at = head[0] === 0xef ? 3 : 0;
  while (at < head.length && head[at]! <= 0x20) at++;
  return at;
}

const MARKUP_HEAD = /^<(?:\?xml\b|!doctype\b|!--|html\b|table\b|svg\b)/i;

function looksLikeMarkup(head: Uint8Array): boolean {
  const at = firstSign(head);
  return MARKUP_HEAD.test(new TextDecoder().decode(head.subarray(at, at + 20)));
}

function looksLikeJson(head: Uint8Array): boolean {
  let at = firstSign(head);
  const first = head[at];
  if (first !== 0x7b && first !== 0x5b) return false;
  do at++;
  while (at < head.length && head[at]! <= 0x20);
  const next = head[at];
  return next === 0x22 || next === 0x7b || next === 0x5b;
}

const LOOK = 64 * 1024;

/** How often a delimiter stands in each of the first lines, quotes respected. */
function counts(head: Uint8Array, delimiter: number): number[] {
  const lines: number[] = [];
  let count = 0;
  let quoted = false;
  for (let i = 0; i < Math.min(head.length, LOOK) && lines.length < 20; i++) {
    const byte = head[i];
    if (byte === 0x22) quoted = !quoted;
    else if (quoted) continue;
    else if (byte === delimiter) count++;
    else if (byte === 0x0a || (byte === 0x0d && head[i + 1] !== 0x0a)) {
      lines.push(count);
      count = 0;
    }
  }
  if (count > 0 && lines.length < 20) lines.push(count);
  return lines;
}

/** `name=…, phone=…`: lines of a log may be as alike as rows, but no header has a value. */
const PAIR = /[A-Z_\u0080-\uffff]["'\\]{0,2} ?(?:[:=]|=>) ?[^/]/gi;

function hasPairs(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head.subarray(0, 4096));
  return (text.split('\n', 1)[0]!.match(PAIR) ?? []).length > 1;
}

/** The delimiter of a table in a file that does not say so: three lines or more, all alike. */
function tableDelimiter(head: Uint8Array): number | undefined {
  if (hasPairs(head)) return undefined;
  return DELIMITERS.find((delimiter) => {
    const lines = counts(head, delimiter);
    const first = lines[0] ?? 0;
    return lines.length >= 3 && first >= 2 && lines.every((count) => count === first);
  });
}
