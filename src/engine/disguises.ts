import { chooseFormat } from './formats/choose.ts';
import { addField, createFields, type Fields } from './formats/format.ts';
import type { Draft } from './judge.ts';
import type { ScanOptions } from './options.ts';
import type { Ruleset } from './ruleset.ts';
import { judgeStretch, type Drafts, type Stretch } from './stretch.ts';
import { wrappedTexts, type Wrapped } from './text/base64-text.ts';
import { brokenLines } from './text/broken-lines.ts';
import { queryBlanks } from './text/query-blanks.ts';
import { createView, escapesIn, viewsOf, type Disguise, type View } from './view.ts';

const NOTHING = new Uint8Array(0);
const BLANK = new Uint8Array([0x20]);

/**
 * Judges what stands in a stretch in another way than it is read: escapes of characters, base64,
 * values that go over a line's end. The rules see it decoded; the findings are where it stands.
 */
export function judgeDisguised(
  stretch: Stretch,
  ruleset: Ruleset,
  options: ScanOptions,
): Pick<Drafts, 'drafts' | 'crashes'> {
  const { bytes, from, to, labels } = stretch;
  const result: Pick<Drafts, 'drafts' | 'crashes'> = { drafts: [], crashes: [] };
  const breaks = labels === 'any' ? brokenLines(bytes, from, to) : [];
  // Where no label is read, a query's names are none either.
  const blanks = labels === 'none' ? [] : queryBlanks(bytes, from, to);
  const inPlace = merged(
    merged(escapesIn(bytes, from, to), disguisesOf(breaks, NOTHING, 'line break')),
    disguisesOf(blanks, BLANK, 'form-encoding'),
  );
  let field = 0;
  for (const view of viewsOf(bytes, from, to, inPlace)) {
    while (field < stretch.fields.length && stretch.fields.ends[field]! < view.from) field++;
    judgeView(view, stretch, field, ruleset, options, result);
  }
  for (const wrapped of wrappedTexts(bytes, from, to)) {
    judgeWrapped(wrapped, stretch, ruleset, options, result);
  }
  return result;
}

function disguisesOf(
  places: Iterable<Pick<Disguise, 'start' | 'end'>>,
  bytes: Uint8Array,
  by: Disguise['by'],
): readonly Disguise[] {
  return Array.from(places, (each) => ({ ...each, bytes, by }));
}

function merged(one: readonly Disguise[], other: readonly Disguise[]): readonly Disguise[] {
  if (other.length === 0) return one;
  const sorted = [...one, ...other].sort((a, b) => a.start - b.start);
  return sorted.filter((each, index) => index === 0 || each.start >= sorted[index - 1]!.end);
}

/** @param first the first field that ends in the view or behind it */
function judgeView(
  view: View,
  stretch: Stretch,
  first: number,
  ruleset: Ruleset,
  options: ScanOptions,
  result: Pick<Drafts, 'drafts' | 'crashes'>,
): void {
  const { bytes } = view;
  const fields = fieldsIn(view, stretch.fields, first);
  const own = { ...stretch, bytes, from: 0, to: bytes.length, fields };
  const { drafts, crashes } = judgeStretch(own, ruleset, options);
  for (const draft of drafts) {
    const by = view.disguiseIn(draft.start, draft.end);
    if (by === undefined) continue;
    result.drafts.push({
      ...draft,
      ...view.sourceOf(draft.start, draft.end),
      evidence: [...draft.evidence, { code: 'encoded', note: by }],
    });
  }
  for (const { rule, at } of crashes) {
    result.crashes.push({ rule, at: view.sourceOf(at, at).start });
  }
}

function fieldsIn({ indexOf, from, to }: View, fields: Fields, first: number): Fields {
  const own = createFields();
  for (let i = first; i < fields.length && fields.starts[i]! < to; i++) {
    if (fields.ends[i]! <= from) continue;
    const start = indexOf(fields.starts[i]!);
    addField(own, start, indexOf(fields.ends[i]!), fields.names[i]!, fields.records[i]!);
  }
  return own;
}

/** How far around a token of base64 what names it may stand. */
const AROUND = 160;

/**
 * Judges the text in a token of base64: in its place, where a name may stand before it, and, when
 * it is JSON, as a source of its own. One value in a longer text that nothing names is possible
 * only: the token is one, and holds much else.
 */
function judgeWrapped(
  wrapped: Wrapped,
  stretch: Stretch,
  ruleset: Ruleset,
  options: ScanOptions,
  result: Pick<Drafts, 'drafts' | 'crashes'>,
): void {
  const { start, end, bytes } = wrapped;
  const from = Math.max(stretch.from, start - AROUND);
  const to = Math.min(stretch.to, end + AROUND);
  const view = createView(stretch.bytes, from, to, [{ ...wrapped, by: 'base64' }]);
  const within: Pick<Drafts, 'drafts' | 'crashes'> = { drafts: [], crashes: [] };
  judgeView(view, stretch, 0, ruleset, options, within);
  const alone = drafsOfSource(wrapped, stretch, ruleset, options);
  const drafts = [...within.drafts, ...alone].filter((draft) => draft.confidence !== 'possible');
  const isMuch = drafts.length > 1 || drafts.some((draft) => isAllOf(draft, bytes));
  for (const draft of drafts) {
    const isNamed = draft.field !== undefined;
    const confidence = isMuch || isNamed ? draft.confidence : 'possible';
    result.drafts.push({ ...draft, start, end, confidence });
  }
  result.crashes.push(...within.crashes.map(({ rule }) => ({ rule, at: start })));
}

/** Is the value all that the token holds? */
function isAllOf({ text }: Draft, bytes: Uint8Array): boolean {
  return new TextEncoder().encode(text.trim()).length >= bytes.length - 2;
}

function drafsOfSource(
  { bytes, start, end }: Wrapped,
  stretch: Stretch,
  ruleset: Ruleset,
  options: ScanOptions,
): Draft[] {
  if (bytes[0] !== 0x7b && bytes[0] !== 0x5b) return [];
  const fields = createFields();
  const format = chooseFormat({ path: 'a.json' }, bytes)(ruleset.names);
  format.read(bytes, 0, bytes.length, true, fields);
  const own = { ...stretch, bytes, from: 0, to: bytes.length, fields, labels: format.labels };
  return judgeStretch(own, ruleset, options).drafts.map((draft) => ({
    ...draft,
    start,
    end,
    record: undefined,
    evidence: [...draft.evidence, { code: 'encoded', note: 'base64' }],
  }));
}
