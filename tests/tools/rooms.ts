import { posix } from 'node:path';
import type { ModuleImport, SourceFile } from './source-files.ts';

/** What a folder of src/ may import. */
export interface Room {
  /** Rooms it may import. */
  readonly from: readonly string[];
  /** Rooms of which it may import types alone. */
  readonly typesFrom?: readonly string[];
  /** Packages, by name. */
  readonly packages?: readonly string[];
  /** Packages that it may only load later, by `import(…)` or in an `engine-*.ts`: they are big and rarely needed. */
  readonly lazyPackages?: readonly string[];
  /** Packages of which it may import types alone. */
  readonly typePackages?: readonly string[];
  /** Node's own modules: only what never runs in a browser. */
  readonly node?: boolean;
  /** Files that are not code: fonts, styles, scenarios. */
  readonly files?: boolean;
}

/** A module that brings a big package with it, and is itself only loaded when that is needed. */
const ENGINE = /\/engine-[a-z]+\.ts$/;
const DATA = ['scenario', 'shared'];
const TO_STAGE = ['scenario', 'importers', 'compile', 'layout', 'timeline', 'check', 'export', 'stage', 'look', 'shared'];

/** The table of rooms: a row imports only what it names, so that knowledge points one way. */
export const ROOMS: Readonly<Record<string, Room>> = {
  shared: { from: [] },
  look: { from: ['shared'], files: true },
  models: { from: ['shared'] },
  scenario: { from: ['models', 'shared'], packages: ['yaml', 'valibot', '@valibot/to-json-schema'] },
  importers: { from: DATA },
  compile: { from: DATA },
  layout: { from: ['scenario', 'look', 'shared'], typesFrom: ['compile'], lazyPackages: ['@dagrejs/dagre', 'elkjs'] },
  timeline: { from: ['compile', 'shared'], packages: ['gsap'] },
  check: { from: ['scenario', 'compile', 'layout', 'look', 'shared'] },
  // Of the stage only what paints: the map as SVG is what the stage draws.
  export: { from: ['scenario', 'compile', 'layout', 'timeline', 'stage', 'look', 'shared'], lazyPackages: ['pptxgenjs'] },
  stage: { from: ['look', 'shared'], typesFrom: ['layout', 'compile', 'scenario'], packages: ['pixi.js'] },
  elements: { from: TO_STAGE, packages: ['lit'], typePackages: ['preact', 'react'], files: true },
  bundle: { from: ['shared'], typesFrom: ['elements'], files: true },
  recorder: { from: TO_STAGE, packages: ['mediabunny', 'gifenc'] },
  slides: { from: ['elements', 'shared'] },
  // In the page it meets the player as it is built, by its tag.
  embed: { from: ['shared'], typesFrom: ['elements'] },
  app: { from: ['elements', 'recorder', 'export', 'check', 'slides', 'importers', 'scenario', 'shared', 'look'], packages: ['lit'], lazyPackages: ['reveal.js'], files: true },
  cli: {
    from: [...TO_STAGE, 'elements', 'recorder', 'slides', 'bundle', 'embed'],
    packages: ['commander'],
    lazyPackages: ['playwright-core', 'subset-font', 'vite'],
    node: true,
    files: true,
  },
};

/** The room of a module's path; undefined outside src/. */
export function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** The path in the repository that a relative import leads to, without what stands after `?`. */
export function targetOf(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier.replace(/[?#].*$/, ''));
}

/** Every import of a module that its room's row does not name, as `path:line: what is wrong`. */
export function breaches(file: SourceFile, rooms: Readonly<Record<string, Room>> = ROOMS): string[] {
  const name = roomOf(file.path);
  const room = rooms[name ?? ''];
  if (!name || !room) return [`${file.path}: is in no room`];
  return file.imports.flatMap((item) => {
    const wrong = item.specifier.startsWith('.') ? wrongFile(file.path, name, room, item) : wrongPackage(file.path, name, room, item);
    return wrong ? [`${file.path}:${item.line}: ${wrong}`] : [];
  });
}

function wrongFile(path: string, name: string, room: Room, { specifier, typeOnly, lazy }: ModuleImport): string | undefined {
  const target = targetOf(path, specifier);
  const other = roomOf(target);
  if (!other) return room.files && /^(assets|scenarios)\//.test(target) ? undefined : `${name} reaches out of src: ${specifier}`;
  if (!/\.(ts|mjs|js|json|css|txt)$/.test(target)) return `${specifier} has no ending`;
  // What runs in Node alone has no bytes to save.
  if (ENGINE.test(target) && !lazy && !typeOnly && !room.node) return `${specifier} must be loaded lazily`;
  if (other === name || room.from.includes(other)) return undefined;
  if (room.typesFrom?.includes(other)) return typeOnly ? undefined : `${name} may import only types of ${other}`;
  return `${name} may not import ${other}`;
}

function wrongPackage(path: string, name: string, room: Room, { specifier, typeOnly, lazy }: ModuleImport): string | undefined {
  if (specifier.startsWith('node:')) return room.node ? undefined : `${name} also runs in browsers: ${specifier}`;
  const owner = /^(@[^/]+\/[^/]+|[^/]+)/.exec(specifier)?.[1] ?? specifier;
  if (room.packages?.includes(owner)) return undefined;
  if (room.typePackages?.includes(owner)) return typeOnly ? undefined : `${name} may import only types of ${specifier}`;
  if (room.lazyPackages?.includes(owner)) return lazy || typeOnly || ENGINE.test(path) ? undefined : `${specifier} must be loaded lazily`;
  return `${name} may not import the package ${specifier}`;
}

/** Chains of modules that import each other, each once; what is loaded later counts too, types do as well: they tie rooms alike. */
export function cycles(files: readonly SourceFile[]): string[][] {
  const graph = new Map(files.map((file) => [file.path, file.imports.filter((item) => item.specifier.startsWith('.')).map((item) => targetOf(file.path, item.specifier))]));
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path]);
    if (at >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}
