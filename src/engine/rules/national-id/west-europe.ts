import { luhnCheck } from '../../checks/luhn.ts';
import { mod11And10Check } from '../../checks/iso-7064.ts';
import { digitAt, remainder, weightedSum } from '../../checks/weighted.ts';
import type { NumberForm } from '../../number-table.ts';
import { hasDdmmyy, isDay, two } from './dates.ts';

/** What the European Commission publishes of its members' numbers, with their check digits. */
const EU = 'DG TAXUD, TIN algorithms';

/** 13 digits and a key of two: 97 less the remainder; Corsica's 2A counts as 19, 2B as 18. */
function nirCheck(value: string): boolean {
  if (value.length < 15) return false;
  const digits = value.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - remainder(digits, 97) === Number(value.slice(13));
}

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** The letter of the number's remainder by 23; X, Y and Z of foreigners count as 0, 1 and 2. */
function dniCheck(value: string): boolean {
  const digits = value.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return DNI_LETTERS[Number(digits) % 23] === value.at(-1);
}

/** Values of the characters at odd places; at even places a letter counts its place in the alphabet. */
const ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Ministerial decree of 23 December 1976: the sum by 26 is the last letter. */
function codiceFiscaleCheck(value: string): boolean {
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const unit = value.charCodeAt(i);
    const place = unit < 65 ? unit - 48 : unit - 65;
    sum += i % 2 === 0 ? ODD[place]! : place;
  }
  return String.fromCharCode(65 + (sum % 26)) === value.at(-1);
}

/** Where two people would have the same code, letters stand for digits. */
const codiceFiscaleDigits = (value: string) =>
  value.replaceAll(/[LMNP-V]/g, (letter) => String('LMNPQRSTUV'.indexOf(letter)));

function codiceFiscaleDate(value: string): boolean {
  const month = 'ABCDEHLMPRST'.indexOf(value[8]!) + 1;
  return isDay(month, two(codiceFiscaleDigits(value), 9) % 40);
}

