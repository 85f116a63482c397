import type { ColumnMemory } from './column-memory.ts';
import type { Evidence } from './evidence.ts';
import type { ScanOptions } from './options.ts';

/** What kind of thing a rule's data is, for reports and for switching rules by group. */
export type Category = 'contact' | 'identity-document' | 'location' | 'person' | 'financial';

/** Severity of a finding, in VS Code's words; `off` silences a rule. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Messages {
  readonly en: string;
  readonly ja: string;
}

/**
 * Where a rule wants to look closely. The kernel finds these places in bytes.
 * - `at`: a commercial at, as `@`, `＠`, `%40`, `&#64;` or `&commat;`
 * - `digits`: a run of 7 or more digits (half or full width), single separators inside
 * - `zip`: what may end a western address: 5 digits before a word, a state before 5 digits, `1AA`
 * - `numbered`: a number near one of the rule's `numbered` words, on its line
 * - `listed`: one of the rule's `listed` names behind a comma or at the beginning of a line
 * - `code`: a word of 8 to 18 capitals and digits, at least four of them digits, no seven in a row
 * - `label`: one of the rule's own `names` with a value after it
 */
export type Anchor = 'at' | 'digits' | 'zip' | 'label' | 'numbered' | 'listed' | 'code';

/** The field that holds a candidate. Offsets are indices into the slice's text. */
export interface Field {
  /** The name as it stands in the source: header, key, variable. */
  readonly name: string;
  /** Rule that the name or the column's values speak for. */
  readonly rule?: string | undefined;
  /** What decided `rule`. */
  readonly by?: 'field-name' | 'column-values' | 'vague-name' | undefined;
  /** The figures of a column's verdict, for its evidence. */
  readonly figures?: string | undefined;
  /** Rules that other fields of the source speak for; absent where no format has records. */
  readonly beside?: ReadonlySet<string> | undefined;
  /** First index of the value, quotes excluded. */
  readonly start: number;
  /** Index after the value. */
  readonly end: number;
}

/**
 * A small decoded stretch of the source around a candidate. `folded` has the same length as
 * `text`: full-width letters, digits and punctuation as ASCII, all hyphens as `-`, half-width
 * kana as they are. Match on `folded`, slice from `text`.
 */
export interface Slice {
  readonly text: string;
  readonly folded: string;
  /** First index of the candidate. */
  readonly start: number;
  /** Index after the candidate. */
  readonly end: number;
}

export interface Context {
  readonly options: ScanOptions;
  /** The field around the candidate, if the format or an assignment names one. */
  readonly field: Field | undefined;
  /** Is the field the rule's own by name or by column? Then evidence `field-name` is added by the engine. */
  readonly typed: boolean;
  /**
   * Does one of the rule's names (or of `words`) stand before the candidate on the same line, at
   * most 40 characters away, as a whole word?
   */
  hotword(words?: readonly string[]): boolean;
}

/** A rule's verdict on a candidate: where the value stands (indices into the slice) and why. */
export interface Judgement {
  readonly start: number;
  readonly end: number;
  readonly evidence: readonly Evidence[];
  /** ISO 3166 region of the format. */
  readonly region?: string;
}

/** The first cells of a column that hold something: trimmed, folded, with the record of each. */
export interface ColumnSample {
  readonly cells: readonly string[];
  readonly records: readonly number[];
  /** The rule that its name or its cells speak for by now. */
  readonly rule: string | undefined;
}

/**
 * What makes a column without a telling name a rule's. Its cells are counted against chance: a
 * check digit that one number in ten has by chance needs more cells than a mailbox.
 */
export interface ColumnTest {
  /** Share of the cells of other columns that pass by chance, at most. */
  readonly chance: number;
  /** Does a cell pass? Without it the rule's own judgement decides: proof and nothing against it. */
  passes?(cell: string): boolean;
  /** Are plain numbers without a leading zero welcome where no check digit speaks for them? */
  readonly plainNumbers?: true;
  /** Has the kind a check digit that nobody goes without? Then wrong ones refuse a column's name. */
  readonly checked?: true;
  /** Do the cells make sense together and in their table? */
  fits?(column: ColumnSample, table: readonly ColumnSample[]): boolean;
  /**
   * The cells say little alone: a column of one of these rules must stand in the table, and the
   * column's own name must say nothing (`#3`, `col_17`).
   */
  readonly beside?: readonly string[];
}

/** A table's column whose cells are a rule's, as its cheap test may know it. */
export interface Column {
  /** As it stands in the header. */
  readonly name: string;
  readonly by: 'field-name' | 'column-values';
  /** Rules that the columns of the table speak for. */
  readonly beside: ReadonlySet<string>;
  readonly options: ScanOptions;
  /**
   * Is there nothing in these bytes that another rule would look at?
   *
   * @param except a rule of which the test knows better
   */
  isQuiet(bytes: Uint8Array, start: number, end: number, except?: string): boolean;
  /**
   * Tells whether no other rule looks at anything in the cell that is tested.
   *
   * @param literals anchors that count for nothing in such cells
   */
  isAloneBut(literals: readonly string[]): Alone;
  /** What the test remembers, and what of it the scanner of tables sees. */
  readonly memory: ColumnMemory;
  /** The literal anchors of all rules, in lower case. */
  readonly literals: readonly string[];
}

