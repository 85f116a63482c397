import { luhnCheck } from '../../checks/luhn.ts';
import { digitAt, weightedSum } from '../../checks/weighted.ts';
import type { NumberForm } from '../../number-table.ts';
import { hasYymmdd, two } from './dates.ts';

/** Numbers that the Social Security Administration never gives to anybody. */
function specimen(value: string): string | undefined {
  if (/^98765432\d$/.test(value)) return 'set aside for advertisements by the SSA';
  // Printed on a specimen card of 1938 and in a booklet of 1940, withdrawn since.
  return value === ['078', '05', '1120'].join('') || value === ['219', '09', '9999'].join('')
    ? 'published specimen, withdrawn by the SSA'
    : undefined;
}

/** Receita Federal: weights from 10 and from 11 down, modulus 11. */
function cpfCheck(value: string): boolean {
  const digit = (length: number) => {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += digitAt(value, i) * (length + 1 - i);
    return ((sum * 10) % 11) % 10;
  };
  return digit(9) === digitAt(value, 9) && digit(10) === digitAt(value, 10);
}

/** The remainder of 2, 3 … 7, 2 … from the right stands last, K for ten. */
function rutCheck(value: string): boolean {
  let sum = 0;
  for (let i = 0; i < value.length - 1; i++) {
    sum += digitAt(value, value.length - 2 - i) * ((i % 6) + 2);
  }
  return '0K987654321'[sum % 11] === value.at(-1);
}

function curpCheck(value: string): boolean {
  const order = '0123456789ABCDEFGHIJKLMN OPQRSTUVWXYZ';
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += order.indexOf(value[i]!) * (18 - i);
  return (10 - (sum % 10)) % 10 === digitAt(value, 17);
}

/** AFIP: a remainder of one gives 9, though such numbers get another prefix as a rule. */
function cuitCheck(value: string): boolean {
  const rest = 11 - (weightedSum(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return (rest === 10 ? 9 : rest % 11) === digitAt(value, 10);
}

export const AMERICAS: readonly NumberForm[] = [
  {
    region: 'US',
    names: ['ssn', 'social security number', 'social security no', 'social security', 'us ssn'],
    words: ['soc sec no', 'ss#'],
    pattern: /\d{3}([-. ]?)\d{2}\1\d{4}/y,
    // SSA: randomised since 2011, without the areas 000, 666 and 9xx, the group 00, the serial 0000.
    issued: (value) => !/^(?:000|666|9)|^.{3}00|0000$/.test(value),
    reserved: specimen,
    alone: /^\d{3}[- ]\d{2}[- ]\d{4}$/,
  },
  {
    region: 'US',
    names: ['itin', 'individual taxpayer identification number', 'taxpayer identification number'],
    pattern: /\d{3}([- ]?)\d{2}\1\d{4}/y,
    // IRS: 9, and in the middle 50 to 65, 70 to 88, 90 to 92, 94 to 99.
    issued: (value) => /^9..(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])/.test(value),
    reserved: specimen,
    alone: /^\d{3}[- ]\d{2}[- ]\d{4}$/,
  },
  {
    region: 'CA',
    names: ['social insurance number', 'social insurance no', 'numéro d assurance sociale'],
    words: ['sin', 'nas'],
    pattern: /\d{3}([- ]?)\d{3}\1\d{3}/y,
    check: luhnCheck,
    issued: (value) => /^[1-79]/.test(value),
    reserved: (value) =>
      value === ['046', '454', '286'].join('') ? 'example of the Canada Revenue Agency' : undefined,
    alone: /^\d{3}[- ]\d{3}[- ]\d{3}$/,
  },
  {
    region: 'BR',
    names: ['cpf', 'nr cpf', 'cpf cnpj', 'cadastro de pessoas físicas', 'numero cpf'],
    pattern: /\d{3}\.\d{3}\.\d{3}-\d{2}|\d{9}-?\d{2}/y,
    check: cpfCheck,
    alone: /\./,
    everywhere: true,
  },
  {
    region: 'MX',
    names: ['curp', 'clave única de registro de población'],
    pattern: /[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[A-Z\d]\d/iy,
    check: curpCheck,
    issued: (value) => hasYymmdd(value, 4),
    alone: /^/,
    everywhere: true,
  },
  {
    region: 'MX',
    names: ['rfc', 'registro federal de contribuyentes'],
    pattern: /[A-ZÑ&]{4}-?\d{6}-?[A-Z\d]{3}/iy,
    issued: (value) => hasYymmdd(value, value.length - 9),
  },
  {
    region: 'MX',
    names: ['nss', 'número de seguridad social', 'numero de seguridad social'],
    pattern: /\d{2}([- ]?)\d{2}\1\d{2}\1\d{4}\1\d/y,
    check: luhnCheck,
  },
  {
    region: 'AR',
    names: ['cuil', 'cuit', 'cuit cuil', 'cuil cuit'],
    pattern: /2[03-7][-. ]?\d{8}[-. ]?\d/y,
    check: cuitCheck,
    alone: /^\d\d-\d{8}-\d$/,
    everywhere: true,
  },
  {
    region: 'AR',
    names: ['dni', 'documento nacional de identidad', 'número de documento'],
    pattern: /\d{1,2}\.\d{3}\.\d{3}|\d{7,8}/y,
  },
  {
    region: 'CL',
    names: ['rut', 'rol único tributario', 'rol único nacional', 'rut run', 'run rut'],
    words: ['run'],
    pattern: /\d{1,2}\.\d{3}\.\d{3}-[\dK]|\d{7,8}-?[\dK]/iy,
    check: rutCheck,
    alone: /\./,
    everywhere: true,
  },
  {
    region: 'CO',
    names: ['cédula de ciudadanía', 'cedula de ciudadania', 'cédula ciudadanía', 'cedula'],
    pattern: /\d{1,3}(?:\.\d{3}){2,3}|\d{6,10}/y,
  },
  {
    region: 'PE',
    names: ['dni', 'documento nacional de identidad'],
    pattern: /\d{8}/y,
  },
  {
    region: 'VE',
    names: ['cédula de identidad', 'cedula de identidad', 'cedula'],
    pattern: /[VE]-?\d{1,2}\.?\d{3}\.?\d{3}/iy,
  },
  {
    region: 'EC',
    names: ['cédula de identidad', 'cedula de identidad', 'cedula'],
    pattern: /\d{10}/y,
    check: luhnCheck,
    issued: (value) => (two(value, 0) >= 1 && two(value, 0) <= 24) || two(value, 0) === 30,
  },
  {
    region: 'UY',
    names: ['cédula de identidad', 'cedula de identidad', 'cedula'],
    pattern: /\d\.\d{3}\.\d{3}-\d|\d{7}-?\d/y,
    check: (value) => weightedSum(value, [2, 9, 8, 7, 6, 3, 4, 1]) % 10 === 0,
    alone: /\./,
    everywhere: true,
  },
  {
    region: 'DO',
    names: ['cédula de identidad', 'cédula de identidad y electoral', 'cedula'],
    pattern: /\d{3}-?\d{7}-?\d/y,
    check: luhnCheck,
    alone: /^\d{3}-\d{7}-\d$/,
    everywhere: true,
  },
];
