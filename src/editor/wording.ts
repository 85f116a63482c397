import type {
  Confidence,
  Evidence,
  EvidenceCode,
  Finding,
  Messages,
  Rule,
} from '../engine/index.ts';
import type { Translate } from './translate.ts';

/** Where a rule's page is read. The pages are part of the repository and of the package. */
const DOCS = 'https://github.com/leaklint/leaklint/blob/main/docs';

/** The public page of a rule; of the user's own rules, which have none, the page on them. */
export function rulePage(rule: string, known: boolean): string {
  return known ? `${DOCS}/rules/${rule}.md` : `${DOCS}/custom-rules.md`;
}

/** The sentence in the language of VS Code's interface. */
export function inLanguage(messages: Messages, language: string): string {
  return language === 'ja' || language.startsWith('ja-') ? messages.ja : messages.en;
}

/** What a rule finds, as a noun: "Phone number"; of the user's own rules their id. */
export function ruleName(id: string, rule: Rule | undefined, language: string): string {
  return rule === undefined ? id : inLanguage(rule.messages, language);
}

/**
 * The message of a diagnostic. It travels: Problems panel, inline messages, screen readers,
 * assistants, "Copy Message". Hence the kind and the masked shape, and nothing else of the text.
 *
 * @param count how many findings it stands for
 */
export function diagnosticMessage(
  t: Translate,
  name: string,
  finding: Pick<Finding, 'masked' | 'field'>,
  count: number,
): string {
  if (count === 1) return t('{0}: {1}', name, finding.masked);
  return finding.field === undefined
    ? t('{0}: {1} values in this file', name, count)
    : t('{0}: {1} values in “{2}”', name, count, finding.field);
}

export function confidenceWords(t: Translate, confidence: Confidence): string {
  if (confidence === 'certain') return t('certain: right in 99.5 of 100 cases');
  return confidence === 'likely' ? t('likely: right in 95 of 100 cases') : t('possible');
}

/** The figures of a column's verdict, as the engine notes them. */
const FIGURES = /^(\d+) of (\d+), by chance (\d+)$/;

/** A reason in words; the note (`RFC 2606`) is a name and stays as it is. */
export function evidenceWords(t: Translate, { code, note }: Evidence): string {
  const figures = FIGURES.exec(note ?? '');
  if (figures !== null) {
    return t(
      '{0} of {1} values of its column are of this kind; by chance {2} would be',
      ...figures.slice(1),
    );
  }
  const words = evidenceSentence(t, code);
  return note === undefined ? words : t('{0} ({1})', words, note);
}

function evidenceSentence(t: Translate, code: EvidenceCode): string {
  const sentences: Readonly<Record<EvidenceCode, string>> = {
    'check-digit': t('its check digit is right'),
    'field-name': t('the name of its field says so'),
    'vague-name': t('the name of its field may mean this kind'),
    'column-values': t('the values of its column are of this kind'),
    hotword: t('a word before it says so'),
    allocated: t('the numbering plan or register has it'),
    grouping: t('it is written in the groups of its plan'),
    'bare-digits': t('it has no separators and could be any number'),
    'odd-grouping': t('it has separators where its plan has none'),
    'set-aside': t('its plan sets it aside for examples, or cannot assign it'),
    'other-region': t('it has the national format of a country that is not among the regions'),
    'country-code': t('it begins with an international prefix'),
    'top-level-domain': t('its top-level domain exists'),
    gazetteer: t('its names are in the gazetteer'),
    'house-number': t('it has a street and a house number'),
    'street-type': t('it has a word that streets are named with'),
    'known-prefix': t('it begins as this kind usually does'),
    corroborated: t('other fields of its record agree with it'),
    contradicted: t('another field of its record contradicts it'),
    plausible: t('it is a day that fits a person’s life'),
    honorific: t('a form of address stands beside it'),
    alone: t('nothing else there is about a person'),
    mark: t('it carries a mark that only this kind has'),
    'role-account': t('it is the mailbox of a role, not of a person'),
    reserved: t('it is reserved and provably nobody’s'),
    dummy: t('people use it as a dummy'),
    refuted: t('its check digit or its plan refutes it'),
    'odd-form': t('no country among the regions issues numbers of this form'),
    unassigned: t('the numbering plan has no such number'),
    'inside-identifier': t('it is part of an identifier'),
    'other-field': t('its field is named after something else'),
    organisation: t('it looks like that of an organisation'),
    misread: t('it is right once what scanners misread is put right'),
    'file-name': t('it could be the name of a file'),
    disguised: t('it is written in a disguise'),
    encoded: t('it is written in an encoding'),
    'public-author': t('its author made it public with the program'),
    pattern: t('it matches the pattern of your own rule'),
  };
  return sentences[code];
}
