/** What an embedding page may set of the player, by the names that its attributes have: in the address, and later by messages. */

/** Settings that are words or numbers; the player takes what it understands, and its default for the rest. */
export const WORD_SETTINGS = ['lang', 'theme', 'level', 'view', 'path', 'rate', 'pace', 'captions', 'motion', 'step', 'poster'] as const;
/** Settings that are there or not. */
export const FLAG_SETTINGS = ['controls', 'autoplay', 'loop'] as const;

/** The name of a setting. */
export type SettingName = (typeof WORD_SETTINGS)[number] | (typeof FLAG_SETTINGS)[number];

/** A path as links write it, or option by choice. */
export type SettingValue = string | number | boolean | Readonly<Record<string, string>>;

/** Settings by their names. */
export type EmbedSettings = Partial<Readonly<Record<SettingName, SettingValue>>>;

const NAMES: ReadonlySet<string> = new Set([...WORD_SETTINGS, ...FLAG_SETTINGS]);
const FLAGS: ReadonlySet<string> = new Set(FLAG_SETTINGS);
/** Longest value, in characters: a path of many choices. */
const LONGEST = 1000;
/** A poster is a step: an image's address would be a request. */
const FORMS: Partial<Record<SettingName, RegExp>> = { poster: /^[a-z0-9][a-z0-9/-]*$/, lang: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/ };

/** The settings among values from outside, as attributes: a text, or null for an attribute that is to be taken away. Everything else is left out. */
export function attributesOf(values: unknown): Map<SettingName, string | null> {
  const found = new Map<SettingName, string | null>();
  if (typeof values !== 'object' || values === null) return found;
  for (const [name, value] of Object.entries(values)) {
    if (!isSetting(name)) continue;
    const text = FLAGS.has(name) ? flagOf(value) : textOf(name, value);
    if (text !== undefined) found.set(name, text);
  }
  return found;
}

/** Whether a name is that of a setting. */
export function isSetting(name: string): name is SettingName {
  return NAMES.has(name);
}

/** Off by a word; anything else that is there means on. */
export function isOn(value: unknown): boolean {
  return !(value === false || value === 0 || value === null || /^(0|false|off|no)$/i.test(String(value)));
}

function flagOf(value: unknown): string | null {
  return isOn(value) ? '' : null;
}

function textOf(name: SettingName, value: unknown): string | null | undefined {
  if (value === null || value === '') return null;
  const text = name === 'path' ? pathOf(value) : typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  if (text === undefined || text.length > LONGEST) return undefined;
  return FORMS[name] && !FORMS[name].test(text) ? undefined : text;
}

/** Choices stand with commas between them as on the command line, or as the attribute has them. */
function pathOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.replaceAll(/\s*,\s*/g, '&');
  if (typeof value !== 'object' || value === null) return undefined;
  return new URLSearchParams(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string')).toString();
}
