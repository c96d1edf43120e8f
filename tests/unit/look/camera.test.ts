import { describe, expect, it } from 'vitest';
import { between, cameraFor, through, type Camera } from '../../../src/look/camera.ts';

const map = { width: 2240, height: 1000 };
const part = { x: 400, y: 80, width: 900, height: 200 };

describe('the camera of a step', () => {
  it('shows the whole map where what takes part is a third of the view', () => {
    const camera = cameraFor({ width: 1920, height: 1080 }, { map, part, now: undefined, asked: false });
    expect(camera.scale).toBeCloseTo(1920 / 2240);
    expect(camera.x).toBeCloseTo(0);
    expect(camera.y).toBeCloseTo((1080 - 1000 * camera.scale) / 2);
  });

  it('frames what takes part where titles would be too small', () => {
    const view = { width: 800, height: 450 };
    const camera = cameraFor(view, { map, part, now: undefined, asked: false });
    expect(28 * camera.scale).toBeGreaterThanOrEqual(12);
    expect(camera.x + part.x * camera.scale).toBeGreaterThanOrEqual(0);
    expect(camera.x + (part.x + part.width) * camera.scale).toBeLessThanOrEqual(view.width);
  });

  it('never shows what lies beside the map, where the map fills the view', () => {
    const corner = { x: 24, y: 24, width: 120, height: 80 };
    const camera = cameraFor({ width: 640, height: 360 }, { map, part: corner, now: undefined, asked: false });
    expect(camera.x).toBe(0);
    expect(camera.y).toBe(0);
  });

  it('never draws a title under 12 px, and follows what is under way in a part that does not fit then', () => {
    const view = { width: 360, height: 640 };
    const wide = { x: 48, y: 80, width: 2000, height: 600 };
    const at = (x: number): number => cameraFor(view, { map, part: wide, now: { x, y: 300 }, asked: false }).x;
    expect(28 * cameraFor(view, { map, part: wide, now: { x: 900, y: 300 }, asked: false }).scale).toBeGreaterThanOrEqual(12);
    expect(at(1200)).toBeLessThan(at(900));
  });

  it('is not kept away from a small card by its long label', () => {
    const view = { width: 1920, height: 1080 };
    const cards = { x: 400, y: 80, width: 300, height: 120 };
    const labelled = { x: 400, y: 80, width: 900, height: 120 };
    expect(cameraFor(view, { map, part: labelled, now: undefined, asked: false, cards }).scale).toBeGreaterThan(1);
    expect(cameraFor(view, { map, part: labelled, now: undefined, asked: false, cards: labelled }).scale).toBeLessThan(0.9);
  });

  it('fills a pane of another shape than the map, as far as what takes part allows', () => {
    const pane = { width: 1104, height: 1080 };
    const camera = cameraFor(pane, { map, part: { x: 400, y: 80, width: 600, height: 200 }, now: undefined, asked: false });
    expect(map.height * camera.scale).toBeGreaterThanOrEqual(pane.height - 0.01);
    const wide = cameraFor(pane, { map, part: { x: 400, y: 80, width: 1300, height: 200 }, now: undefined, asked: false });
    expect(camera.scale).toBeGreaterThan(wide.scale);
    expect(wide.x + 400 * wide.scale).toBeGreaterThanOrEqual(0);
    expect(wide.x + 1700 * wide.scale).toBeLessThanOrEqual(pane.width);
  });

  it('draws a framed part in a large picture at its own size or larger', () => {
    const view = { width: 1920, height: 1080 };
    const small = { x: 400, y: 80, width: 300, height: 200 };
    expect(cameraFor(view, { map, part: small, now: undefined, asked: false }).scale).toBeGreaterThanOrEqual(1);
  });

  it('shows a group whole where that costs next to nothing', () => {
    const pane = { width: 1104, height: 1080 };
    const small = { x: 400, y: 80, width: 300, height: 200 };
    const groups = [{ x: 60, y: 40, width: 700, height: 500 }, { x: 800, y: 40, width: 1400, height: 800 }];
    const { scale, x } = cameraFor(pane, { map, part: small, now: undefined, asked: false, groups });
    expect(x + 60 * scale).toBeGreaterThanOrEqual(0);
    expect(x + 760 * scale).toBeLessThanOrEqual(pane.width);
    expect(scale).toBeGreaterThanOrEqual(1);
  });

  it('follows a part that is too wide while it acts, and draws back to see all of it afterwards', () => {
    const view = { width: 390, height: 420 };
    const wide = { x: 300, y: 80, width: 1000, height: 300 };
    const at = (overview: number): Camera => cameraFor(view, { map, part: wide, now: { x: 620, y: 200 }, asked: false, overview });
    expect(28 * at(0).scale).toBeCloseTo(12);
    expect(at(0).x + 620 * at(0).scale).toBeCloseTo(view.width / 2);
    const scales = [0, 0.25, 0.5, 0.75, 1].map((share) => at(share).scale);
    expect([...scales].sort((a, b) => b - a)).toEqual(scales);
    expect(28 * at(1).scale).toBeGreaterThanOrEqual(10 - 1e-9);
    expect(at(1).x + 300 * at(1).scale).toBeGreaterThanOrEqual(0);
    expect(at(1).x + 1300 * at(1).scale).toBeLessThanOrEqual(view.width);
  });

  it('goes to what the author asked for even if the whole map would do', () => {
    const asked = cameraFor({ width: 1920, height: 1080 }, { map, part, now: undefined, asked: true });
    expect(asked.scale).toBeGreaterThan(1920 / 2240);
  });
});

describe('a movement', () => {
  const view = { width: 1920, height: 1080 };
  const from = { scale: 0.8, x: 0, y: 0 };
  const to = { scale: 1.6, x: -400, y: -200 };

  it('begins and ends exactly at its views', () => {
    expect(between(view, from, to, 0)).toBe(from);
    expect(between(view, from, to, 1)).toBe(to);
  });

  it('changes the scale by a constant factor and never turns back', () => {
    const scales = [0, 0.25, 0.5, 0.75, 1].map((share) => between(view, from, to, share).scale);
    for (let i = 1; i < scales.length; i++) expect((scales[i] as number) / (scales[i - 1] as number)).toBeCloseTo(2 ** 0.25);
  });

  it('is seen through the pan and zoom of the viewer', () => {
    expect(through({ scale: 2, x: 10, y: 20 }, { scale: 1.5, x: 5, y: 6 })).toEqual({ scale: 3, x: 20, y: 36 });
  });
});
