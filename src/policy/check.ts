import type { Node } from 'jsonc-parser';
import { compilePatterns } from '../engine/kernel/lazy-dfa.ts';
import { planOf } from '../engine/gazetteer/phone-metadata.ts';
import type { Messages } from '../engine/index.ts';
import type { ConfigProblem } from './config.ts';
import { globMistake } from './globs.ts';
import { problemMessages as messages } from './messages.ts';
import { offsetInString, problemAt } from './place.ts';
import type { ObjectShape, Shape, TextCheck } from './shape.ts';
import { suggestion } from './suggest.ts';

type Path = readonly (string | number)[];

export interface Checker {
  readonly text: string;
  /** Ids of the rules built in. */
  readonly builtIn: ReadonlySet<string>;
  /** Ids of all rules, those of the extended configs and of this one included. */
  readonly rules: ReadonlySet<string>;
  /** Ids of this config's own rules seen so far. */
  readonly customIds: Set<string>;
  readonly problems: ConfigProblem[];
}

/** What is right in a part of the config; undefined when nothing is. Mistakes become problems. */
export function check(checker: Checker, node: Node, shape: Shape, path: Path): unknown {
  switch (shape.type) {
    case 'text':
      return checkText(checker, node, shape.check, path);
    case 'choice':
      return checkChoice(checker, node, Object.keys(shape.values), path);
    case 'list':
      return checkList(checker, node, shape, path);
    case 'map':
    case 'object':
      return checkKeys(checker, node, shape, path);
  }
}

function report(checker: Checker, node: Node, path: Path, message: Messages): undefined {
  const { offset, length } = node;
  checker.problems.push(problemAt(checker.text, offset, offset + length, path, message));
}

function checkChoice(checker: Checker, node: Node, values: readonly string[], path: Path) {
  const value: unknown = node.value;
  if (typeof value === 'string' && values.includes(value)) return value;
  const meant = typeof value === 'string' ? suggestion(value, values) : undefined;
  return report(checker, node, path, messages.choice(values, meant));
}

function checkList(checker: Checker, node: Node, shape: Shape & { type: 'list' }, path: Path) {
  if (node.type !== 'array') {
    if (shape.orOne === true && node.type === 'string') {
      const one = check(checker, node, shape.of, path);
      return one === undefined ? undefined : [one];
    }
    return report(checker, node, path, messages.type('list'));
  }
  const values: unknown[] = [];
  (node.children ?? []).forEach((child, index) => {
    const value = check(checker, child, shape.of, [...path, index]);
    if (value !== undefined) values.push(value);
  });
  return values;
}

/** Key, value and key node of an object's properties; of equal keys the last counts. */
function properties(checker: Checker, node: Node, path: Path): Map<string, readonly [Node, Node]> {
  const found = new Map<string, readonly [Node, Node]>();
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) continue;
    const name = String(key.value);
    if (found.has(name)) {
      report(checker, key, [...path, name], messages['duplicate-key'](name));
    }
    found.set(name, [key, value]);
  }
  return found;
}

function checkKeys(
  checker: Checker,
  node: Node,
  shape: ObjectShape | (Shape & { type: 'map' }),
  path: Path,
): object | undefined {
  if (node.type !== 'object') return report(checker, node, path, messages.type('object'));
  const found = properties(checker, node, path);
  const values: [string, unknown][] = [];
  for (const [name, [key, value]] of found) {
    const inner = [...path, name];
    const expected = shapeOfKey(checker, key, name, shape, inner);
    const checked = expected && check(checker, value, expected, inner);
    if (checked !== undefined) values.push([name, checked]);
  }
  if (shape.type === 'map') return Object.fromEntries(values);
  return isComplete(checker, node, shape, found, values, path)
    ? Object.fromEntries(values)
    : undefined;
}

function shapeOfKey(
  checker: Checker,
  key: Node,
  name: string,
  shape: ObjectShape | (Shape & { type: 'map' }),
  path: Path,
): Shape | undefined {
  if (shape.type === 'map') {
    if (shape.keys === 'any' || checker.rules.has(name)) return shape.of;
    return report(checker, key, path, messages.rule(suggestion(name, checker.rules)));
  }
  if (Object.hasOwn(shape.keys, name)) return shape.keys[name];
  const meant = suggestion(name, Object.keys(shape.keys));
  return report(checker, key, path, messages['unknown-key'](name, meant));
}

