import type { SourceInfo } from '../engine/index.ts';

/** Kinds of source in which a run of digits stands without quotes as text. */
const TEXT =
  /\.(?:csv|tsv|tab|psv|txt|text|log|md|markdown|mdx|rst|adoc|tex|html?|xhtml|xml|svg|vue|env|ini|cfg|conf|properties|eml|vcf|ics|srt|vtt|diff|patch)$/i;
const TEXT_LANGUAGES =
  /^(?:csv|tsv|plaintext|log|markdown|restructuredtext|latex|html|xml|vue|dotenv|ini|properties|diff)$/;

/** What stands before and after a number in a program, in JSON and in YAML. */
const BEFORE = /(?:[=:,([{+\-*/<>!&|?]|\breturn)[ \t]*$/;
const AFTER = /^[ \t]*(?:[,;)\]}+\-*/<>=!&|?#]|$)/;
/** Without a name of the source only JSON is sure enough: a quoted key and a colon. */
const AFTER_JSON_KEY = /"[ \t]*:[ \t]*$/;

/**
 * Is a value of nothing but digits a number of the language, in which stars would break the
 * document?
 *
 * @param before the line before the value; its end is enough
 * @param after the line after the value; its begin is enough
 */
export function isNumber(value: string, before: string, after: string, info: SourceInfo): boolean {
  if (!/^\d+$/.test(value) || isText(info)) return false;
  if (!BEFORE.test(before) || !AFTER.test(after)) return false;
  if (info.path === undefined && info.languageId === undefined) return AFTER_JSON_KEY.test(before);
  return !isInString(before);
}

function isText({ path = '', languageId }: SourceInfo): boolean {
  // `.env.local`: the name, not what follows it, says what it is.
  const name = path.slice(path.lastIndexOf('/') + 1);
  return TEXT_LANGUAGES.test(languageId ?? '') || TEXT.test(name) || name.startsWith('.env');
}

/** Does a quote stay open before the value? Strings that run over lines are none of a number's. */
function isInString(before: string): boolean {
  let open = '';
  for (let at = 0; at < before.length; at++) {
    const character = before[at]!;
    if (character === '\\') at += 1;
    else if (open === '' && /^["'`]$/.test(character)) open = character;
    else if (character === open) open = '';
  }
  return open !== '';
}
