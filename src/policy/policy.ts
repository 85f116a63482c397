import {
  DEFAULT_OPTIONS,
  RULES,
  type Confidence,
  type CustomRule,
  type ScanOptions,
} from '../engine/index.ts';
import type { EncodingName } from '../encoding/names.ts';
import { allowsOf } from './allow.ts';
import type { AllowEntry, EncodingSetting, MaskStrategy, RuleSetting, Settings } from './config.ts';

/** What a path reports, at which severity, what it allows and how it masks. Policies are interned. */
export interface Policy {
  /** For the engine. Rules that are off are not run. */
  readonly options: ScanOptions;
  /** Report from here up. */
  readonly confidence: Confidence;
  /** Is the path not to be scanned at all? */
  readonly ignored: boolean;
  readonly strategy: MaskStrategy;
  /** The encoding to read the file in; absent where its bytes tell. */
  readonly encoding?: EncodingName;
  /** Are directives told that silence nothing? */
  readonly tellsUnused: boolean;
  /** Of a rule, built in or the user's own. */
  severityOf(rule: string): RuleSetting;
  /** Is anything allowed at all? Spares decoding the values. */
  readonly hasAllow: boolean;
  /** Is the value meant to stand here (`allow`)? */
  allows(rule: string, value: string): boolean;
}

/** What the command line or the editor puts over every policy. */
export interface Overlay {
  readonly confidence?: Confidence;
  readonly regions?: readonly string[];
  readonly reserved?: 'silent' | 'report';
  /** Run these rules only. */
  readonly rules?: readonly string[];
  readonly strategy?: MaskStrategy;
  readonly encoding?: EncodingSetting;
}

export interface PolicyParts {
  /** From weak to strong: the config's own, then those of its overrides. */
  readonly settings: readonly Settings[];
  readonly custom: readonly CustomRule[];
  readonly ignored: boolean;
  /** Entries that hold for the path. */
  readonly allow: readonly AllowEntry[];
  readonly overlay: Overlay;
}

/** The last of the settings that says something counts; tables are joined. */
export function policyOf({ settings, custom, ignored, allow, overlay }: PolicyParts): Policy {
  const last = <Key extends keyof Settings>(key: Key): Settings[Key] | undefined =>
    settings.findLast((each) => each[key] !== undefined)?.[key];
  const severities = new Map<string, RuleSetting>([
    ...RULES.map(({ id, severity }) => [id, severity] as const),
    ...custom.map(({ id }) => [id, 'warning'] as const),
    ...settings.flatMap(({ rules = {} }) => Object.entries(rules)),
  ]);
  if (overlay.rules !== undefined) {
    for (const id of severities.keys()) if (!overlay.rules.includes(id)) severities.set(id, 'off');
  }
  const on = [...severities].flatMap(([id, severity]) => (severity === 'off' ? [] : [id]));
  const options: ScanOptions = {
    regions: overlay.regions ?? last('regions') ?? DEFAULT_OPTIONS.regions,
    fields: Object.assign({}, ...settings.map(({ fields }) => fields)) as ScanOptions['fields'],
    custom: custom.filter(({ id }) => severities.get(id) !== 'off'),
    reserved: overlay.reserved ?? last('reserved') ?? DEFAULT_OPTIONS.reserved,
    ...(on.length < severities.size && { rules: new Set(on) }),
  };
  const encoding = overlay.encoding ?? last('encoding') ?? 'auto';
  const strategies = settings.map(({ mask }) => mask?.strategy);
  return {
    options,
    confidence: overlay.confidence ?? last('confidence') ?? 'likely',
    ignored,
    strategy: overlay.strategy ?? strategies.findLast((each) => each !== undefined) ?? 'partial',
    ...(encoding !== 'auto' && { encoding }),
    tellsUnused: last('unusedDirectives') !== 'off',
    severityOf: (rule) => severities.get(rule) ?? 'off',
    hasAllow: allow.length > 0,
    allows: allowsOf(allow),
  };
}
