import type { HoplinePlayer } from '../elements/hopline-player.ts';
import { stateOf } from './embed-state.ts';
import { VERBS, type EmbedSource, type EmbedState, type EmbedVerb } from './protocol.ts';
import { attributesOf } from './settings.ts';
import type { Stepper } from './stepper.ts';

/** What commands act on. */
export interface Commanded {
  readonly player: HoplinePlayer;
  readonly stepper: Stepper;
  /** Why nothing is shown, where it is the page itself that refuses. */
  readonly problem: string | undefined;
  /** Shows another story; resolves when it is there or has failed. */
  load(source: EmbedSource): Promise<void>;
}

type Command = (page: Commanded, message: Readonly<Record<string, unknown>>) => unknown;

/** A closed list: a verb is never taken for the name of something else. */
const COMMANDS: Readonly<Record<EmbedVerb, Command>> = {
  listen: state,
  getState: state,
  // Not the promise: an answer says that the verb was heard, and `play` tells when it plays.
  play: (page) => {
    page.stepper.free();
    void page.player.play().catch(() => undefined);
  },
  pause: ({ player }) => player.pause(),
  seek: ({ player }, { time }) => {
    if (typeof time !== 'number' || !Number.isFinite(time)) throw new TypeError('seek needs `time`, a number of seconds.');
    player.currentTime = time;
  },
  next: ({ stepper }) => stepper.next(),
  previous: ({ stepper }) => stepper.previous(),
  goToStep: ({ player }, { step }) => {
    if (typeof step !== 'string' && typeof step !== 'number') throw new TypeError('goToStep needs `step`: the id of a step, or its index from 0.');
    return player.goToStep(step);
  },
  set: ({ player }, { settings }) => {
    applySettings(player, settings);
  },
  load: async (page, message) => {
    await page.load(sourceOf(message));
    return state(page);
  },
};

const VERB_SET: ReadonlySet<unknown> = new Set(VERBS);

/** Whether a word is one of the verbs. */
export function isVerb(word: unknown): word is EmbedVerb {
  return VERB_SET.has(word);
}

/** Does what a verb says; resolves with what it answers, rejects with what was wrong with it. */
export async function runCommand(verb: EmbedVerb, page: Commanded, message: Readonly<Record<string, unknown>>): Promise<unknown> {
  return COMMANDS[verb](page, message);
}

/** Gives a player what is a setting among values from outside, as its attributes. */
export function applySettings(player: HoplinePlayer, values: unknown): void {
  for (const [name, text] of attributesOf(values)) {
    if (text === null) player.removeAttribute(name);
    else player.setAttribute(name, text);
  }
}

function state({ player, problem }: Commanded): EmbedState {
  return stateOf(player, problem);
}

/** What a message asks to be loaded; throws where that is not clear. */
function sourceOf({ text, files, src, settings }: Readonly<Record<string, unknown>>): EmbedSource {
  const more = typeof settings === 'object' && settings !== null ? { settings: settings as NonNullable<EmbedSource['settings']> } : {};
  if (typeof text === 'string') return { text, ...more };
  if (typeof src === 'string') return { src, ...more };
  const isFile = (file: unknown): boolean => typeof (file as { name?: unknown } | null)?.name === 'string' && typeof (file as { text?: unknown }).text === 'string';
  if (Array.isArray(files) && files.length > 0 && files.every(isFile)) return { files, ...more };
  throw new TypeError('load needs `text` (a scenario with its architecture inside), `files` (a list of { name, text }, the scenario first) or `src` (an address).');
}
