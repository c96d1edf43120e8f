import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { scriptInPage } from '../../src/shared/script-in-page.ts';
import { importProblems, typeProblems } from './check-consumer.ts';
import { packInto } from './pack.ts';
import { ROOT } from './pages.ts';
import { filesUnder } from './source-files.ts';

/**
 * Looks at the package as those get it who install it: its files, what its exports point to, its types in a consumer's project, its command.
 * Everything must be built already.
 */
const FOLDER = join(ROOT, '.cache', 'package');
const INSTALLED = join(FOLDER, 'node_modules', 'hopline');
const ALLOWED = /^(package\.json|README\.md|LICENSE|(components|setup)\/[\w-]+\.ts|dist\/.+|scenarios\/.+\.(yaml|json|txt|md))$/;
const NEEDED = ['LICENSE', 'README.md', 'dist/cdn/hopline.min.js', 'dist/cdn/hopline.min.js.integrity', 'dist/cdn/hopline-player.css', 'dist/cdn/hopline-reveal.min.js', 'dist/cdn/hopline-reveal.min.js.integrity', 'dist/embed/index.html', 'dist/editors/vscode.html-custom-data.json', 'dist/editors/vscode.css-custom-data.json', 'components/Hopline.ts', 'setup/transformers.ts', 'dist/slidev/setup.js', 'dist/player/third-party-licenses.md', 'dist/app/index.html', 'dist/app/deck/index.html', 'dist/app/third-party-licenses.md', 'dist/bundle/page.min.js', 'dist/bundle/page.css', 'dist/bundle/OFL.txt', 'dist/dev/index.html', 'dist/record/index.html', 'dist/guide/record.md', 'dist/guide/embed.md', 'dist/guide/farm/films.job.yaml'];

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly bin: Record<string, string>;
  readonly exports: Record<string, string | Record<string, string>>;
  readonly customElements: string;
  readonly 'web-types': string;
}

interface TypeProblem {
  readonly kind: string;
  readonly resolutionKind?: string;
}

const problems: string[] = [];
// Its dependencies are found in the folders above.
const packed = packInto(FOLDER, INSTALLED);
checkFiles(packed);
checkNotices();
checkPlaces();
checkImports();
await checkManifest();
await checkTypes();
problems.push(...typeProblems(FOLDER), ...importProblems(FOLDER, scriptEntries()));
checkCommand();
for (const problem of problems) console.log(`FAIL ${problem}`);
console.log(problems.length === 0 ? `ok   the package: ${packed.length} files` : `${problems.length} problems in the package`);
process.exitCode = problems.length > 0 ? 1 : 0;

