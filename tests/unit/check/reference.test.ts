import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

it('the reference names every code of the rules, and no other', () => {
  const reference = read('src/scenario/reference.md');
  const section = reference.slice(reference.indexOf('## What `hopline check` finds'), reference.indexOf('## Diagnostics'));
  const named = [...section.matchAll(/^\| `([\w-]+)` \|/gm)].map((match) => match[1]);
  const files = readdirSync(new URL('src/check/', ROOT), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const used = new Set(files.flatMap((file) => [...read(`src/check/${file}`).matchAll(/code: '([a-z-]+)'/g)].map((match) => match[1])));
  expect(named.toSorted()).toEqual([...used].toSorted());
});
