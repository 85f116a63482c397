import type { FieldName } from '../field-names.ts';

/** The record that fields of one place of a tree belong to. */
export interface Owner {
  readonly record: number;
  /** Names of fields that the record has. */
  readonly names: Set<FieldName>;
}

/** Names that a record keeps in mind. Records of more are no people. */
const MOST_NAMES = 200;

/** Numbers records. */
export interface Owners {
  next(): Owner;
  /** How many there are. */
  count(): number;
  /** Takes back those after so many: what they were for is read again. */
  rewind(count: number): void;
  /**
   * The owner of a field in a place whose fields have an owner so far: another one, when somewhere
   * else in the tree gave that record a field of the name.
   */
  of(place: Place, name: FieldName): Owner;
}

/** A place of a tree: an element, a mapping. */
export interface Place {
  owner: Owner;
  /** Names that the place itself has given its record; a name may come more than once there. */
  readonly own: Set<FieldName>;
}

export const placeOf = (owner: Owner): Place => ({ owner, own: new Set() });

/**
 * Places inside a place are of its record, so that a customer's address is the customer's: until
 * a name that the record has comes again, which is the next customer's.
 */
export function createOwners(): Owners {
  let records = 0;
  const next = (): Owner => ({ record: ++records, names: new Set() });
  return {
    next,
    count: () => records,
    rewind(count) {
      records = count;
    },
    of(place, name) {
      if (name.rule === undefined) return place.owner;
      if (place.owner.names.has(name) && !place.own.has(name)) {
        place.owner = next();
        place.own.clear();
      }
      if (place.own.size < MOST_NAMES) place.own.add(name);
      if (place.owner.names.size < MOST_NAMES) place.owner.names.add(name);
      return place.owner;
    },
  };
}
