import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import type { Job } from 'kubernetes-types/batch/v1';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { runProgram } from '../../../src/cli/program.ts';
import { productsOf, shardOf } from '../../../src/cli/record-products.ts';
import { readOptions, type RecordOptions } from '../../../src/cli/record-options.ts';
import { ROOT } from '../../tools/pages.ts';
import { Workshop } from './workshop.ts';

const GUIDE = join(ROOT, 'src/cli/record.md');
const FARM = join(ROOT, 'src/cli/farm');
const read = (name: string): string => readFileSync(join(FARM, name), 'utf8');

/** What the commands would have been asked for: their flags are understood for real, their work is not done. */
const { asked } = vi.hoisted(() => ({ asked: [] as { command: string; files: unknown; options: unknown }[] }));
const taker = vi.hoisted(() => (command: string) => async (files: unknown, options: unknown) => {
  asked.push({ command, files, options });
  return 0;
});
vi.mock('../../../src/cli/record-command.ts', () => ({ recordCommand: taker('record') }));
vi.mock('../../../src/cli/verify-command.ts', () => ({ verifyCommand: taker('verify') }));
vi.mock('../../../src/cli/captions-command.ts', () => ({ captionsCommand: taker('captions') }));
vi.mock('../../../src/cli/pptx-command.ts', () => ({ pptxCommand: taker('pptx') }));
vi.mock('../../../src/cli/svg-command.ts', () => ({ svgCommand: taker('svg') }));
vi.mock('../../../src/cli/poster-command.ts', () => ({ posterCommand: taker('poster') }));

/** Calls a command that a text names, with an index in the place of a job runner's variables, and finds out what each share would make. */
async function understand(words: readonly string[]): Promise<{ command: string; outs: string[][] }> {
  asked.length = 0;
  const said: string[] = [];
  const code = await runProgram(words, { cwd: ROOT, out: (text) => void said.push(text), err: (text) => void said.push(text) }, '1.2.3');
  expect([words.join(' '), code, said]).toEqual([words.join(' '), 0, []]);
  const [call] = asked;
  if (!call) throw new Error(`${words.join(' ')} calls nothing.`);
  if (call.command !== 'record') return { command: call.command, outs: [] };
  const options = call.options as RecordOptions;
  const products = productsOf(['a/one.yaml', 'a/two.yaml', 'a/three.yaml'].slice(0, (call.files as string[])[0] === 'scenarios' ? 3 : 1), options);
  for (const product of products) readOptions(product.options, product.out);
  return { command: 'record', outs: [shardOf(products, options.shard, options.firstShard).map(({ out }) => out), products.map(({ out }) => out)] };
}

