import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../../src/stage/stage.ts';
import { makeFixture, stepOf, type Fixture } from './fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await makeFixture({ width: 1920, height: 1080 });
});
afterAll(() => fixture.stage.destroy());

const itemsAt = (time: number, own = fixture): readonly DisplayItem[] => {
  own.draw(own.frames.at(time));
  return own.stage.displayList();
};
const edgesAt = (time: number, own = fixture): Map<string, number> => {
  return new Map(itemsAt(time, own).filter(({ kind }) => kind === 'edge').map(({ id, opacity }) => [String(id), opacity]));
};
const endOf = (step: string): number => stepOf(fixture.trace, step).end - 0.01;
const apart = (a: DisplayItem['box'], b: DisplayItem['box']): boolean => {
  return a.x + a.width <= b.x + 1 || b.x + b.width <= a.x + 1 || a.y + a.height <= b.y + 1 || b.y + b.height <= a.y + 1;
};

describe('the resting picture', () => {
  it('shows the edges of the step, hints at those of other steps, and hardly shows what is never used', () => {
    const edges = edgesAt(endOf('ask'));
    expect(edges.get('client->gateway')).toBe(1);
    expect(edges.get('web-1->store')).toBeLessThan(0.6);
    expect(edges.get('admin->orders')).toBeLessThanOrEqual(0.25);
    expect(edges.get('queue->orders'), 'a connection that stands beside the step').toBeLessThan(edges.get('web-1->store') as number);
    expect(edgesAt(endOf('work')).get('queue->orders')).toBe(1);
  });

  it('keeps more of unused edges in high contrast', async () => {
    const firm = await makeFixture({ theme: 'contrast', width: 1920, height: 1080, scene: fixture.scene });
    expect(edgesAt(endOf('ask'), firm).get('admin->orders')).toBeCloseTo(0.4);
    firm.stage.destroy();
  });

  it('draws the parts of a component in every step or in none, as the trace gets to one of them', () => {
    for (const { end } of fixture.trace.steps) {
      const nodes = itemsAt(end - 0.01).filter(({ kind }) => kind === 'node').map(({ id }) => id);
      expect(nodes).toEqual(expect.arrayContaining(['orders', 'orders/check', 'orders/price', 'store']));
      expect(nodes).not.toContain('store/primary');
      expect(edgesAt(end - 0.01).has('store/primary->store/replica')).toBe(false);
    }
  });

  it('finds a card, not its hidden part, under the pointer', () => {
    const store = itemsAt(endOf('ask')).find(({ id }) => id === 'store')?.box as DisplayItem['box'];
    expect(fixture.stage.hitTest(store.x + store.width / 2, store.y + store.height * 0.75)).toEqual({ kind: 'node', id: 'store' });
  });
});

describe('a head', () => {
  it('never covers the card that it leaves or the one that it comes to', () => {
    for (const message of fixture.trace.messages.filter(({ kind, step }) => kind !== 'work' && fixture.trace.steps[step]?.id !== 'flood')) {
      for (const time of [message.start + 0.01, message.end - 0.01]) {
        const items = itemsAt(time);
        const head = items.find(({ kind, id }) => kind === 'hop' && id === message.index);
        for (const end of [message.from, message.to]) {
          const card = items.find(({ kind, id }) => kind === 'node' && id === end);
          if (head && card) expect(apart(head.box, card.box), `${message.number} at ${end}`).toBe(true);
        }
      }
    }
  });
});
