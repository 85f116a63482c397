import { confidenceOf, evidenceText, type Evidence } from '../../src/engine/evidence.ts';
import { DEFAULT_OPTIONS } from '../../src/engine/options.ts';
import type { Context, Judgement, Rule } from '../../src/engine/rule.ts';
import { fold } from '../../src/engine/text/fold.ts';

/** A judgement of a rule on a text that stands alone, without an engine around it. */
export interface Judged {
  readonly value: string;
  readonly confidence: string | undefined;
  readonly evidence: readonly string[];
}

export interface JudgeOptions {
  readonly regions?: readonly string[];
  /** The whole text is a field that is named after the rule. */
  readonly typed?: boolean;
}

/** What the kernel offers: runs of digits, at-signs, literals. */
const ANCHORS: Readonly<Record<string, RegExp>> = {
  digits: /\d(?:[-./ ()]?\d){6,}/g,
  at: /@|%40|&#64;|&#x40;|&commat;/gi,
};

/** Judges every candidate of a text, or the whole text as a typed field. */
export function judge(rule: Rule, text: string, options: JudgeOptions = {}): readonly Judged[] {
  const folded = fold(text);
  const judged: (Judged & { readonly end: number })[] = [];
  for (const [start, end] of options.typed
    ? [[0, text.length] as const]
    : candidates(rule, folded)) {
    if (judged.some((each) => end <= each.end)) continue;
    const context = contextOf(rule, folded, start, options);
    for (const judgement of rule.judge({ text, folded, start, end }, context)) {
      judged.push(judgedOf(rule, text, judgement, options.typed === true));
    }
  }
  return judged;
}

function candidates(rule: Rule, folded: string): readonly (readonly [number, number])[] {
  const patterns = rule.anchors.flatMap((anchor) => ANCHORS[anchor] ?? []);
  const lower = folded.toLowerCase();
  const literals = (rule.literals ?? []).flatMap((literal) => {
    const at = lower.indexOf(literal);
    return at < 0 ? [] : [[at, at + literal.length] as const];
  });
  const found = patterns.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map(({ index, 0: run }) => [index, index + run.length] as const),
  );
  return [...found, ...literals].sort(([a], [b]) => a - b);
}

function contextOf(rule: Rule, folded: string, start: number, options: JudgeOptions): Context {
  const before = folded.slice(Math.max(0, start - 40), start).toLowerCase();
  return {
    options: { ...DEFAULT_OPTIONS, regions: options.regions ?? DEFAULT_OPTIONS.regions },
    field: undefined,
    typed: options.typed === true,
    hotword: (words = rule.names) => words.some((word) => isWordIn(before, word)),
  };
}

function isWordIn(before: string, word: string): boolean {
  const at = before.lastIndexOf(word);
  const isAscii = /^[\x20-\x7e]+$/.test(word);
  return (
    at >= 0 &&
    !(isAscii && /[a-z]/.test(`${before[at - 1] ?? ''}${before[at + word.length] ?? ''}`))
  );
}

function judgedOf(rule: Rule, text: string, { start, end, evidence }: Judgement, typed: boolean) {
  const all: readonly Evidence[] = typed ? [...evidence, { code: 'field-name' }] : evidence;
  return {
    value: text.slice(start, end),
    end,
    confidence: confidenceOf(rule.prior, all),
    evidence: all.map(evidenceText),
  };
}
