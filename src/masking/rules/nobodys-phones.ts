import { kindOf, layoutOf, type NumberingPlan } from '../../engine/gazetteer/phone-metadata.ts';
import { reservedPhones } from '../../engine/gazetteer/reserved-phones.ts';

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

/** Plans whose reserved numbers leave the area free. */
const MAKERS: Readonly<Record<string, Maker>> = { 1: northAmerica, 81: japan };

/** A digit of a form: `#` or a range. */
const PLACE = /#|\[(\d)-?(\d)\]/g;

const lengthOf = (form: string) => form.replaceAll(PLACE, '0').length;
const freedom = (form: string) => form.split('#').length;

function alikeness(form: string, nsn: string): number {
  let at = 0;
  while (at < nsn.length && form[at] === nsn[at]) at++;
  return at;
}

/** The forms that are best at something. */
function best(forms: readonly string[], merit: (form: string) => number): readonly string[] {
  const most = Math.max(...forms.map(merit));
  return forms.filter((form) => merit(form) === most);
}

/** A number of the form; the last places vary most. */
function filled(form: string, choice: number): string {
  let rest = choice;
  const draw = (from: number, to: number): string => {
    const drawn = from + (rest % (to - from + 1));
    rest = Math.floor(rest / (to - from + 1));
    return String(drawn);
  };
  return form
    .split(/(#|\[\d-?\d\])/)
    .reverse()
    .map((part) => {
      const range = /^\[(\d)-?(\d)\]$/.exec(part);
      if (range) return draw(Number(range[1]), Number(range[2]));
      return part === '#' ? draw(0, 9) : part;
    })
    .reverse()
    .join('');
}

const formsOf = new Map<string, readonly string[]>();

/** The forms of a number's length, of no other kind, cut alike if there are such. */
function formsLike(plan: NumberingPlan, nsn: string): readonly string[] {
  const kind = kindOf(plan, nsn);
  const sizes = layoutOf(plan, nsn)?.sizes.join();
  const key = [plan.region, nsn.length, kind, sizes].join(' ');
  let alike = formsOf.get(key);
  if (!alike) {
    const forms = (reservedPhones(plan.callingCode)?.forms ?? []).filter((form) => {
      const other = lengthOf(form) === nsn.length ? kindOf(plan, filled(form, 0)) : 'service';
      return other === undefined || other === kind;
    });
    const isAlike = (form: string) => layoutOf(plan, filled(form, 0))?.sizes.join() === sizes;
    alike = best(forms, (form) => Number(isAlike(form)));
    formsOf.set(key, alike);
  }
  return alike;
}

/** Of the area if it can be, of the widest range. */
function formFor(plan: NumberingPlan, nsn: string, choice: number): string | undefined {
  const near = best(formsLike(plan, nsn), (form) => alikeness(form, nsn));
  const widest = best(near, freedom);
  return widest[choice % widest.length];
}

/**
 * A number of the same calling code and length that a regulator keeps from being anybody's;
 * undefined where none is known. The mobile stays a mobile, the area stays where it can.
 *
 * @param nsn national significant number
 * @param choice 0 to 4,095
 */
export function nobodysNumber(
  plan: NumberingPlan,
  nsn: string,
  choice: number,
): string | undefined {
  const maker = MAKERS[plan.callingCode];
  if (maker) return maker(nsn, choice);
  const form = formFor(plan, nsn, choice);
  return form && filled(form, choice);
}
