import { compilePatterns } from '../engine/kernel/lazy-dfa.ts';
import { normalise } from '../engine/text/normalise.ts';
import type { AllowEntry } from './config.ts';

/** Is the value of the rule meant to stand where it does? */
export type Allows = (rule: string, value: string) => boolean;

type Condition = (rule: string, value: string) => boolean;

/** @param entries entries whose `path` matches already */
export function allowsOf(entries: readonly AllowEntry[]): Allows {
  const compiled = entries.map(conditionsOf);
  if (compiled.length === 0) return () => false;
  return (rule, value) =>
    compiled.some((conditions) => conditions.every((condition) => condition(rule, value)));
}

function conditionsOf({ rule, domain, value, pattern }: AllowEntry): Condition[] {
  const conditions: Condition[] = [];
  if (rule !== undefined) conditions.push((found) => rule.includes(found));
  if (domain !== undefined) conditions.push(hasDomain(domain));
  if (value !== undefined) conditions.push(isValue(value));
  if (pattern !== undefined) conditions.push(matches(pattern));
  return conditions;
}

function hasDomain(domain: string): Condition {
  const wanted = domain.normalize('NFKC').toLowerCase();
  return (rule, value) => {
    if (rule !== 'email') return false;
    const address = normalise('email', value);
    const found = address.slice(address.lastIndexOf('@') + 1);
    return found === wanted || found.endsWith(`.${wanted}`);
  };
}

function isValue(wanted: string): Condition {
  const byRule = new Map<string, string>();
  return (rule, value) => {
    let normalised = byRule.get(rule);
    if (normalised === undefined) {
      normalised = normalise(rule, wanted);
      byRule.set(rule, normalised);
    }
    return normalise(rule, value) === normalised;
  };
}

function matches(pattern: string): Condition {
  const encoder = new TextEncoder();
  const { automaton } = compilePatterns([{ id: '', pattern }]);
  return (_, value) => {
    const bytes = encoder.encode(value);
    let whole = false;
    automaton.findAll(bytes, 0, bytes.length, (_pattern, start, end) => {
      if (start === 0 && end === bytes.length) whole = true;
    });
    return whole;
  };
}
