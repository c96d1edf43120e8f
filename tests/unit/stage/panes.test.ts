import { describe, expect, it } from 'vitest';
import { LEAST_PANE, panesFor } from '../../../src/stage/panes.ts';

describe('panes', () => {
  it('gives a single view everything, without a frame', () => {
    expect(panesFor('map', { width: 800, height: 600 }, 1)).toEqual({ view: 'map', frames: [], map: { x: 0, y: 0, width: 800, height: 600 } });
  });

  it('splits a wide picture about 58 to 42, on whole device pixels', () => {
    const { map, sequence } = panesFor('split', { width: 1921, height: 1080 }, 1.5);
    expect((map?.width ?? 0) / 1921).toBeCloseTo(0.58, 1);
    expect(((map?.width ?? 0.1) * 1.5) % 1).toBe(0);
    expect((sequence?.x ?? 0)).toBeGreaterThan((map?.width ?? 0));
  });

  it('never makes a pane that is too narrow: stacks a tall picture, leaves the map alone in a flat one', () => {
    for (let width = 300; width <= 2000; width += 50) {
      for (const height of [300, 700, 1200]) {
        const { view, map, sequence } = panesFor('split', { width, height }, 1);
        const sideBySide = map && sequence && sequence.y < (map.y + map.height) / 2;
        if (sideBySide) expect(sequence.width).toBeGreaterThanOrEqual(LEAST_PANE - 20);
        if (view === 'map') expect(sequence).toBeUndefined();
      }
    }
    expect(panesFor('split', { width: 900, height: 1200 }, 1).view).toBe('split');
    expect(panesFor('split', { width: 900, height: 500 }, 1).view).toBe('map');
  });
});
