import { fieldNamesOf } from './field-names.ts';
import { CODE, kindOf } from './formats/kind.ts';
import { lazy } from './gazetteer/lazy.ts';
import { createCandidates, LABEL } from './kernel/candidates.ts';
import { createReadyKernel } from './kernel/simd.ts';
import { mayBeRuleName } from './label-name.ts';
import type { SourceInfo } from './options.ts';
import { NAMES, VAGUE } from './rule-words.generated.ts';
import { wrappedTexts } from './text/base64-text.ts';
import { queryBlanks } from './text/query-blanks.ts';
import { escapesIn } from './view.ts';

/** Larger sources are worth loading the rules for. */
const LARGEST = 1 << 18;

/** No rule is loaded for it: the words of all of them are known. */
const names = lazy(() => {
  const asMap = (lines: string) => new Map(lines.split('\n').map((line) => [line, line]));
  return fieldNamesOf(asMap(NAMES), asMap(VAGUE));
});
const kernel = lazy(createReadyKernel);

/**
 * Is there nothing in a source, by a cheap look, that a built-in rule would be asked about? Source code
 * only: values in other formats may have nothing but the name of their field. Most files that are
 * staged are code without anything, and need no engine.
 *
 * @param bytes all of the source, in UTF-8
 */
export function holdsNothing(bytes: Uint8Array, info: SourceInfo): boolean {
  if (bytes.length > LARGEST || !CODE.has(kindOf(info))) return false;
  const scanner = kernel();
  if (scanner === undefined) return false;
  const candidates = createCandidates();
  scanner.collect(bytes, 0, bytes.length, candidates);
  for (let i = 0; i < candidates.length; i++) {
    const isName = candidates.rows[i * 3] === LABEL;
    if (!isName || mayBeRuleName(bytes, candidates.rows[i * 3 + 1]!, names())) return false;
  }
  return !isDisguised(bytes);
}

/** As `judgeDisguised` looks at code: may anything in it be written in another way? */
function isDisguised(bytes: Uint8Array): boolean {
  const isAny = (found: Iterator<unknown>) => found.next().done !== true;
  if (escapesIn(bytes, 0, bytes.length).length > 0) return true;
  return isAny(queryBlanks(bytes, 0, bytes.length)) || isAny(wrappedTexts(bytes, 0, bytes.length));
}
