/** The encodings that are read and written, by their names in the WHATWG Encoding Standard. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'euc-kr',
  'windows-1252',
] as const;

export type EncodingName = (typeof ENCODINGS)[number];

/** What people call them besides: labels of the Encoding Standard, code pages, iconv's names. */
const ALIASES: Readonly<Record<string, EncodingName>> = {
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  'shift-jis': 'shift_jis',
  shiftjis: 'shift_jis',
  sjis: 'shift_jis',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'windows-31j': 'shift_jis',
  eucjp: 'euc-jp',
  ujis: 'euc-jp',
  jis: 'iso-2022-jp',
  iso2022jp: 'iso-2022-jp',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  'big5-hkscs': 'big5',
  cp950: 'big5',
  euckr: 'euc-kr',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  cp1252: 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
};

/** The encoding that somebody means, in whatever case; undefined when nobody knows it. */
export function encodingNamed(name: string): EncodingName | undefined {
  const folded = name.toLowerCase();
  const known = ENCODINGS.find((encoding) => encoding === folded);
  return known ?? (Object.hasOwn(ALIASES, folded) ? ALIASES[folded] : undefined);
}

/** As people write them. */
export const ENCODING_TITLES: Readonly<Record<EncodingName, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  'iso-2022-jp': 'ISO-2022-JP',
  gb18030: 'GB18030',
  big5: 'Big5',
  'euc-kr': 'EUC-KR',
  'windows-1252': 'Windows-1252',
};
