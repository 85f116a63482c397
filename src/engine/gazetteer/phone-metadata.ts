import { lazy } from './lazy.ts';
import { CALLING_CODES, PHONE_PLANS } from './phone.generated.ts';

/**
 * What a number is for. `fixed` and `mobile` are people's numbers (`fixed` has IP phones and
 * personal numbers too); `service` is toll-free, premium, shared cost, UAN, pager, voicemail.
 */
export type PhoneKind = 'fixed' | 'mobile' | 'service';

/** How a plan's numbers are cut: the least and most digits of each group. */
export interface PhoneFormat {
  readonly groups: readonly (readonly [least: number, most: number])[];
  readonly leading: RegExp | undefined;
  /** Is the trunk prefix always written before such a number? */
  readonly trunk: boolean;
}

/** The numbering plan of a region (ITU-T E.164: country code + national significant number). */
export interface NumberingPlan {
  /** ISO 3166 region, or the calling code of a plan without a country (`870`). */
  readonly region: string;
  readonly callingCode: string;
  /** Lengths that a national significant number may have. */
  readonly lengths: readonly number[];
  /** Trunk prefix that goes before a national number: `0`, `1`, `8`, or none. */
  readonly nationalPrefix: string;
  /** Strips trunk and carrier prefixes; `transform` says what stays when its groups took part. */
  readonly parsing: RegExp | undefined;
  readonly transform: string;
  /** First digits that tell this region from others of the same calling code. */
  readonly leading: RegExp | undefined;
  readonly fixed: RegExp | undefined;
  readonly mobile: RegExp | undefined;
  readonly service: RegExp | undefined;
  readonly formats: readonly PhoneFormat[];
}

const decoded = new Map<string, NumberingPlan | undefined>();
const callingCodes = lazy(
  () =>
    new Map(
      CALLING_CODES.split('\n').map((line) => {
        const [code = '', ...regions] = line.split(' ');
        return [code, regions] as const;
      }),
    ),
);

/** The regions of a calling code, the main one first; empty when the code is not assigned. */
export function regionsOf(callingCode: string): readonly string[] {
  return callingCodes().get(callingCode) ?? [];
}

const regions = lazy(() => [...new Set([...callingCodes().values()].flat())]);

/** All regions that have a plan. */
export const allRegions = (): readonly string[] => regions();

/** The plan of a region, decoded on first use; undefined for a region that has none. */
export function planOf(region: string): NumberingPlan | undefined {
  if (!decoded.has(region)) decoded.set(region, decode(region));
  return decoded.get(region);
}

function decode(region: string): NumberingPlan | undefined {
  const at = PHONE_PLANS.startsWith(`${region}\t`) ? 0 : PHONE_PLANS.indexOf(`\n${region}\t`) + 1;
  if (at === 0 && !PHONE_PLANS.startsWith(`${region}\t`)) return undefined;
  const end = PHONE_PLANS.indexOf('\n', at);
  const line = PHONE_PLANS.slice(at, end < 0 ? undefined : end);
  const [, callingCode = '', lengths = '', nationalPrefix = '', ...rest] = line.split('\t');
  const [parsing, transform = '', leading, fixed, mobile, service, formats = ''] = rest;
  return {
    region,
    callingCode,
    lengths: lengths.split(',').map(Number),
    nationalPrefix,
    parsing: starting(parsing || nationalPrefix),
    transform,
    leading: starting(leading),
    fixed: whole(fixed),
    mobile: whole(mobile),
    service: whole(service),
    formats: formats === '' ? inherited(region, callingCode) : formats.split(';').map(format),
  };
}

/** Regions of one calling code write their numbers as the main region does. */
function inherited(region: string, callingCode: string): readonly PhoneFormat[] {
  const [main = region] = regionsOf(callingCode);
  return main === region ? [] : (planOf(main)?.formats ?? []);
}

function format(text: string): PhoneFormat {
  const trunk = text.startsWith('*');
  const [sizes = '', leading] = text.slice(trunk ? 1 : 0).split(':');
  const groups = sizes.split(',').map((size) => {
    const [least = 0, most = least] = size.split('-').map(Number);
    return [least, most] as const;
  });
  return { groups, leading: starting(leading), trunk };
}

