import type { Rule } from '../engine/index.ts';
import { CONFIG } from './declaration.ts';
import type { ObjectShape, Shape, TextCheck } from './shape.ts';

/** A JSON schema (draft 7, which VS Code reads). */
export type JsonSchema = Readonly<Record<string, unknown>>;

const CUSTOM_ID = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';

const TEXT_SCHEMAS: Readonly<Record<TextCheck, JsonSchema>> = {
  any: {},
  rule: {},
  region: { pattern: '^[A-Z]{2}$' },
  'custom-id': { pattern: CUSTOM_ID, maxLength: 64 },
  glob: { pattern: '^[^/!]' },
  pattern: { minLength: 1, maxLength: 1000 },
  path: { pattern: '^[^/]' },
  domain: { pattern: '^[^@*\\s]+$' },
};

/** The schema of `leaklint.json`, made from the declaration that `parseConfig` checks by. */
export function configSchema(rules: readonly Rule[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Leaklint configuration',
    allowComments: true,
    allowTrailingCommas: true,
    ...schemaOf(CONFIG, rules),
  };
}

function schemaOf(shape: Shape, rules: readonly Rule[]): JsonSchema {
  const { description } = shape;
  switch (shape.type) {
    case 'text':
      return textSchema(shape.check, description, rules);
    case 'choice':
      return {
        description,
        enum: Object.keys(shape.values),
        enumDescriptions: Object.values(shape.values),
      };
    case 'list': {
      const of = schemaOf(shape.of, rules);
      const list = { type: 'array', items: of };
      return shape.orOne === true ? { description, anyOf: [of, list] } : { description, ...list };
    }
    case 'map':
      return mapSchema(shape, rules);
    case 'object':
      return objectSchema(shape, rules);
  }
}

function textSchema(check: TextCheck, description: string, rules: readonly Rule[]): JsonSchema {
  if (check !== 'rule') return { description, type: 'string', ...TEXT_SCHEMAS[check] };
  const known = {
    enum: rules.map(({ id }) => id),
    enumDescriptions: rules.map(({ messages }) => messages.en),
  };
  return { description, anyOf: [known, { type: 'string', pattern: CUSTOM_ID }] };
}

function mapSchema(shape: Shape & { type: 'map' }, rules: readonly Rule[]): JsonSchema {
  const { description, of, keys } = shape;
  const value = schemaOf(of, rules);
  if (keys === 'any') return { description, type: 'object', additionalProperties: value };
  const known = rules.map(({ id, messages, severity }) => [
    id,
    { ...value, description: messages.en, default: severity },
  ]);
  return {
    description,
    type: 'object',
    properties: Object.fromEntries(known) as JsonSchema,
    patternProperties: { [CUSTOM_ID]: value },
    additionalProperties: false,
  };
}

function objectSchema(shape: ObjectShape, rules: readonly Rule[]): JsonSchema {
  const { description, keys, required, oneOf } = shape;
  return {
    description,
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(keys).map(([name, inner]) => [name, schemaOf(inner, rules)]),
    ),
    additionalProperties: false,
    ...(required && { required }),
    ...(oneOf && { anyOf: oneOf.map((name) => ({ required: [name] })) }),
  };
}
