import { writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { placeByElk } from '../layout/engine-elk.ts';
import { layoutMapAt, unplaced } from '../layout/map.ts';
import type { Diagnostic } from '../scenario/diagnostic.ts';
import type { Architecture, NodeId, Scenario } from '../scenario/model.ts';
import { parseArchitecture, parseScenario } from '../scenario/parse.ts';
import { writePositions } from '../scenario/write-positions.ts';
import type { Point } from '../shared/geometry.ts';
import { findDocuments, readText } from './documents.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { UserError, type Terminal } from './terminal.ts';

const GRID = 8;
/** Between what is placed already and what is added. */
const GAP = 96;

/** `--write`: into the file. `--all`: also what has a position. */
export interface LayoutOptions {
  readonly write?: boolean;
  readonly all?: boolean;
}

/** `hopline layout`: finds places for the components that have none, and prints them or writes them into the architecture's file. */
export async function layoutCommand(file: string, options: LayoutOptions, terminal: Terminal): Promise<number> {
  const { scenario, texts } = await readForLayout(file, terminal);
  const wanted = options.all ? unpinned(scenario) : scenario;
  const missing = unplaced(wanted);
  const where = relative(terminal.cwd, resolve(terminal.cwd, scenario.architecture.source));
  if (missing.length === 0) {
    terminal.err(`Every component in ${where} has a position. Place all anew with --all.`);
    return 0;
  }
  const positions = beside(wanted, await placeByElk(wanted), missing);
  if (!options.write) {
    terminal.out([...positions].map(([id, { x, y }]) => `${id}: at: [${x}, ${y}]`).join('\n'));
    terminal.err(`Write them into ${where} with --write.`);
    return 0;
  }
  const source = scenario.architecture.source;
  await writeFile(resolve(terminal.cwd, source), writePositions(texts.get(source) ?? '', positions));
  terminal.out(`${where}: ${positions.size} ${positions.size === 1 ? 'component is' : 'components are'} placed.`);
  return 0;
}

async function readForLayout(file: string, terminal: Terminal): Promise<{ scenario: Scenario; texts: ReadonlyMap<string, string> }> {
  const [document] = await findDocuments([file], terminal.cwd);
  if (!document) throw new UserError(`${file} cannot be read.`);
  const { path, text } = document;
  const texts = new Map([[path, text]]);
  const read = async (address: string): Promise<string> => {
    const found = await readText(resolve(terminal.cwd, address));
    texts.set(address, found);
    return found;
  };
  if (document.kind === 'scenario') {
    const { scenario, diagnostics } = await parseScenario({ file: path, text, read });
    return { scenario: scenario ?? refuse(diagnostics, terminal), texts };
  }
  const { architecture, diagnostics } = parseArchitecture({ file: path, text });
  return { scenario: architecture ? storyless(architecture) : refuse(diagnostics, terminal), texts };
}

function refuse(diagnostics: readonly Diagnostic[], terminal: Terminal): never {
  terminal.out(printDiagnostics(diagnostics));
  throw new UserError('A broken file cannot be laid out.');
}

/** The engine knows scenarios: an architecture by itself is one in which nothing happens. */
function storyless(architecture: Architecture): Scenario {
  const texts = [architecture.title, ...[...architecture.nodes.values()].flatMap(({ title, subtitle }) => (subtitle ? [title, subtitle] : [title]))];
  const languages = [...new Set(texts.flatMap(Object.keys))].filter((lang) => lang !== 'und');
  const { id, title, source } = architecture;
  return { id, title, source, architecture, languages: languages.length > 0 ? languages : ['en'], open: [], choices: [], levels: [1], steps: [] };
}

/** The same scenario, as if its components had no positions. Parts keep theirs: they are placed inside their component. */
function unpinned(scenario: Scenario): Scenario {
  const nodes = new Map([...scenario.architecture.nodes].map(([id, node]) => {
    const { at, ...rest } = node;
    return [id, at && node.parent === undefined ? rest : node];
  }));
  const groups = new Map([...scenario.architecture.groups].map(([id, { at: _at, size: _size, ...group }]) => [id, group]));
  return { ...scenario, architecture: { ...scenario.architecture, nodes, groups } };
}

/** The places of what had none, on the grid; where others have theirs, to the right of all of those. */
function beside(scenario: Scenario, placed: ReadonlyMap<NodeId, Point>, missing: readonly NodeId[]): Map<NodeId, Point> {
  const fixed = [...scenario.architecture.nodes.values()].filter(({ id, at, parent }) => at && parent === undefined && !missing.includes(id));
  const places = missing.flatMap((id) => {
    const at = placed.get(id);
    return at ? [[id, at] as const] : [];
  });
  const left = Math.min(...places.map(([, { x }]) => x));
  const top = Math.min(...places.map(([, { y }]) => y));
  const boxes = fixed.length > 0 ? layoutMapAt(scenario, placed).nodes : new Map<NodeId, never>();
  const widths = fixed.map(({ id, at }) => (at?.x ?? 0) + (boxes.get(id)?.width ?? 0));
  const dx = fixed.length > 0 ? Math.max(...widths) + GAP - left : 0;
  const dy = fixed.length > 0 ? Math.min(...fixed.map(({ at }) => at?.y ?? 0)) - top : 0;
  return new Map(places.map(([id, { x, y }]) => [id, { x: toGrid(x + dx), y: toGrid(y + dy) }]));
}

function toGrid(value: number): number {
  return Math.round(value / GRID) * GRID;
}
