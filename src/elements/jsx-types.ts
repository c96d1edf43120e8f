import type { LitElement } from 'lit';
import type { HoplinePlayer } from './hopline-player.ts';
import type { HoplinePlayerEventMap } from './player-events.ts';

type Equal<X, Y> = (<T>() => T extends X ? 1 : 2) extends <T>() => T extends Y ? 1 : 2 ? true : false;

/** The names of what can be set: no methods, nothing that can only be read. */
type Settable<T> = {
  [Name in keyof T]-?: T[Name] extends (...args: never[]) => unknown ? never : Equal<{ [_ in Name]: T[Name] }, { -readonly [_ in Name]: T[Name] }> extends true ? Name : never;
}[keyof T];

/** What a page can write on `<hopline-player>` in JSX and in Vue's templates: every property that can be set, beside those of all HTML elements. */
export type PlayerProps = Partial<Pick<HoplinePlayer, 'lang' | Exclude<Settable<HoplinePlayer>, keyof LitElement>>>;

/** Listeners by the names that React and Preact give them: `onhopline-step-change`. */
export type PlayerListeners = { [Name in keyof HoplinePlayerEventMap as `on${Name}`]?: (event: HoplinePlayerEventMap[Name]) => void };
