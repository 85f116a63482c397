import { isNumeral } from '../../gazetteer/canonical.ts';

/**
 * How much a chain of numbers says:
 * - `unit`: a block or house says so itself (番地, 番, 号, 無番地)
 * - `chain`: numbers joined by hyphens or の, or a number behind 丁目
 * - `number`: one number alone
 * - `part`: a numbered part of a town (丁目, 条, 線, 区); what follows decides
 */
export type Strength = 'unit' | 'chain' | 'number' | 'part';

export interface HouseNumber {
  readonly start: number;
  readonly end: number;
  readonly strength: Strength;
  /** How many numbers the chain has. */
  readonly parts: number;
}

/** Units of blocks and houses (住居表示, 地番), and of numbered parts of towns. */
const HOUSE_UNITS = ['番地', '番', '号室', '号棟', '号地', '号'];
const TOWN_UNITS = [
  '丁目',
  '番丁',
  '番町',
  '番街',
  '地割',
  '街区',
  '号線',
  '丁',
  '条',
  '線',
  '区',
  '組',
  '部',
  '班',
];
const UNITS = [...HOUSE_UNITS, ...TOWN_UNITS].sort((a, b) => b.length - a.length);

const WITHOUT_NUMBER = ['無番地', '番外地', '番地不詳', '番地なし', '番地無し'];

/** Between two numbers of a chain: 1-3, 1の3, 1ノ3, 395・396; dashes that {@link fold} leaves alone. */
const JOINTS = new Set('-のノﾉ之丿・━─'.split(''));
const SUB_LETTER = /[A-Zイロハニホヘト甲乙丙](?![A-Za-z\u3041-\u30ff一-龠])/y;
/** Units of counting, time and measure: 3人, 5月, 10個 are no houses. */
const COUNTERS = new Set(
  '年月日時分秒人名件個回位倍歳才円億万千%台本冊枚店社校戸軒世帯度割点票種類代期週間ヶか箇所泊駅両便機頭匹羽杯皿席行列面局級戦勝敗得次版章節項者国議°℃',
);
/** Those of them that names of buildings begin with. */
const NAME_COUNTERS = new Set('本台戸代国両万千');
const DIGIT = /[0-9]/;

/**
 * The chain of numbers that begins at `at` of a folded text: `1丁目2番3号`, `2-8-1`, `一の三`,
 * `482番地の2`, `無番地`; undefined where none does.
 */
export function houseNumberAt(text: string, at: number, limit: number): HouseNumber | undefined {
  const without = WITHOUT_NUMBER.find((words) => text.startsWith(words, at));
  if (without !== undefined) {
    return { start: at, end: at + without.length, strength: 'unit', parts: 1 };
  }
  return readChain(text, at, limit);
}

function readChain(text: string, at: number, limit: number): HouseNumber | undefined {
  const ordinal = text[at] === '第';
  let end = at + (ordinal ? 1 : letterPrefix(text, at));
  let parts = 0;
  let strength: Strength = end > at && !ordinal ? 'chain' : 'number';
  for (let next = end; parts < 8;) {
    const number = numberEnd(text, next, limit);
    if (number === next) break;
    const unit = unitAt(text, number);
    if (isKanjiName(text, next, number, parts, unit)) break;
    parts++;
    end = number + (unit?.length ?? 0);
    strength = stronger(strength, unit, parts);
    next = nextPart(text, end, limit, unit !== undefined);
    if (next === end && unit === undefined) break;
  }
  if (parts === 0) return undefined;
  if (ordinal && parts === 1) return { start: at, end, strength: 'part', parts };
  end = withSubLetter(text, end, limit);
  if (strength !== 'unit' && strength !== 'part' && !mayEnd(text, at, end, limit, parts)) {
    return undefined;
  }
  return { start: at, end, strength, parts };
}

/** some blocks have letters. */
function letterPrefix(text: string, at: number): number {
  return /[A-Z]/.test(text[at] ?? '') && text[at + 1] === '-' ? 2 : 0;
}

