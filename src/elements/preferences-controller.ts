import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ThemeName } from '../look/tokens.ts';

const QUERIES = {
  light: '(prefers-color-scheme: light)',
  contrast: '(prefers-contrast: more), (forced-colors: active)',
  reduced: '(prefers-reduced-motion: reduce)',
} as const;

/** What the viewer's system asks for: colour scheme, contrast, motion. Live; calls back on a change. */
export class PreferencesController implements ReactiveController {
  private readonly changed: () => void;
  private lists: Readonly<Record<keyof typeof QUERIES, MediaQueryList>> | undefined;

  constructor(host: ReactiveControllerHost, changed: () => void = () => host.requestUpdate()) {
    this.changed = changed;
    host.addController(this);
  }

  /** The theme that `auto` means. */
  get theme(): ThemeName {
    if (this.lists?.contrast.matches) return 'contrast';
    return this.lists?.light.matches ? 'light' : 'dark';
  }

  /** The viewer wants no motion. */
  get reducedMotion(): boolean {
    return this.lists?.reduced.matches ?? false;
  }

  hostConnected(): void {
    if (typeof matchMedia === 'undefined') return;
    this.lists = { light: matchMedia(QUERIES.light), contrast: matchMedia(QUERIES.contrast), reduced: matchMedia(QUERIES.reduced) };
    for (const list of Object.values(this.lists)) list.addEventListener('change', this.changed);
  }

  hostDisconnected(): void {
    for (const list of Object.values(this.lists ?? {})) list.removeEventListener('change', this.changed);
  }
}
