import { createFieldNames, type FieldNames } from './field-names.ts';
import { LITERAL } from './kernel/candidates.ts';
import { createBuiltInKernel, createKernel, type Kernel } from './kernel/kernel.ts';
import { compileLabelEndings } from './kernel/labels.ts';
import { compileParts } from './kernel/parts.ts';
import { compilePatterns, type Automaton } from './kernel/lazy-dfa.ts';
import type { CustomRule, ScanOptions } from './options.ts';
import { defineRule, type Anchor, type Rule } from './rule.ts';
import { RULES } from './rules/index.ts';

/** The word that every directive begins with. */
export const DIRECTIVE = 'leaklint-ignore';

/** The rules of a scan, compiled: who wants to see which candidate. */
export interface Ruleset {
  readonly rules: readonly Rule[];
  /** Position of each rule in the fixed order. */
  readonly order: ReadonlyMap<string, number>;
  readonly kernel: Kernel;
  /** Rules by kind of candidate. */
  readonly wanted: readonly (readonly Rule[])[];
  /** Literal anchors in the order of their kinds, from `LITERAL` on. */
  readonly literals: readonly string[];
  /** Kind of the candidates that are directives. */
  readonly directive: number;
  readonly names: FieldNames;
  /** Patterns of the user's own rules; matches carry the index in `custom`. */
  readonly patterns: Automaton | undefined;
  readonly custom: readonly Rule[];
}

/** A user's rule as a rule: its matches are found by the automaton, not by anchors. */
function customRule({ id, names = [] }: CustomRule): Rule {
  return defineRule({
    id,
    category: 'person',
    severity: 'warning',
    messages: { en: id, ja: id },
    names,
    prior: 0,
    anchors: [],
    *judge({ start, end }) {
      yield { start, end, evidence: [{ code: 'pattern' }] };
    },
  });
}

/** The words by which the kernel finds candidates of the rules. */
export function kernelWordsOf(rules: readonly Rule[]) {
  return {
    literals: [...new Set(rules.flatMap((rule) => rule.literals ?? []))],
    numbered: {
      words: rules.flatMap(({ numbered }) => numbered?.words ?? []),
      endings: rules.flatMap(({ numbered }) => numbered?.endings ?? []),
      next: rules.flatMap(({ numbered }) => numbered?.next ?? []),
    },
    listed: () => rules.flatMap(({ listed }) => listed?.() ?? []),
  };
}

function compile(options: ScanOptions): Ruleset {
  const isOn = ({ id }: { readonly id: string }) => options.rules?.has(id) ?? true;
  const rules = RULES.filter(isOn);
  const custom = options.custom.filter(isOn).map(customRule);
  const names = createFieldNames([...rules, ...custom], options.fields);
  const { literals, ...words } = kernelWordsOf(rules);
  const anchors = [...literals, DIRECTIVE];
  const labels = () => compileLabelEndings(names.endings);
  const isTaught = custom.length > 0 || Object.keys(options.fields).length > 0;
  const isBuiltIn = rules.length === RULES.length && !isTaught;
  const anchored = (anchor: Anchor) => rules.filter(({ anchors }) => anchors.includes(anchor));
  const all = [...rules, ...custom];
  return {
    rules,
    order: new Map(all.map(({ id }, index) => [id, index])),
    kernel: isBuiltIn
      ? createBuiltInKernel(() => compileParts(anchors, labels(), words))
      : createKernel(anchors, labels(), words),
    // In the order of the kinds in kernel/candidates.ts.
    wanted: [
      anchored('at'),
      anchored('digits'),
      anchored('zip'),
      anchored('label'),
      anchored('numbered'),
      anchored('listed'),
      anchored('code'),
      ...literals.map((literal) => rules.filter((rule) => rule.literals?.includes(literal))),
    ],
    literals,
    directive: LITERAL + literals.length,
    names,
    patterns:
      custom.length === 0 ? undefined : compilePatterns(options.custom.filter(isOn)).automaton,
    custom,
  };
}

const compiled = new WeakMap<ScanOptions, Ruleset>();

/** The compiled rules of options, kept as long as the options object lives. */
export function rulesetOf(options: ScanOptions): Ruleset {
  let ruleset = compiled.get(options);
  if (!ruleset) compiled.set(options, (ruleset = compile(options)));
  return ruleset;
}
