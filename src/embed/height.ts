import type { HoplinePlayer } from '../elements/hopline-player.ts';

/** The player's own changes after which it may want another height. */
const CHANGES = ['loadeddata', 'error', 'hopline-view-change'] as const;

/** CSS px. Narrower players stand like a phone, one part under the other; those do not shrink, so a frame that is too low for them scrolls. */
const NARROW = 640;

/**
 * Tells the height, in CSS px, that a player would take at the width that the frame has: when it has a story, and whenever it becomes another one. The player
 * itself fills the frame whatever its height is, so it is measured for a moment as if it could choose; nothing is painted in between.
 */
export function watchHeight(player: HoplinePlayer, tell: (height: number) => void): void {
  let told = 0;
  const measure = (): void => {
    // Without a story there are parts missing, and the page around would move twice.
    if (player.steps.length === 0 && !player.error) return;
    const height = naturalHeight(player);
    player.style.minHeight = player.controls && player.clientWidth < NARROW ? `${height}px` : '';
    if (height === told || height === 0) return;
    told = height;
    tell(height);
  };
  // After the parts inside, and not with the next frame of the screen: a frame out of sight has none.
  const soon = (): void => void player.updateComplete.then(() => setTimeout(measure));
  new ResizeObserver(measure).observe(document.documentElement);
  for (const name of CHANGES) player.addEventListener(name, soon);
}

function naturalHeight(player: HoplinePlayer): number {
  const { style } = player;
  style.height = 'auto';
  style.minHeight = '';
  const height = Math.ceil(player.getBoundingClientRect().height);
  style.height = '';
  return height;
}