/** End of the digits (five at most, no leading zero) or kanji numerals at `at`. */
function numberEnd(text: string, at: number, limit: number): number {
  let end = at;
  const digits = DIGIT.test(text[at] ?? '');
  while (end < limit && isNumeral(text.charCodeAt(end)) && DIGIT.test(text[end]!) === digits) end++;
  if (!digits) return end - at > 8 ? at : end;
  return end - at > 5 || (text[at] === '0' && end - at > 1) ? at : end;
}

function unitAt(text: string, at: number): string | undefined {
  const unit = UNITS.find((it) => text.startsWith(it, at));
  // 三丁町, 一番館, 二号店 are names.
  if (unit === '丁' && text[at + 1] === '町') return undefined;
  if (unit === '番' && '館線号組'.includes(text[at + 1] ?? ' ')) return undefined;
  if (unit === '号' && '店館車機議'.includes(text[at + 1] ?? ' ')) return undefined;
  return unit;
}

/** 三条, 六本木, 二番耕地: a kanji numeral without a unit counts in a chain or at the end only. */
function isKanjiName(
  text: string,
  at: number,
  end: number,
  parts: number,
  unit: string | undefined,
): boolean {
  if (DIGIT.test(text[at]!)) return false;
  const next = end + (unit?.length ?? 0);
  const goesOn = isWordUnit(text.charCodeAt(next)) && !isNumeral(text.charCodeAt(next));
  if (unit !== undefined) return unit === '番' && goesOn && text[next] !== 'の';
  if (parts > 0) return goesOn;
  if (JOINTS.has(text[end] ?? '')) return !isNumeral(text.charCodeAt(end + 1));
  return end - at < 3 || goesOn;
}

/** 9本 is a count, 17-9本町 is not. */
function isNameStart(text: string, at: number): boolean {
  const next = text[at + 1] ?? '';
  return NAME_COUNTERS.has(text[at]!) && isName(next.charCodeAt(0)) && !COUNTERS.has(next);
}

/** Kanji or katakana */
function isName(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x30a1 && unit <= 0x30fa) || unit === 0x3005
  );
}

/** Kana or kanji */
function isWordUnit(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x30ff) || (unit >= 0x4e00 && unit <= 0x9fff);
}

function stronger(before: Strength, unit: string | undefined, parts: number): Strength {
  if (before === 'unit' || (unit !== undefined && HOUSE_UNITS.includes(unit))) return 'unit';
  if (unit !== undefined) return parts === 1 || before === 'part' ? 'part' : before;
  return parts === 1 ? before : 'chain';
}

/** Index of the chain's next number, or `end` where none follows. */
function nextPart(text: string, end: number, limit: number, afterUnit: boolean): number {
  let next = end;
  if (JOINTS.has(text[next] ?? '')) next++;
  else if (afterUnit && text[next] === ' ') next++;
  else if (!afterUnit) return end;
  if (next >= limit) return end;
  if (next > end) next += letterPrefix(text, next);
  return isNumeral(text.charCodeAt(next)) ? next : end;
}

/** 123番地イ, 12-3-A, 301C, 2F */
function withSubLetter(text: string, end: number, limit: number): number {
  const at = text[end] === '-' || text[end] === 'の' ? end + 1 : end;
  SUB_LETTER.lastIndex = at;
  return SUB_LETTER.test(text) && SUB_LETTER.lastIndex <= limit ? SUB_LETTER.lastIndex : end;
}

/** Does nothing behind the bare number say that it is a date, a time, a measure, a count? */
function mayEnd(text: string, at: number, end: number, limit: number, parts: number): boolean {
  if (end >= limit) return !isDate(text, at, end);
  const next = text[end]!;
  if (DIGIT.test(text[end + 1] ?? '') && (parts > 1 ? '.:' : '.:/,').includes(next)) return false;
  if (/[A-Z0-9]/i.test(next)) return false;
  if (parts < 3 && COUNTERS.has(next) && !isNameStart(text, end)) return false;
  return !isDate(text, at, end);
}

const DATE = /^(?:19|20)\d\d-(?:[1-9]|1[0-2])-(?:[12]?\d|3[01])$/;

function isDate(text: string, at: number, end: number): boolean {
  return DATE.test(text.slice(at, end));
}
