import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells whether a media query matches, and has its host drawn again when that changes. */
export class MediaQuery implements ReactiveController {
  private readonly list: MediaQueryList;

  constructor(
    private readonly host: ReactiveControllerHost,
    query: string,
  ) {
    this.list = window.matchMedia(query);
    host.addController(this);
  }

  get matches(): boolean {
    return this.list.matches;
  }

  hostConnected(): void {
    this.list.addEventListener('change', this.changed);
  }

  hostDisconnected(): void {
    this.list.removeEventListener('change', this.changed);
  }

  private readonly changed = (): void => this.host.requestUpdate();
}
