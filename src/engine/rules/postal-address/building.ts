/** Words that name a dwelling or an office building, or a part of one. */
const BUILDING_WORDS =
  'ビルディング|ビルヂング|ビル|マンション|アパートメント|アパート|ハイツ|コーポラス|コーポ|ハイム|メゾン|レジデンス|' +
  'パレス|コート|タワー|ハウス|ホームズ|プラザ|ヴィラ|シャトー|エステート|ガーデン|テラス|ヒルズ|フラット|ドミトリー|' +
  '団地|住宅|社宅|宿舎|公舎|官舎|会館|号室|[寮荘棟館室階]';
const BUILDING = new RegExp(BUILDING_WORDS);
const BUILDINGS = new RegExp(BUILDING_WORDS, 'g');

/** 101, 101号室, B-203, 2号棟1階, 3F at the end of words. */
const ROOM =
  /-?(?:[A-Z]-?)?\d{1,4}(?:-\d{1,4})?[A-Z]?(?:号室?|号棟|番館|[室階棟F])?(?:\d{1,4}(?:号室?|室|階)?)?$/;
const ROOM_UNIT = /(?:[号室階棟F]|号室|号棟|番館)$/;
/** From here on something else is told: phone, mail, name. */
const OTHER =
  /^(?:TEL|Tel|tel|FAX|Fax|fax|PHONE|Phone|E-?mail|e-?mail|MAIL|Mail|HP|URL|http|電話|携帯|[℡☎☏〒宛]|メール|担当|氏名|様式|別表|別紙|代表|お?名前|様$|御中|\+?0\d)/;
/** 田中方, 田中様方: care of. */
const CARE_OF = /^[一-龠々ァ-ヶー]{1,6}様?方(?![一-龠々ァ-ヶー\dA-Z-])/i;
const GRAMMAR_RUN =
  /(?:^|[^\u3041-\u3096])(?:[にではとへもやを]|から|まで|より|では|には|にて|とは|への|との|です|ます|した|して|する|ある|いる|だった)(?:$|[^\u3041-\u3096])/;

/** Characters that end an address in running text. */
const STOP = /[\s"'`,、。，．<>|;；:：()[\]{}「」『』【】*=→/\\?!]/;
const LONGEST = 60;

/**
 * Where building, storey and room behind a house number end: `3-2-1 コーポ三田101号室`.
 *
 * @param at index behind the house number.
 * @param limit index that the address does not pass.
 * @returns `at` where no building follows.
 */
export function buildingEnd(text: string, at: number, limit: number): number {
  const last = Math.min(limit, at + LONGEST);
  let end = at;
  let name = '';
  let i = text[at] === '-' ? at + 1 : at;
  while (i < last) {
    const start = skipBlanks(text, i, last);
    if (start > i + 2) break;
    const bracketed = bracketEnd(text, start, last);
    if (bracketed > start) {
      end = i = bracketed;
      continue;
    }
    const stop = wordStop(text, start, last);
    const word = text.slice(start, stop);
    if (word === '' || OTHER.test(word)) break;
    const taken = buildingPart(word, name);
    if (taken === 0 && (name !== '' || !mayGoOn(word))) break;
    if (taken > 0) end = start + taken;
    if (taken > 0 && taken < word.length) break;
    name = taken > 0 && ROOM_UNIT.test(word) ? '' : word;
    i = stop;
  }
  return end;
}

/** How much of the word belongs to a building; `name` is a word before it that may be its name. */
function buildingPart(word: string, name: string): number {
  const care = CARE_OF.exec(word);
  if (care !== null) return care[0].length;
  const room = ROOM.exec(word);
  if (room !== null && isRoom(word.slice(0, room.index), room[0], name)) return word.length;
  const end = lastBuildingWord(word);
  return end > 0 && !GRAMMAR_RUN.test(word.slice(0, end)) ? end : 0;
}

function isRoom(before: string, room: string, name: string): boolean {
  if (GRAMMAR_RUN.test(before)) return false;
  if (ROOM_UNIT.test(room)) return true;
  const building = before === '' ? name : before;
  return BUILDING.test(building) || isForeignName(building);
}

/** Katakana or letters, as buildings are called and people in an address list seldom. */
function isForeignName(name: string): boolean {
  return /[ァ-ヶー]{2}|[A-Z]{3}/i.test(name);
}

/** Index behind the last building word, and behind the storey or name that goes on after it. */
function lastBuildingWord(word: string): number {
  let end = 0;
  for (const { index, 0: found } of word.matchAll(BUILDINGS)) {
    end = index + found.length;
  }
  return end === 0 ? 0 : end + (MORE.exec(word.slice(end))?.[0].length ?? 0);
}

/** What a building's name goes on with: メゾン緑が丘, コーポかすみ野, ビル東館3F; no particles. */
const MORE =
  /^(?:[ァ-ヶー一-龠々A-Z]|[がのつ](?=[一-龠])|(?![にでをはがのへともや]|から|まで)[ぁ-ん]{1,6}(?=[一-龠ァ-ヶ]|$))*(?:-?[A-Z]?\d{1,4}(?:号室?|[室階棟F])?)?/i;

/** A word that may be the first of a building's name: 「サンライズ 101」 */
function mayGoOn(word: string): boolean {
  return word.length <= 24 && isForeignName(word) && !GRAMMAR_RUN.test(word);
}

/** (小野ビル101号), (Ａ棟), (地番) */
const BRACKETED = /\(([^()\n]{1,20})\)/y;

function bracketEnd(text: string, at: number, limit: number): number {
  BRACKETED.lastIndex = at;
  const found = BRACKETED.exec(text);
  if (found === null || BRACKETED.lastIndex > limit) return at;
  return BUILDING.test(found[1]!) || ROOM_UNIT.test(found[1]!) || found[1] === '地番'
    ? BRACKETED.lastIndex
    : at;
}

function skipBlanks(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit && text[i] === ' ') i++;
  return i;
}

function wordStop(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit && !STOP.test(text[i]!)) i++;
  return i;
}

/** Does the whole line name a building and a room, as the second line of an address does? */
export function isBuildingLine(line: string): boolean {
  const room = line.length > 40 ? null : ROOM.exec(line);
  if (room === null || !ROOM_UNIT.test(line)) return false;
  const name = line.slice(0, room.index);
  const named = BUILDING.test(name) || isForeignName(name);
  return named && buildingEnd(line, 0, line.length) === line.length;
}

const CONTACT =
  /TEL|Tel|FAX|Fax|PHONE|Phone|E-?mail|電話|携帯|[℡☎☏]|メール|(?<=\s)(?:\+81|0\d{1,4}-\d)|(?<![\w.+-])[\w.+-]{1,64}@/;

/** Index of a telephone number or a mail address behind an address, or -1. */
export function contactStart(text: string, at: number, end: number): number {
  const found = CONTACT.exec(text.slice(at, end));
  return found === null ? -1 : at + found.index;
}
