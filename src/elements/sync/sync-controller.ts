import type { ReactiveController } from 'lit';
import type { PlayerElement, PlayerInside } from '../player-face.ts';
import type { SyncLink } from './sync-link.ts';

/** Joins a player to the name that its `sync` says, and leaves it; the code for it is loaded only where there is such a name. */
export class SyncController implements ReactiveController {
  private link: SyncLink | undefined;
  private name = '';

  constructor(private readonly player: PlayerElement, private readonly core: () => PlayerInside) {
    player.addController(this);
  }

  /** How many others are in step with the player. */
  get peers(): number {
    return this.link?.peers ?? 0;
  }

  hostConnected(): void {
    if (this.player.hasUpdated) this.join();
  }

  hostUpdated(): void {
    if (this.player.isConnected) this.join();
  }

  /** One that is only moved is connected again at once, and stays in step. */
  hostDisconnected(): void {
    queueMicrotask(() => this.player.isConnected || this.leave());
  }

  /** Does something that the other windows are not told. */
  quietly(move: () => void): void {
    if (this.link) this.link.quietly(move);
    else move();
  }

  private join(): void {
    if (this.player.sync === this.name) return;
    this.leave();
    this.name = this.player.sync;
    if (this.name && typeof BroadcastChannel === 'function') void this.open(this.name);
  }

  private async open(name: string): Promise<void> {
    try {
      const { SyncLink } = await import('./sync-link.ts');
      if (name === this.name && !this.link) this.link = new SyncLink(name, this.player, this.core());
    } catch {
      // Frames without an origin and browsers that keep nothing have no channels: then each player is on its own.
    }
  }

  private leave(): void {
    this.name = '';
    this.link?.close();
    this.link = undefined;
  }
}
