import { overlaps } from '../../../src/shared/geometry.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { placeByDagre } from '../../../src/layout/engine-dagre.ts';
import { placeByElk } from '../../../src/layout/engine-elk.ts';
import { layoutMap, layoutMapAt, layoutMapAuto, unplaced } from '../../../src/layout/map.ts';
import { coveringLabels, looseRoutes, routesThroughBoxes, sharedLanes } from './facts.ts';
import { documentOf, placedDocuments, scenarioOf, shipped, shippedFiles } from './worlds.ts';

vi.setConfig({ testTimeout: 120_000 });

/** The maps of the shipped scenarios, each laid out once. */
const maps = new Map<string, ReturnType<typeof layoutMapAuto>>();
async function mapOf(file: string): ReturnType<typeof layoutMapAuto> {
  const known = maps.get(file) ?? shipped(file).then(layoutMapAuto);
  maps.set(file, known);
  return known;
}

const LABELS = ['POST /pods', 'a longer label that may need two lines to be read', 'ok', '파드 스펙 저장'];
const breaches = (scenario: Parameters<typeof layoutMap>[0], layout: ReturnType<typeof layoutMap>): string[] =>
  [...routesThroughBoxes(scenario, layout), ...sharedLanes(layout), ...looseRoutes(layout), ...coveringLabels(scenario, layout)];

describe('the map of placed components', () => {
  it('routes around boxes in lanes of their own and puts labels beside them', async () => {
    await fc.assert(fc.asyncProperty(placedDocuments, async ({ cards, edges }) => {
      const scenario = await scenarioOf(documentOf(cards, edges, LABELS));
      const layout = layoutMap(scenario);
      expect(layout.routes.size).toBe(edges.length);
      expect(breaches(scenario, layout)).toEqual([]);
    }), { numRuns: 60 });
  });

  it('is the same each time', async () => {
    await fc.assert(fc.asyncProperty(placedDocuments, async ({ cards, edges }) => {
      const text = documentOf(cards, edges, LABELS);
      expect(layoutMap(await scenarioOf(text))).toEqual(layoutMap(await scenarioOf(text)));
    }), { numRuns: 10 });
  });

  it('joins cards that face each other by a straight line in their middle', async () => {
    const scenario = await scenarioOf(documentOf([{ id: 'a', x: 0, y: 0, title: 'A' }, { id: 'b', x: 480, y: 0, title: 'B' }], [['a', 'b']], LABELS));
    const { routes, nodes } = layoutMap(scenario);
    const { points } = routes.get('a->b')!;
    expect(points).toHaveLength(2);
    expect(points[0]!.y).toBe(nodes.get('a')!.y + nodes.get('a')!.height / 2);
  });

  it('keeps the two directions between two cards apart', async () => {
    const scenario = await scenarioOf(documentOf([{ id: 'a', x: 0, y: 0, title: 'A' }, { id: 'b', x: 480, y: 0, title: 'B' }], [['a', 'b'], ['b', 'a']], LABELS));
    const [one, other] = ['a->b', 'b->a'].map((id) => layoutMap(scenario).routes.get(id as 'a->b')!.points[0]!.y) as [number, number];
    expect(Math.abs(one - other)).toBeGreaterThanOrEqual(12);
  });

  it('leaves and enters at the sides that the author names', async () => {
    const text = documentOf([{ id: 'a', x: 0, y: 0, title: 'A' }, { id: 'b', x: 480, y: 200, title: 'B' }], [['a', 'b']], LABELS)
      .replace('    - a -> b\n', '    - link: a -> b\n      sides: top right\n');
    const { routes, nodes } = layoutMap(await scenarioOf(text));
    const { points } = routes.get('a->b')!;
    expect(points[0]!.y).toBe(nodes.get('a')!.y);
    expect(points.at(-1)!.x).toBe(nodes.get('b')!.x + nodes.get('b')!.width);
  });

  it('has no card lower than 72 and none on another', async () => {
    for (const file of shippedFiles()) {
      const { nodes } = await mapOf(file);
      const cards = [...nodes].filter(([, box]) => box.shape !== 'part');
      for (const [id, box] of cards) {
        if (box.shape === 'card') expect(box.height, id).toBeGreaterThanOrEqual(72);
        for (const [other, otherBox] of cards) if (id !== other) expect(overlaps(box, otherBox), `${id} on ${other}`).toBe(false);
      }
    }
  });
});

describe.each(shippedFiles())('the map of %s', (file) => {
  it('keeps what the layout promises', async () => {
    const scenario = await shipped(file);
    expect(breaches(scenario, await mapOf(file))).toEqual([]);
  });

  it('has a route for every edge and a text for every language', async () => {
    const scenario = await shipped(file);
    const layout = await mapOf(file);
    for (const id of scenario.architecture.edges.keys()) expect(layout.routes.has(id), id).toBe(true);
    for (const [id, box] of layout.nodes) for (const lang of scenario.languages) expect(box.text.get(lang)?.title.lines.length, `${id} ${lang}`).toBeGreaterThan(0);
  });
});

describe('components without places', () => {
  const cards = Array.from({ length: 9 }, (_, i) => ({ id: `c${i}`, x: 0, y: 0, title: `Service ${i}` }));
  const edges = [[0, 1], [1, 2], [1, 3], [2, 4], [3, 4], [4, 5], [5, 6], [5, 7], [7, 8]].map(([a, b]) => [`c${a}`, `c${b}`] as const);
  const grouped = (text: string): string => text
    .replace('  components:', '  groups:\n    left:\n      title: Left\n    right:\n      title: Right\n    inner:\n      title: Inner\n      in: right\n  components:')
    .replace(/(title: Service [0-3])/g, '$1\n      group: left').replace(/(title: Service [45])/g, '$1\n      group: right').replace(/(title: Service [678])/g, '$1\n      group: inner');

  it.each([['dagre', (scenario: Parameters<typeof placeByDagre>[0]) => Promise.resolve(placeByDagre(scenario))], ['elk', placeByElk]] as const)('get them from %s, on the 8 px grid, without overlap', async (_, place) => {
    const scenario = await scenarioOf(grouped(documentOf(cards, edges, LABELS, false)));
    expect(unplaced(scenario)).toHaveLength(9);
    const at = await place(scenario);
    for (const { x, y } of at.values()) expect([x % 8, y % 8].map(Math.abs)).toEqual([0, 0]);
    const layout = layoutMapAt(scenario, at);
    expect(layout.nodes.size).toBe(9);
    expect(breaches(scenario, layout)).toEqual([]);
    const frames = [...layout.groups].filter(([, group]) => group.depth === 0).map(([, group]) => group);
    expect(overlaps(frames[0]!, frames[1]!)).toBe(false);
    expect(await place(scenario)).toEqual(at);
  });

  it('flow from left to right', async () => {
    const layout = await layoutMapAuto(await scenarioOf(documentOf(cards, edges, LABELS, false)));
    for (const [a, b] of edges) expect(layout.nodes.get(a)!.x).toBeLessThan(layout.nodes.get(b)!.x);
  });
});
