import type { HoplinePlayer } from '../elements/hopline-player.ts';
import { fileText, type BundleEntry } from './bundle-data.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A player for a scenario of the bundle, which finds all of its files in the page. */
export function playerFor(page: Document, { id, file }: BundleEntry): HoplinePlayer {
  const player = page.createElement('hopline-player');
  player.controls = true;
  player.scenarios = [{ id, file, text: fileText(page, file), read: async (name) => fileText(page, name) }];
  return player;
}

/** The way back to the gallery, for the line over the stage; what it says comes with the language. */
export function backLink(page: Document): HTMLElement {
  const link = page.createElement('a');
  link.slot = 'start';
  link.className = 'back';
  link.href = '#';
  const sign = page.createElementNS(SVG, 'svg');
  const path = page.createElementNS(SVG, 'path');
  sign.setAttribute('viewBox', '0 0 24 24');
  sign.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z');
  sign.append(path);
  link.append(sign, page.createElement('span'));
  return link;
}
