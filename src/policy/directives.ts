import { RULES, type Finding, type Mark, type Messages, type Position } from '../engine/index.ts';
import { readDirective, type DirectiveKind } from './directive-syntax.ts';

/** A directive that silenced nothing, or that cannot be understood; a hint, never more. */
export interface UnusedDirective {
  readonly start: Position;
  readonly end: Position;
  /** Holds no text of the line. */
  readonly message: Messages;
}

/** The directives of one source while its blocks go by. Made by `createDirectives`. */
export interface DirectiveState {
  /** Takes the directives of a block; to be called before its findings are asked about. */
  read(marks: readonly Mark[]): void;
  /** Does a directive silence the finding? Marks that directive as used. */
  silences(finding: Finding): boolean;
  /** To be asked after the last block, in order of place. */
  unused(): readonly UnusedDirective[];
}

interface Directive {
  readonly kind: DirectiveKind;
  readonly start: Position;
  readonly end: Position;
  readonly rules: ReadonlySet<string> | undefined;
  /** Nobody is told that it is needless. */
  readonly isExample: boolean;
  used: boolean;
}

interface Region {
  readonly directive: Directive;
  /** Byte offset of the closing directive. */
  end: number;
}

/** A directive for the whole file must be where a reader of the file sees it. */
const LAST_LINE_FOR_FILE = 100;

const MESSAGES = {
  unused: {
    en: 'This directive silences nothing: remove it.',
    ja: 'このディレクティブは何も抑止していません。削除してください。',
  },
  'unknown-rule': {
    en: 'This directive names a rule that does not exist.',
    ja: 'このディレクティブは存在しないルールを指定しています。',
  },
  'unknown-directive': {
    en: 'Unknown directive. Known are leaklint-ignore-line, -next-line, -file, -start and -end.',
    ja: '不明なディレクティブです。使えるのは leaklint-ignore-line、-next-line、-file、-start、-end です。',
  },
  'file-too-late': {
    en: `leaklint-ignore-file must stand in the first ${String(LAST_LINE_FOR_FILE)} lines.`,
    ja: `leaklint-ignore-file は先頭の${String(LAST_LINE_FOR_FILE)}行以内に書いてください。`,
  },
  'end-without-start': {
    en: 'There is no leaklint-ignore-start before this.',
    ja: '対応する leaklint-ignore-start がありません。',
  },
  'start-without-end': {
    en: 'There is no leaklint-ignore-end after this: the rest of the file is ignored.',
    ja: '対応する leaklint-ignore-end がないため、ファイルの残りすべてが無視されます。',
  },
} as const satisfies Record<string, Messages>;

/** @param customRules ids of the user's own rules, known besides the built-in ones */
export function createDirectives(customRules: readonly string[] = []): DirectiveState {
  const known = new Set([...RULES.map(({ id }) => id), ...customRules]);
  const hints: UnusedDirective[] = [];
  const all: Directive[] = [];
  const forFile: Directive[] = [];
  const byLine = new Map<number, Directive[]>();
  let regions: Region[] = [];

  function hint(
    { start, end, isExample }: Pick<Directive, 'start' | 'end' | 'isExample'>,
    code: keyof typeof MESSAGES,
  ) {
    if (isExample) return;
    hints.push({ start, end, message: MESSAGES[code] });
  }

  function addLine(directive: Directive, line: number): void {
    const there = byLine.get(line);
    if (there === undefined) byLine.set(line, [directive]);
    else there.push(directive);
  }

  function add(directive: Directive): void {
    const { kind, start } = directive;
    if (kind === 'end') {
      const open = regions.findLast(({ end, directive: { rules } }) => {
        return end === Infinity && sameRules(rules, directive.rules);
      });
      if (open === undefined) return hint(directive, 'end-without-start');
      open.end = start.byte;
      return;
    }
    if (kind === 'file' && start.line > LAST_LINE_FOR_FILE) return hint(directive, 'file-too-late');
    all.push(directive);
    if (kind === 'file') forFile.push(directive);
    if (kind === 'line') addLine(directive, start.line);
    if (kind === 'next-line') addLine(directive, start.line + 1);
    if (kind === 'start') regions.push({ directive, end: Infinity });
  }

  function read(marks: readonly Mark[]): void {
    // What an earlier block closed holds for no finding of this one.
    regions = regions.filter(({ end }) => end === Infinity);
    for (const { start, text, isExample = false } of marks) {
      const directive = readDirective(text);
      if (directive === undefined) continue;
      const { kind, rules, length } = directive;
      const end = after(start, length);
      if (kind === undefined) hint({ start, end, isExample }, 'unknown-directive');
      else {
        const place = { start, end, isExample };
        if (rules?.some((rule) => !known.has(rule)) === true) hint(place, 'unknown-rule');
        add({ kind, ...place, rules: rules && new Set(rules), used: false });
      }
    }
  }

  function* directivesFor({ start, end }: Finding): Generator<Directive> {
    yield* forFile;
    for (const region of regions) {
      if (region.directive.end.byte <= start.byte && end.byte <= region.end) yield region.directive;
    }
    for (let { line } = start; line <= end.line; line++) yield* byLine.get(line) ?? [];
  }

  function silences(finding: Finding): boolean {
    if (all.length === 0) return false;
    let silenced = false;
    // All that hold are used: of two, neither is to be called needless.
    for (const directive of directivesFor(finding)) {
      if (directive.rules?.has(finding.rule) === false) continue;
      directive.used = true;
      silenced = true;
    }
    return silenced;
  }

  function unused(): readonly UnusedDirective[] {
    const found = [...hints];
    // Where the whole file is ignored, nothing can be said of the directives in it.
    const isFileIgnored = forFile.some(({ rules, used }) => used && rules === undefined);
    for (const { directive, end } of regions) {
      if (end === Infinity && !directive.isExample)
        found.push(hintOf(directive, 'start-without-end'));
    }
    const rest = all.filter(
      ({ used, kind, isExample }) => !used && !isExample && !(isFileIgnored && kind !== 'file'),
    );
    for (const directive of rest) found.push(hintOf(directive, 'unused'));
    return distinct(found);
  }

  return { read, silences, unused };
}

function hintOf({ start, end }: Directive, code: keyof typeof MESSAGES): UnusedDirective {
  return { start, end, message: MESSAGES[code] };
}

/** One hint a directive, the first one found; in order of place. */
function distinct(hints: readonly UnusedDirective[]): UnusedDirective[] {
  const byPlace = new Map<number, UnusedDirective>();
  for (const each of hints) {
    if (!byPlace.has(each.start.byte)) byPlace.set(each.start.byte, each);
  }
  return [...byPlace.values()].sort((a, b) => a.start.byte - b.start.byte);
}

/** The position `length` characters on in the same line; a directive is all ASCII. */
function after({ offset, byte, line, column }: Position, length: number): Position {
  return { offset: offset + length, byte: byte + length, line, column: column + length };
}

/** `-end` without rules closes any region; with rules only one of the same rules. */
function sameRules(
  opened: ReadonlySet<string> | undefined,
  closed: ReadonlySet<string> | undefined,
): boolean {
  if (closed === undefined) return true;
  return opened?.size === closed.size && [...closed].every((rule) => opened.has(rule));
}
