/**
 * Telephone numbers that are provably nobody's. Regulators set ranges aside for drama and
 * documentation; Japan has none, but its plan leaves exchanges that nobody can be given.
 */

interface ReservedRange {
  /** Who set the numbers aside; the note of the evidence. */
  readonly source: string;
  /** National significant numbers. */
  readonly pattern: RegExp;
}

/** ATIS-0300115, NANP 555 line numbers: 555-0100 to 555-0199 of every area code. */
const NANP: ReservedRange = { source: 'NANP 555-01xx', pattern: /^[2-9]\d\d55501\d\d$/ };

/** Ofcom, "Numbers for drama use": a thousand numbers each. */
const OFCOM: ReservedRange = {
  source: 'Ofcom drama numbers',
  pattern:
    /^(?:11[3-8]4960|1[2-6]14960|1914980|1632960|2079460|2896496|2920180|7700900|8081570|9098790|3069990)\d{3}$/,
};

/** ACMA, "Phone numbers for use in TV shows, films and creative works". */
const ACMA: ReservedRange = {
  source: 'ACMA fictitious numbers',
  pattern:
    /^(?:[2378](?:5550|7010)\d{4}|49157(?:0006|0110|015[6-9]|0313|0737|1266|1491|1804|2549|2665|2983|3087|3770|4118|4632|5254|5789|6398|6801|7426|7644|8148|8888|8957|9212|9455|9760)|180097570[7-9]|180097571[01]|1800160401)$/,
};

/** Bundesnetzagentur, Mitteilung Nr. 148/2021: "Rufnummern für Medienproduktionen". */
const BNETZA: ReservedRange = {
  source: 'Bundesnetzagentur drama numbers',
  pattern:
    /^(?:3023125\d{3}|6990009\d{3}|4066969\d{3}|2214710\d{3}|8999998\d{3}|17139200\d\d|17604069\d{4}|152(?:28817386|28895456|54599371)|172(?:9925904|9968532|9973185|9973186|9980752)|174(?:9091317|9464308))$/,
};

/** ARCEP, decision 2009-0952: numbers for audiovisual works. */
const ARCEP: ReservedRange = {
  source: 'ARCEP fiction numbers',
  pattern: /^(?:19900|26191|35301|46571|53649|63998)\d{4}$/,
};

/**
 * Japan (Ministry of Internal Affairs, number plan): a local exchange begins with 2 to 9, a mobile
 * or IP number goes on with 1 to 9. So 090-0xxx-xxxx and 03-0xxx-xxxx are nobody's.
 */
const JAPAN: ReservedRange = {
  source: 'unassignable exchange',
  pattern: /^(?:[5-9]00\d{7}|30\d{7})$/,
};

const RANGES: Readonly<Record<string, ReservedRange>> = {
  1: NANP,
  33: ARCEP,
  44: OFCOM,
  49: BNETZA,
  61: ACMA,
  81: JAPAN,
};

/** Who keeps a number (calling code, national significant number) from being anybody's, if so. */
export function reservedPhone(callingCode: string, nsn: string): string | undefined {
  const range = RANGES[callingCode];
  return range?.pattern.test(nsn) ? range.source : undefined;
}

/** A number that people make up: one digit over and over, or counting up or down. */
export function isDummyPhone(nsn: string): boolean {
  return (
    /(\d)\1{6}$/.test(nsn) || /(?:1234567|2345678|3456789|7654321|8765432|9876543)\d?$/.test(nsn)
  );
}
