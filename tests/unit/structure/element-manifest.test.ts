import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HoplinePlayer } from '../../../src/elements/hopline-player.ts';
import { MEDIA_EVENTS } from '../../../src/elements/player-events.ts';
import { TOKEN_NAMES } from '../../../src/look/tokens.ts';
import { VERSION } from '../../../src/shared/version.ts';
import { elementManifest } from '../../tools/element-manifest.ts';
import { ROOT } from '../../tools/pages.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

describe('the manifest of the element', () => {
  const { player } = elementManifest();
  const names = (entries: readonly { readonly name: string }[]): string[] => sorted(entries.map(({ name }) => name));

  it('has the attributes that the element observes', () => {
    expect(names(player.attributes)).toEqual(sorted(HoplinePlayer.observedAttributes));
  });

  it('has every event that the element fires', () => {
    expect(names(player.events)).toEqual(sorted([...MEDIA_EVENTS, 'hopline-step-change', 'hopline-view-change', 'hopline-follow', 'hopline-peers-change']));
  });

  it('has the parts and the slots of its template', () => {
    const template = read('src/elements/player-template.ts');
    const parts = [...template.matchAll(/\bpart="([^"]+)"/g)].flatMap(([, text = '']) => text.split(' '));
    const passedOn = [...template.matchAll(/\bexportparts="([^"]+)"/g)].flatMap(([, text = '']) => text.split(',').map((pair) => pair.split(':').at(-1)!.trim()));
    expect(names(player.cssParts)).toEqual(sorted([...parts, ...passedOn]));
    expect(names(player.slots)).toEqual(sorted(['', ...[...template.matchAll(/<slot name="([^"]+)"/g)].map(([, name = '']) => name)]));
  });

  it('has every custom property that the element reads', () => {
    expect(names(player.cssProperties)).toEqual(sorted([...TOKEN_NAMES, 'font'].map((name) => `--hopline-${name}`)));
  });

  it('has properties that are there, and none that is private', () => {
    const there = new Set<string>();
    for (let at: object | null = HoplinePlayer.prototype; at && at !== Object.prototype; at = Object.getPrototypeOf(at) as object | null) for (const name of Object.getOwnPropertyNames(at)) there.add(name);
    const missing = player.members.filter(({ name }) => !there.has(name) && !(name in HoplinePlayer) && !['preservesPitch'].includes(name));
    expect(names(missing)).toEqual([]);
    expect(names(player.members)).not.toContain('core');
  });
});

it('the version is that of the package', () => {
  expect((JSON.parse(read('package.json')) as { version: string }).version).toBe(VERSION);
});
