import type { Plugin } from 'vite';

/** Where Lit takes hold of the browser while it is read, and what takes its place where there is none. */
const HOLDS: readonly (readonly [module: RegExp, hold: string, instead: string])[] = [
  [/@lit\/reactive-element\/reactive-element\.js$/, 'extends HTMLElement', 'extends(globalThis.HTMLElement??class{})'],
  [/lit-html\/lit-html\.js$/, '=document,', '=globalThis.document??{createTreeWalker:()=>({})},'],
];

/**
 * Lets the player's modules be imported where there is no browser: pages are also put together on servers. Lit's own build for Node does the same, but
 * brings a stand-in for the document with it, which every page would load.
 */
export function importSafe(): Plugin {
  return {
    name: 'hopline:import-safe',
    apply: 'build',
    transform(code, id) {
      const found = HOLDS.find(([module]) => module.test(id.replaceAll('\\', '/')));
      if (!found) return undefined;
      const [, hold, instead] = found;
      if (code.split(hold).length !== 2) throw new Error(`Lit takes hold of the browser in another way now: look for “${hold}” in ${id}.`);
      return { code: code.replace(hold, instead), map: null };
    },
  };
}
