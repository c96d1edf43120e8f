/* oxlint-disable unicorn/no-thenable -- `then` is a key of the language, and of JSON Schema */
/** Makes the published JSON Schemas from the schemas that validate. Only tools import this: the player's bundle is spared the generator. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { JsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { MODELS } from '../models/registry.ts';
import { DESCRIPTIONS } from './descriptions.ts';
import { KINDS } from './kinds.ts';
import { MODEL_DESCRIPTIONS } from './model-descriptions.ts';
import { ACTION, ACTIONS, DETAIL, GAUGE, VERBS } from './schema/actions.ts';
import {
  ARCHITECTURE,
  COMPONENT,
  GROUP,
  INLINE_ARCHITECTURE,
  LAYER,
  LISTED_MEMBER,
  LONG_EDGE,
  MEMBER,
  PART,
} from './schema/architecture.ts';
import { TEXT } from './schema/parts.ts';
import { CHOICE, CITATION, DEEPER, OPTION, SCENARIO, STEP, STEPS, VALUE } from './schema/scenario.ts';

type Json = JsonSchema & { [key: string]: unknown };

const ARCHITECTURE_PARTS: Readonly<Record<string, GenericSchema>> = {
  text: TEXT,
  layer: LAYER,
  group: GROUP,
  component: COMPONENT,
  part: PART,
  member: MEMBER,
  'listed-member': LISTED_MEMBER,
  edge: LONG_EDGE,
};
/** Parts of a scenario in which placeholders may stand. */
const FILLED_PARTS: Readonly<Record<string, GenericSchema>> = {
  choice: CHOICE,
  option: OPTION,
  step: STEP,
  steps: STEPS as GenericSchema,
  deeper: DEEPER,
  citation: CITATION,
  detail: DETAIL,
  gauge: GAUGE,
  action: ACTION,
  ...ACTIONS,
};
const SCENARIO_PARTS: Readonly<Record<string, GenericSchema>> = {
  ...ARCHITECTURE_PARTS,
  architecture: INLINE_ARCHITECTURE,
  value: VALUE,
  ...FILLED_PARTS,
};

/** JSON Schema (draft 7, which editors know best) of an architecture file. */
export function architectureJsonSchema(): Json {
  return generate('architecture', ARCHITECTURE, ARCHITECTURE_PARTS);
}

/** JSON Schema (draft 7, which editors know best) of a scenario file. */
export function scenarioJsonSchema(): Json {
  const { $defs, ...schema } = generate('scenario', SCENARIO, SCENARIO_PARTS);
  const all = $defs as Record<string, Json>;
  for (const name of Object.keys(FILLED_PARTS)) all[name] = withPlaceholders(all[name] as Json);
  return { ...schema, $defs: { ...all, value: valueSchema(all['value'] as Json), ...modelSchemas() } } as Json;
}

/** Where a number, a duration, a word or a truth stands, a placeholder may stand too; every text takes one anyway. */
function withPlaceholders(schema: Json): Json {
  const properties = schema.properties as Record<string, Json> | undefined;
  if (!properties) return schema;
  const open = Object.entries(properties).map(([key, property]) => [key, isShort(property) ? orPlaceholder(property) : property]);
  return { ...schema, properties: Object.fromEntries(open) } as Json;
}

function isShort({ type, anyOf, enum: words, const: one }: Json): boolean {
  if (Array.isArray(anyOf)) return anyOf.some((variant) => isShort(variant as Json)) && !anyOf.some((variant) => isText(variant as Json));
  return words !== undefined || one !== undefined || type === 'number' || type === 'integer' || type === 'boolean';
}

function isText({ type, pattern, $ref }: Json): boolean {
  return (type === 'string' && pattern === undefined) || $ref === '#/$defs/text';
}

function orPlaceholder({ description, ...schema }: Json): Json {
  const variants = Array.isArray(schema.anyOf) ? schema.anyOf : [schema];
  return { description, anyOf: [...variants, { type: 'string', pattern: '\\$\\{[^{}]+\\}' }] } as Json;
}

/** The models are told apart by if and then, like the verbs. */
function valueSchema(schema: Json): Json {
  const { model } = schema.properties as Record<string, Json>;
  const names = Object.keys(MODELS);
  const rules = names.map((name) => ({
    if: { properties: { model: { const: name } }, required: ['model'] },
    then: { $ref: `#/$defs/model-${name}` },
  }));
  return { ...schema, properties: { model: { ...model, enum: names } }, allOf: rules } as Json;
}

