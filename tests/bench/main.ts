import { rm } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { findDocuments } from '../../src/cli/documents.ts';
import { launchBrowser } from '../tools/launch.ts';
import { ROOT } from '../tools/pages.ts';
import { serveBuiltPages } from '../tools/serve-app.ts';
import { measureCompile } from './compile.bench.mts';
import { measureFirstFrame } from './first-frame.ts';
import { measureFrames, measurePause } from './frame-measures.ts';
import { measureGallery } from './gallery.ts';
import { kept, type Measure } from './measure.ts';
import { measureOpening } from './opening.ts';
import { measurePlayers } from './players.ts';
import { measureRecord } from './record.ts';

/**
 * `npm run bench -- [--json] [--only opening,gallery]`: everything that is measured, or some parts of it, in one run; exits with 1 where a limit is not kept.
 * Recording takes some ten minutes, so it is measured only where it is asked for: `--record`, short for `--only record`.
 * Times of a machine that does other things as well say little: its load before the run is told with them.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' }, record: { type: 'boolean' } } });
const say = (line: string): void => void (values.json ? process.stderr : process.stdout).write(`${line}\n`);

const documents = await findDocuments(['scenarios'], ROOT);
const shipped = documents.filter(({ kind }) => kind === 'scenario').map(({ path }) => path);
const measures: Measure[] = [];
const add = (measure: Measure): void => {
  measures.push(measure);
  say(line(measure));
};

const load = loadavg()[0] ?? Number.NaN;
// The app by itself: with the tests' pages beside it, its files would be divided in another way.
const app = await serveBuiltPages(null);
const { server, folder, url } = await serveBuiltPages();
const browser = await launchBrowser();
const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, load, node: process.versions.node, browser: browser.version() };
const parts: Readonly<Record<string, () => Promise<Iterable<Measure>> | AsyncIterable<Measure>>> = {
  compile: () => measureCompile(shipped),
  'first-frame': () => measureFirstFrame(browser, app.url, app.folder),
  opening: () => measureOpening(browser, app.url, shipped),
  gallery: () => measureGallery(browser, app.url),
  frames: () => measureFrames(browser, url, shipped),
  players: () => measurePlayers(url),
  pause: async () => [await measurePause(browser, app.url)],
  record: () => measureRecord(browser, url),
};
const usual = Object.keys(parts).filter((name) => name !== 'record');
try {
  for (const name of values.only?.split(',') ?? (values.record ? ['record'] : usual)) {
    const part = parts[name];
    if (!part) throw new Error(`There is no part ${name}; the parts are ${Object.keys(parts).join(', ')}.`);
    for await (const measure of await part()) add(measure);
  }
} finally {
  await browser.close();
  await Promise.all([server.close(), app.server.close()]);
  await Promise.all([folder, app.folder].map((each) => rm(each, { recursive: true, force: true })));
}

const broken = measures.filter((measure) => !kept(measure));
say(`\n${measures.length} measures, ${broken.length} beyond their limit (${machine.cpu}, ${machine.cores} cores, load ${figure(load)}, Node ${machine.node}, browser ${machine.browser})`);
if (values.json) console.log(JSON.stringify({ machine, measures: measures.map((measure) => ({ ...measure, kept: kept(measure) })) }, null, 2));
process.exitCode = broken.length > 0 ? 1 : 0;

function line(measure: Measure): string {
  const { name, unit, value, most, least, p95, samples } = measure;
  const spread = p95 === undefined ? '' : `  (95 % within ${figure(p95)}, ${samples} samples)`;
  const limits = [...(most === undefined ? [] : [`limit ${most}`]), ...(least === undefined ? [] : [`at least ${least}`])];
  const limit = limits.length === 0 ? '' : `  ${limits.join(', ')}${kept(measure) ? '' : '  NOT KEPT'}`;
  return `${figure(value).padStart(9)} ${unit.padEnd(8)} ${name}${spread}${limit}`;
}

function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
}
