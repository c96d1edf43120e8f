import { describe, expect, it } from 'vitest';
import { presenterWordsIn } from '../../../../src/app/presenter/presenter-words.ts';
import { audienceName, newRoom, presenterAddress, presenterName, roomOf } from '../../../../src/app/presenter/room.ts';
import { elapsedText, Stopwatch } from '../../../../src/app/presenter/stopwatch.ts';
import { routeOf } from '../../../../src/app/router.ts';

describe('the address of a presenter’s window', () => {
  const link = { scenario: 'shop/order', path: { way: 'fast' }, level: 2, moment: { step: 'pay', part: 'hold', fraction: 0.5 } } as const;

  it('leads back to its room, its scenario and its place', () => {
    const room = newRoom();
    expect(routeOf(presenterAddress(room, link))).toEqual({ page: 'presenter', room, link });
    expect(routeOf(presenterAddress(room))).toEqual({ page: 'presenter', room });
  });

  it('needs no room, and is no scenario’s', () => {
    expect(routeOf('#/presenter/shop/order')).toEqual({ page: 'presenter', link: { scenario: 'shop/order', path: {} } });
    expect(routeOf('#/presenter')).toEqual({ page: 'presenter' });
    expect(routeOf('#/presenters/order')).toMatchObject({ page: 'player' });
  });
});

describe('a room', () => {
  it('is nobody else’s, and is found by the window’s name', () => {
    const rooms = Array.from({ length: 50 }, newRoom);
    expect(new Set(rooms).size).toBe(50);
    for (const room of rooms) expect(room).toMatch(/^[a-z0-9]{8}$/);
    expect(roomOf(audienceName('abc'))).toBe('abc');
    expect([roomOf(''), roomOf('print'), roomOf(presenterName('abc'))]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the time since a talk began', () => {
  const world = (): { at: number; kept: Map<string, string>; watch: () => Stopwatch } => {
    const made = { at: 1000, kept: new Map<string, string>(), watch: () => new Stopwatch('room', () => made.at, () => storage as Storage) };
    const storage = { getItem: (key: string) => made.kept.get(key) ?? null, setItem: (key: string, value: string) => void made.kept.set(key, value) };
    return made;
  };

  it('runs at once, is paused and goes on, and begins again', () => {
    const page = world();
    const watch = page.watch();
    page.at += 70;
    expect([watch.elapsed, watch.isRunning]).toEqual([70, true]);
    watch.toggle();
    page.at += 30;
    expect([watch.elapsed, watch.isRunning]).toEqual([70, false]);
    watch.toggle();
    page.at += 5;
    expect(watch.elapsed).toBe(75);
    watch.reset();
    page.at += 3;
    expect([watch.elapsed, watch.isRunning]).toEqual([3, true]);
    watch.toggle();
    watch.reset();
    page.at += 3;
    expect([watch.elapsed, watch.isRunning]).toEqual([0, false]);
  });

  it('goes on over a reload, and stands where it was paused', () => {
    const page = world();
    const before = page.watch();
    page.at += 600;
    const after = page.watch();
    expect([after.elapsed, after.isRunning]).toEqual([600, true]);
    before.toggle();
    page.at += 600;
    expect([page.watch().elapsed, page.watch().isRunning]).toEqual([600, false]);
  });

  it('lasts as long as the page where nothing is kept, or something else', () => {
    const refuse = (): never => {
      throw new DOMException('refused', 'SecurityError');
    };
    let at = 0;
    const watch = new Stopwatch('room', () => at, refuse);
    at = 12;
    expect(watch.elapsed).toBe(12);
    for (const text of ['', '7', 'null', '{"left":5}', '{"left":"x"}']) {
      const strange = new Stopwatch('room', () => at, () => ({ getItem: () => text, setItem: () => undefined }) as unknown as Storage);
      expect([strange.elapsed, strange.isRunning]).toEqual([0, true]);
    }
  });

  it.each([[0, '00:00'], [59.9, '00:59'], [725, '12:05'], [3600, '1:00:00'], [3725, '1:02:05']])('reads %s s as %s', (seconds, text) => {
    expect(elapsedText(seconds)).toBe(text);
  });
});

it('every word of the presenter’s window is there in both languages', () => {
  const [en, ko] = [presenterWordsIn('en-GB'), presenterWordsIn('ko-KR')];
  expect(Object.keys(ko)).toEqual(Object.keys(en));
  expect(presenterWordsIn('fr')).toBe(en);
  expect(Object.values(en).join('')).not.toMatch(/[가-힣]/);
  for (const word of Object.values(ko)) expect(word).toMatch(/[가-힣]/);
});
