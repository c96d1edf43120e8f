import type { HoplinePlayer } from '../../elements/hopline-player.ts';
import { fileNamed, unpackFiles } from '../../shared/packed-files.ts';
import type { FlowProps } from './props.ts';

/** What a player in a deck is told by its slide. */
export interface FlowSettings {
  readonly source: Pick<FlowProps, 'src' | 'files'>;
  /** Where the deck is served, as Vite says it: addresses are relative to that, whatever slide the browser's address names. */
  readonly base: string;
  /** Attributes of `<hopline-player>`; null for one that is not there. */
  readonly attributes: Readonly<Record<string, string | null>>;
}

/** A player with its scenario, not in the page yet. Its class is loaded where it is not there. */
export function createPlayer(settings: FlowSettings): HoplinePlayer {
  void import('../../elements/define.ts');
  const player = document.createElement('hopline-player');
  dress(player, settings.attributes);
  void giveScenario(player, settings);
  return player;
}

/** Gives a player the attributes that have changed. */
export function dress(player: Element, attributes: FlowSettings['attributes']): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) player.removeAttribute(name);
    else if (player.getAttribute(name) !== value) player.setAttribute(name, value);
  }
}

async function giveScenario(player: HoplinePlayer, { source: { src, files }, base }: FlowSettings): Promise<void> {
  if (files === undefined) {
    if (src) player.setAttribute('src', new URL(src.replace(/^\/(?!\/)/, ''), new URL(base, document.baseURI)).href);
    return;
  }
  const [scenario, ...others] = await unpackFiles(files);
  await customElements.whenDefined('hopline-player');
  player.scenarios = [{
    id: '',
    text: scenario.text,
    file: scenario.name,
    read: async (address) => fileNamed(others, address)?.text ?? Promise.reject(new Error(`${address} was not there when the deck was built.`)),
  }];
}
