/** What keeps the screen awake and full while someone presents; each part is left out where the browser or the page does not allow it. */
export class PresenterController {
  private readonly player: HTMLElement;
  private lock: WakeLockSentinel | undefined;
  private wanted = false;
  private asking = false;
  private readonly changed: () => void;

  constructor(player: HTMLElement, changed: () => void) {
    this.player = player;
    this.changed = changed;
  }

  /** The player fills the screen. */
  get fullscreen(): boolean {
    return document.fullscreenElement === this.player;
  }

  /** Begins to listen; a player that is moved in its page while it presents keeps the screen awake. */
  connect(presenting: boolean): void {
    this.player.addEventListener('fullscreenchange', this.changed);
    document.addEventListener('visibilitychange', this.onVisibility);
    if (presenting) this.keepAwake(true);
  }

  disconnect(): void {
    this.player.removeEventListener('fullscreenchange', this.changed);
    document.removeEventListener('visibilitychange', this.onVisibility);
    this.keepAwake(false);
  }

  /** Enters or leaves full screen; a refusal changes nothing. */
  async setFullscreen(on: boolean): Promise<void> {
    if (on === this.fullscreen) return;
    try {
      if (on) await this.player.requestFullscreen?.();
      else await document.exitFullscreen?.();
    } catch {
      // Without a press of the viewer, or in a frame that forbids it, the player stays where it is.
    }
  }

  /** Keeps the screen from going dark. */
  keepAwake(on: boolean): void {
    this.wanted = on;
    if (on) void this.acquire();
    else void this.release();
  }

  /** Asks for one lock at a time: of a second one nobody would know, and it would keep the screen awake for ever. */
  private async acquire(): Promise<void> {
    if (this.lock || this.asking || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    this.asking = true;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (!this.wanted) return void lock.release();
      this.lock = lock;
      lock.addEventListener('release', () => this.released(lock), { once: true });
    } catch {
      // Low battery or a policy: presenting goes on without it.
    } finally {
      this.asking = false;
    }
  }

  /** A lock that is given back late must not take a newer one's place. */
  private released(lock: WakeLockSentinel): void {
    if (this.lock === lock) this.lock = undefined;
  }

  private async release(): Promise<void> {
    const { lock } = this;
    this.lock = undefined;
    await lock?.release();
  }

  /** The browser takes the lock away with the tab; it is asked for again when the tab comes back. */
  private readonly onVisibility = (): void => {
    if (this.wanted) void this.acquire();
  };
}
