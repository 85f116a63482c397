import type { Confidence } from './finding.ts';

/**
 * Weight of each reason for (+) or against (−), as log-odds. A rule's `prior` is what the bare
 * shape says; the sum decides the confidence. The accuracy bench calibrates these figures.
 */
const WEIGHTS = {
  /** A check digit of the standard agrees. */
  'check-digit': 4,
  /** The field that holds the value is named after the rule. */
  'field-name': 4,
  /** The field's name may mean this kind and others (`name`). */
  'vague-name': 1,
  /** The column is the rule's by its values. */
  'column-values': 3.5,
  /** A word of the rule stands right before the value. */
  hotword: 3.5,
  /** The numbering plan or the register has it. */
  allocated: 2.5,
  /** Written with the separators and groups of its plan. */
  grouping: 2,
  /** Digits without a separator, which could be anything. */
  'bare-digits': -1.5,
  /** Separators where the plan has none. */
  'odd-grouping': -1.5,
  /** The plan sets the number aside for examples, or cannot assign it: right shape, nobody's. */
  'set-aside': 2.5,
  /** The national form of a region that the policy does not name. */
  'other-region': -2,
  /** An international prefix says what it is. */
  'country-code': 2,
  /** A real top-level domain. */
  'top-level-domain': 3,
  /** A name that the gazetteer knows. */
  gazetteer: 3,
  /** A street with a house number. */
  'house-number': 2,
  /** A word that streets are named with (Straße, rue, Ave). */
  'street-type': 2.5,
  /** A prefix that this kind usually has (a passport's series letters). */
  'known-prefix': 2,
  /** Fields of the same record agree with it. */
  corroborated: 2,
  /** Another field of the same record says otherwise. */
  contradicted: -1.5,
  /** A date on which somebody alive was born, a passport in use was issued. */
  plausible: 1.5,
  /** 様, さん, Mr. */
  honorific: 1,
  /** Says little by itself, and no other field of the source is about a person. */
  alone: -2,
  /** A mark that only this kind has (〒, +, tel:, mailto:). */
  mark: 3,
  /** A mailbox of a role (info@), not of a person. */
  'role-account': -3,
  /** A value that is provably nobody's; the note names the source. */
  reserved: 0,
  /** A name or number that people use as a dummy; lowers, never clears. */
  dummy: -2,
  /** Right shape, but check digit or plan refutes it. Reported only in a field of that name. */
  refuted: -1,
  /** No issuer that counts here has numbers of this form. Reported only in a field of that name. */
  'odd-form': -3,
  /** The plan has no such number. */
  unassigned: -1,
  /** Part of an identifier, hash, version or path. */
  'inside-identifier': -4,
  /** The field that holds the value is named after something else. */
  'other-field': -4,
  /** Says an organisation, a public place or a head office, not a person. */
  organisation: -3,
  /** Right only after correcting what scanners misread (O for 0). */
  misread: -3,
  /** Could be the name of a file: the ending is one of files too. */
  'file-name': -2.5,
  /** Written in a disguise: `name at domain dot com`. */
  disguised: -2,
  /** Written in an encoding of its own (`\\u5c71`, base64); the note says in which. */
  encoded: 0,
  /** An author, told on purpose to everybody who has the program. Never more than possible. */
  'public-author': 0,
  /** The pattern of the user's own rule. */
  pattern: 3,
} as const;

export type EvidenceCode = keyof typeof WEIGHTS;

/** A reason for or against; `note` says which (`RFC 2606`) and never holds text of the source. */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly note?: string;
}

/** What is public by intent, whatever speaks for it. */
const POSSIBLE_AT_MOST: ReadonlySet<EvidenceCode> = new Set(['public-author']);

const CERTAIN = 5.3;
const LIKELY = 2.95;
const POSSIBLE = 0;

/**
 * Adds up the prior and the evidence.
 *
 * @returns the confidence, or undefined when less than possible.
 */
export function confidenceOf(prior: number, evidence: readonly Evidence[]): Confidence | undefined {
  let score = prior;
  for (const { code } of evidence) score += WEIGHTS[code];
  if (score < POSSIBLE) return undefined;
  if (evidence.some(({ code }) => POSSIBLE_AT_MOST.has(code))) return 'possible';
  if (score >= CERTAIN) return 'certain';
  return score >= LIKELY ? 'likely' : 'possible';
}

/** `reserved: RFC 2606`, the form of reports. */
export function evidenceText({ code, note }: Evidence): string {
  return note === undefined ? code : `${code}: ${note}`;
}
