import type { FieldName, FieldNames } from '../field-names.ts';
import { addField, type Fields } from './format.ts';
import { createOwners, placeOf, type Place } from './owner.ts';
import { textOf } from './view.ts';
import type { Attribute } from './xml-tag.ts';

/** An open element. */
interface Element {
  readonly name: string;
  /** Where fields inside it belong. */
  readonly place: Place;
  /** Where its own text belongs, and what it is called. */
  readonly home: Place;
  field: FieldName | undefined;
  /** Names of the elements that it had. */
  readonly children: Set<string>;
  readonly table: Table | undefined;
  /** What a `<dt>`, `<label>` or `<th>` says of what comes next. */
  pending: FieldName | undefined;
}

/** A table of HTML: rows of cells under a header. */
interface Table {
  header: readonly FieldName[] | undefined;
  /** Texts of the row's cells as names, as long as it may be the header. */
  row: (FieldName | undefined)[];
  column: number;
  hasData: boolean;
}

/** Elements that say how a text looks, not what it is. */
const LOOKS = new Set(
  `a abbr article aside b bdi big body br button center cite code dd del details div dl dt em fieldset figure font
  footer form h1 h2 h3 h4 h5 h6 head header html i img input ins label legend li link main mark meta nav nobr ol
  option p pre q s samp section select small span strong sub summary sup table tbody td textarea tfoot th thead tr
  tt u ul var wbr`.split(/\s+/),
);
/** Of these, those whose fields may be a record of their own. */
const GROUPS = new Set(['article', 'dl', 'form', 'li', 'ol', 'section', 'table', 'tr', 'ul']);
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** What an element closes that nobody closed. */
const CLOSES: Readonly<Record<string, ReadonlySet<string>>> = {
  tr: new Set(['tr', 'td', 'th']),
  td: new Set(['td', 'th']),
  th: new Set(['td', 'th']),
  dt: new Set(['dt', 'dd']),
  dd: new Set(['dt', 'dd']),
  li: new Set(['li']),
  p: new Set(['p']),
  option: new Set(['option']),
};
const LABELS = new Set(['dt', 'label', 'th', 'legend']);
/** Attributes that say what the element's value or text is. */
const NAMING = new Set(
  'name key id property itemprop field column label data-label data-title class'.split(' '),
);
const VALUES = new Set(['value', 'content']);
const DEEPEST = 100;
const MOST_CHILDREN = 200;
/** Furthest that a closing tag looks for its opening one. */
const REACH = 50;
const LONGEST_LABEL = 80;

