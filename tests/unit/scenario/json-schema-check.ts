/** As much of JSON Schema draft 7 as the published schemas use; anything else throws, so that nothing passes unseen. */
export type Json = { readonly [key: string]: unknown };

const NOTES = new Set(['$schema', '$defs', 'title', 'description', 'default']);

/** Whether a value fits a schema. */
export function fits(value: unknown, schema: Json, root: Json): boolean {
  return Object.entries(schema).every(([keyword, rule]) => NOTES.has(keyword) || keywordFits(keyword, rule, value, schema, root));
}

function keywordFits(keyword: string, rule: unknown, value: unknown, schema: Json, root: Json): boolean {
  const inner = (part: unknown, item: unknown): boolean => part !== false && (part === true || fits(item, part as Json, root));
  const map = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  const list = Array.isArray(value) ? (value as unknown[]) : undefined;
  switch (keyword) {
    case '$ref':
      return fits(value, (root['$defs'] as Record<string, Json>)[(rule as string).replace('#/$defs/', '')] as Json, root);
    case 'type':
      return typeFits(rule as string, value);
    case 'const':
      return value === rule;
    case 'enum':
      return (rule as unknown[]).includes(value);
    case 'pattern':
      return typeof value !== 'string' || new RegExp(rule as string, 'u').test(value);
    case 'minLength':
      return typeof value !== 'string' || value.length >= (rule as number);
    case 'maxLength':
      return typeof value !== 'string' || value.length <= (rule as number);
    case 'minimum':
      return typeof value !== 'number' || value >= (rule as number);
    case 'maximum':
      return typeof value !== 'number' || value <= (rule as number);
    case 'required':
      return !map || (rule as string[]).every((key) => Object.hasOwn(map, key));
    case 'properties':
      return !map || Object.entries(rule as Json).every(([key, part]) => !Object.hasOwn(map, key) || inner(part, map[key]));
    case 'additionalProperties':
      return (
        !map ||
        Object.keys(map).every((key) => Object.hasOwn((schema['properties'] as Json | undefined) ?? {}, key) || inner(rule, map[key]))
      );
    case 'propertyNames':
      return !map || Object.keys(map).every((key) => inner(rule, key));
    case 'items':
      return (
        !list || list.every((item, index) => (Array.isArray(rule) ? index >= rule.length || inner(rule[index], item) : inner(rule, item)))
      );
    case 'additionalItems':
      return !list || list.slice((schema['items'] as unknown[]).length).every((item) => inner(rule, item));
    case 'minProperties':
      return !map || Object.keys(map).length >= (rule as number);
    case 'maxProperties':
      return !map || Object.keys(map).length <= (rule as number);
    case 'minItems':
      return !list || list.length >= (rule as number);
    case 'maxItems':
      return !list || list.length <= (rule as number);
    case 'anyOf':
      return (rule as unknown[]).some((part) => inner(part, value));
    case 'allOf':
      return (rule as unknown[]).every((part) => inner(part, value));
    case 'not':
      return !inner(rule, value);
    case 'if':
      return !inner(rule, value) || inner(schema['then'], value);
    case 'then':
      return true;
    default:
      throw new Error(`The check does not know \`${keyword}\`.`);
  }
}

function typeFits(type: string, value: unknown): boolean {
  switch (type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'null':
      return value === null;
    case 'integer':
      return Number.isInteger(value);
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type;
    default:
      throw new Error(`The check does not know the type \`${type}\`.`);
  }
}
