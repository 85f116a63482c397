import { luhnCheck } from '../../src/engine/checks/luhn.ts';
import { myNumberCheckDigit } from '../../src/engine/checks/my-number.ts';
import { madeUp } from './made-up.ts';

/** All that a travel agency knows of a customer, made up when a test runs. */
export interface Customer {
  readonly kanji: string;
  readonly kana: string;
  readonly romaji: string;
  readonly sex: string;
  readonly birth: string;
  readonly email: string;
  readonly postal: string;
  readonly address: string;
  readonly phone: string;
  readonly passport: string;
  readonly issued: string;
  readonly myNumber: string;
  readonly card: string;
}

/** Surnames and given names in kanji, katakana and Latin letters. */
const SURNAMES = [
  ['佐', '藤', 'サトウ', 'SATO'],
  ['高', '橋', 'タカハシ', 'TAKAHASHI'],
  ['渡', '辺', 'ワタナベ', 'WATANABE'],
] as const;
const GIVEN = [
  ['美', '咲', 'ミサキ', 'MISAKI', '女'],
  ['健', '一', 'ケンイチ', 'KENICHI', '男'],
  ['裕', '子', 'ユウコ', 'YUKO', '女'],
] as const;

const RULES: Readonly<Record<keyof Customer, string>> = {
  kanji: 'person-name',
  kana: 'person-name',
  romaji: 'person-name',
  sex: 'sex',
  birth: 'birth-date',
  email: 'email',
  postal: 'postal-code',
  address: 'postal-address',
  phone: 'phone-number',
  passport: 'passport-number',
  issued: 'passport-issue-date',
  myNumber: 'my-number',
  card: 'credit-card',
};

export function customer(n: number): Customer {
  const [first, second, kana, latin] = SURNAMES[n % SURNAMES.length]!;
  const [one, two, givenKana, givenLatin, sex] = GIVEN[n % GIVEN.length]!;
  const eleven = String(31_415_926_535 + n * 7_919);
  return {
    kanji: `${first}${second} ${one}${two}`,
    kana: `${kana} ${givenKana}`,
    romaji: `${latin} ${givenLatin}`,
    sex,
    birth: ['19' + String(71 + (n % 20)), '04', String(11 + (n % 17))].join('-'),
    email: madeUp.email(n),
    postal: madeUp.postal(n),
    address: madeUp.address(n),
    phone: madeUp.phone(n),
    passport: madeUp.passport(n),
    issued: ['2021', '0' + String(1 + (n % 9)), '17'].join('-'),
    myNumber: eleven + String(myNumberCheckDigit(eleven)),
    card: cardOf(n),
  };
}

/** A number of a card that nobody is known to have, with its check digit. */
function cardOf(n: number): string {
  const body = ['45', '39'].join('') + String(7_362_915_0482 + n * 104_729).slice(0, 11);
  return [...'0123456789'].map((digit) => body + digit).find(luhnCheck)!;
}

/** What is to be found of customers: rule and value, customer after customer. */
export function valuesOf(customers: readonly Customer[]): readonly (readonly [string, string])[][] {
  return customers.map((each) =>
    (Object.keys(RULES) as (keyof Customer)[]).map((key) => [RULES[key], each[key]] as const),
  );
}
