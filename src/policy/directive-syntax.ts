/** What a directive silences: its line, the next one, the file, or what lies between two. */
export type DirectiveKind = 'line' | 'next-line' | 'file' | 'start' | 'end';

export interface DirectiveText {
  /** Undefined for a word that is no directive, such as `leaklint-ignore-block`. */
  readonly kind: DirectiveKind | undefined;
  /** The rules named; all rules when undefined. */
  readonly rules: readonly string[] | undefined;
  /** UTF-16 length of the directive with its rules, without the reason. */
  readonly length: number;
}

const KINDS: readonly DirectiveKind[] = ['line', 'next-line', 'file', 'start', 'end'];

const BEGIN = /^leaklint-ignore(?:-([a-z-]{1,30}))?(?![\w-])/;

/** What may end a comment in any language: whatever can be neither a rule's id nor a separator. */
const RULE = /[ \t,]{1,20}([a-z][a-z\d]{0,63}(?:-[a-z\d]{1,64}){0,9})(?=[\s,*#%}"'`)\]<]|--|$)/y;

/**
 * Reads `leaklint-ignore-line email, phone-number -- reason`, whatever ends the comment.
 *
 * @param text from `leaklint-` to the end of the line
 * @returns undefined where no directive is meant: `leaklint-baseline.json`
 */
export function readDirective(text: string): DirectiveText | undefined {
  const begin = BEGIN.exec(text);
  if (begin === null) return undefined;
  // A closing `--` (SQL, XML) is no part of the name.
  const [name] = begin[1]?.split('--') ?? [];
  const kind = KINDS.find((each) => each === name);
  let end = begin[0].length;
  const rules: string[] = [];
  RULE.lastIndex = end;
  for (let found = RULE.exec(text); found !== null; found = RULE.exec(text)) {
    rules.push(found[1]!);
    end = RULE.lastIndex;
  }
  return { kind, rules: rules.length === 0 ? undefined : rules, length: end };
}
