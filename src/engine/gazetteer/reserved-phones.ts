/**
 * Telephone numbers that are provably nobody's. Regulators set ranges aside for drama and
 * documentation; Japan has none, but its plan leaves exchanges that nobody can be given.
 */

/** Numbers that one body keeps from being anybody's. */
export interface ReservedPhones {
  /** Who set the numbers aside; the note of the evidence. */
  readonly source: string;
  /**
   * National significant numbers: `#` is any digit, `[5-9]` one of a range. Stand-ins are drawn from
   * these and no others.
   */
  readonly forms: readonly string[];
}

/** ATIS-0300115, NANP 555 line numbers: 555-0100 to 555-0199 of every area code. */
const NANP: ReservedPhones = { source: 'NANP 555-01xx', forms: ['[2-9]##55501##'] };

/** Ofcom, "Numbers for drama": a thousand numbers in each city, 01632 for no place at all. */
const OFCOM: ReservedPhones = {
  source: 'Ofcom drama numbers',
  forms: [
    ...['113', '114', '115', '116', '117', '118', '121', '131', '141', '151', '161'].map(
      (area) => `${area}4960###`,
    ),
    '1632960###',
    '1914980###',
    '2079460###',
    '2896496###',
    '2920180###',
    '7700900###',
    // Freephone, premium rate, and the whole country.
    '8081570###',
    '9098790###',
    '3069990###',
  ],
};

/** The thirty mobile numbers of ACMA's list, after 0491 57. */
const ACMA_MOBILES = `0006 0110 0156 0157 0158 0159 0313 0737 1266 1491 1804 2549 2665 2983 3087
  3770 4118 4632 5254 5789 6398 6801 7426 7644 8148 8888 8957 9212 9455 9760`;

/** ACMA, "Phone numbers for use in TV shows, films and creative works". */
const ACMA: ReservedPhones = {
  source: 'ACMA fictitious numbers',
  forms: [
    ...['2', '3', '7', '8'].flatMap((area) => [`${area}5550####`, `${area}7010####`]),
    ...ACMA_MOBILES.split(/\s+/).map((mobile) => `49157${mobile}`),
    '1800160401',
    ...['130097570[7-9]', '130097571[0-1]', '180097570[7-9]', '180097571[0-1]'],
  ],
};

/** Bundesnetzagentur, Mitteilung Nr. 148/2021: "Rufnummern für Medienproduktionen". */
const BNETZA: ReservedPhones = {
  source: 'Bundesnetzagentur drama numbers',
  forms: [
    ...['3023125###', '6990009###', '4066969###', '2214710###', '8999998###'],
    ...['17139200##', '176040690##'],
    ...['15228817386', '15228895456', '15254599371'],
    ...['1729925904', '1729968532', '1729973185', '1729973186', '1729980752'],
    ...['1749091317', '1749464308'],
  ],
};

/** ARCEP, decision 2009-0952, kept by the national plan of 2018: numbers for audiovisual works. */
const ARCEP: ReservedPhones = {
  source: 'ARCEP fiction numbers',
  forms: ['19900####', '26191####', '35301####', '46571####', '53649####', '63998####'],
};

/** PTS, "Telefonnummer till böcker och filmer": four places and 95 mobile numbers. */
const PTS: ReservedPhones = {
  source: 'PTS numbers for fiction',
  forms: [
    ...['3139006##', '4062804##', '8465004##', '9803192##'],
    ...['7017406[1-9]#', '70174060[5-9]'],
  ],
};

/** ComReg: 020 91x xxxx is kept for drama. */
const COMREG: ReservedPhones = { source: 'ComReg drama numbers', forms: ['2091#####'] };

/**
 * Japan (Ministry of Internal Affairs, Q&A on telephone numbers): local numbers begin with 2 to 9,
 * mobile and IP numbers go on with 1 to 9. So 090-0xxx-xxxx and 03-0xxx-xxxx are nobody's;
 * 080-0xx… is the toll-free 0800.
 */
const JAPAN: ReservedPhones = {
  source: 'unassignable exchange',
  forms: ['500#######', '600#######', '700#######', '900#######', '30#######'],
};

/** By calling code. */
const RESERVED: Readonly<Record<string, ReservedPhones>> = {
  1: NANP,
  33: ARCEP,
  44: OFCOM,
  46: PTS,
  49: BNETZA,
  61: ACMA,
  81: JAPAN,
  353: COMREG,
};

/** What is set aside under a calling code; undefined where nothing is known to be. */
export function reservedPhones(callingCode: string): ReservedPhones | undefined {
  return RESERVED[callingCode];
}

const patterns = new Map<string, RegExp>();

function patternOf(callingCode: string, { forms }: ReservedPhones): RegExp {
  let pattern = patterns.get(callingCode);
  if (!pattern) {
    pattern = new RegExp(`^(?:${forms.join('|').replaceAll('#', String.raw`\d`)})$`);
    patterns.set(callingCode, pattern);
  }
  return pattern;
}

/** Who keeps a number (calling code, national significant number) from being anybody's, if so. */
export function reservedPhone(callingCode: string, nsn: string): string | undefined {
  const reserved = RESERVED[callingCode];
  return reserved && patternOf(callingCode, reserved).test(nsn) ? reserved.source : undefined;
}

/** A number that people make up: one digit over and over, or counting up or down. */
export function isDummyPhone(nsn: string): boolean {
  return (
    /(\d)\1{6}$/.test(nsn) || /(?:1234567|2345678|3456789|7654321|8765432|9876543)\d?$/.test(nsn)
  );
}
