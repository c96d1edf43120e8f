import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { layoutMap, layoutMapAuto } from '../../../src/layout/map.ts';
import type { Scenario } from '../../../src/scenario/model.ts';
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

/** How many pieces the work of a map has. */
async function piecesOf(scenario: Scenario): Promise<number> {
  let pieces = 0;
  await layoutMapAuto(scenario, (work) => {
    for (;;) {
      const next = work.next();
      pieces++;
      if (next.done) return next.value;
    }
  });
  return pieces;
}

describe('the work of a map', () => {
  it('comes out the same wherever it is interrupted, and whatever else is laid out meanwhile', async () => {
    const schedules = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });
    await fc.assert(fc.asyncProperty(placedDocuments, placedDocuments, schedules, async (one, other, pieces) => {
      const scenarios = await Promise.all([one, other].map(({ cards, edges }) => scenarioOf(documentOf(cards, edges, LABELS))));
      const turns = new Turns(pieces);
      const maps = scenarios.map((scenario) => layoutMapAuto(scenario, turns.run));
      await Promise.resolve();
      await turns.finish();
      expect(await Promise.all(maps)).toEqual(scenarios.map((scenario) => layoutMap(scenario)));
    }), { numRuns: 25 });
  });

  it('comes out the same for what has no place', async () => {
    const cards = Array.from({ length: 7 }, (_, i) => ({ id: `c${i}`, x: 0, y: 0, title: `Service ${i}` }));
    const text = documentOf(cards, [['c0', 'c1'], ['c1', 'c2'], ['c1', 'c3'], ['c3', 'c4'], ['c4', 'c5'], ['c5', 'c6']], LABELS, false);
    const pieces: number[] = [];
    const inPieces: Runner = (work) => {
      for (;;) {
        pieces.push(1);
        const next = work.next();
        if (next.done) return next.value;
      }
    };
    expect(await layoutMapAuto(await scenarioOf(text), inPieces)).toEqual(await layoutMapAuto(await scenarioOf(text), atOnce));
    expect(pieces.length).toBeGreaterThan(30);
  });

  it.each(shippedFiles())('of %s is in pieces: one for each card, each searched route, each step with labels', async (file) => {
    const scenario = await shipped(file);
    const map = await layoutMapAuto(scenario);
    const cards = [...map.nodes.values()].filter(({ shape }) => shape !== 'part').length;
    const bent = [...map.routes.values()].filter(({ points }) => points.length > 2).length;
    const steps = scenario.steps.filter(({ actions }) => actions.length > 0).length;
    expect(await piecesOf(scenario)).toBeGreaterThan(cards + bent + steps);
  });

  it('has more pieces, not larger ones, where there is more to do', async () => {
    const grid = (columns: number): string => {
      const cards = Array.from({ length: columns * 3 }, (_, i) => ({ id: `c${i}`, x: (i % columns) * 480, y: Math.floor(i / columns) * 224, title: `Card ${i}` }));
      const edges = cards.slice(4).map(({ id }, i) => [`c${i}`, id] as const);
      return documentOf(cards, edges, LABELS);
    };
    const [small, large] = [await piecesOf(await scenarioOf(grid(4))), await piecesOf(await scenarioOf(grid(12)))];
    expect(large).toBeGreaterThan(2 * small);
  });
});
