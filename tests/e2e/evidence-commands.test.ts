import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packFiles } from '../../src/shared/packed-files.ts';
import { formatLink } from '../../src/app/link.ts';
import { launchBrowser } from '../tools/launch.ts';
import { ROOT } from '../tools/pages.ts';
import { openApp, type OpenedApp } from './app-page.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'hopline-readme-'));
const TSX = join(ROOT, 'node_modules/tsx/dist/loader.mjs');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `hopline` as `npm run -s hopline --` does, in a folder of its own. */
function hopline(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', TSX, join(ROOT, 'src/cli/main.ts'), ...args], { cwd: folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** Plays a file's text in the app to its end. */
async function playsToItsEnd(name: string, text: string): Promise<OpenedApp> {
  const document = await packFiles([{ name, text }]);
  const app = await openApp(browser, formatLink({ scenario: `own/${/^id: (.*)$/m.exec(text)?.[1] ?? ''}`, path: {}, document }));
  const end = await app.player.evaluate(async (element) => {
    const player = element as HTMLElement & { steps: readonly unknown[]; duration: number; currentTime: number; ended: boolean; draws: number; play(): Promise<void> };
    const drawn = player.draws;
    await player.play();
    await new Promise((next) => setTimeout(next, 1500));
    const moving = player.draws - drawn;
    player.currentTime = player.duration - 0.5;
    await player.play();
    await new Promise((next) => (player.ended ? next(undefined) : player.addEventListener('ended', next, { once: true })));
    return { steps: player.steps.length, moving };
  });
  expect(end.steps).toBeGreaterThan(1);
  expect(end.moving).toBeGreaterThan(5);
  expect(app.problems).toEqual([]);
  return app;
}

describe('the README', () => {
  it('shows a whole scenario that has no errors, is in canonical form and plays', async () => {
    const [example = ''] = [...README.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text as string);
    expect(example).toContain('steps:');
    writeFileSync(join(folder, 'readme.yaml'), example);
    expect(hopline('check', 'readme.yaml')).toMatchObject({ status: 0, output: expect.stringContaining('0 errors, 0 warnings') });
    expect(hopline('fmt', 'readme.yaml', '--check')).toEqual({ status: 0, output: '' });
    const app = await playsToItsEnd('readme.yaml', example);
    expect(await app.page.title()).toBe('Place an order – Hopline');
    await app.close();
  });

  it('begins a scenario with a command that checks clean and plays', async () => {
    const [, args = ''] = /hopline -- (new [^`]*)`/.exec(README) ?? [];
    const words = [...args.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    expect(words.slice(0, 2)).toEqual(['new', 'flow.yaml']);
    expect(hopline(...words)).toMatchObject({ status: 0 });
    expect(hopline('check', 'flow.yaml')).toMatchObject({ status: 0, output: expect.stringContaining('0 errors') });
    expect(hopline('fmt', 'flow.yaml', '--check').status).toBe(0);
    const app = await playsToItsEnd('flow.yaml', readFileSync(join(folder, 'flow.yaml'), 'utf8'));
    await app.close();
  });

  it('names commands that there are, and every one of them', () => {
    const help = hopline('--help').output;
    const commands = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name).filter((name) => name !== 'help');
    const table = [...README.matchAll(/^\| `hopline ([a-z]+)/gm)].map(([, name]) => name);
    expect(commands.length).toBeGreaterThan(4);
    expect(table.sort()).toEqual(commands.sort());
  });

  it('names scripts that package.json has, and files that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = [...README.matchAll(/\bnpm run (?:-s )?([a-z:]+)/g)].map(([, name]) => name as string);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path as string);
    const rooms = [...README.matchAll(/`(src\/[a-z]+|scenarios|\.ci\/run)`/g)].map(([, path]) => path as string);
    expect([...links, ...rooms].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('the shipped scenarios', () => {
  const files = readdirSync(join(ROOT, 'scenarios'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));

  it.each(files)('%s names the schema that completes and checks it in an editor', (file) => {
    const path = join(ROOT, 'scenarios', file);
    const text = readFileSync(path, 'utf8');
    const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text.split('\n', 1)[0] ?? '') ?? [];
    expect(schema).not.toBe('');
    const address = resolve(dirname(path), schema);
    const wanted = /^steps:/m.test(text) ? 'Scenario' : /^parts:/m.test(text) ? 'Session' : 'Architecture';
    expect(JSON.stringify(JSON.parse(readFileSync(address, 'utf8')))).toMatch(new RegExp(wanted, 'i'));
  });
});
