import { mrzCheckDigit } from '../../checks/mrz.ts';

/** The number formats of a region's passports, over capitals and digits without separators. */
interface Format {
  readonly region: string;
  readonly pattern: RegExp;
  /** Has any word with digits, or any short number, this form? */
  readonly wide?: true;
}

/** Forms that say by themselves what they are, where the policy names the country. */
const UNMISTAKABLE: Readonly<Record<string, RegExp>> = {
  FR: /^\d{2}[A-Z]{2}\d{5}$/,
  KR: /^[MSROD]\d{3}[A-Z]\d{4}$/,
};

/** The region among those of the policy whose form no other word has, or undefined. */
export function unmistakable(number: string, regions: readonly string[]): string | undefined {
  return regions.find((region) => UNMISTAKABLE[region]?.test(number));
}

/**
 * Formats of the G20, the European Union, East Asia and others, after the issuers' pages and
 * Microsoft Purview's definitions. Most are no more than a few letters and digits: one of them
 * alone says little, and none is left out because another has the same shape.
 */
const FORMATS: readonly Format[] = [
  { region: 'JP', pattern: /^[A-Z]{2}\d{7}$/ },
  { region: 'AM', pattern: /^[A-Z]{2}\d{7}$/ },
  { region: 'AR', pattern: /^[A-Z]{3}\d{6}$/ },
  { region: 'AT', pattern: /^[A-Z]\d{7}$/ },
  { region: 'AU', pattern: /^(?:[NC-FAUX]|P[A-FUWXZ])\d{7}$/ },
  { region: 'AZ', pattern: /^[A-Z]\d{8}$/ },
  { region: 'BE', pattern: /^[A-Z]{2}\d{6}$/ },
  { region: 'BG', pattern: /^\d{9}$/ },
  { region: 'BR', pattern: /^[A-Z]{2}\d{6}$/ },
  { region: 'BY', pattern: /^[A-Z]{2}\d{7}$/ },
  { region: 'CA', pattern: /^(?:[A-Z]{2}\d{6}|[A-Z]\d{6}[A-Z]{2})$/ },
  { region: 'CH', pattern: /^[A-Z]\d{7}$/ },
  { region: 'CN', pattern: /^(?:G\d{8}|E[A-HJ-NP-Z\d]\d{7})$/ },
  { region: 'CY', pattern: /^[A-Z](?:\d{6}|\d{8})$/ },
  { region: 'CZ', pattern: /^\d{8}$/ },
  { region: 'DE', pattern: /^[CFGHJK](?=\D*\d)[CFGHJ-NPRTV-Z\d]{8}\d?D?$/ },
  { region: 'DK', pattern: /^\d{9}$/ },
  { region: 'DZ', pattern: /^\d{9}$/ },
  { region: 'EE', pattern: /^[A-Z]{1,2}\d{7}$/ },
  { region: 'ES', pattern: /^[A-Z\d]{2,3}\d{6}$/ },
  { region: 'FI', pattern: /^[A-Z]{2}\d{7}$/ },
  { region: 'FR', pattern: /^\d{2}[A-Z]{2}\d{5}$/ },
  { region: 'GB', pattern: /^\d{9}$/ },
  { region: 'GR', pattern: /^[A-Z]{2}\d{7}$/ },
  { region: 'HK', pattern: /^(?:[HK]\d{8}|KJ\d{7})$/ },
  { region: 'HR', pattern: /^\d{9}$/ },
  { region: 'HU', pattern: /^[A-Z]{2}\d{6,7}$/ },
  { region: 'ID', pattern: /^[A-CX]\d{7}$/ },
  { region: 'IE', pattern: /^[A-Z\d]{2}\d{7}$/ },
  { region: 'IN', pattern: /^[A-Z]\d{7}$/ },
  { region: 'IR', pattern: /^[A-Z]\d{8}$/ },
  { region: 'IS', pattern: /^A\d{7}$/ },
  { region: 'IT', pattern: /^[A-Z\d]{2}\d{7}$/ },
  { region: 'JM', pattern: /^A\d{7}$/ },
  { region: 'KR', pattern: /^[MSROD]\d{3}(?:\d{5}|[A-Z]\d{4})$/ },
  { region: 'KZ', pattern: /^[A-Z]\d{7,8}$/ },
  { region: 'LI', pattern: /^[A-Z]\d{5}$/ },
  { region: 'LT', pattern: /^(?=(?:\D*\d){3})[A-Z\d]{8}$/, wide: true },
  { region: 'LU', pattern: /^(?=(?:\D*\d){3})[A-Z\d]{8}$/, wide: true },
  { region: 'LV', pattern: /^[A-Z\d]{2}\d{7}$/ },
  { region: 'LY', pattern: /^(?=(?:\D*\d){3})[A-Z\d]{8}$/, wide: true },
  { region: 'MO', pattern: /^M[A-Z]?\d{7,8}$/ },
  { region: 'MT', pattern: /^\d{7}$/, wide: true },
  { region: 'MX', pattern: /^[A-Z]\d{8}$/ },
  { region: 'MY', pattern: /^[AHK]\d{8}$/ },
  { region: 'MZ', pattern: /^(?:[A-Z]{2}\d{7}|\d{2}[A-Z]{2}\d{5})$/ },
  { region: 'NL', pattern: /^(?=(?:\D*\d){3})[A-Z]{2}[A-Z\d]{6}\d$/ },
  { region: 'NZ', pattern: /^(?:L[ADFH]|E[AP]|N)\d{6}$/ },
  { region: 'PH', pattern: /^(?:[A-Z]\d{6}|[A-Z]\d{7}[A-Z]|[A-Z]{2}\d{6,7})$/ },
  { region: 'PK', pattern: /^[A-Z]{2}\d{7}$/ },
  { region: 'PL', pattern: /^[A-Z]{2}\d{7}$/ },
  { region: 'PT', pattern: /^[A-Z]\d{6}$/ },
  { region: 'RO', pattern: /^\d{8,9}$/ },
  { region: 'RU', pattern: /^\d{9}$/ },
  { region: 'SA', pattern: /^[A-Z]\d{8}$/ },
  { region: 'SE', pattern: /^\d{8}$/ },
  { region: 'SG', pattern: /^[A-Z]\d{7}[A-Z]$/ },
  { region: 'SI', pattern: /^P[A-Z]\d{7}$/ },
  { region: 'SK', pattern: /^[A-Z\d]\d{7}$/ },
  { region: 'TH', pattern: /^[A-Z]{1,2}\d{6,7}$/ },
  { region: 'TR', pattern: /^[A-Z]\d{8}$/ },
  { region: 'TW', pattern: /^\d{9}$/ },
  { region: 'UA', pattern: /^[A-Z]{2}\d{6}$/ },
  { region: 'US', pattern: /^(?:\d{9}|[A-Z]\d{8})$/ },
  { region: 'VN', pattern: /^[A-Z]\d{7,8}$/ },
  { region: 'ZA', pattern: /^[TAMD]\d{8}$/ },
];

