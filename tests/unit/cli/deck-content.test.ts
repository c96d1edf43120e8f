import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { tableOf } from '../../../src/cli/deck-content.ts';
import { STORY } from '../../browser/elements/story.ts';

it('knows title and steps of each scenario of a folder at each level, and leaves out what is broken with a warning', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'deck-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = { 'story.yaml': STORY, 'broken.yaml': 'hopline: 1\nsteps: 3\n', 'place.architecture.yaml': 'hopline: 1\n', 'day.session.yaml': 'hopline: 1\n' };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const warnings: string[] = [];
  const table = await tableOf(folder, Object.keys(files), (message) => warnings.push(message));
  const [[place, facts] = []] = Object.entries(table);
  expect([Object.keys(table).length, place?.endsWith('/story'), facts?.title, facts?.steps]).toEqual([1, true, { en: 'A story', ko: '이야기' }, [3, 4, 4]]);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/^broken\.yaml is left out of the deck: broken\.yaml:\d+: /);
});