export interface Alone {
  (): boolean;
  /** Candidates that are another rule's, a byte a kind. */
  readonly others: Uint8Array;
}

/** What a cheap test says of a cell: the whole of it is a value, for these reasons. */
export interface Settled {
  readonly evidence: readonly Evidence[];
  readonly region?: string;
}

/**
 * The cheap look at a cell of a column of the rule's own. `bytes[start, end)` is the cell in valid
 * UTF-8 without quotes; `plain` says that no `:` or `=` stands before it in its row.
 *
 * @returns one of a few constants when `judge` would give just that for the whole cell whatever
 *   stands around it, and no other rule a better reading of any of it; undefined where it takes a
 *   closer look
 */
export interface CellTest {
  (bytes: Uint8Array, start: number, end: number, plain: boolean): Settled | undefined;
  /** The same for the scanner of tables, where it has one. */
  readonly scanned?: ScannedTest;
}

/** A test of kernel/wasm/cells: it says the same, or leaves the cell to the test that it belongs to. */
export interface ScannedTest {
  /** Its number in kernel/wasm/layout.ts. */
  readonly test: number;
  /** Numbers, and addresses of what is remembered; it is not used where one is undefined. */
  readonly parameters: readonly (number | undefined)[];
  /** What it says, by number. */
  readonly says: readonly Settled[];
  /** Candidates that leave the cell to the test, as `Alone` has them. */
  readonly others?: Uint8Array;
}

/** A candidate in bytes. */
export interface Place {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** A candidate of the anchor `digits`; nothing near it is another character in the folded text. */
export interface DigitRun extends Place {
  readonly digits: number;
  /** Do only signs stand between a letter and the run? */
  readonly isAfterWord: boolean;
}

/**
 * The cheap look at a candidate, in bytes.
 *
 * @returns false where `judge` finds nothing in any field but one of the rule's own
 */
export type Glance<P extends Place> = (place: P, options: ScanOptions) => boolean;

/** One kind of personal data, declared as data. */
export interface Rule {
  /** The rule's name everywhere, kebab-case; also its file name and its page in docs/rules. */
  readonly id: string;
  readonly category: Category;
  /** Severity by default. */
  readonly severity: Severity;
  readonly messages: Messages;
  /**
   * Field names and hotwords, in words separated by blanks, folded to lower case: `passport no`
   * matches `passportNo`, `passport_no`, `PASSPORT-NO` and "Passport No."
   */
  readonly names: readonly string[];
  /** Field names that may mean anything else too (`name`): they count only as a whole, and for little. */
  readonly vague?: readonly string[];
  /** Log-odds of the bare shape, before any evidence. */
  readonly prior: number;
  readonly anchors: readonly Anchor[];
  /** Literal texts that are anchors of this rule (`〒`, `都`); ASCII letters match in any case. */
  readonly literals?: readonly string[];
  /** What a column of it shows; without it the rule's judgement, at one in ten by chance. */
  readonly column?: ColumnTest;
  /** Words, and endings of words, of the anchor `numbered`: `street`, `straße`. */
  readonly numbered?: {
    readonly words: readonly string[];
    readonly endings: readonly string[];
    /** Endings that count right before the number only. */
    readonly next?: readonly string[];
  };
  /** Names of the anchor `listed`, each at least three bytes of UTF-8. They begin with a capital, or outside ASCII. */
  readonly listed?: () => readonly string[];
  /** The cheap look at candidates of an anchor: source code is full of them, and hardly one is a value. */
  readonly glance?: { readonly digits?: Glance<DigitRun>; readonly at?: Glance<Place> };
  /** The cheap test of the cells of a column, where the rule has one. */
  readonly cells?: (column: Column) => CellTest | undefined;
  /**
   * A cheap look at a candidate that no field holds: the word in a field's name, in the head of a
   * statement. Would `judge` find nothing from it, here and in the fields around it?
   */
  readonly isSilentAt?: (bytes: Uint8Array, start: number, end: number) => boolean;
  /**
   * The close look. A candidate in a field of the rule's own is offered too, as the whole value.
   * Yields nothing where the value is vetoed, refuted (unless typed) or masked already.
   */
  judge(slice: Slice, context: Context): Iterable<Judgement>;
}

export const withScanned = (test: CellTest, scanned: ScannedTest): CellTest =>
  Object.assign(test, { scanned });

/** Checks a rule's form at compile time and freezes it. */
export function defineRule(rule: Rule): Rule {
  return Object.freeze(rule);
}
