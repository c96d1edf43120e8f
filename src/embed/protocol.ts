/** What an embed page and the page around it say to each other by `postMessage`. All of it is plain data, as JSON has it. */
import type { TextFile } from '../shared/packed-files.ts';
import type { EmbedSettings } from './settings.ts';

/** The version of this way of talking; it marks every message. */
export const PROTOCOL = 1;

/** Everything that an embed page does when it is told to; other verbs are ignored. */
export const VERBS = ['listen', 'play', 'pause', 'seek', 'next', 'previous', 'goToStep', 'getState', 'set', 'load'] as const;
export type EmbedVerb = (typeof VERBS)[number];

/** A scenario by its text (its architecture inline), as files of which the first is the scenario, or by an address that the embed page may read. */
export interface EmbedSource {
  readonly text?: string;
  readonly files?: readonly TextFile[];
  readonly src?: string;
  readonly settings?: EmbedSettings;
}

/** What each verb needs beside its name. */
export interface EmbedArguments extends Record<EmbedVerb, object> {
  readonly seek: { /** Seconds of the variant. */ readonly time: number };
  readonly goToStep: { /** Its id, or its index from 0. */ readonly step: string | number };
  readonly set: { readonly settings: EmbedSettings };
  readonly load: EmbedSource;
}

/** A step of the variant that is shown; times are seconds. */
export interface EmbedStep {
  readonly id: string;
  readonly index: number;
  readonly number: number;
  readonly title: string;
  readonly say: string;
  readonly start: number;
  readonly end: number;
}

/** How the player stands. */
export interface EmbedState {
  /** Empty while nothing is loaded. */
  readonly title: string;
  readonly paused: boolean;
  readonly ended: boolean;
  /** Seconds. */
  readonly time: number;
  /** Seconds; 0 while nothing is loaded. */
  readonly duration: number;
  readonly rate: number;
  readonly loop: boolean;
  readonly lang: string;
  readonly level: number;
  readonly view: string;
  readonly theme: string;
  readonly path: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly levels: readonly number[];
  /** Null while nothing is loaded. */
  readonly step: EmbedStep | null;
  readonly steps: readonly EmbedStep[];
  /** Why nothing could be loaded. */
  readonly error: string | null;
}

/** What each event tells. */
export interface EmbedEvents {
  /** The page listens; nothing need be loaded yet. */
  readonly ready: { readonly version: string; readonly verbs: readonly string[] };
  /** CSS px that the player would take at the width it has. */
  readonly height: { readonly height: number };
  readonly load: { readonly state: EmbedState };
  readonly play: { readonly time: number };
  readonly pause: { readonly time: number };
  readonly ended: { readonly time: number };
  readonly seeked: { readonly time: number };
  /** At most four times a second. */
  readonly timeupdate: { readonly time: number; readonly duration: number };
  readonly step: { readonly step: EmbedStep | null; readonly reason: string };
  /** Level, path, language, view or speed is another one. */
  readonly change: { readonly state: EmbedState };
  readonly error: { readonly message: string; readonly hint: string };
}
export type EmbedEventName = keyof EmbedEvents;

/** What each verb answers. */
export type EmbedAnswer<Verb extends EmbedVerb> = Verb extends 'getState' | 'listen' | 'load' ? EmbedState : Verb extends 'goToStep' ? boolean : undefined;

/** To the embed page; with `id` it answers. */
export type EmbedCommand<Verb extends EmbedVerb = EmbedVerb> = { readonly hopline: typeof PROTOCOL; readonly verb: Verb; readonly id?: number | string } & EmbedArguments[Verb];

/** From the embed page. */
export type EmbedMessage =
  | { readonly hopline: typeof PROTOCOL; readonly answer: number | string; readonly ok: true; readonly value: unknown }
  | { readonly hopline: typeof PROTOCOL; readonly answer: number | string; readonly ok: false; readonly error: string }
  | { readonly [Name in EmbedEventName]: { readonly hopline: typeof PROTOCOL; readonly event: Name } & EmbedEvents[Name] }[EmbedEventName];