/** Follows elements and tells what is a field, of which name and record. */
export function createTree(names: FieldNames) {
  const owners = createOwners();
  const outermost = placeOf(owners.next());
  const root: Element = {
    name: '',
    place: outermost,
    home: outermost,
    field: undefined,
    children: new Set(),
    table: undefined,
    pending: undefined,
  };
  const stack: Element[] = [root];
  let tooDeep = 0;

  const top = (): Element => stack.at(-1)!;
  const add = (fields: Fields, start: number, end: number, name: FieldName, place: Place): void =>
    addField(fields, start, end, name, owners.of(place, name).record);

  /** A place of its own where the element is no mere look; another record when it comes again. */
  const placeIn = (parent: Element, name: string): Place => {
    if (LOOKS.has(name) && !GROUPS.has(name)) return parent.place;
    const again = parent.children.has(name);
    if (parent.children.size < MOST_CHILDREN) parent.children.add(name);
    const isItem = name === 'li' || name === 'form';
    return placeOf(again && !isItem ? owners.next() : parent.place.owner);
  };

  const cellOf = (table: Table, parent: Element, isData: boolean): FieldName | undefined => {
    if (isData) table.hasData = true;
    const named = table.header?.[table.column];
    table.column++;
    return named ?? (isData ? parent.pending : undefined);
  };

  const pop = (): void => {
    const { name, table } = stack.pop()!;
    if (name !== 'tr' || table === undefined) return;
    // A row of names is the header; one with data too is a label and its value.
    const known = table.row.filter((each) => each?.rule !== undefined).length;
    if (table.header === undefined && (known > 1 || (known > 0 && !table.hasData))) {
      table.header = table.row.map((each) => each ?? { name: '#', rule: undefined, by: undefined });
    }
  };

  const nameOfText = (bytes: Uint8Array, start: number, end: number): FieldName | undefined => {
    if (end - start > LONGEST_LABEL) return undefined;
    const label = textOf(bytes, start, end).replace(/[\s:：*＊]{1,9}$/u, '');
    const name = names.resolve(label);
    return name.rule === undefined ? undefined : name;
  };

  return {
    open(
      name: string,
      field: FieldName,
      attributes: readonly Attribute[],
      empty: boolean,
      fields: Fields,
    ): void {
      const closes = CLOSES[name];
      while (closes?.has(top().name)) pop();
      const parent = top();
      const naming = namingOf(attributes, names);
      const place = placeIn(parent, name);
      const isOffered = isOffer(name, attributes);
      for (const { name: attribute, field: own, start, end } of attributes) {
        if (end === start || (isOffered && VALUES.has(attribute))) continue;
        const pair = VALUES.has(attribute) ? (naming ?? parent.pending) : undefined;
        if (pair) add(fields, start, end, pair, parent.place);
        else if (own.rule !== undefined && !(naming && NAMING.has(attribute)))
          add(fields, start, end, own, place);
      }
      if (empty || VOID.has(name)) return;
      if (stack.length >= DEEPEST) {
        tooDeep++;
        return;
      }
      const isTable = name === 'table';
      const table = isTable
        ? { header: undefined, row: [], column: 0, hasData: false }
        : parent.table;
      if (name === 'tr' && table) Object.assign(table, { row: [], column: 0, hasData: false });
      const isCell = (name === 'td' || name === 'th') && table !== undefined;
      const looks = LOOKS.has(name);
      const given = field.rule === undefined ? naming : field;
      const inherited = name === 'dd' ? parent.pending : looks ? parent.field : field;
      const cell = isCell ? cellOf(table, parent, name === 'td') : undefined;
      const label =
        isCell && table.header === undefined
          ? stack.findLast((each) => each.name === 'table')
          : undefined;
      stack.push({
        name,
        place,
        home: looks && parent.field && !isCell ? parent.home : (label ?? parent).place,
        field: isOffered ? undefined : (cell ?? given ?? (isCell ? undefined : inherited)),
        children: new Set(),
        table,
        pending: undefined,
      });
    },

    close(name: string): void {
      if (tooDeep > 0) {
        tooDeep--;
        return;
      }
      const floor = Math.max(1, stack.length - REACH);
      for (let at = stack.length - 1; at >= floor; at--) {
        if (stack[at]!.name !== name) continue;
        while (stack.length > at) pop();
        return;
      }
    },

    text(bytes: Uint8Array, start: number, end: number, fields: Fields): void {
      const element = top();
      const { name, table, field, home } = element;
      const labelled = stack.findLast(
        (each) => LABELS.has(each.name) || each.name === 'td' || each.name === 'dd',
      );
      const isCell =
        table !== undefined &&
        table.header === undefined &&
        (labelled?.name === 'td' || labelled?.name === 'th');
      if (isCell || (labelled && LABELS.has(labelled.name))) {
        const said = nameOfText(bytes, start, end);
        const outer = stack[stack.lastIndexOf(labelled) - 1];
        if (outer && (said || labelled.name !== 'td')) outer.pending = said;
        if (isCell) table.row[table.column - 1] = said;
        if (said) return;
      }
      if (field) add(fields, start, end, field, home);
      else if (table && name === 'td') add(fields, start, end, UNNAMED, home);
    },
  };
}

/** A choice that nobody has made is no value: `<option>男</option>`. */
function isOffer(name: string, attributes: readonly Attribute[]): boolean {
  if (name !== 'option' && name !== 'input') return false;
  const has = (wanted: string) => attributes.some((each) => each.name === wanted);
  if (name === 'option') return !has('selected');
  const type = attributes.find((each) => each.name === 'type')?.value();
  return (type === 'radio' || type === 'checkbox') && !has('checked');
}

const UNNAMED: FieldName = { name: '#', rule: undefined, by: undefined };

/** `<property name="phone" …>`, `<td class="tel">`: the first attribute that says it. */
function namingOf(attributes: readonly Attribute[], names: FieldNames): FieldName | undefined {
  for (const { name, value } of attributes) {
    if (!NAMING.has(name) || value() === '') continue;
    const said = names.resolve(value());
    if (said.by === 'field-name') return said;
  }
  return undefined;
}
