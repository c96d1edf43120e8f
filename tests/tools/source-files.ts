import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync } from 'vite';
import { ROOT } from './pages.ts';

/** One way in which a module names another, wherever it stands. */
export interface ModuleImport {
  readonly specifier: string;
  readonly line: number;
  /** Gone after compilation: `import type`, or an import all of whose names are types. */
  readonly typeOnly: boolean;
  /** `import(…)`: loaded later. */
  readonly lazy: boolean;
}

/** A module as the structure tests see it. */
export interface SourceFile {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly ModuleImport[];
  /** Every name that the code uses, with its line: identifiers, and the texts of strings that are used as keys. */
  readonly names: readonly { readonly name: string; readonly line: number }[];
}

/** Packages of others that are installed below a folder. */
const INSTALLED = `${sep}node_modules${sep}`;

/** All modules of our own under a folder of the repository. */
export function sourceFiles(folder: string): SourceFile[] {
  return filesUnder(join(ROOT, folder))
    .filter((path) => !path.includes(INSTALLED) && /\.(ts|mts|mjs|js|tsx)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => readSource(relative(ROOT, path).split(sep).join('/'), readFileSync(path, 'utf8')));
}

/** Reads one module; throws where it cannot be parsed or loads an address that is not written out. */
export function readSource(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text, { lang: /\.m?js$/.test(path) ? 'js' : 'ts' });
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const lineOf = lineFinder(text);
  const imports: ModuleImport[] = [];
  const names: { name: string; line: number }[] = [];
  const add = (specifier: string, at: number, typeOnly: boolean, lazy = false): number => imports.push({ specifier, line: lineOf(at), typeOnly, lazy });

  walk(program, (node) => {
    const source = literal(node['source']);
    switch (node['type']) {
      case 'ImportDeclaration':
        return void add(source ?? '', node['start'] as number, node['importKind'] === 'type' || importsTypesAlone(node['specifiers'] as Tree[]));
      case 'ExportAllDeclaration':
      case 'ExportNamedDeclaration':
        return void (source !== undefined && add(source, node['start'] as number, node['exportKind'] === 'type'));
      case 'TSImportType':
        return void add(source ?? '', node['start'] as number, true);
      case 'ImportExpression':
        if (source === undefined) throw new Error(`${path}:${lineOf(node['start'] as number)}: an import whose address is not written out cannot be checked`);
        return void add(source, node['start'] as number, false, true);
      case 'Identifier':
        return void names.push({ name: node['name'] as string, line: lineOf(node['start'] as number) });
      case 'MemberExpression': {
        const key = literal(node['property']);
        return void (key !== undefined && names.push({ name: key, line: lineOf(node['start'] as number) }));
      }
    }
  });
  return { path, text, imports, names };
}

/** A node of the syntax tree, or any object in one. */
type Tree = Record<string, unknown>;

function walk(value: unknown, visit: (node: Tree) => void): void {
  if (Array.isArray(value)) return value.forEach((item) => walk(item, visit));
  if (typeof value !== 'object' || value === null) return;
  visit(value as Tree);
  Object.values(value).forEach((item) => walk(item, visit));
}

/** The text of a literal; undefined for anything else. */
function literal(node: unknown): string | undefined {
  const { type, value } = (node ?? {}) as Tree;
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
}

function importsTypesAlone(specifiers: readonly Tree[]): boolean {
  return specifiers.length > 0 && specifiers.every((name) => name['type'] === 'ImportSpecifier' && name['importKind'] === 'type');
}

/** Every file under a folder, in a fixed order; nothing where the folder is not there. */
export function filesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]));
  } catch {
    return [];
  }
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1;
}
