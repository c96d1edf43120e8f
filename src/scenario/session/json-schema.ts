/** Makes the published JSON Schema of session files. Only tools import this: the app's bundle is spared the generator. */
import type { GenericSchema } from 'valibot';
import { generate } from '../json-schema.ts';
import { TEXT } from '../schema/parts.ts';
import { SESSION_DESCRIPTIONS } from './descriptions.ts';
import {
  CHECKLIST, CHECKLIST_ITEM, DISCUSSION, LONG_PLACE, PHASE, POINT, PROMPT, REFERENCE, ROUND, SECTION, SESSION, SESSION_LAYER, SESSION_LINK, SESSION_PART, STATION,
} from './schema.ts';

type Json = Record<string, unknown>;

/** The maps of a session file by their names in the schema. */
const PARTS: Readonly<Record<string, GenericSchema>> = {
  text: TEXT,
  link: SESSION_LINK,
  place: LONG_PLACE,
  point: POINT,
  prompt: PROMPT,
  round: ROUND,
  discussion: DISCUSSION,
  item: CHECKLIST_ITEM,
  checklist: CHECKLIST,
  'session-layer': SESSION_LAYER,
  station: STATION,
  phase: PHASE,
  reference: REFERENCE,
  section: SECTION,
  'session-part': SESSION_PART,
};

/** JSON Schema (draft 7, which editors know best) of a session file. */
export function sessionJsonSchema(): Json {
  const schema = generate('session', SESSION, PARTS) as Json;
  const definitions = Object.entries(schema['$defs'] as Record<string, Json>).map(([name, definition]) => [name, described(name, definition)]);
  return { ...described('session', schema), $defs: Object.fromEntries(definitions) as Json };
}

function described(name: string, schema: Json): Json {
  const texts = SESSION_DESCRIPTIONS[name];
  if (!texts) return schema;
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>);
  const spoken = properties.map(([key, property]) => [key, { ...(texts[key] !== undefined && { description: texts[key] }), ...property }]);
  return { description: texts[''], ...schema, ...(spoken.length > 0 && { properties: Object.fromEntries(spoken) as Json }) };
}
