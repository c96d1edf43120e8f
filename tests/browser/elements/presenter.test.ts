import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { loaded, part, settled } from './support.ts';
import type { HoplinePlayer } from '../../../src/elements/hopline-player.ts';

/** A lock as the browser gives it. */
class Lock extends EventTarget {
  released = false;
  readonly release = async (): Promise<void> => {
    if (this.released) return;
    this.released = true;
    this.dispatchEvent(new Event('release'));
  };
}

let locks: Lock[];
let request: ReturnType<typeof vi.fn<(type: string) => Promise<Lock>>>;

/** Puts something in the place of a property of the browser's, for one test. */
function replace(target: object, name: string, descriptor: PropertyDescriptor): void {
  Object.defineProperty(target, name, { configurable: true, ...descriptor });
  onTestFinished(() => void Reflect.deleteProperty(target, name));
}

beforeEach(() => {
  locks = [];
  request = vi.fn(async () => {
    const lock = new Lock();
    locks.push(lock);
    return lock;
  });
  // The page itself must not fill the screen of whoever runs the tests.
  vi.spyOn(HTMLElement.prototype, 'requestFullscreen').mockRejectedValue(new TypeError('not allowed'));
  onTestFinished(() => void vi.restoreAllMocks());
  replace(navigator, 'wakeLock', { value: { request } });
});

const held = (): number => locks.filter(({ released }) => !released).length;

async function presenting(): Promise<HoplinePlayer> {
  const player = await loaded({ controls: true });
  expect(request).not.toHaveBeenCalled();
  await player.present();
  await settled();
  return player;
}

it('keeps the screen awake while someone presents, playing or not, and lets it sleep afterwards', async () => {
  const player = await presenting();
  expect(request.mock.calls).toEqual([['screen']]);
  expect(held()).toBe(1);
  // Who explains a still for ten minutes does not want to touch the mouse.
  await player.play();
  player.pause();
  await settled();
  expect([request.mock.calls.length, held()]).toEqual([1, 1]);
  part(player, '.stage').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }));
  await settled();
  expect([player.presenting, held()]).toEqual([false, 0]);
  await player.present();
  await settled();
  expect([request.mock.calls.length, held()]).toEqual([2, 1]);
  await player.present(false);
  expect(held()).toBe(0);
});

it('leaves the screen alone where nobody presents', async () => {
  const player = await loaded({ controls: true });
  await player.play();
  player.pause();
  await settled();
  expect(request).not.toHaveBeenCalled();
});

it('lets the screen sleep when it is taken out of the page, and not when it is only moved', async () => {
  const player = await presenting();
  const other = document.createElement('div');
  document.body.append(other);
  onTestFinished(() => other.remove());
  other.append(player);
  await settled();
  expect([player.presenting, held()]).toEqual([true, 1]);
  player.remove();
  await settled();
  expect(held()).toBe(0);
});

it('holds one lock at most, however quickly the mode is entered and left', async () => {
  const player = await loaded({ controls: true });
  let come = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (come = resolve));
  const give = request.getMockImplementation()!;
  request.mockImplementation(async (type) => {
    await waiting;
    return give(type);
  });
  const modes = [player.present(), player.present(false), player.present(), player.present(false), player.present()];
  document.dispatchEvent(new Event('visibilitychange'));
  come();
  await Promise.all(modes);
  await settled();
  expect([player.presenting, held()]).toEqual([true, 1]);
  await player.present(false);
  await settled();
  expect(held()).toBe(0);
});

it('gives back at once a lock that comes when the mode is left already', async () => {
  const player = await loaded({ controls: true });
  const entered = player.present();
  const left = player.present(false);
  await Promise.all([entered, left]);
  await settled();
  expect([locks.length, held()]).toEqual([1, 0]);
});

it('asks for the lock again when its tab comes back', async () => {
  const player = await presenting();
  let state = 'hidden';
  replace(document, 'visibilityState', { get: () => state });
  // The browser takes it away with the tab.
  await locks[0]!.release();
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
  expect(held()).toBe(0);
  state = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
  expect(held()).toBe(1);
  await player.present(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
  expect(held()).toBe(0);
});

it.each([
  ['refuses', { request: () => Promise.reject(new DOMException('Low battery', 'NotAllowedError')) }],
  ['has none', undefined],
])('presents all the same where the browser %s', async (_what, value) => {
  if (value) replace(navigator, 'wakeLock', { value });
  else {
    Reflect.deleteProperty(navigator, 'wakeLock');
    const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'wakeLock');
    if (own) {
      Reflect.deleteProperty(Navigator.prototype, 'wakeLock');
      onTestFinished(() => void Object.defineProperty(Navigator.prototype, 'wakeLock', own));
    }
    expect('wakeLock' in navigator).toBe(false);
  }
  const player = await loaded({ controls: true });
  await player.present();
  await settled();
  expect(player.presenting).toBe(true);
  await player.present(false);
  expect(player.presenting).toBe(false);
});