/** The parameters of each model, as its own description of them says. */
function modelSchemas(): Record<string, Json> {
  const schemas = Object.entries(MODELS).map(([name, { json }]) => {
    const texts = MODEL_DESCRIPTIONS[name] ?? {};
    const parameters = Object.entries(json['properties'] as Record<string, Json>);
    const described = parameters.map(([key, property]) => [key, { description: texts[key], ...property }]);
    const properties = { model: { description: 'The model.', const: name }, ...Object.fromEntries(described) };
    return [`model-${name}`, { description: texts[''], ...json, properties }];
  });
  return Object.fromEntries(schemas) as Record<string, Json>;
}

/** A JSON Schema of a kind of file: `definitions` are the schemas that have names in it. */
export function generate(name: string, schema: GenericSchema, definitions: Readonly<Record<string, GenericSchema>>): Json {
  const generated = toJsonSchema(schema, {
    target: 'draft-07',
    definitions,
    // What JSON Schema cannot say is left to `hopline check`; a schema that it could say, but the generator not, is a fault of ours.
    overrideAction: ({ valibotAction, jsonSchema }) => (['check', 'finite'].includes(valibotAction.type) ? jsonSchema : undefined),
    overrideSchema: ({ valibotSchema }) => {
      if ((valibotSchema as unknown) === ACTION) return actionSchema();
      return valibotSchema.type === 'custom' ? {} : undefined;
    },
  }) as Json;
  const all = generated.$defs as Record<string, Json>;
  const root = inline(generated, all) as Json;
  const $defs: Record<string, Json> = {};
  for (const key of Object.keys(definitions)) $defs[key] = describe(key, inline(all[key] as Json, all) as Json);
  return { $schema: root['$schema'] as string, title: `Hopline ${name}`, ...describe(name, { ...root, $defs: undefined }), $defs } as Json;
}

/** The verbs are told apart by if and then: of `oneOf` an editor could only say that nothing fits. */
function actionSchema(): JsonSchema {
  const hasVerb = VERBS.map((verb) => ({ required: [verb] }));
  const verbs = Object.fromEntries(VERBS.map((verb) => [verb, { description: DESCRIPTIONS[verb]?.[''] ?? '' }]));
  return {
    type: 'object',
    allOf: [
      ...VERBS.map((verb) => ({ if: condition(verb), then: { $ref: `#/$defs/${verb}` } })),
      // Without a verb, an editor offers the verbs, and nothing else fits.
      { if: { not: { anyOf: hasVerb } }, then: { properties: verbs, additionalProperties: false, minProperties: 1 } },
    ],
  } as JsonSchema;
}

function condition(verb: string): JsonSchema {
  return verb === 'every' ? { required: [verb], not: { required: ['traffic'] } } : { required: [verb] };
}

/** Puts the nameless definitions, which the generator numbers, back where they are used. */
function inline(value: unknown, definitions: Readonly<Record<string, Json>>): unknown {
  if (Array.isArray(value)) return value.map((item) => inline(item, definitions));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, ...rest } = value as Json;
  const numbered = typeof $ref === 'string' ? /^#\/\$defs\/(\d+)$/.exec($ref) : null;
  if (numbered) return inline({ ...definitions[numbered[1] as string], ...rest }, definitions);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '$defs')
      .map(([key, item]) => [key, inline(item, definitions)]),
  );
}

function describe(name: string, schema: Json): Json {
  const texts = DESCRIPTIONS[name] ?? {};
  const properties = schema.properties as Record<string, Json> | undefined;
  const described =
    properties &&
    Object.fromEntries(Object.entries(properties).map(([key, property]) => [key, describeProperty(name, key, property, texts[key])]));
  return { ...(texts[''] !== undefined && { description: texts[''] }), ...schema, ...(described && { properties: described }) } as Json;
}

function describeProperty(name: string, key: string, property: Json, text: string | undefined): Json {
  const isKind = key === 'kind' && (name === 'component' || name === 'part');
  return { ...(text !== undefined && { description: text }), ...property, ...(isKind && { enum: Object.keys(KINDS) }) } as Json;
}
