import type { Evidence } from '../../../evidence.ts';
import type { Judgement } from '../../../rule.ts';

/** How far the words of an address may stand before its house number. */
const REACH = 70;
const EVIDENCE: readonly Evidence[] = [{ code: 'street-type' }, { code: 'house-number' }];

/**
 * A Korean or Chinese address around a number: from province or city to the house, as both write
 * it; undefined where neither script stands before the number.
 */
export function judgeEastAsia(text: string, at: number, lowest: number): Judgement | undefined {
  let last = at - 1;
  while (at - last < 3 && isBlankOrComma(text.charCodeAt(last))) last--;
  if (last < lowest || text.charCodeAt(last) < 0x80) return undefined;
  const before = text.slice(Math.max(lowest, at - REACH), at);
  if (/\p{Script=Hangul} ?$/u.test(before)) return korean(text, before, at);
  if (/\p{Script=Han}[ ,]{0,2}$/u.test(before)) return chinese(text, before, at);
  return undefined;
}

const isBlankOrComma = (unit: number) => unit === 32 || unit === 44;

/** Provinces, cities, counties and districts (도로명주소법): 특별시, 광역시, 도, 시, 군, 구. */
const KOREAN_AREA =
  /[시도군구]$|^(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)$/;
/** Roads (로, 길) and, in the old way, parts of towns (동, 리, 가). */
const KOREAN_STREET = /[로길동리가]$/;
const KOREAN_WORD = /^\p{Script=Hangul}[\p{Script=Hangul}\d.-]{0,14}$|^\d{1,3}번?길$/u;
/** House number, second number, building, storey and room. */
const KOREAN_HOUSE =
  /^\d{1,5}(?:-\d{1,4})?(?:번지)?(?![\d년월일시분원개명세번])(?:,? \d{1,4}동)?(?:,? (?:지하 ?)?\d{1,3}층)?(?:,? [A-Z]?\d{1,5}호)?/;

function korean(text: string, before: string, at: number): Judgement | undefined {
  const words = before.trimEnd().split(' ');
  if (!KOREAN_STREET.test(words.at(-1)!)) return undefined;
  let first = words.length - 1;
  while (first > 0 && words.length - first < 6 && KOREAN_WORD.test(words[first - 1]!)) first--;
  while (first < words.length && !KOREAN_AREA.test(words[first]!)) first++;
  const house = KOREAN_HOUSE.exec(text.slice(at, at + 40));
  if (first >= words.length - 1 || house === null) return undefined;
  const length = before.length - words.slice(0, first).join(' ').length - (first > 0 ? 1 : 0);
  return { start: at - length, end: at + house[0].length, evidence: EVIDENCE, region: 'KR' };
}

const CHINESE_AREA = /[省市县縣区區州盟镇鎮乡鄉]/;
const CHINESE_STREET = /(?:[路街巷弄里段村]|大道|胡同|号院)[ ,]{0,2}$/;
/** Roads and railways have numbers that are no houses. */
const CHINESE_ROAD = /(?:道路|[公铁鐵]路|高速|街道|[国國]道|省道|[县縣]道|[鉄铁鐵]道)[ ,]{0,2}$/;
const CHINESE_HOUSE =
  /^\d{1,5}(?:-\d{1,4})?[号號弄](?:[楼樓院]|之\d{1,3})?(?:[ ,]{0,2}[\dA-Z]{1,5}(?:号[楼室]|號[樓室]|单元|單元|[号號栋棟幢座室层層楼樓门門])){0,4}/;
/** Words that lead to an address: 地址, 住在, 位于. */
const LEAD = /^.{0,20}(?:地址|住址|住在|位于|位於|中国|中國|[:：是在])[ ,]{0,2}/;
const KANA = /[\u3041-\u30fa]/;

function chinese(text: string, before: string, at: number): Judgement | undefined {
  const run = /[\p{Script=Han}\d][\p{Script=Han}\d ,]{1,59}$/u.exec(
    before.replace(LEAD, (lead) => '\n'.repeat(lead.length)),
  );
  if (run === null || !CHINESE_STREET.test(run[0]) || CHINESE_ROAD.test(run[0])) return undefined;
  const house = CHINESE_HOUSE.exec(text.slice(at, at + 50));
  const area = run[0].search(CHINESE_AREA);
  if (house === null || area < 1 || KANA.test(text.slice(at - before.length, at + 60)))
    return undefined;
  // Parts before the first area are postal codes and countries.
  const start = Math.max(run[0].lastIndexOf(' ', area), run[0].lastIndexOf(',', area)) + 1;
  return {
    start: at - run[0].length + start,
    end: at + house[0].length,
    evidence: EVIDENCE,
    region: /[縣區鎮鄉號樓]/.test(run[0] + house[0]) ? 'TW' : 'CN',
  };
}