/** Weights 9 to 2, modulus 11, a remainder over nine is 0. */
function nifCheck(value: string): boolean {
  const rest = 11 - (weightedSum(value, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return (rest > 9 ? 0 : rest) === digitAt(value, 8);
}

/** The eleven-test: weights 9 to 2, and the last digit counts −1. */
function bsnCheck(value: string): boolean {
  return weightedSum(value.padStart(9, '0'), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
}

/** 97 less the remainder of nine digits; a 2 stands before them for those born since 2000. */
function belgianCheck(value: string): boolean {
  const base = value.slice(0, 9);
  const key = Number(value.slice(9));
  return key === 97 - remainder(base, 97) || key === 97 - remainder(`2${base}`, 97);
}

const PPS_LETTERS = 'WABCDEFGHIJKLMNOPQRSTUV';

function ppsCheck(value: string): boolean {
  const second = value.length > 8 ? PPS_LETTERS.indexOf(value[8]!) : 0;
  const sum = weightedSum(value, [8, 7, 6, 5, 4, 3, 2]) + 9 * second;
  return PPS_LETTERS[sum % 23] === value[7];
}

/** Weights 2-1-2-5-7-1-2-1-2-1-2-1, the letter as two digits, digit sums, modulus 10. */
function rvnrCheck(value: string): boolean {
  const letter = String(value.charCodeAt(8) - 64).padStart(2, '0');
  const digits = value.slice(0, 8) + letter + value.slice(9, 11);
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  const sum = weights.reduce((total, weight, i) => {
    const product = weight * digitAt(digits, i);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === digitAt(value, 11);
}

/** EAN-13, as the Swiss number's last digit is made. */
const eanCheck = (value: string) =>
  weightedSum(value, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;

/** Weights 3-7-9-0-5-8-4-2-1-6 with the check digit at the fourth place. */
const austrianCheck = (value: string) =>
  weightedSum(value, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digitAt(value, 3);

/** HMRC: D, F, I, Q, U, V never, O not second, seven pairs not used. */
const isNino = (value: string) =>
  /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]/.test(value);

export const WEST_EUROPE: readonly NumberForm[] = [
  {
    region: 'GB',
    names: ['nino', 'national insurance number', 'national insurance no', 'ni number', 'ni no'],
    words: ['national insurance'],
    pattern: /[A-Z]{2}([ -]?)\d{2}\1\d{2}\1\d{2}\1[A-D]/iy,
    issued: isNino,
    reserved: (value) => (value.startsWith('QQ') ? 'example prefix of HMRC' : undefined),
  },
  {
    region: 'GB',
    names: ['utr', 'unique taxpayer reference', 'utr number'],
    pattern: /\d{5} ?\d{5}/y,
  },
  {
    region: 'FR',
    names: [
      'nir',
      'numéro de sécurité sociale',
      'numero de securite sociale',
      'numéro sécurité sociale',
      'n sécu',
      'numéro insee',
      'code insee individu',
      'nirpp',
    ],
    words: ['sécurité sociale', 'n° sécu', 'insee'],
    pattern:
      /[1-478]([ .]?)\d{2}\1(?:0[1-9]|1[0-2]|[2-4]\d|[5-9]\d)\1(?:\d{2}|2[AB])\1\d{3}\1\d{3}(?:[ .]?\d{2})?/iy,
    check: nirCheck,
    alone: /^.[ .].*[ .]\d{2}$/,
    everywhere: true,
  },
  {
    region: 'FR',
    names: ['numéro fiscal', 'numero fiscal', 'numéro fiscal de référence', 'spi'],
    pattern: /[0-3]\d([ .]?)\d{2}\1\d{3}\1\d{3}\1\d{3}/y,
    check: (value) => remainder(value.slice(0, 10), 511) === Number(value.slice(10)),
    standard: EU,
  },
  {
    region: 'DE',
    names: [
      'steuer id',
      'steuerid',
      'steuer idnr',
      'steuer identifikationsnummer',
      'steueridentifikationsnummer',
      'steuerliche identifikationsnummer',
      'steuer identnummer',
      'idnr',
      'tax id germany',
    ],
    pattern: /[1-9]\d([ /]?)\d{3}\1\d{3}\1\d{3}/y,
    check: mod11And10Check,
    standard: EU,
  },
  {
    region: 'DE',
    names: [
      'sozialversicherungsnummer',
      'sv nummer',
      'svnr',
      'rentenversicherungsnummer',
      'rvnr',
      'rv nummer',
      'versicherungsnummer',
    ],
    pattern: /\d{2} ?\d{6} ?[A-Z] ?\d{2} ?\d/iy,
    check: rvnrCheck,
    issued: (value) => isDay(two(value, 4), two(value, 2) % 50),
    alone: /^\S+$/,
  },
  {
    region: 'DE',
    names: ['personalausweis', 'personalausweisnummer', 'personalausweis nr', 'ausweisnummer'],
    pattern: /[CF-HJ-NPRTV-Y][CFGHJ-NPRTV-Z\d]{8}\d?/iy,
    issued: (value) => /\d/.test(value),
  },
  {
    region: 'AT',
    names: ['svnr', 'sozialversicherungsnummer', 'sv nummer', 'versicherungsnummer'],
    pattern: /[1-9]\d{3}[ -]?\d{6}/y,
    check: austrianCheck,
    issued: (value) => hasDdmmyy(value, 4) || two(value, 6) > 12,
  },
  {
    region: 'CH',
    names: ['ahv', 'ahv nr', 'ahv nummer', 'ahvn13', 'avs', 'numéro avs', 'no avs', 'numero avs'],
    pattern: /756(\.?)\d{4}\1\d{4}\1\d{2}/y,
    check: eanCheck,
    alone: /\./,
    everywhere: true,
  },
  {
    region: 'ES',
    names: ['dni', 'nif', 'dni nif', 'nif nie', 'dni nie', 'documento nacional de identidad'],
    words: ['nie', 'número de identidad de extranjero'],
    pattern: /(?:[XYZKLM]-?\d{7}|\d{7,8})[ -]?[A-Z]/iy,
    check: dniCheck,
    standard: EU,
    issued: (value) => !/^[KLM]/.test(value),
    alone: /^(?:\d{8}|[XYZ]-?\d{7})-?[A-Z]$/i,
  },
  {
    region: 'IT',
    names: ['codice fiscale', 'cod fiscale', 'codfisc', 'cod fisc', 'codicefiscale', 'codice fisc'],
    words: ['c.f.'],
    pattern: /[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]/iy,
    check: codiceFiscaleCheck,
    standard: EU,
    issued: codiceFiscaleDate,
    alone: /^/,
    everywhere: true,
  },
  {
    region: 'IT',
    names: ['carta d identità', 'carta di identità', 'carta identità', 'carta d identita', 'cie'],
    words: ["carta d'identità"],
    pattern: /[A-Z]{2} ?(?:\d{5}[A-Z]{2}|\d{7})/iy,
    issued: (value) => !/^..0{5}/.test(value),
  },
  {
    region: 'PT',
    names: ['nif', 'contribuinte', 'número de contribuinte', 'número de identificação fiscal'],
    pattern: /[1-35689]\d{2} ?\d{3} ?\d{3}/y,
    check: nifCheck,
    standard: EU,
  },
  {
    region: 'PT',
    names: ['cartão de cidadão', 'cartao de cidadao', 'número cartão cidadão'],
    pattern: /\d{8} ?\d ?[A-Z]{2}\d/iy,
  },
  {
    region: 'NL',
    names: ['bsn', 'bsn nummer', 'burgerservicenummer', 'sofinummer', 'sofi nummer'],
    pattern: /\d{4}\.\d{2}\.\d{3}|\d{8,9}/y,
    check: bsnCheck,
    standard: EU,
  },
  {
    region: 'BE',
    names: [
      'rijksregisternummer',
      'rijksregister nr',
      'numéro de registre national',
      'numéro national',
      'numero national',
      'insz',
      'niss',
      'nationaal nummer',
    ],
    pattern: /\d{2}([./ ]?)\d{2}\1\d{2}[- /.]?\d{3}[. -]?\d{2}/y,
    check: belgianCheck,
    standard: EU,
    issued: (value) => two(value, 2) % 20 <= 12 && two(value, 4) <= 31,
    alone: /^\d\d\.\d\d\.\d\d-\d{3}\.\d\d$/,
    everywhere: true,
  },
  {
    region: 'LU',
    names: ['matricule', 'matricule nationale', 'numéro d identification national'],
    pattern: /(?:18|19|20)\d{2} ?\d{4} ?\d{5}/y,
    check: (value) => luhnCheck(value.slice(0, 12)),
    standard: EU,
    issued: (value) => isDay(two(value, 4), two(value, 6)),
  },
  {
    region: 'IE',
    names: ['pps', 'ppsn', 'pps number', 'pps no', 'personal public service number'],
    pattern: /\d{7}[A-W][A-IW]?/iy,
    check: ppsCheck,
    standard: EU,
  },
];
