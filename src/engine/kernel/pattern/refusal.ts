import type { Messages } from '../../rule.ts';

/** Why a pattern is refused. Messages quote nothing of the pattern: it may hold personal data. */
export const REFUSALS = {
  'look-around': {
    en: 'Look-around is not regular: write what stands before and after into the pattern.',
    ja: '前後読み（look-around）は正規言語ではありません。前後の文字をパターンに含めて書いてください。',
  },
  'back-reference': {
    en: 'Back-references are not regular.',
    ja: '後方参照は正規言語ではありません。',
  },
  lazy: {
    en: 'Lazy quantifiers have no meaning here, the longest match is taken: write [^x]* instead.',
    ja: '最長一致のため、遅延量指定子は使えません。[^x]* のように書いてください。',
  },
  property: {
    en: 'Character properties (\\p) are not supported: write a range such as [一-龠].',
    ja: '文字プロパティ（\\p）は使えません。[一-龠] のような範囲で書いてください。',
  },
  flags: {
    en: 'Flags inside a pattern are not supported: write both cases, such as [Aa].',
    ja: 'パターン内のフラグは使えません。[Aa] のように両方の文字を書いてください。',
  },
  escape: {
    en: 'Unknown escape. Known are \\d \\w \\s \\D \\W \\S \\b \\B \\n \\r \\t \\f \\v \\0 \\xHH \\uHHHH \\u{H} and signs.',
    ja: '不明なエスケープです。使えるのは \\d \\w \\s \\D \\W \\S \\b \\B \\n \\r \\t \\f \\v \\0 \\xHH \\uHHHH \\u{H} と記号です。',
  },
  'trailing-backslash': {
    en: 'The pattern ends with a backslash.',
    ja: 'パターンがバックスラッシュで終わっています。',
  },
  'open-class': {
    en: 'The character class is not closed: ] is missing.',
    ja: '文字クラスが閉じられていません（] がありません）。',
  },
  'empty-class': {
    en: 'The character class matches no character.',
    ja: '文字クラスに一致する文字がありません。',
  },
  'range-order': {
    en: 'The range runs backwards.',
    ja: '範囲の順序が逆です。',
  },
  'open-group': {
    en: 'The group is not closed: ) is missing.',
    ja: 'グループが閉じられていません（) がありません）。',
  },
  'stray-bracket': {
    en: 'This bracket closes nothing: escape it with a backslash.',
    ja: '対応する開き括弧がありません。バックスラッシュでエスケープしてください。',
  },
  'nothing-to-repeat': {
    en: 'There is nothing to repeat here.',
    ja: '繰り返す対象がありません。',
  },
  'repeat-order': {
    en: 'The repetition needs {m}, {m,} or {m,n} with m not above n.',
    ja: '繰り返しは {m}、{m,}、{m,n}（m は n 以下）で書いてください。',
  },
  'too-long': {
    en: 'The pattern is longer than 1,000 characters.',
    ja: 'パターンが1,000文字を超えています。',
  },
  'too-deep': {
    en: 'The groups are nested more than 50 deep.',
    ja: 'グループの入れ子が50段を超えています。',
  },
  'too-large': {
    en: 'The pattern is too large: lower the counts in {m,n} or narrow the classes.',
    ja: 'パターンが大きすぎます。{m,n} の回数を減らすか、文字クラスを狭めてください。',
  },
  'too-large-together': {
    en: 'The patterns of all custom rules together are too large.',
    ja: 'カスタムルール全体のパターンが大きすぎます。',
  },
  empty: {
    en: 'The pattern matches nothing but empty text.',
    ja: 'パターンが空文字列にしか一致しません。',
  },
} as const satisfies Record<string, Messages>;

export type RefusalCode = keyof typeof REFUSALS;

/** Thrown inside the compiler, caught at its door: `compilePatterns` returns problems as data. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** UTF-16 offsets in the pattern. */
  readonly start: number;
  readonly end: number;

  constructor(code: RefusalCode, start: number, end: number) {
    super(code);
    this.code = code;
    this.start = start;
    this.end = end;
  }
}
