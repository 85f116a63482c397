import { iso31661Alpha2ToAlpha3 } from 'iso-3166';
import { generatedFile, type GeneratedFile } from './generated-file.mts';

/** Languages in which addresses name other countries, besides English and the country's own. */
const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt'];

/** Signs that nobody writes in an address: `Myanmar (Burma)`, `Hong Kong SAR China`. */
const bare = (name: string) =>
  name
    .replace(/ \(.*\)$/u, '')
    .replace(/ SAR .*$/u, '')
    .replace(/[’ʼ]/gu, "'");

/** What Unicode CLDR calls a country: in English, in its likeliest language, in LANGUAGES. */
function namesOf(code: string): string[] {
  const own = new Intl.Locale(`und-${code}`).maximize().language;
  const names = [...LANGUAGES, own].flatMap((language) =>
    (['long', 'short'] as const).flatMap((style) => {
      const name = new Intl.DisplayNames([language], { type: 'region', style }).of(code);
      // Two letters are an abbreviation, two characters of another script a name.
      if (name === undefined || /^[A-Z]{2}$/u.test(name)) return [];
      return [bare(name), bare(name).replace(' & ', ' and ')];
    }),
  );
  return [...new Set(names)];
}

/** Countries with their names, as addresses end with them. */
export function countries(): readonly GeneratedFile[] {
  const codes = [...Object.keys(iso31661Alpha2ToAlpha3), 'XK'].sort();
  return [
    generatedFile('countries.generated.ts', {
      about: 'Countries and territories: ISO 3166-1 alpha-2 code, then names in several languages.',
      source: `Unicode CLDR ${process.versions['cldr'] ?? ''} (Unicode licence), through Intl.DisplayNames.`,
      constants: {
        COUNTRIES: codes.map((code) => `${code}:${namesOf(code).join('|')}`).join(';'),
      },
    }),
  ];
}
