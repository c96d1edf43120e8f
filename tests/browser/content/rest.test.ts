import { expect, it } from 'vitest';
import { stateAt } from '../../../src/compile/state.ts';
import { looksSame, type Shown } from '../../../src/recorder/looks-same.ts';
import { Easel, fewest, sceneOf, shippedScenarios, type Setting } from './shipped.ts';

const SETTING: Setting = { view: 'split', width: 1280, height: 720, ratio: 0.5 };
const FPS = 12;

/** First and last times of stretches in which no picture is drawn again. */
function* rests({ trace, frames, stage }: Easel): Generator<readonly [from: number, to: number]> {
  let first: Shown | undefined;
  let last = 0;
  for (let at = 0; at / FPS <= trace.duration; at++) {
    const frame = frames.at(at / FPS);
    const now = { frame, state: stateAt(trace, frame.time) };
    if (!first || !looksSame(trace, stage, first, now)) {
      if (first && last > first.frame.time) yield [first.frame.time, last];
      first = now;
    }
    last = frame.time;
  }
}

it.each(await shippedScenarios())('what a film does not draw again in $name looks the same', async (shipped) => {
  const variant = fewest(shipped.variants).at(-1)!;
  const easel = await Easel.create(sceneOf(shipped, variant, SETTING), SETTING);
  let seconds = 0;
  for (const [from, to] of rests(easel)) {
    expect(await easel.hashAt(to), `from ${from} to ${to}`).toBe(await easel.hashAt(from));
    seconds += to - from;
  }
  // A story is read while it stands still.
  expect(seconds).toBeGreaterThan(1);
  easel.destroy();
});
