const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Is there such a day in some year? */
export function isDay(month: number, day: number): boolean {
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

/** The two digits at an index, as a number. */
export const two = (value: string, at: number): number => Number(value.slice(at, at + 2));

/** Do the digits at an index read YYMMDD? */
export const hasYymmdd = (value: string, at = 0): boolean =>
  isDay(two(value, at + 2), two(value, at + 4));

/** Do they read DDMMYY? */
export const hasDdmmyy = (value: string, at = 0): boolean =>
  isDay(two(value, at + 2), two(value, at));