/** Are the keys there that must be, and were they right? A part without them is dropped. */
function isComplete(
  checker: Checker,
  node: Node,
  { required = [], oneOf }: ObjectShape,
  found: ReadonlyMap<string, unknown>,
  values: readonly (readonly [string, unknown])[],
  path: Path,
): boolean {
  const missing = required.filter((name) => !found.has(name));
  if (missing.length > 0) report(checker, node, path, messages['missing-key'](missing));
  if (oneOf?.every((name) => !found.has(name)) === true) {
    report(checker, node, path, messages['missing-one-of'](oneOf));
  }
  const right = new Set(values.map(([name]) => name));
  // A condition that is wrong must not widen what `allow` allows.
  const conditions = oneOf === undefined ? required : [...found.keys()];
  return (
    conditions.every((name) => right.has(name)) && (oneOf?.some((name) => right.has(name)) ?? true)
  );
}

function checkText(checker: Checker, node: Node, kind: TextCheck, path: Path) {
  const value: unknown = node.value;
  if (typeof value !== 'string') return report(checker, node, path, messages.type('text'));
  if (kind === 'pattern') return checkPattern(checker, node, value, path);
  const mistake = textMistake(checker, value, kind);
  if (mistake !== undefined) return report(checker, node, path, mistake);
  if (kind === 'custom-id') checker.customIds.add(value);
  return value;
}

function textMistake(checker: Checker, value: string, kind: TextCheck): Messages | undefined {
  switch (kind) {
    case 'rule':
      return checker.rules.has(value) ? undefined : messages.rule(suggestion(value, checker.rules));
    case 'region':
      return regionMistake(value);
    case 'custom-id':
      return customIdMistake(checker, value);
    case 'glob': {
      const mistake = globMistake(value);
      return mistake && messages[mistake]();
    }
    case 'path':
      return /^(?:\/|[a-z][a-z\d+.-]*:|$)|\\/i.test(value) ? messages.path() : undefined;
    case 'domain':
      return /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.-]{0,251}[\p{L}\p{N}\p{M}])?$/u.test(value)
        ? undefined
        : messages.domain();
    default:
      return undefined;
  }
}

/** Codes that people write for a region, and its ISO 3166 code. */
const NOT_QUITE: Readonly<Record<string, string>> = {
  UK: 'GB',
  EN: 'GB',
  JA: 'JP',
  JPN: 'JP',
  USA: 'US',
  GER: 'DE',
  KO: 'KR',
  ZH: 'CN',
};

function regionMistake(value: string): Messages | undefined {
  // The numbering plans know every region that has telephones.
  if (/^[A-Z]{2}$/.test(value) && planOf(value) !== undefined) return undefined;
  const upper = value.toUpperCase();
  const known = /^[A-Z]{2}$/.test(upper) && planOf(upper) !== undefined ? upper : undefined;
  return messages.region(NOT_QUITE[upper] ?? known);
}

function customIdMistake(checker: Checker, value: string): Messages | undefined {
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(value) || value.length > 64) {
    return messages['custom-id']();
  }
  const taken = checker.builtIn.has(value) || checker.customIds.has(value);
  return taken ? messages['custom-id-taken']() : undefined;
}

function checkPattern(checker: Checker, node: Node, value: string, path: Path) {
  const [problem] = compilePatterns([{ id: '', pattern: value }]).problems;
  if (problem === undefined) return value;
  const start = offsetInString(checker.text, node.offset, problem.start);
  const end = offsetInString(checker.text, node.offset, problem.end);
  const last = node.offset + node.length;
  // An empty pattern has no character to point at: point at its quotes.
  const [from, to] = start < end ? [start, Math.min(end, last)] : [node.offset, last];
  checker.problems.push(problemAt(checker.text, from, to, path, problem.message));
  return undefined;
}
