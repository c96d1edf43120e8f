import type { Moment } from '../../compile/trace.ts';
import type { DevMessage } from '../dev-message.ts';

/** What following needs of a player. */
export interface FollowingPlayer extends EventTarget {
  src: string;
  moment: Moment;
  readonly readyState: number;
  readonly paused: boolean;
  load(): void;
  play(): Promise<void> | void;
}

/**
 * Makes a player follow its file: each save loads it again, and the story goes on at the moment at which it was, playing or paused. A save that breaks
 * the file leaves the last good picture with what is wrong over it; the moment is kept until a good file comes.
 */
export function followFile(player: FollowingPlayer): (message: DevMessage) => void {
  let kept: { readonly moment: Moment; readonly playing: boolean } | undefined;
  player.addEventListener('loadeddata', () => {
    if (!kept) return;
    player.moment = kept.moment;
    if (kept.playing) void player.play();
    kept = undefined;
  });
  let revision = 0;
  return (message) => {
    if (message.revision === revision) return;
    revision = message.revision;
    const loaded = player.readyState > 0;
    if (loaded && !kept) kept = { moment: player.moment, playing: !player.paused };
    // The address stays the same, as the architecture's is found from it; the player never reads an old copy.
    if (player.src === new URL(message.src, document.baseURI).href) player.load();
    else player.src = message.src;
  };
}
