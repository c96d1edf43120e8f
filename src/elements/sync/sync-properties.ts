import { property } from 'lit/decorators.js';
import { MediaProperties } from '../media-properties.ts';
import type { PlayerElement, PlayerInside } from '../player-face.ts';
import { SyncController } from './sync-controller.ts';

/** What a player has for being in step with others. */
export abstract class SyncProperties extends MediaProperties {
  /**
   * Players of the same name in all windows of this origin follow each other: moment, path, level, speed, whether it plays, and of `scenarios` which one. Who
   * is acted on leads, who comes later asks where the others are. Language, theme and view are each window's own. Empty: this player is on its own.
   */
  @property({ reflect: true, useDefault: true }) sync = '';

  protected abstract readonly core: PlayerInside;
  private readonly inStep = new SyncController(this as unknown as PlayerElement, () => this.core);

  /** How many other players are in step with this one, as far as they have been heard. */
  get peers(): number {
    return this.inStep.peers;
  }

  /**
   * Moves the player without leading the others: for a host that itself moves the players of all windows, as a deck of slides does. What `move` does at once is
   * not told; whoever acts on the player later leads again.
   */
  quietly(move: () => void): void {
    this.inStep.quietly(move);
  }
}
