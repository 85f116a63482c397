import { lazy } from './lazy.ts';

/**
 * States, districts, territories and military post of the US: code, name, and the ranges of the
 * first three digits of their ZIP codes (USPS, Labeling List L002; Publication 28, appendix B).
 */
const STATES =
  'AL Alabama 350-369;AK Alaska 995-999;AZ Arizona 850-865;AR Arkansas 716-729,755;' +
  'CA California 900-961;CO Colorado 800-816;CT Connecticut 060-069;DE Delaware 197-199;' +
  'DC District of Columbia 200-205,569;FL Florida 320-349;GA Georgia 300-319,398-399;' +
  'HI Hawaii 967-968;ID Idaho 832-838;IL Illinois 600-629;IN Indiana 460-479;IA Iowa 500-528;' +
  'KS Kansas 660-679;KY Kentucky 400-427;LA Louisiana 700-714;ME Maine 039-049;' +
  'MD Maryland 206-219;MA Massachusetts 010-027,055;MI Michigan 480-499;MN Minnesota 550-567;' +
  'MS Mississippi 386-397;MO Missouri 630-658;MT Montana 590-599;NE Nebraska 680-693;' +
  'NV Nevada 889-898;NH New Hampshire 030-038;NJ New Jersey 070-089;NM New Mexico 870-884;' +
  'NY New York 005,063,100-149;NC North Carolina 270-289;ND North Dakota 580-588;OH Ohio 430-459;' +
  'OK Oklahoma 730-731,734-749;OR Oregon 970-979;PA Pennsylvania 150-196;RI Rhode Island 028-029;' +
  'SC South Carolina 290-299;SD South Dakota 570-577;TN Tennessee 370-385;' +
  'TX Texas 733,750-799,885;UT Utah 840-847;VT Vermont 050-059;VA Virginia 201,220-246;' +
  'WA Washington 980-994;WV West Virginia 247-268;WI Wisconsin 530-549;WY Wyoming 820-831;' +
  'PR Puerto Rico 006-007,009;VI Virgin Islands 008;GU Guam 969;AS American Samoa 967;' +
  'MP Northern Mariana Islands 969;AE Armed Forces Europe 090-098;AA Armed Forces Americas 340;' +
  'AP Armed Forces Pacific 962-966';

interface State {
  readonly code: string;
  readonly name: string;
  readonly zips: readonly (readonly [first: number, last: number])[];
}

const states = lazy(() => {
  const list: State[] = STATES.split(';').map((entry) => {
    const zips = entry.slice(entry.lastIndexOf(' ') + 1).split(',');
    return {
      code: entry.slice(0, 2),
      name: entry.slice(3, entry.lastIndexOf(' ')),
      zips: zips.map((range) => [Number(range.slice(0, 3)), Number(range.slice(-3))]),
    };
  });
  return new Map(list.flatMap((state) => [state.code, state.name].map((key) => [key, state])));
});

/** Postal code of a state given by code (`NY`, `N.Y.`) or name (`New York`). */
export function stateCode(text: string): string | undefined {
  return (
    states().get(text.length > 4 ? text : text.replace(/[. ]/g, ''))?.code ??
    states().get(text)?.code
  );
}

/** Does the ZIP code (five digits) lie in the state? */
export function isZipOfState(zip: string, code: string): boolean {
  const prefix = Number(zip.slice(0, 3));
  const zips = states().get(code)?.zips ?? [];
  return zips.some(([first, last]) => prefix >= first && prefix <= last);
}
