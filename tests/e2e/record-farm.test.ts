import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from 'kubernetes-types/batch/v1';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../tools/pages.ts';
import { systemTool } from '../tools/system-tool.ts';

const HOPLINE = [process.execPath, '--import', join(ROOT, 'node_modules/tsx/dist/loader.mjs'), join(ROOT, 'src/cli/main.ts')];
const JOB_FILE = join(ROOT, 'src/cli/farm/films.job.yaml');
/** The course's films are long; these are short and small, and show the same. */
const SHORT = ['--size', '320x180', '--fps', '4', '--to', '1s'];

let course: string;
beforeAll(() => {
  course = mkdtempSync(join(tmpdir(), 'hopline-farm-'));
  mkdirSync(join(course, 'scenarios'));
  for (const [name, text] of Object.entries({ 'shop.yaml': SHOP, 'buy.yaml': story('buy', 'a -> b'), 'stock.yaml': story('stock', 'b -> c') })) writeFileSync(join(course, 'scenarios', name), text);
});
afterAll(() => rmSync(course, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function run(command: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd: course, env: { ...process.env, ...env } });
  const ended = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => void (ended.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => void (ended.err += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...ended };
}

/** The Job's own command for an index, into a folder, in short; H.264 is left out, as not every browser has it. */
function commandOf(index: number, folder: string): string[] {
  const words = (parse(readFileSync(JOB_FILE, 'utf8')) as Job).spec?.template.spec?.containers[0]?.command ?? [];
  return [...words.slice(1).map((word) => word.replace('$(JOB_COMPLETION_INDEX)', String(index)).replace('--out=/films/', `--out=${folder}/{name}-{lang}.webm`)), ...SHORT];
}

interface Print {
  readonly prints: { readonly hashes: readonly string[] };
}

function framesIn(folder: string): Record<string, readonly string[]> {
  const manifests = readdirSync(join(course, folder)).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(manifests.map((name) => [name, (JSON.parse(readFileSync(join(course, folder, name), 'utf8')) as Print).prints.hashes]));
}

it('shares make what one run makes, each file once, frame for frame; another machine can verify them', async () => {
  const whole = commandOf(0, 'whole').filter((word) => !word.startsWith('--shard') && !word.startsWith('--first-shard'));
  expect(await run([...HOPLINE, ...whole])).toMatchObject({ code: 0, err: '' });
  // All at once, as in the cluster.
  const ends = await Promise.all([0, 1, 2, 3].map((index) => run([...HOPLINE, ...commandOf(index, 'shares'), '--json'])));
  expect(ends.map(({ code, err }) => [code, err])).toEqual(ends.map(() => [0, '']));
  const told = ends.flatMap(({ out }) => JSON.parse(out) as { files: string[]; skipped?: true }[]);
  expect(told.filter(({ skipped }) => skipped)).toEqual([]);
  const made = told.flatMap(({ files }) => files);
  const names = ['buy', 'stock'].flatMap((name) => ['en', 'ko'].flatMap((lang) => [`${name}-${lang}.webm`, `${name}-${lang}.webm.json`]));
  expect(made.toSorted()).toEqual(names.map((name) => `shares/${name}`));
  expect(readdirSync(join(course, 'shares')).toSorted()).toEqual(names);
  const frames = framesIn('shares');
  expect(frames).toEqual(framesIn('whole'));
  expect(new Set(Object.values(frames).map((hashes) => hashes.join())).size).toBe(4);

  // A share that is run again has nothing to do, and opens no browser for it.
  const again = await run([...HOPLINE, ...commandOf(1, 'shares')], { HOPLINE_BROWSER: '/nowhere/chrome' });
  expect(again).toEqual({ code: 0, out: expect.stringMatching(/^shares\/.*: unchanged, left as it is/), err: '' });

  // Another browser's films are compared coarsely: what it would have drawn a little otherwise passes, another picture does not.
  const [other = '', wrong = '', right = ''] = names.filter((name) => name.endsWith('.json')).map((name) => `shares/${name}`);
  const manifest = readFileSync(join(course, other), 'utf8').replace(/"browser": "[^"]+"/, '"browser": "chromium 1.2.3"').replace(/("0": ")[0-9a-f]{6}/, '$1180f1e');
  writeFileSync(join(course, other), manifest);
  writeFileSync(join(course, wrong), readFileSync(join(course, wrong), 'utf8').replace(/"browser": "[^"]+"/, '"browser": "chromium 1.2.3"').replace(/("0": ")[0-9a-f]{6}/, '$1ffffff'));
  const { code, out, err } = await run([...HOPLINE, 'verify', other, wrong, right]);
  expect(code).toBe(1);
  expect(out).toMatch(/^shares\/buy-en\.webm: the same within the tolerance: 4 frames compared coarsely differ by at most 14 of 255 in a cell and 0\.01 on average; 32 and 1 are allowed \(drawn by chromium 1\.2\.3 /m);
  expect(out).toMatch(/^shares\/stock-en\.webm: all 4 frames are the same, pixel for pixel\.$/m);
  expect(err).toMatch(/^shares\/buy-ko\.webm: not the same, first seen in frame 0: /);
}, 240_000);

