/**
 * Draws layouts without the stage, for looking at them:
 *   npx tsx tests/tools/draw-layout.mts scenario.yaml out-folder [--map] [--steps] [--sequence] [--lang ko] [--level 3]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium } from 'playwright';
import { compile } from '../../src/compile/compile.ts';
import { layoutMapAuto } from '../../src/layout/map.ts';
import { layoutSequence } from '../../src/layout/sequence.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { drawMap, drawSequence } from './svg.mts';

const args = process.argv.slice(2);
const flag = (name: string): boolean => args.includes(`--${name}`);
const value = (name: string, other: string): string => (flag(name) ? args[args.indexOf(`--${name}`) + 1] ?? other : other);
const [file, out] = args as [string, string];

const read = async (address: string): Promise<string> => readFileSync(address.replace(/^file:\/\//, ''), 'utf8');
const { scenario, diagnostics } = await parseScenario({ file, text: readFileSync(file, 'utf8'), read });
for (const one of diagnostics) process.stderr.write(`${one.file}:${one.line}:${one.column} ${one.severity} ${one.message}\n`);
if (!scenario) process.exit(1);

mkdirSync(out, { recursive: true });
const lang = value('lang', scenario.languages[0] ?? 'en');
const level = Number(value('level', '1'));
const name = basename(file).replace(/\.ya?ml$/, '');
const start = performance.now();
const map = await layoutMapAuto(scenario);
process.stdout.write(`map ${Math.round(performance.now() - start)} ms, ${map.size.width}×${map.size.height}, ${map.nodes.size} nodes, ${map.routes.size} routes, ${map.labels.size} labels\n`);
for (const [id, label] of map.labels) if (label.crowded) process.stdout.write(`crowded: ${id}\n`);
const trace = compile(scenario, { level, lang });
const sequence = layoutSequence(trace);

const pictures: [string, string][] = [[`${name}-map`, drawMap(scenario, map, lang)], [`${name}-sequence-${level}`, drawSequence(trace, sequence, lang)]];
if (flag('steps')) trace.steps.forEach((step, i) => pictures.push([`${name}-step-${level}-${String(i + 1).padStart(2, '0')}`, drawMap(scenario, map, lang, trace, step)]));

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
for (const [title, svg] of pictures) {
  writeFileSync(join(out, `${title}.svg`), svg);
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  const [width, height] = [Math.ceil(Number(box?.[1])), Math.min(2400, Math.ceil(Number(box?.[2])))];
  await page.setViewportSize({ width: Math.min(2400, width), height });
  await page.setContent(`<body style="margin:0;background:#0a0f1e">${svg}</body>`);
  await page.screenshot({ path: join(out, `${title}.png`) });
}
await browser.close();