function checkFiles(files: readonly string[]): void {
  problems.push(...files.filter((file) => !ALLOWED.test(file)).map((file) => `${file} does not belong into the package`));
  const { bin, exports, customElements, 'web-types': webTypes } = manifest();
  const targets = [customElements, webTypes, ...Object.values(bin), ...Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)))];
  const wanted = [...NEEDED, ...targets.filter((target) => !target.includes('*')).map((target) => target.replace(/^\.\//, ''))];
  problems.push(...wanted.filter((file) => !files.includes(file)).map((file) => `${file} is missing in the package`));
}

/** The notices of what is bundled stay with it. */
function checkNotices(): void {
  checkSingleFile();
  for (const folder of ['app', 'player', 'dev', 'record']) {
    const scripts = filesUnder(join(ROOT, 'dist', folder)).filter((file) => file.endsWith('.js')).map((file) => readFileSync(file, 'utf8'));
    if (!scripts.some((text) => /GreenSock[^]*gsap\.com\/standard-license/.test(text))) problems.push(`dist/${folder}: GSAP's notice is gone`);
    const licenses = readFileSync(join(ROOT, 'dist', folder, 'third-party-licenses.md'), 'utf8');
    const bundled = ['gsap', folder === 'record' ? 'mediabunny' : 'lit', 'pixi.js', 'yaml', ...(folder === 'app' ? ['reveal.js'] : [])];
    for (const name of bundled) if (!new RegExp(`^## ${name.replace('.', '\\.')}\\b`, 'm').test(licenses)) problems.push(`dist/${folder}: ${name}'s licence is missing`);
    // Of what may be had under either of two licences, we take the other one.
    if (licenses.split('\n').some((line) => /^#+ .*\b(GPL|AGPL|LGPL)\b/.test(line) && !/\bMIT OR\b|\bOR MIT\b/.test(line))) problems.push(`dist/${folder}: something under a GPL is bundled`);
  }
}

/** The one-file player carries them inside. */
function checkSingleFile(): void {
  const [notices = ''] = /^\/\*![^]*?\n\*\/\n/.exec(readFileSync(join(ROOT, 'dist/cdn/hopline.min.js'), 'utf8')) ?? [];
  if (!readFileSync(join(ROOT, 'dist/embed/index.html'), 'utf8').includes(scriptInPage(notices))) problems.push('dist/embed: the notices are gone');
  const wanted = ['Hopline', 'GreenSock|gsap', 'pixi\\.js', 'lit-html', 'yaml', 'valibot', 'dagre', 'Permission is hereby granted', 'Redistribution and use', 'Permission to use, copy'];
  problems.push(...wanted.filter((words) => !new RegExp(words).test(notices)).map((words) => `dist/cdn: the notices lack ${words}`));
}

/** Nothing built tells where it was built. */
function checkPlaces(): void {
  for (const file of filesUnder(join(ROOT, 'dist'))) {
    if (/\.(js|css|html|json|md|d\.ts)$/.test(file) && readFileSync(file, 'utf8').includes(`${ROOT}/`)) problems.push(`${relative(ROOT, file)} names the folder it was built in`);
  }
}

/** What the command imports comes with it. Vite builds pages in a clone alone: a package has them built. */
function checkImports(): void {
  const { dependencies } = manifest();
  for (const file of filesUnder(join(ROOT, 'dist/cli')).filter((name) => name.endsWith('.js'))) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:^import [^'"]*|\bfrom ?|\bimport\()["']((?:@[\w-]+\/)?[\w-][\w.-]*)(?:\/[^"']*)?["']/gm)) {
      if (!isBuiltin(name) && name !== 'vite' && !(name in dependencies)) problems.push(`${relative(ROOT, file)} imports ${name}, which is no dependency`);
    }
  }
}

async function checkManifest(): Promise<void> {
  const { messages, pkg } = await publint({ pkgDir: INSTALLED, pack: false, strict: true });
  problems.push(...messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`));
}

/**
 * Every entry's types are found by everyone who can use the package: bundlers, and Node for modules. It is made of modules alone, so what would be
 * wrong for \`require\` without modules, and for the oldest way of finding types, is not asked.
 */
async function checkTypes(): Promise<void> {
  const name = readdirSync(FOLDER).find((file) => file.endsWith('.tgz')) ?? '';
  const { problems: found = [] } = { ...(await checkPackage(createPackageFromTarballData(readFileSync(join(FOLDER, name))), { excludeEntrypoints: [/\.css$/] })) } as { problems?: readonly TypeProblem[] };
  const asked = found.filter(({ resolutionKind }) => resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs');
  problems.push(...asked.map((problem) => `are the types wrong: ${JSON.stringify(problem)}`));
}

/** The entries that are modules, by the names under which others import them. */
function scriptEntries(): string[] {
  return Object.entries(manifest().exports).filter(([, entry]) => typeof entry !== 'string' && entry['default']?.endsWith('.js')).map(([name]) => `hopline${name.slice(1)}`);
}

function checkCommand(): void {
  const command = join(INSTALLED, manifest().bin['hopline'] ?? '');
  const check = spawnSync(process.execPath, [command, 'check', join(INSTALLED, 'scenarios')], { cwd: FOLDER, encoding: 'utf8' });
  if (check.status !== 0) problems.push(`hopline check: ${check.stdout}${check.stderr}`);
  const made = spawnSync(process.execPath, [command, 'new', 'made.yaml', '--title', 'Made'], { cwd: FOLDER, encoding: 'utf8' });
  const played = spawnSync(process.execPath, [command, 'check', 'made.yaml'], { cwd: FOLDER, encoding: 'utf8' });
  if (made.status !== 0 || played.status !== 0) problems.push(`hopline new: ${made.stderr}${played.stdout}${played.stderr}`);
  const bundled = spawnSync(process.execPath, [command, 'bundle', 'made.yaml', '-o', 'made.html'], { cwd: FOLDER, encoding: 'utf8' });
  if (bundled.status !== 0) problems.push(`hopline bundle: ${bundled.stderr}`);
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
}
