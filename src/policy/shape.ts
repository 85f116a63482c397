/** Checks that a type alone does not tell; `check.ts` makes them, the schema shows what it can. */
export type TextCheck =
  'region' | 'rule' | 'custom-id' | 'glob' | 'pattern' | 'path' | 'domain' | 'any';

/**
 * The form of a part of the config file, as data: the checker reads it and the JSON schema is
 * made from it, so that both agree.
 */
export type Shape =
  | { readonly type: 'text'; readonly check: TextCheck; readonly description: string }
  | {
      readonly type: 'choice';
      /** Each value and what it means. */
      readonly values: Readonly<Record<string, string>>;
      readonly description: string;
    }
  | {
      readonly type: 'list';
      readonly of: Shape;
      /** May a single value stand without brackets? */
      readonly orOne?: boolean;
      readonly description: string;
    }
  /** Keys of the user's choice. */
  | {
      readonly type: 'map';
      readonly keys: 'rule' | 'any';
      readonly of: Shape;
      readonly description: string;
    }
  | ObjectShape;

export interface ObjectShape {
  readonly type: 'object';
  readonly keys: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** One of these keys must be there. */
  readonly oneOf?: readonly string[];
  readonly description: string;
}
