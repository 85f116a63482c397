/**
 * Values that count as personal data, made up when a test runs: this repository, scanned by
 * itself, holds none. The same number gives the same value of the same length.
 */
const digits = (n: number, prime: number, length: number) =>
  String((n * prime + 4_321) % 10 ** length).padStart(length, '0');

const STREETS = ['桜丘', '経堂', '梅丘', '赤堤', '松原'];

export const madeUp = {
  phone: (n: number) => ['090', `2${digits(n, 787, 3)}`, digits(n, 7919, 4)].join('-'),
  email: (n: number) => [`tanaka.${digits(n, 31, 4)}`, 'mihonsha.co.jp'].join('@'),
  passport: (n: number) => `T${'KZHR'[n % 4]}${digits(n, 104_729, 7)}`,
  postal: (n: number) => ['156', `00${51 + (n % 4)}`].join('-'),
  address: (n: number) =>
    ['東京都', '世田谷区', STREETS[n % 5], (n % 4) + 1, '-', (n % 8) + 2, '-', (n % 9) + 3].join(
      '',
    ),
} as const;

const TOKEN = /\{\{(\w{1,20}) (\d{1,6})\}\}/g;

/** `{{phone 1}}` in a text becomes the first made-up telephone number, and so on. */
export function withMadeUp(text: string): string {
  return text.replace(TOKEN, (_, kind: string, n: string) => {
    if (!isKind(kind)) throw new Error(`no made-up values of kind ${kind}`);
    return madeUp[kind](Number(n));
  });
}

/** The values that the tokens of a text stand for. */
export function madeUpIn(text: string): string[] {
  return [...text.matchAll(TOKEN)].map(([token]) => withMadeUp(token));
}

/** The way back, for the first hundred values of each kind. */
export function withTokens(text: string): string {
  let result = text;
  for (const kind of Object.keys(madeUp).filter(isKind)) {
    for (let n = 0; n < 100; n++) result = result.replaceAll(madeUp[kind](n), `{{${kind} ${n}}}`);
  }
  return result;
}

function isKind(kind: string): kind is keyof typeof madeUp {
  return kind in madeUp;
}
