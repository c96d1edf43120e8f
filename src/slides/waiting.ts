import type { HoplinePlayer } from '../elements/hopline-player.ts';

/** Resolves when a player has its scenario, or has failed. */
export function loaded(player: HoplinePlayer): Promise<void> {
  return new Promise((resolve) => {
    if (player.steps.length > 0 || player.error) return resolve();
    const done = (): void => resolve();
    player.addEventListener('loadeddata', done, { once: true });
    player.addEventListener('error', done, { once: true });
  });
}

/** Resolves with a promise, and after so many seconds without it. */
export async function soon(promise: Promise<unknown>, seconds: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, seconds * 1000)));
  await Promise.race([promise.catch(() => undefined), late]);
  clearTimeout(timer);
}
