import type { ParsedConfig } from './config.ts';

/**
 * Reads `leaklint.json` (comments and trailing commas allowed).
 *
 * @param customRules ids of rules that the extended configs define
 */
export declare function parseConfig(text: string, customRules?: readonly string[]): ParsedConfig;
