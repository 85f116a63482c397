import type { Evidence } from '../../evidence.ts';
import type { Context, Field, Judgement, Slice } from '../../rule.ts';
import { isOrganisation, isName, readJapanese, type JapaneseName } from './japanese.ts';
import { readLatin, type LatinName } from './latin.ts';
import { isPart } from './names.ts';
import { trimName } from './trim.ts';

/** The value of a field of the rule's own. */
export function judgeField(
  { folded, start, end }: Slice,
  { field }: Context,
): Judgement | undefined {
  if (field === undefined) return undefined;
  const span = trimName(folded, start, end);
  const value = folded.slice(span.start, span.end);
  const evidence = japanese(value, field) ?? latin(value, field);
  return evidence && { ...span, evidence };
}

/** Other kinds of personal data that the source has fields for. */
function companyOf({ beside }: Field): number {
  return beside === undefined ? 0 : beside.size - (beside.has('person-name') ? 1 : 0);
}

function japanese(value: string, field: Field): Evidence[] | undefined {
  const name = readJapanese(value);
  if (name === undefined) return undefined;
  const evidence: Evidence[] = [];
  const known = isKnown(name, value, field);
  if (field.by === 'vague-name' && !known) return undefined;
  if (field.by === 'column-values' && !known && !name.separated) return undefined;
  // In a program a dummy is an example; among records it may be somebody's name.
  if (known && !(name.dummy && field.beside === undefined)) evidence.push({ code: 'gazetteer' });
  if (name.dummy) evidence.push({ code: 'dummy', note: 'specimen name' });
  if (isOrganisation(value)) evidence.push({ code: 'organisation' });
  if (field.by === 'vague-name' && companyOf(field) >= 2) evidence.push({ code: 'corroborated' });
  if (!known && companyOf(field) === 0) evidence.push({ code: 'alone' });
  return evidence;
}

/** Does the gazetteer say that it is a name? How much it must know depends on the field. */
function isKnown(name: JapaneseName, value: string, field: Field): boolean {
  if (field.by !== 'field-name') {
    const enough = field.by !== 'vague-name' || companyOf(field) >= 2;
    return name.known ? !name.solidKana : enough && name.separated && name.part;
  }
  if (name.known || (name.separated && name.part)) return true;
  return isPart(field.name) && (isName('surname', value) || isName('given', value));
}

function latin(value: string, field: Field): Evidence[] | undefined {
  const name = readLatin(value);
  if (name === undefined || (name.words === 1 && !isPart(field.name))) return undefined;
  if (field.by === 'vague-name') return vague(name, field);
  if (!name.known && !name.capitalised) return undefined;
  const evidence = marks(name);
  if (companyOf(field) === 0) evidence.push({ code: 'alone' });
  return evidence;
}

/** A field called `name` holds a person's where others hold her address, her telephone … */
function vague(name: LatinName, field: Field): Evidence[] | undefined {
  if (!name.capitalised || name.words > 4) return undefined;
  if (companyOf(field) >= 2) return [...marks(name), { code: 'corroborated' }];
  return name.known ? [...marks(name), { code: 'alone' }] : undefined;
}

function marks({ known, dummy, organisation }: LatinName): Evidence[] {
  const evidence: Evidence[] = [];
  if (known) evidence.push({ code: 'gazetteer' });
  if (dummy) evidence.push({ code: 'dummy', note: 'specimen name' });
  if (organisation) evidence.push({ code: 'organisation' });
  return evidence;
}