it('kubectl takes the Indexed Job', async ({ skip }) => {
  const kubectl = systemTool('kubectl', 'kubernetes-client');
  if (!kubectl) return skip('kubectl is not here and cannot be installed');
  const server = createServer((request, response) => {
    const answer = API[(request.url ?? '').replace(/\?.*$/, '')];
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound', code: 404 }));
  }).listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    const cluster = ['--server', `http://127.0.0.1:${(server.address() as AddressInfo).port}`];
    // The little API server has no schema of its own: the types of the fields are checked in another test.
    const { code, out, err } = await run([kubectl, 'create', ...cluster, '--validate=false', '--dry-run=client', '-o', 'yaml', '-f', JOB_FILE], { HOME: course, KUBECONFIG: '' });
    expect([code, err]).toEqual([0, '']);
    const wanted = parse(readFileSync(JOB_FILE, 'utf8')) as Job;
    expect(parse(out)).toEqual({ ...wanted, metadata: { ...wanted.metadata, namespace: 'default' } });
  } finally {
    server.close();
  }
});

/** What a cluster tells of itself to who asks for the kinds that it knows. */
const API: Readonly<Record<string, object>> = {
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/api/v1': { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: 'v1', resources: [] },
  '/apis': {
    kind: 'APIGroupList', apiVersion: 'v1',
    groups: [{ name: 'batch', versions: [{ groupVersion: 'batch/v1', version: 'v1' }], preferredVersion: { groupVersion: 'batch/v1', version: 'v1' } }],
  },
  '/apis/batch/v1': {
    kind: 'APIResourceList', apiVersion: 'v1', groupVersion: 'batch/v1',
    resources: [{ name: 'jobs', singularName: 'job', namespaced: true, kind: 'Job', verbs: ['create', 'get', 'list'] }],
  },
  '/version': { major: '1', minor: '33', gitVersion: 'v1.33.0' },
};

const SHOP = `hopline: 1
id: shop
title: Shop
components:
  a:
    kind: browser
    title: Web
  b:
    kind: service
    title: Orders
  c:
    kind: database
    title: Stock
edges:
  - a -> b
  - b -> c
`;

function story(id: string, way: string): string {
  return `hopline: 1
id: ${id}
architecture: ./shop.yaml
languages: [en, ko]
title:
  en: Order
  ko: 주문
steps:
  - id: one
    title:
      en: Buy
      ko: 구매
    say:
      en: The order is placed.
      ko: 주문합니다.
    cite: https://example.org/
    do:
      - call: ${way}
        label: buy
        returns: done
`;
}
