/**
 * The value in a form in which two ways of writing it are the same: folded to half width, lower
 * case, without separators. It is personal data as much as the value is.
 */
export declare function normalise(rule: string, value: string): string;
