import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateAt } from '../../../src/compile/state.ts';
import { atOnce, type Work } from '../../../src/shared/work.ts';
import { makeFixture, stepOf, type Fixture } from './fixture.ts';

describe.each(['map', 'split', 'sequence'] as const)('a picture that was painted ahead in pieces, %s', (view) => {
  let plain: Fixture;
  beforeAll(async () => {
    plain = await makeFixture({ view, width: 1920, height: 1080 });
  });
  afterAll(() => plain.stage.destroy());

  const fresh = (): Promise<Fixture> => makeFixture({ view, width: 1920, height: 1080, scene: plain.scene });
  const work = ({ stage, frames, trace }: Fixture, time: number): Work<void> => stage.prepare(frames.at(time), stateAt(trace, frames.at(time).time));

  it('is the picture that is painted at once, to the last pixel', async () => {
    const fixture = await fresh();
    for (const time of [0, stepOf(plain.trace, 'work').end - 0.01]) {
      let pieces = 0;
      for (const _ of work(fixture, time)) pieces++;
      expect(pieces).toBeGreaterThan(4);
      expect(await fixture.at(time)).toBe(await plain.at(time));
    }
    fixture.stage.destroy();
  });

  it('gives way to a draw that comes in between, after any number of pieces', async () => {
    const wanted = [await plain.at(1), await plain.at(0)];
    for (const pieces of [1, 2, 5, 9, 14]) {
      const fixture = await fresh();
      const ahead = work(fixture, 0);
      for (let i = 0; i < pieces; i++) ahead.next();
      expect(await fixture.at(1)).toBe(wanted[0]);
      expect(ahead.next().done).toBe(true);
      expect(await fixture.at(0)).toBe(wanted[1]);
      fixture.stage.destroy();
    }
  });

  it('gives way to another scene and to the next picture', async () => {
    const fixture = await fresh();
    const first = work(fixture, 0);
    for (let i = 0; i < 6; i++) first.next();
    fixture.stage.setScene(plain.scene);
    expect(first.next().done).toBe(true);
    const second = work(fixture, 0);
    for (let i = 0; i < 6; i++) second.next();
    atOnce(work(fixture, 1));
    expect(second.next().done).toBe(true);
    expect(await fixture.at(1)).toBe(await plain.at(1));
    fixture.stage.destroy();
  });
});
