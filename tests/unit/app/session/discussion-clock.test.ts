import { describe, expect, it } from 'vitest';
import { DiscussionClock, WHOLE } from '../../../../src/app/session/discussion-clock.ts';
import { memoryStorage, refused } from './storage.ts';

const ROUNDS = [['technical', 240], ['organisational', 240], ['ways', 180], ['success', 120]] as const;

function clockAt(storage: () => Storage = () => memoryStorage()): { clock: DiscussionClock; pass: (seconds: number) => void; again: () => DiscussionClock } {
  let now = 1000;
  const make = (): DiscussionClock => new DiscussionClock('timers', ROUNDS, { now: () => now, storage });
  return { clock: make(), pass: (seconds) => void (now += seconds), again: make };
}

describe('the timers of a discussion', () => {
  it('give each round its minutes, and the whole their sum', () => {
    const { clock } = clockAt();
    expect([WHOLE, ...ROUNDS.map(([id]) => id)].map((id) => clock.left(id))).toEqual([780, 240, 240, 180, 120]);
    expect(clock.ticking).toBe(false);
  });

  it('run one round at a time, and the whole with it', () => {
    const { clock, pass } = clockAt();
    clock.start('technical');
    pass(100);
    clock.start('organisational');
    pass(50);
    expect(clock.isRunning('technical')).toBe(false);
    expect([clock.left('technical'), clock.left('organisational'), clock.left(WHOLE)]).toEqual([140, 190, 630]);
  });

  it('let the whole go on while a round pauses, and stop everything with the whole', () => {
    const { clock, pass } = clockAt();
    clock.start('technical');
    pass(10);
    clock.pause('technical');
    pass(10);
    expect([clock.left('technical'), clock.left(WHOLE)]).toEqual([230, 760]);
    clock.start('technical');
    clock.pause(WHOLE);
    pass(500);
    expect(clock.ticking).toBe(false);
    expect([clock.left('technical'), clock.left(WHOLE)]).toEqual([230, 760]);
  });

  it('are reset one by one, or all with the whole', () => {
    const { clock, pass } = clockAt();
    clock.start('technical');
    pass(30);
    clock.start('ways');
    pass(30);
    clock.reset('technical');
    expect([clock.isFresh('technical'), clock.isFresh('ways')]).toEqual([true, false]);
    clock.reset(WHOLE);
    expect([WHOLE, ...ROUNDS.map(([id]) => id)].every((id) => clock.isFresh(id))).toBe(true);
  });

  it('tell once of each that ran out, also after a long sleep', () => {
    const { clock, pass } = clockAt();
    clock.start('success');
    pass(119);
    expect(clock.newlyOver()).toEqual([]);
    pass(2);
    expect(clock.newlyOver()).toEqual(['success']);
    expect(clock.newlyOver()).toEqual([]);
    pass(3600);
    expect(clock.newlyOver()).toEqual([WHOLE]);
    clock.reset('success');
    clock.start('success');
    pass(121);
    expect(clock.newlyOver()).toEqual(['success']);
  });

  it('outlive a reload: what ran goes on, what was over is no news', () => {
    const storage = memoryStorage();
    const { clock, pass, again } = clockAt(() => storage);
    clock.start('technical');
    pass(60);
    const reloaded = again();
    pass(30);
    expect(reloaded.isRunning('technical')).toBe(true);
    expect(reloaded.left('technical')).toBe(150);
    pass(200);
    expect(again().newlyOver()).toEqual([]);
  });

  it('work where nothing can be kept', () => {
    const { clock, pass } = clockAt(refused);
    clock.start('technical');
    pass(5);
    expect(clock.left('technical')).toBe(235);
  });

  it.each(['[', 'null', '{"technical":{"left":"many"}}', '{"technical":{"left":1e9}}', '[1,2]'])('are not confused by %s in the storage', (text) => {
    const { clock } = clockAt(() => memoryStorage({ timers: text }));
    expect(clock.left('technical')).toBe(240);
  });
});
