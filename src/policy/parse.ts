import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { RULES, type Messages } from '../engine/index.ts';
import { check, type Checker } from './check.ts';
import type { Config, ConfigProblem, ParsedConfig } from './config.ts';
import { CONFIG } from './declaration.ts';
import { problemMessages } from './messages.ts';
import { problemAt } from './place.ts';

/** What each error code of jsonc-parser says, in our words. */
const SYNTAX: Readonly<Record<number, string>> = {
  1: 'unknown symbol',
  2: 'bad number',
  3: 'a key in quotes is missing',
  4: 'a value is missing',
  5: ': is missing',
  6: ', is missing',
  7: '} is missing',
  8: '] is missing',
  9: 'text after the end',
  11: 'the comment is not closed',
  12: 'the closing quote is missing',
  13: 'the number goes on wrongly',
  14: 'bad \\u escape',
  15: 'unknown escape',
  16: 'control character in a text',
};

/**
 * Reads `leaklint.json` (comments and trailing commas allowed). What is right counts even where
 * something else is wrong.
 *
 * @param customRules ids of rules that the extended configs define
 */
export function parseConfig(text: string, customRules: readonly string[] = []): ParsedConfig {
  const problems: ConfigProblem[] = [];
  // A byte-order mark is no blank for the parser; the offsets stay.
  const source = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { allowTrailingComma: true });
  if (root === undefined) {
    const message =
      source.trim() === '' ? problemMessages.empty() : problemMessages.syntax(SYNTAX[4]!);
    return { config: {}, problems: [problemAt(text, 0, text.length, [], message)] };
  }
  for (const { error, offset, length } of errors) {
    const message = problemMessages.syntax(SYNTAX[error] ?? 'unexpected text');
    problems.push(problemAt(text, offset, offset + length, [], message));
  }
  const builtIn = new Set(RULES.map(({ id }) => id));
  const rules = new Set([...builtIn, ...customRules, ...ownRules(root)]);
  const checker: Checker = { text, builtIn, rules, customIds: new Set(), problems };
  const config = (check(checker, root, CONFIG, []) ?? {}) as Config;
  return { config, problems: problems.sort((a, b) => a.start - b.start) };
}

/** Ids of the config's own rules: `rules` may stand before `custom`. */
function ownRules(root: Node): string[] {
  return valuesOf(root, 'custom').flatMap((list) =>
    (list.children ?? []).flatMap((rule) =>
      valuesOf(rule, 'id').flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
    ),
  );
}

function valuesOf(node: Node, name: string): Node[] {
  if (node.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key?.value === name && value !== undefined ? [value] : [],
  );
}

/** A problem at an entry of `extends`. */
export function problemAtLink(text: string, link: string, message: Messages): ConfigProblem {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const [value] = root === undefined ? [] : valuesOf(root, 'extends').slice(-1);
  const index = value?.children?.findIndex((child) => child.value === link) ?? -1;
  const node = value?.children?.[index] ?? value;
  const path = index < 0 ? ['extends'] : ['extends', index];
  const { offset = 0, length = 0 } = node ?? {};
  return problemAt(text, offset, offset + length, path, message);
}
