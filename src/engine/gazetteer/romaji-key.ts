const MACRONS: Readonly<Record<string, string>> = { ā: 'a', ī: 'i', ū: 'u', ē: 'e', ō: 'o' };

/**
 * A Japanese place name in romaji without what its spellings differ in: capitals, macrons and
 * written long vowels (Ōsaka, Ohsaka, Oosaka, Osaka), m before b, m, p (Shimbashi), hyphens.
 */
export function romajiKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[āīūēō]/g, (vowel) => MACRONS[vowel] ?? vowel)
    .replace(/[^a-z]/g, '')
    .replace(/o(?:[ou]|h(?![aeiouy]))+/g, 'o')
    .replace(/u{2,}/g, 'u')
    .replace(/m(?=[bmp])/g, 'n');
}
