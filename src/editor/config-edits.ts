import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  modify,
  parseTree,
  type JSONPath,
  type ParseError,
} from 'jsonc-parser';

/** An entry of `allow` as people write it. */
export interface AllowEntry {
  readonly rule: string;
  readonly domain?: string;
  readonly value?: string;
  readonly path?: string;
}

/** A change to `leaklint.json` that a quick fix makes. */
export type ConfigChange =
  | { readonly kind: 'allow'; readonly entry: AllowEntry }
  | { readonly kind: 'ignore'; readonly glob: string }
  | { readonly kind: 'rule-off'; readonly rule: string; readonly files: readonly string[] };

const FORMATTING = { tabSize: 2, insertSpaces: true };

/** What a config file begins with when a quick fix makes it. */
export const EMPTY_CONFIG = '{}\n';

/**
 * The text of `leaklint.json` with the change made: comments, order and what else stands there
 * stay.
 *
 * @returns undefined when the text is no JSON object: nothing can be said about where to write then
 */
export function changeConfig(text: string, change: ConfigChange): string | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (root?.type !== 'object' || errors.length > 0) return undefined;
  if (change.kind === 'allow') return append(text, ['allow'], change.entry);
  if (change.kind === 'ignore') return append(text, ['ignore'], change.glob);
  const same = overrideOf(text, change.files);
  return same === undefined
    ? append(text, ['overrides'], { files: change.files, rules: { [change.rule]: 'off' } })
    : set(text, ['overrides', same, 'rules', change.rule], 'off');
}

/**
 * Appends to the list at `path`, which is made where there is none. The same entry is not written
 * twice.
 */
function append(text: string, path: JSONPath, value: unknown): string {
  const list = nodeValue(text, path);
  if (!Array.isArray(list)) return set(text, path, [value]);
  const wanted = JSON.stringify(value);
  if (list.some((entry) => JSON.stringify(entry) === wanted)) return text;
  return set(text, [...path, list.length], value, true);
}

/** Index of an override for exactly these files. */
function overrideOf(text: string, files: readonly string[]): number | undefined {
  const overrides = nodeValue(text, ['overrides']);
  if (!Array.isArray(overrides)) return undefined;
  const wanted = JSON.stringify(files);
  const index = overrides.findIndex(
    (entry: { files?: unknown } | null) => JSON.stringify(entry?.files) === wanted,
  );
  return index < 0 ? undefined : index;
}

function set(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const formattingOptions = { ...FORMATTING, eol };
  return applyEdits(text, modify(text, path, value, { formattingOptions, isArrayInsertion }));
}

function nodeValue(text: string, path: JSONPath): unknown {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const node = root && findNodeAtLocation(root, path);
  return node && (getNodeValue(node) as unknown);
}
