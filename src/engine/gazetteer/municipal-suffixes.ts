/** Ends of municipalities' names in Latin letters: wards, cities, counties. */
export const MUNICIPAL_SUFFIXES = ['-ku', '-shi', '-gun'] as const;

export type MunicipalSuffix = (typeof MUNICIPAL_SUFFIXES)[number];

export function isMunicipalSuffix(text: string): text is MunicipalSuffix {
  return MUNICIPAL_SUFFIXES.some((suffix) => suffix === text);
}
