import { describe, expect, it } from 'vitest';
import { makeFixture, stepOf } from './fixture.ts';

describe('the viewer', () => {
  it('finds cards, edges, labels, rows and heads under a point', async () => {
    const { stage, scene, at, trace } = await makeFixture({ width: 1920, height: 1080 });
    const message = trace.messages[0] as (typeof trace.messages)[number];
    const middle = (kind: string, id: unknown): [number, number] => {
      const found = stage.displayList().find((item) => item.kind === kind && item.id === id);
      if (!found) throw new Error(`${kind} ${String(id)} is not in the picture`);
      return [found.box.x + found.box.width / 2, found.box.y + found.box.height / 2];
    };
    await at((message.start + message.end) / 2);
    expect(stage.hitTest(...middle('node', 'queue'))).toEqual({ kind: 'node', id: 'queue' });
    expect(stage.hitTest(...middle('node', 'orders/check'))).toEqual({ kind: 'node', id: 'orders/check' });
    expect(stage.hitTest(...middle('label', 0))).toEqual({ kind: 'message', id: 0 });
    const card = scene.map.nodes.get('gateway') as { x: number; y: number; width: number };
    const seen = stage.displayList().find(({ kind, id }) => kind === 'node' && id === 'gateway')?.box as typeof card;
    const scale = seen.width / card.width;
    const [from, to] = (scene.map.routes.get('queue->orders')?.points ?? []).slice(-2) as [{ x: number; y: number }, { x: number; y: number }];
    const on = (value: 'x' | 'y'): number => seen[value] + ((from[value] + to[value]) / 2 - card[value]) * scale;
    expect(stage.hitTest(on('x'), on('y'))).toEqual({ kind: 'edge', id: 'queue->orders' });
    expect(stage.hitTest(2, 1070)).toBeNull();
    stage.setView('sequence');
    await at((message.start + message.end) / 2);
    expect(stage.hitTest(...middle('row', 1))).toEqual({ kind: 'message', id: 1 });
    expect(stage.hitTest(...middle('node', 'gateway'))).toEqual({ kind: 'node', id: 'gateway' });
    stage.destroy();
  });

  it('zooms around the pointer, pans, and comes back', async () => {
    const { stage, at } = await makeFixture();
    const home = await at(1);
    const box = (): { x: number; y: number; width: number } => stage.displayList().find(({ kind, id }) => kind === 'node' && id === 'gateway')?.box as never;
    const before = box();
    stage.zoomAt(before.x, before.y, 1.5);
    await at(1);
    expect(box().x).toBeCloseTo(before.x, 0);
    expect(box().width).toBeCloseTo(before.width * 1.5, 0);
    stage.panBy(30, -20, 100, 100);
    await at(1);
    expect(box().x).toBeCloseTo(before.x + 30, 0);
    expect(box().y).toBeCloseTo(before.y - 20, 0);
    stage.resetCamera();
    expect(await at(1)).toBe(home);
    stage.destroy();
  });

  it('has a layer of its own above the picture', async () => {
    const { stage, frames, hash, at } = await makeFixture();
    const { stateAt } = await import('../../../src/compile/state.ts');
    const plain = await at(1);
    const draw = (viewer: Parameters<typeof stage.draw>[2]): Promise<string> => {
      const frame = frames.at(1);
      stage.draw(frame, stateAt(frames.trace, frame.time), viewer);
      return hash();
    };
    const hovered = await draw({ hover: { kind: 'node', id: 'queue' } });
    const selected = await draw({ selected: { kind: 'edge', id: 'client->gateway' } });
    expect(new Set([plain, hovered, selected]).size).toBe(3);
    expect(await draw({})).toBe(plain);
    stage.destroy();
  });

  it('sees the map alone where a split is too narrow, and both over one another where it is tall', async () => {
    const { stage } = await makeFixture({ view: 'split', width: 900, height: 480 });
    expect(stage.effectiveView).toBe('map');
    stage.resize(600, 1000, 1);
    expect(stage.effectiveView).toBe('split');
    stage.resize(1600, 900, 1);
    expect(stage.effectiveView).toBe('split');
    stage.destroy();
  });

  it('sees on a phone what takes part, in a size that can be read', async () => {
    const { stage, draw, frames, trace } = await makeFixture({ width: 360, height: 360, ratio: 2 });
    for (const message of trace.messages.filter(({ kind, action }) => kind !== 'packet' && kind !== 'work' && !action.startsWith('fail'))) {
      draw(frames.at(message.start + (message.end - message.start) * 0.6));
      const head = stage.displayList().find(({ kind, id }) => kind === 'hop' && id === message.index);
      expect(head, `${message.number} of ${message.action}`).toBeDefined();
      expect((head?.box.x ?? -1) + (head?.box.width ?? 0) / 2).toBeGreaterThan(0);
      expect((head?.box.x ?? 999) + (head?.box.width ?? 0) / 2).toBeLessThan(360);
    }
    draw(frames.at(stepOf(trace, 'ask').start + 0.5));
    const card = stage.displayList().find(({ kind, id }) => kind === 'node' && id === 'gateway');
    expect(((card?.box.width ?? 0) / 264) * 28).toBeGreaterThanOrEqual(11.9);
    stage.destroy();
  });
});
