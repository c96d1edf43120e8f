import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';
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

/** All modules under a folder of the repository. */
export function sourceFiles(folder: string): SourceFile[] {
  return filesUnder(join(ROOT, folder))
    .filter((path) => /\.(ts|mts|mjs|js|tsx)$/.test(path) && !path.endsWith('.d.ts'))
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

  new Visitor({
    ImportDeclaration: (node) => {
      const onlyTypes = node.specifiers.length > 0 && node.specifiers.every((name) => name.type === 'ImportSpecifier' && name.importKind === 'type');
      add(node.source.value, node.start, node.importKind === 'type' || onlyTypes);
    },
    ExportAllDeclaration: (node) => void add(node.source.value, node.start, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => void (node.source && add(node.source.value, node.start, node.exportKind === 'type')),
    TSImportType: (node) => void add(node.source.value, node.start, true),
    ImportExpression: (node) => {
      if (node.source.type !== 'Literal' || typeof node.source.value !== 'string') {
        throw new Error(`${path}:${lineOf(node.start)}: an import whose address is not written out cannot be checked`);
      }
      add(node.source.value, node.start, false, true);
    },
    Identifier: (node) => void names.push({ name: node.name, line: lineOf(node.start) }),
    MemberExpression: (node) => {
      if (node.property.type === 'Literal' && typeof node.property.value === 'string') names.push({ name: node.property.value, line: lineOf(node.start) });
    },
  }).visit(program);
  return { path, text, imports, names };
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
