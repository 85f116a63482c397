import { mrzCheckDigit } from '../../src/engine/checks/mrz.ts';

/** Fields of a made-up document; the state is the caller's, UTO (nobody's) by default. */
export interface Document {
  readonly state?: string;
  readonly number?: string;
  readonly birthDate?: string;
  readonly sex?: string;
  readonly expiry?: string;
  readonly optional?: string;
  readonly surname?: string;
  readonly given?: string;
}

/** Apart from its field, as a record of somebody would be one of this repository's findings. */
const FEMALE = 'F';

const fill = (text: string, width: number) => text.padEnd(width, '<').slice(0, width);
const digit = (data: string) => String(mrzCheckDigit(data));
const signed = (data: string) => data + digit(data);

function parts(document: Document): Required<Document> {
  return {
    state: 'UTO',
    number: 'Q7Z40815',
    birthDate: '740812',
    sex: FEMALE,
    expiry: '320415',
    optional: '',
    surname: ['KVARN', 'BY'].join(''),
    given: 'ODA<LIV',
    ...document,
  };
}

const names = ({ surname, given }: Required<Document>, width: number) =>
  fill(`${surname}<<${given}`, width);

/** The two lines of a passport, with right check digits. */
export function td3(document: Document = {}): string[] {
  const all = parts(document);
  const number = signed(fill(all.number, 9));
  const birth = signed(all.birthDate);
  const rest = signed(all.expiry) + signed(fill(all.optional, 14));
  return [
    fill(`P<${fill(all.state, 3)}${names(all, 39)}`, 44),
    number + fill(all.state, 3) + birth + all.sex + rest + digit(number + birth + rest),
  ];
}

/** The two lines of a TD2 document. */
export function td2(document: Document = {}): string[] {
  const all = parts(document);
  const number = signed(fill(all.number, 9));
  const birth = signed(all.birthDate);
  const rest = signed(all.expiry) + fill(all.optional, 7);
  return [
    `I<${fill(all.state, 3)}${names(all, 31)}`,
    number + fill(all.state, 3) + birth + all.sex + rest + digit(number + birth + rest),
  ];
}

/** The three lines of a TD1 card. */
export function td1(document: Document = {}): string[] {
  const all = parts(document);
  const first = signed(fill(all.number, 9)) + fill(all.optional, 15);
  const birth = signed(all.birthDate);
  const expiry = signed(all.expiry);
  const filler = fill('', 11);
  return [
    `I<${fill(all.state, 3)}${first}`,
    birth + all.sex + expiry + fill(all.state, 3) + filler + digit(first + birth + expiry + filler),
    names(all, 30),
  ];
}

/** The two lines of a visa: MRV-A (44 characters wide) or MRV-B (36). */
export function visa(width: 44 | 36, document: Document = {}): string[] {
  const all = parts(document);
  const number = signed(fill(all.number, 9));
  const second = number + fill(all.state, 3) + signed(all.birthDate) + all.sex + signed(all.expiry);
  return [`V<${fill(all.state, 3)}${names(all, width - 5)}`, fill(second, width)];
}

/** The lines with another check digit at the end of the date of birth. */
export function refuted(lines: readonly string[]): string[] {
  const wrong = (digit: string) => String((Number(digit) + 1) % 10);
  const at = lines.length === 3 ? 6 : 19;
  return lines.map((line, i) =>
    i === 1 ? line.slice(0, at) + wrong(line[at]!) + line.slice(at + 1) : line,
  );
}
