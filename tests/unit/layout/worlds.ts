/** Scenarios for the layout's tests, written as documents and read by the parser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { Scenario } from '../../../src/scenario/model.ts';
import { filesUnder } from '../../tools/charset.mts';

const root = join(import.meta.dirname, '../../..');
const read = (address: string): Promise<string> => Promise.resolve(readFileSync(address.replace(/^file:\/\//, ''), 'utf8'));

/** A scenario from its text; throws with the first finding where it is wrong. */
export async function scenarioOf(text: string, file = 'test.yaml'): Promise<Scenario> {
  const { scenario, diagnostics } = await parseScenario({ file, text, read });
  if (!scenario) throw new Error(JSON.stringify(diagnostics[0]));
  return scenario;
}

/** The shipped scenarios and the small fixture. */
export function shippedFiles(): string[] {
  return [...filesUnder(join(root, 'scenarios'), /\.ya?ml$/), ...filesUnder(join(root, 'tests/fixtures/small'), /\.ya?ml$/)]
    .filter((file) => /^steps:/m.test(readFileSync(file, 'utf8')));
}

export const shipped = (file: string): Promise<Scenario> => scenarioOf(readFileSync(file, 'utf8'), file);

export interface Card { readonly id: string; readonly x: number; readonly y: number; readonly title: string }

/** A document with these cards and edges; its one step sends a labelled message along each edge. */
export function documentOf(cards: readonly Card[], edges: readonly (readonly [string, string])[], labels: readonly string[], placed = true): string {
  const components = cards.flatMap(({ id, x, y, title }) => [`    ${id}:`, `      title: ${title}`, ...(placed ? [`      at: [${x}, ${y}]`] : [])]);
  const sends = edges.flatMap(([a, b], i) => [`      - send: ${a} -> ${b}`, `        label: ${labels[i % labels.length] ?? 'hello'}`]);
  return [
    'hopline: 1', 'id: test', 'title: Test', 'languages: [en]', 'architecture:', '  id: test', '  title: Test', '  components:', ...components,
    edges.length > 0 ? '  edges:' : '  edges: []', ...edges.map(([a, b]) => `    - ${a} -> ${b}`),
    'steps:', '  - id: all', '    title: All', '    say: All at once.', '    do:', ...(sends.length > 0 ? sends : ['      - wait: 1s']), '',
  ].join('\n');
}

const TITLES = ['API server', 'etcd', 'A rather long component title', '스케줄러', 'db'];

/** Cards on a loose raster with some cells left out, each moved a little, and edges between them: the places of a hand-made map. */
export const placedDocuments = fc.record({
  cells: fc.uniqueArray(fc.nat(19), { minLength: 3, maxLength: 12 }),
  moves: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 20, maxLength: 20 }),
  links: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { minLength: 1, maxLength: 14 }),
}).map(({ cells, moves, links }) => {
  const cards = cells.map((cell, i): Card => {
    const [dx, dy] = moves[cell] as [number, number];
    return { id: `c${i}`, x: (cell % 5) * 560 + dx * 8, y: Math.floor(cell / 5) * 224 + dy * 8, title: TITLES[cell % TITLES.length]! };
  });
  const seen = new Set<string>();
  const edges = links.map(([a, b]) => [`c${a % cards.length}`, `c${b % cards.length}`] as const).filter(([a, b]) => {
    const key = `${a} ${b}`;
    return a !== b && !seen.has(key) && seen.add(key);
  });
  return { cards, edges };
});
