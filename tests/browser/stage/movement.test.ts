import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame } from '../../../src/compile/frame.ts';
import { shippedScenarios, type Shipped } from '../content/shipped.ts';
import { compile } from '../../../src/compile/compile.ts';
import { layoutSequence } from '../../../src/layout/sequence.ts';
import { makeFixture, type Fixture } from './fixture.ts';

const SIZE = { width: 1000, height: 800 };
/** As good as at its end. */
const ALMOST = 1 - 1e-9;

let fixture: Fixture;
beforeAll(async () => {
  const { scenario, map } = (await shippedScenarios()).find(({ name }) => name === 'kubernetes/pod-creation') as Shipped;
  const trace = compile(scenario, { lang: 'ko', level: 3 });
  fixture = await makeFixture({ ...SIZE, scene: { trace, map, sequence: layoutSequence(trace) } });
});
afterAll(() => fixture.stage.destroy());

function pixels(frame: Frame): Uint8ClampedArray {
  fixture.draw(frame);
  const context = (fixture.stage.canvas as HTMLCanvasElement).getContext('2d') as CanvasRenderingContext2D;
  return context.getImageData(0, 0, SIZE.width, SIZE.height).data;
}

/** Of two pictures, the second one moved to the left by whole pixels: the middle difference of a channel, and the largest. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray, shift = 0): { mean: number; most: number } {
  let [sum, most] = [0, 0];
  for (let at = 0; at < a.length - 4 * shift; at++) {
    const by = Math.abs((a[at] as number) - (b[at + 4 * shift] as number));
    sum += by;
    most = Math.max(most, by);
  }
  return { mean: sum / a.length, most };
}

/** A step's frame a little after its beginning, as if both movements had ended; and the places of the view before and after. */
function arrival(step: number): { frame: Frame; moves: boolean } {
  const { start } = fixture.trace.steps[step] as Fixture['trace']['steps'][number];
  const frame = { ...fixture.frames.at(start + 0.01), emphasis: 1, camera: 1 };
  return { frame, moves: !fixture.stage.sameView({ ...frame, camera: ALMOST }, frame) };
}

describe('a movement of the map', () => {
  it('ends where the resting picture stands, and looks like it', () => {
    const moving = fixture.trace.steps.filter(({ index }) => arrival(index).moves);
    expect(moving.length).toBeGreaterThan(5);
    for (const { index, id } of moving) {
      const { frame } = arrival(index);
      const rest = pixels(frame);
      const end = pixels({ ...frame, camera: ALMOST });
      // A pixel to the left or to the right it would fit less well.
      const other = Math.min(difference(rest, end, 1).mean, difference(end, rest, 1).mean);
      expect(difference(rest, end).mean, id).toBeLessThan(0.75 * other);
    }
  });

  it('of its emphasis alone ends in the resting picture, to the last shade', () => {
    const resting = fixture.trace.steps.slice(1).filter(({ index }) => !arrival(index).moves);
    expect(resting.length).toBeGreaterThan(5);
    let changing = 0;
    for (const { index, id } of resting) {
      const { frame } = arrival(index);
      const rest = pixels(frame);
      expect(difference(rest, pixels({ ...frame, emphasis: ALMOST })).most, id).toBeLessThanOrEqual(8);
      if (difference(rest, pixels({ ...frame, emphasis: 0.5 })).most > 8) changing++;
    }
    expect(changing).toBeGreaterThan(5);
  });
});
