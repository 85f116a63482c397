/** Makes a number of the same length out of a national significant number and a choice. */
type Maker = (nsn: string, choice: number) => string | undefined;

/** The last `count` digits of a choice. */
function last(choice: number, count: number): string {
  return String(choice).padStart(4, '0').slice(-count);
}

/** Ministry of Internal Affairs, number plan: no exchange begins with 0. */
const japan: Maker = (nsn, choice) => {
  if (/^[5-9]0\d{8}$/.test(nsn)) {
    // 080-0… is 0800-…, a toll-free number that somebody may have.
    const kind = nsn.startsWith('8') ? '90' : nsn.slice(0, 2);
    return `${kind}0000${last(choice, 4)}`;
  }
  // Tokyo is the only area whose code and exchange no other area's code can be taken for.
  return /^[1-9]\d{8}$/.test(nsn) ? `30000${last(choice, 4)}` : undefined;
};

/** ATIS-0300115: 555-0100 to 555-0199 of every area code. Toll-free and premium ones are no area. */
const northAmerica: Maker = (nsn, choice) => {
  if (!/^[2-9]\d{9}$/.test(nsn)) return undefined;
  const area = /^(?:5\d\d|8(\d)\1|900)/.test(nsn) ? '202' : nsn.slice(0, 3);
  return `${area}55501${last(choice, 2)}`;
};

/** Ofcom, "Numbers for drama use". */
const unitedKingdom: Maker = (nsn, choice) => {
  if (nsn.length !== 10) return undefined;
  const prefix = nsn.startsWith('7') ? '7700900' : nsn.startsWith('20') ? '2079460' : '1632960';
  return prefix + last(choice, 3);
};

/** ACMA, "Phone numbers for use in TV shows, films and creative works". */
const AUSTRALIAN_MOBILE = ['006', '110', '156', '157', '158', '159'];
const australia: Maker = (nsn, choice) => {
  if (nsn.length !== 9) return undefined;
  if (nsn.startsWith('4')) return `491570${AUSTRALIAN_MOBILE[choice % 6]!}`;
  return /^[2378]/.test(nsn) ? `${nsn[0]!}5550${last(choice, 4)}` : undefined;
};

/** Bundesnetzagentur, Mitteilung 148/2021. Numbers of other lengths have no stand-in. */
const GERMAN_MOBILE = ['15228817386', '15228895456', '15254599371'];
const germany: Maker = (nsn, choice) => {
  if (nsn.startsWith('1')) {
    if (nsn.length === 10) return `17139200${last(choice, 2)}`;
    return nsn.length === 11 ? GERMAN_MOBILE[choice % 3] : undefined;
  }
  if (nsn.length !== 10) return undefined;
  const areas = ['4066969', '6990009', '8999998', '2214710'];
  const area = areas.find((each) => nsn.startsWith(each.slice(0, 2))) ?? '3023125';
  return area + last(choice, 3);
};

/** ARCEP, decision 2009-0952: by the first digit. */
const FRENCH = ['19900', '26191', '35301', '46571', '53649', '63998', '63998'];
const france: Maker = (nsn, choice) => {
  const prefix = nsn.length === 9 ? FRENCH[Number(nsn[0]) - 1] : undefined;
  return prefix && prefix + last(choice, 4);
};

const MAKERS: Readonly<Record<string, Maker>> = {
  1: northAmerica,
  33: france,
  44: unitedKingdom,
  49: germany,
  61: australia,
  81: japan,
};

/**
 * A number of the same calling code and length that a regulator keeps from being anybody's;
 * undefined where none is known. The mobile stays a mobile, the area stays where it can.
 *
 * @param nsn national significant number
 * @param choice 0 to 4,095
 */
export function nobodysNumber(
  callingCode: string,
  nsn: string,
  choice: number,
): string | undefined {
  return MAKERS[callingCode]?.(nsn, choice);
}