/** Regions whose passports have numbers of this form; `number` in capitals, without separators. */
export function regionsOf(number: string): readonly string[] {
  return FORMATS.filter(({ pattern }) => pattern.test(number)).map(({ region }) => region);
}

/**
 * Does a country issue numbers of this form? Forms that anything has are left to the countries of
 * the policy.
 */
export function isIssued(number: string, regions: readonly string[]): boolean {
  return FORMATS.some(
    ({ region, pattern, wide }) => pattern.test(number) && (!wide || regions.includes(region)),
  );
}

/** Two letters and seven digits: Japan's, with no check digit and no published list of letters. */
export const JAPANESE = /^[A-Z]{2}\d{7}$/;

/**
 * Ordinary Japanese passports begin with T (ten years) or M (five years). That is what people who
 * hold them say; no office has published it, so it raises and never vetoes.
 */
export const JAPANESE_SERIES = /^[TM][A-Z]\d{7}$/;

/**
 * Germany's number with the check digit that is printed as its tenth character. A number of nine
 * characters has none; a tenth character that is wrong refutes nothing, for people add things.
 */
export function hasGermanCheckDigit(number: string): boolean {
  if (!/^[CFGHJK][CFGHJ-NPRTV-Z\d]{8}\dD?$/.test(number)) return false;
  return String(mrzCheckDigit(number.slice(0, 9))) === number[9];
}