/** `D` stands for `\d` and `<` for `(?:` in the table. */
function unpacked(pattern: string): string {
  return pattern.replaceAll('D', String.raw`\d`).replaceAll('<', '(?:');
}

function whole(pattern: string | undefined): RegExp | undefined {
  return pattern ? new RegExp(`^(?:${unpacked(pattern)})$`) : undefined;
}

function starting(pattern: string | undefined): RegExp | undefined {
  return pattern ? new RegExp(`^(?:${unpacked(pattern)})`) : undefined;
}

/** What the plan says of a national significant number; undefined when it has no such number. */
export function kindOf(plan: NumberingPlan, nsn: string): PhoneKind | undefined {
  if (!plan.lengths.includes(nsn.length)) return undefined;
  if (plan.service?.test(nsn)) return 'service';
  if (plan.mobile?.test(nsn)) return 'mobile';
  return plan.fixed?.test(nsn) ? 'fixed' : undefined;
}

/** How a plan writes one of its numbers. */
export interface PhoneLayout {
  /** Digits of each group: `[2, 4, 4]` for Japan's mobile numbers. */
  readonly sizes: readonly number[];
  /** Is the trunk prefix always written? */
  readonly trunk: boolean;
}

/** The layout of a national significant number; undefined when the plan has no format for it. */
export function layoutOf(plan: NumberingPlan, nsn: string): PhoneLayout | undefined {
  for (const { groups, leading, trunk } of plan.formats) {
    if (leading && !leading.test(nsn)) continue;
    const sizes = cut(groups, nsn.length);
    if (sizes) return { sizes, trunk };
  }
  return undefined;
}

/** The first groups take as many digits as they may, as in a regular expression. */
function cut(groups: PhoneFormat['groups'], length: number): readonly number[] | undefined {
  let spare = length;
  for (const [least] of groups) spare -= least;
  if (spare < 0) return undefined;
  const sizes = groups.map(([least, most]) => {
    const extra = Math.min(spare, most - least);
    spare -= extra;
    return least + extra;
  });
  return spare === 0 ? sizes : undefined;
}

/** Takes trunk and carrier prefixes off a number as it is dialled inside the region. */
export function nationalNumber(plan: NumberingPlan, digits: string): string {
  const match = plan.parsing?.exec(digits);
  if (!match) return digits;
  const rest = digits.slice(match[0].length);
  const group = match.findLast((part, index) => index > 0 && part !== undefined);
  if (plan.transform === '' || group === undefined) return rest;
  return plan.transform.replaceAll(/\$(\d)/g, (_, n: string) => match[Number(n)] ?? '') + rest;
}

/** A number with its country code taken off: the plan that has it, and what it says. */
export interface WorldNumber {
  readonly plan: NumberingPlan;
  readonly nsn: string;
  readonly kind: PhoneKind | undefined;
}

/**
 * Reads digits that begin with a country code. `kind` is undefined when the country has no such
 * number; the result is undefined when there is no such country.
 */
export function worldNumber(digits: string): WorldNumber | undefined {
  for (let length = 1; length <= 3; length++) {
    const regions = regionsOf(digits.slice(0, length));
    if (regions.length > 0) return inRegions(regions, digits.slice(length));
  }
  return undefined;
}

function inRegions(regions: readonly string[], rest: string): WorldNumber | undefined {
  const plans = regions.flatMap((region) => planOf(region) ?? []);
  const [main] = plans;
  if (!main) return undefined;
  // People write the trunk prefix after the country code too: +44 020 7946 0018.
  for (const nsn of new Set([rest, nationalNumber(main, rest)])) {
    for (const plan of plans) {
      if (plan.leading && !plan.leading.test(nsn)) continue;
      const kind = kindOf(plan, nsn);
      if (kind) return { plan, nsn, kind };
    }
  }
  return { plan: main, nsn: rest, kind: undefined };
}
