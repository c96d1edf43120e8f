import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runProgram } from '../../../src/cli/program.ts';
import { compile } from '../../../src/compile/compile.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { ROOT } from '../../tools/pages.ts';
import { ARCHITECTURE, SCENARIO, Workshop } from './workshop.ts';

let shop: Workshop;
beforeEach(() => {
  shop = new Workshop();
  shop.write('shop.yaml', ARCHITECTURE);
  shop.write('order.yaml', SCENARIO);
});
afterEach(() => shop.remove());

it('makes the same file of the same story, in the time that the story takes', async () => {
  expect(await shop.run(['svg', 'order.yaml'])).toMatchObject({ code: 0, err: '' });
  expect(await shop.run(['svg', 'order.yaml', '-o', 'again/order.svg'])).toMatchObject({ code: 0, out: expect.stringMatching(/^again\/order\.svg: [\d.]+ s, \d+ KB$/) as unknown });
  const svg = shop.read('order.svg');
  expect(shop.read('again/order.svg')).toBe(svg);
  const { scenario } = await parseScenario({ file: 'order.yaml', text: SCENARIO, read: async () => ARCHITECTURE });
  const trace = compile(scenario as NonNullable<typeof scenario>, {});
  expect(Number(/animation-duration:([\d.]+)s/.exec(svg)?.[1])).toBeCloseTo(trace.duration, 2);
  for (const { title, say } of trace.steps) expect(svg).toContain(`${title}: ${say}`);
  await shop.run(['svg', 'order.yaml', '-o', 'fast.svg', '--rate', '2']);
  expect(Number(/animation-duration:([\d.]+)s/.exec(shop.read('fast.svg'))?.[1])).toBeCloseTo(trace.duration / 2, 2);
});

it('has the colours of one theme, or asks the page around it', async () => {
  await shop.run(['svg', 'order.yaml', '-o', 'auto.svg']);
  expect(shop.read('auto.svg')).toMatch(/--page:#f4f7fb[\s\S]*prefers-color-scheme:dark[\s\S]*--page:#0a0f1e/);
  await shop.run(['poster', 'order.yaml', '-o', 'dark.svg', '--theme', 'dark']);
  expect(shop.read('dark.svg')).toContain('--page:#0a0f1e');
  expect(shop.read('dark.svg')).not.toMatch(/prefers-|@keyframes|animation/);
});

it('is wrongly called with another ending, theme, place, or with what an SVG has not', async () => {
  const wrong = [
    ['svg', '-o', 'order.gif'], ['svg', '--theme', 'blue'], ['svg', '--from', 'nowhere'], ['svg', '--from', '2s', '--to', '1s'], ['svg', '--rate', '0'], ['svg', '--lang', 'fr'],
    ['poster', '-o', 'order.jpg'], ['poster', '-o', 'order.svg', '--view', 'split'], ['poster', '-o', 'order.svg', '--size', '720p'], ['poster', '-o', 'order.svg', '--at', 'nowhere'],
  ];
  for (const [command = '', ...args] of wrong) expect(await shop.run([command, 'order.yaml', ...args]), args.join(' ')).toMatchObject({ code: 2, out: '' });
});

it('the opening picture of the README is what the command under it makes', async () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const picture = /<img [^>]*src="(assets\/readme\/[^"]+\.svg)"/.exec(readme)?.[1] ?? '';
  const command = /hopline (?:-- )?(svg scenarios[^`<]*)/.exec(readme)?.[1]?.trim().split(/\s+/) ?? [];
  expect(command[command.indexOf('-o') + 1]).toBe(picture);
  const made = join(shop.folder, 'made.svg');
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const args = command.map((arg) => (arg === picture ? made : arg));
  expect(await runProgram(args, { cwd: ROOT, out: say, err: say }, '1.2.3'), said.join('\n')).toBe(0);
  // Not compared as texts: a difference of a quarter of a megabyte tells nobody anything.
  const same = readFileSync(made).equals(readFileSync(join(ROOT, picture)));
  expect(same, `The picture is older than what it shows: run "npm run -s hopline -- ${command.join(' ')}"`).toBe(true);
  expect(statSync(made).size).toBeLessThan(300_000);
});
