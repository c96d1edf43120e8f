import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { layoutMap, layoutMapAuto } from '../../../src/layout/map.ts';
import type { Scenario } from '../../../src/scenario/model.ts';
import type { MapLayout } from '../../../src/layout/types.ts';
import { atOnce, type Runner, type Work } from '../../../src/shared/work.ts';
import { documentOf, placedDocuments, scenarioOf, shipped, shippedFiles } from './worlds.ts';

vi.setConfig({ testTimeout: 120_000 });

const LABELS = ['POST /pods', 'a longer label that may need two lines to be read', 'ok', '파드 스펙 저장'];

/** Does works by turns: each goes on for as many pieces as the next number says, then the next one. */
class Turns {
  private readonly open: { readonly work: Work<unknown>; readonly done: (value: never) => void }[] = [];
  private at = 0;

  constructor(private readonly pieces: readonly number[]) {}

  readonly run: Runner = <T>(work: Work<T>) => new Promise<T>((done) => this.open.push({ work, done }));

  async finish(): Promise<void> {
    for (let turn = 0; this.open.length > 0; turn++) {
      const index = turn % this.open.length;
      const { work, done } = this.open[index] as (typeof this.open)[number];
      for (let left = this.pieces[this.at++ % this.pieces.length] as number; left > 0; left--) {
        const next = work.next();
        if (!next.done) continue;
        this.open.splice(index, 1);
        done(next.value as never);
        break;
      }
      // Whoever waits for a work may begin the next one.
      await Promise.resolve();
    }
  }
}

/** A map and how many pieces its work has, where nothing else stood on the same architecture before. */
async function inPieces(scenario: Scenario): Promise<{ map: MapLayout; pieces: number }> {
  let pieces = 0;
  const map = await layoutMapAuto(scenario, (work) => {
    for (;;) {
      const next = work.next();
      pieces++;
      if (next.done) return next.value;
    }
  });
  return { map, pieces };
}

describe('maps on the same architecture', () => {
  const cards = [{ id: 'a', x: 0, y: 0, title: 'A' }, { id: 'b', x: 480, y: 200, title: 'B' }, { id: 'c', x: 960, y: 0, title: 'C' }];
  const edges = [['a', 'b'], ['b', 'c'], ['a', 'c']] as const;

  it('share their ground, and each is as if it were the only one', async () => {
    const [text, other] = [documentOf(cards, edges, LABELS), documentOf(cards, edges, ['another, much longer label that takes two lines'])];
    const first = await scenarioOf(text);
    const second: Scenario = { ...(await scenarioOf(other)), architecture: first.architecture };
    const maps = [layoutMap(first), layoutMap(second)];
    expect(maps[1]?.routes).toBe(maps[0]?.routes);
    expect(maps).toEqual([layoutMap(await scenarioOf(text)), layoutMap(await scenarioOf(other))]);
  });

  it('have grounds of their own where one sends along an edge of its own, or speaks another language', async () => {
    const text = documentOf(cards, edges, LABELS);
    const first = await scenarioOf(text);
    const ground = layoutMap(first);
    const sends = text.replace('send: a -> c', 'send: c -> a\n        undeclared: true');
    const others = [await scenarioOf(sends), await scenarioOf(text.replace('languages: [en]', 'languages: [en, ko]'))];
    for (const other of others) {
      const map = layoutMap({ ...other, architecture: first.architecture });
      expect(map.routes).not.toBe(ground.routes);
      expect(map).toEqual(layoutMap(other));
    }
    expect(layoutMap({ ...(others[0] as Scenario), architecture: first.architecture }).routes.has('c->a')).toBe(true);
  });
});

describe('the work of a map', () => {
  it('comes out the same wherever it is interrupted, and whatever else is laid out meanwhile', async () => {
    const schedules = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });
    await fc.assert(fc.asyncProperty(placedDocuments, placedDocuments, schedules, async (one, other, pieces) => {
      const read = (): Promise<Scenario[]> => Promise.all([one, other].map(({ cards, edges }) => scenarioOf(documentOf(cards, edges, LABELS))));
      const turns = new Turns(pieces);
      const maps = (await read()).map((scenario) => layoutMapAuto(scenario, turns.run));
      await Promise.resolve();
      await turns.finish();
      // Read anew: nothing that was worked out by turns is used again.
      expect(await Promise.all(maps)).toEqual((await read()).map((scenario) => layoutMap(scenario)));
    }), { numRuns: 25 });
  });

  it('comes out the same for what has no place', async () => {
    const cards = Array.from({ length: 7 }, (_, i) => ({ id: `c${i}`, x: 0, y: 0, title: `Service ${i}` }));
    const text = documentOf(cards, [['c0', 'c1'], ['c1', 'c2'], ['c1', 'c3'], ['c3', 'c4'], ['c4', 'c5'], ['c5', 'c6']], LABELS, false);
    const { map, pieces } = await inPieces(await scenarioOf(text));
    expect(map).toEqual(await layoutMapAuto(await scenarioOf(text), atOnce));
    expect(pieces).toBeGreaterThan(30);
  });

  it.each(shippedFiles())('of %s is in pieces: one for each card, each searched route, each step with labels', async (file) => {
    const scenario = await shipped(file);
    const { map, pieces } = await inPieces(scenario);
    const cards = [...map.nodes.values()].filter(({ shape }) => shape !== 'part').length;
    const bent = [...map.routes.values()].filter(({ points }) => points.length > 2).length;
    const steps = scenario.steps.filter(({ actions }) => actions.length > 0).length;
    expect(pieces).toBeGreaterThan(cards + bent + steps);
  });

  it('has more pieces, not larger ones, where there is more to do', async () => {
    const grid = (columns: number): string => {
      const cards = Array.from({ length: columns * 3 }, (_, i) => ({ id: `c${i}`, x: (i % columns) * 480, y: Math.floor(i / columns) * 224, title: `Card ${i}` }));
      const edges = cards.slice(4).map(({ id }, i) => [`c${i}`, id] as const);
      return documentOf(cards, edges, LABELS);
    };
    const [small, large] = [await inPieces(await scenarioOf(grid(4))), await inPieces(await scenarioOf(grid(12)))];
    expect(large.pieces).toBeGreaterThan(2 * small.pieces);
  });
});