/** The words of a command line; comments are none of them. */
function wordsOf(line: string): string[] {
  return line.replace(/\s+#.*$/, '').replace(/^.*?hopline\s+/, '').replace(/\s*>.*$/, '').split(/\s+/).filter(Boolean);
}

function job(): Job {
  return parse(read('films.job.yaml')) as Job;
}

describe('the guide', () => {
  const text = readFileSync(GUIDE, 'utf8');

  it('names commands and flags that there are', async () => {
    const lines = [...text.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block = '']) => block.split('\n')).filter((line) => line.startsWith('hopline '));
    expect(lines.length).toBeGreaterThan(7);
    const commands = [];
    for (const line of lines) commands.push((await understand(wordsOf(line))).command);
    expect(new Set(commands)).toEqual(new Set(['record', 'captions', 'pptx', 'svg', 'poster', 'verify']));
  });

  it('gives every job runner its share', async () => {
    const rows = [...text.matchAll(/^\| ([^|]+) \| `(--shard [^`]+)` \|$/gm)];
    expect(rows.map(([, runner]) => runner)).toHaveLength(5);
    for (const [, , flags = ''] of rows) {
      const first = flags.includes('--first-shard 0') ? 0 : 1;
      const shares = [];
      for (let index = first; index < first + 4; index++) {
        const filled = flags.replace(/\$\{\{[^}]*\}\}\/|\$\([A-Z_]+\)\/|\$[A-Z_]*(INDEX|ID)\//, `${index}/`).replace(/\/\$[A-Z_]+/, '/4');
        shares.push((await understand(['record', 'scenarios', '--lang', 'ko,en', '-o', 'films/', ...filled.split(' ')])).outs);
      }
      expect(shares.flatMap(([share = []]) => share).toSorted()).toEqual(shares[0]?.[1]?.toSorted());
    }
  });

  it('leads to files that there are', () => {
    const links = [...text.matchAll(/\]\((?!https:)([^)#]+)\)/g)].map(([, path = '']) => path);
    expect(links.toSorted()).toEqual(readdirSync(FARM).map((name) => `farm/${name}`).toSorted());
  });
});

describe('the workflow', () => {
  const { jobs } = parse(read('films.workflow.yaml')) as { jobs: { record: { strategy: { matrix: { shard: number[] } }; steps: { run?: string }[] } } };

  it('is one that GitHub understands', async () => {
    // Its JSON files are loaded as tsx loads them.
    const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = (await tsImport('@actions/workflow-parser', import.meta.url)) as typeof import('@actions/workflow-parser');
    const errors = async (content: string): Promise<string[]> => {
      const { context, value } = parseWorkflow({ name: 'films.workflow.yaml', content }, new NoOperationTraceWriter());
      if (value) await convertWorkflowTemplate(context, value);
      return context.errors.getErrors().map(({ message }) => message);
    };
    expect(await errors(read('films.workflow.yaml'))).toEqual([]);
    expect(await errors(read('films.workflow.yaml').replace('needs: record', 'needs: recording'))).not.toEqual([]);
    expect(await errors(read('films.workflow.yaml').replace('timeout-minutes', 'time-out-minutes'))).not.toEqual([]);
  });

  it('makes each film once', async () => {
    const line = jobs.record.steps.map(({ run = '' }) => run).find((run) => run.includes('hopline')) ?? '';
    const shares = [];
    for (const shard of jobs.record.strategy.matrix.shard) shares.push((await understand(wordsOf(line.replace('${{ matrix.shard }}', String(shard))))).outs);
    expect(shares.flatMap(([share = []]) => share).toSorted()).toEqual(['one', 'three', 'two'].flatMap((name) => [`films/${name}-en.mp4`, `films/${name}-ko.mp4`]));
  });

  it('takes what belongs to a share, and nothing else', () => {
    const step = jobs.record.steps.map(({ run = '' }) => run).find((run) => run.includes('jq')) ?? '';
    const shop = new Workshop();
    try {
      for (const name of ['mine.mp4', 'mine.mp4.json', 'older.mp4']) shop.write(`films/${name}`, name);
      shop.write('share.json', JSON.stringify([{ files: ['films/mine.mp4', 'films/mine.mp4.json'] }]));
      // jq is a program of the runner's; here its one query is asked of Node.
      const query = "node -p 'JSON.parse(fs.readFileSync(`share.json`)).flatMap((one) => one.files).join(`\\n`)'";
      expect(step).toContain("jq -r '.[].files[]' share.json");
      expect(spawnSync('sh', ['-ec', step.replace("jq -r '.[].files[]' share.json", query)], { cwd: shop.folder }).status).toBe(0);
      expect(readdirSync(join(shop.folder, 'share/films')).toSorted()).toEqual(['mine.mp4', 'mine.mp4.json']);
    } finally {
      shop.remove();
    }
  });
});

describe('the Indexed Job', () => {
  it('has only fields of its API, each of its type', () => {
    const folder = join(ROOT, '.cache', 'farm');
    mkdirSync(folder, { recursive: true });
    const errors = (document: unknown): string => {
      writeFileSync(join(folder, 'job.mts'), `import type { Job } from 'kubernetes-types/batch/v1';\nexport const job: Job = ${JSON.stringify(document)};\n`);
      const args = ['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022', 'job.mts'];
      return spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), ...args], { cwd: folder, encoding: 'utf8' }).stdout;
    };
    expect(errors(job())).toBe('');
    expect(errors({ ...job(), spec: { ...job().spec, paralelism: 4 } })).toMatch(/paralelism.* does not exist in type/);
  });

  it('gives each index its share, as many as it completes', async () => {
    const { spec } = job();
    const [container] = spec?.template.spec?.containers ?? [];
    expect([spec?.completionMode, spec?.template.spec?.restartPolicy]).toEqual(['Indexed', 'Never']);
    const [program, ...args] = container?.command ?? [];
    expect(program).toBe('node_modules/.bin/hopline');
    const shares = [];
    for (let index = 0; index < (spec?.completions ?? 0); index++) shares.push((await understand(args.map((arg) => arg.replace('$(JOB_COMPLETION_INDEX)', String(index))))).outs);
    expect(shares).toHaveLength(spec?.parallelism ?? 0);
    expect(shares.flatMap(([share = []]) => share).toSorted()).toEqual(['one', 'three', 'two'].flatMap((name) => [`/films/${name}-en.mp4`, `/films/${name}-ko.mp4`]));
  });

  it('can write where it writes, and nowhere else', () => {
    const { containers = [], volumes = [] } = job().spec?.template.spec ?? {};
    const mounts = containers[0]?.volumeMounts ?? [];
    expect(containers[0]?.securityContext?.readOnlyRootFilesystem).toBe(true);
    expect(mounts.map(({ name }) => name).toSorted()).toEqual(volumes.map(({ name }) => name).toSorted());
    const places = mounts.map(({ mountPath }) => mountPath);
    expect(places).toContain((containers[0]?.env ?? []).find(({ name }) => name === 'HOME')?.value);
    expect(containers[0]?.command?.find((word) => word.startsWith('--out='))).toBe(`--out=${places[0]}/`);
  });
});
