import { onTestFinished } from 'vitest';
import '../../../src/elements/define.ts';
// The panels come after the first picture; here they are there from the start, so that no test waits for a file.
import '../../../src/elements/panels.ts';
import type { HoplinePlayer } from '../../../src/elements/hopline-player.ts';
import { MEDIA_EVENTS } from '../../../src/elements/player-events.ts';
import { story } from './story.ts';

/** Puts a player on the page, removed after the test. */
export function mount(properties: Partial<HoplinePlayer> = {}, size = { width: 960, height: 640 }): HoplinePlayer {
  const player = Object.assign(document.createElement('hopline-player'), { lang: 'en' }, properties);
  player.style.width = `${size.width}px`;
  player.style.height = `${size.height}px`;
  document.body.append(player);
  onTestFinished(() => player.remove());
  return player;
}

/** A player that has the story loaded; its events so far are over. */
export async function loaded(properties: Partial<HoplinePlayer> = {}, size?: { width: number; height: number }): Promise<HoplinePlayer> {
  const player = mount({ scenarios: [story()], ...properties }, size);
  await once(player, 'canplaythrough');
  await settled();
  return player;
}

/** The next event of a name. */
export function once(target: EventTarget, name: string): Promise<Event> {
  return new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));
}

/** All that was queued has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Frames of the screen go by. */
export async function frames(count = 2): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Waits until something holds; fails with its name when it does not within ten seconds. */
export async function until(holds: () => unknown, what: string): Promise<void> {
  const end = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
}

/** Records the names of media events as they come; equal neighbours of `timeupdate` count once. */
export function record(target: EventTarget): string[] {
  const names: string[] = [];
  for (const name of [...MEDIA_EVENTS, 'waiting']) {
    target.addEventListener(name, () => {
      if (name !== 'timeupdate' || names.at(-1) !== name) names.push(name);
    });
  }
  return names;
}

/** An element in the player's shadow tree, however deep; throws where there is none. */
export function part<T extends Element = HTMLElement>(player: HoplinePlayer, ...path: readonly string[]): T {
  let root: Element | ShadowRoot | null = player.shadowRoot;
  for (const [index, selector] of path.entries()) {
    const found: Element | null = root?.querySelector(selector) ?? null;
    if (!found) throw new Error(`There is no ${path.slice(0, index + 1).join(' > ')}`);
    root = index < path.length - 1 ? (found.shadowRoot ?? found) : found;
  }
  return root as T;
}
