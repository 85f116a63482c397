import type { Config } from './config.ts';

/**
 * A config on top of the one it extends: single settings are replaced, tables are joined key by
 * key, lists are joined with the base first. Of two custom rules of one id the later counts.
 */
export function mergeConfigs(base: Config, own: Config): Config {
  const merged: Record<string, unknown> = { ...base, ...own };
  for (const key of ['rules', 'fields', 'mask'] as const) {
    if (base[key] && own[key]) merged[key] = { ...base[key], ...own[key] };
  }
  for (const key of ['allow', 'ignore', 'overrides'] as const) {
    if (base[key] && own[key]) merged[key] = [...base[key], ...own[key]];
  }
  if (base.custom && own.custom) {
    const all = [...base.custom, ...own.custom];
    merged['custom'] = [...new Map(all.map((rule) => [rule.id, rule])).values()];
  }
  return merged;
}
