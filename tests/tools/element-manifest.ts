import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, ts, type SourceFile } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { VERSION } from '../../src/shared/version.ts';
import { ROOT } from './pages.ts';

const TAG = 'hopline-player';
const CLASS_FILE = 'src/elements/hopline-player.ts';
/** The class, what it inherits, and where the words are defined that its types name. */
const FILES = ['src/elements/media-properties.ts', 'src/elements/sync/sync-properties.ts', CLASS_FILE, 'src/elements/requests.ts', 'src/shared/text.ts'];
/** The modules of the package, as others import them. */
const [CLASS_MODULE, DEFINING_MODULE] = ['dist/player/hopline-player.js', 'dist/player/hopline.js'];

/** Something that the manifest tells of. */
interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

interface Member extends Entry {
  readonly kind: 'field' | 'method';
  readonly privacy?: string;
  readonly reflects?: boolean;
}

/** What `<hopline-player>` is documented to have. */
export interface PlayerDeclaration extends Entry {
  readonly attributes: readonly (Entry & { readonly fieldName: string })[];
  readonly members: readonly Member[];
  readonly events: readonly Entry[];
  readonly slots: readonly Entry[];
  readonly cssParts: readonly Entry[];
  readonly cssProperties: readonly Entry[];
}

interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Entry[] }[];
}

/** The manifest of the package's public element, from the sources and their comments. Throws when an entry says nothing about itself. */
export function elementManifest(): { readonly manifest: object; readonly player: PlayerDeclaration } {
  const sources = FILES.map((file) => ts.createSourceFile(file, sourceOf(file), ts.ScriptTarget.ES2022, true));
  const analyzed = create({ modules: sources, plugins: litPlugin() }) as Manifest;
  const found = analyzed.modules.find(({ path }) => path === CLASS_FILE)?.declarations.find(({ name }) => name === 'HoplinePlayer');
  if (!found) throw new Error(`There is no HoplinePlayer in ${CLASS_FILE}.`);
  const player = forReaders(found as PlayerDeclaration, aliasesIn(sources));
  const manifest = {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      { kind: 'javascript-module', path: CLASS_MODULE, declarations: [player], exports: [{ kind: 'js', name: player.name, declaration: { name: player.name, module: CLASS_MODULE } }] },
      { kind: 'javascript-module', path: DEFINING_MODULE, declarations: [], exports: [{ kind: 'custom-element-definition', name: TAG, declaration: { name: player.name, module: CLASS_MODULE } }] },
    ],
  };
  return { manifest, player };
}

/** Writes the manifest into a folder, and from it what VS Code and the JetBrains editors read. */
export async function writeElementManifest(folder: string): Promise<void> {
  const { manifest } = elementManifest();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  generateVsCodeCustomElementData(manifest as never, { outdir: folder, htmlFileName: 'vscode.html-custom-data.json', cssFileName: 'vscode.css-custom-data.json', hideLogs: true });
  const webTypes = JSON.parse(getWebTypesData(manifest as never, { packageJson: false, hideLogs: true })) as object;
  await writeFile(join(folder, 'web-types.json'), `${JSON.stringify({ ...webTypes, name: 'hopline', version: VERSION }, null, 2)}\n`);
}

/** The analyzer reads no spreads: what they hold is written out for it. */
function sourceOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replaceAll('...kept', 'reflect: true, useDefault: true');
}

/** Named types that stand for a choice of words or for text. */
function aliasesIn(sources: readonly SourceFile[]): ReadonlyMap<string, string> {
  const simple = /^(string|'[^']*'( \| '[^']*')*)$/;
  const aliases = sources.flatMap(({ statements }) => statements.filter(ts.isTypeAliasDeclaration).map(({ name, type }) => [name.text, type.getText()] as const));
  return new Map(aliases.filter(([, text]) => simple.test(text)));
}

function forReaders(found: PlayerDeclaration, aliases: ReadonlyMap<string, string>): PlayerDeclaration {
  const plain = <T extends Entry>(item: T): T => withoutOrigin({ ...item, ...(item.type ? { type: { text: aliases.get(item.type.text) ?? item.type.text } } : {}) });
  const members = found.members.filter(({ name, privacy }) => !privacy && !name.endsWith('Callback')).map(plain);
  const reflecting = new Set(members.filter(({ reflects }) => reflects).map(({ name }) => name));
  const attributes = found.attributes.map((item) => ({ ...asText(plain(item)), ...(reflecting.has(item.fieldName) ? { reflects: true } : {}) }));
  const player = { ...found, tagName: TAG, customElement: true, superclass: { name: 'LitElement', package: 'lit' }, attributes, members };
  const silent = [...attributes, ...members, ...player.events, ...player.slots, ...player.cssParts, ...player.cssProperties].filter(({ description }) => !description);
  if (silent.length > 0) throw new Error(`Nothing is said about ${silent.map(({ name }) => name).join(', ')} of <${TAG}>: write a comment at each.`);
  return player;
}

/** An attribute is text, whatever its property is. */
function asText<T extends Entry>(item: T): T {
  return /^[A-Z]\w*$/.test(item.type?.text ?? '') ? { ...item, type: { text: 'string' } } : item;
}

/** From which of our files something is inherited is nothing that a reader could import. */
function withoutOrigin<T extends object>(item: T): T {
  const { inheritedFrom: _, ...rest } = item as T & { inheritedFrom?: unknown };
  return rest as T;
}
