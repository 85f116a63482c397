import { createRequire } from 'node:module';
import { iso31661Alpha3ToAlpha2 } from 'iso-3166';
import { generatedFile, type GeneratedFile } from './generated-file.mts';

const { version } = createRequire(import.meta.url)('iso-3166/package.json') as { version: string };

/** ISO 3166-1: alpha-3 codes (the MRZ's) with their alpha-2 codes (a finding's region). */
export function states(): readonly GeneratedFile[] {
  const codes = Object.entries(iso31661Alpha3ToAlpha2)
    .map(([alpha3, alpha2]) => alpha3 + alpha2)
    .sort();
  return [
    generatedFile('states.generated.ts', {
      about: 'ISO 3166-1 codes: alpha-3 and alpha-2, five letters a state.',
      source: `npm iso-3166 ${version} (MIT).`,
      constants: { STATES: codes.join(' ') },
    }),
  ];
}
