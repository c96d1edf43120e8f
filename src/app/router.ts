import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parseLink, type Link } from './link.ts';

/** A session, the first one where none is named, and a part of it. */
export interface SessionRoute {
  readonly page: 'session';
  readonly session?: string;
  readonly part?: string;
}

/** The presenter's window: what it is in step with, and what it shows until it hears from there. */
export interface PresenterRoute {
  readonly page: 'presenter';
  readonly room?: string;
  readonly link?: Link;
}

/** What the address asks for. `unknown`: it asks for something, but names no scenario. */
export type Route =
  | { readonly page: 'gallery' }
  | SessionRoute
  | PresenterRoute
  | { readonly page: 'player'; readonly link?: Link; readonly unknown?: string };

export const GALLERY_ADDRESS = '#/gallery';
/** The first session; `/id` leads to another one, `/id/part` to a part of it. */
export const SESSION_ADDRESS = '#/session';
const SESSION = /^#\/session(?:\/([a-z0-9-]+)(?:\/([a-z0-9-]+))?)?\/?$/;
const PRESENTER = /^#\/presenter(?:\/~([a-z0-9]+))?(\/.*)?$/s;
/** The address follows the viewer after so much rest. */
const NOTE_MS = 400;

/** What a page's fragment asks for; without one it is the player with the first scenario. */
export function routeOf(fragment: string): Route {
  if (fragment === GALLERY_ADDRESS) return { page: 'gallery' };
  const [session, id, part] = SESSION.exec(fragment) ?? [];
  if (session !== undefined) return { page: 'session', ...(id && { session: id }), ...(part && { part }) };
  const [presenter, room, rest] = PRESENTER.exec(fragment) ?? [];
  if (presenter !== undefined) {
    const shown = rest === undefined ? undefined : parseLink(rest);
    return { page: 'presenter', ...(room && { room }), ...(shown && { link: shown }) };
  }
  const link = parseLink(fragment);
  if (link) return { page: 'player', link };
  return /^#\/?$|^$/.test(fragment) ? { page: 'player' } : { page: 'player', unknown: fragment.replace(/^#\/?/, '') };
}

/** Follows the page's fragment. */
export class AddressRouter implements ReactiveController {
  private noting: ReturnType<typeof setTimeout> | undefined;
  private noted: string | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly onRoute: (route: Route) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.follow);
    this.follow();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.follow);
    clearTimeout(this.noting);
  }

  /** The address is the one that was noted last: somebody came back to what is still open. */
  get atNoted(): boolean {
    return this.noted !== undefined && this.noted === location.hash;
  }

  /** Goes to an address, as a click on a link does. */
  go(fragment: string): void {
    if (location.hash === fragment) this.follow();
    else location.hash = fragment;
  }

  /** Writes down where the viewer is when a moment of rest has come; only the last of several calls counts. */
  noteSoon(make: () => string | undefined): void {
    clearTimeout(this.noting);
    this.noting = setTimeout(() => this.noteNow(make), NOTE_MS);
  }

  /** Writes down where the viewer is, so that a reload returns there; this is no step of the history. */
  noteNow(make: () => string | undefined): void {
    clearTimeout(this.noting);
    const fragment = make();
    if (fragment === undefined) return;
    this.noted = fragment;
    if (fragment === location.hash) return;
    try {
      history.replaceState(history.state, '', fragment);
    } catch {
      // Browsers refuse more than about 100 changes in 30 s, and any in a sandboxed frame: the address then lags behind.
    }
  }

  private readonly follow = (): void => this.onRoute(routeOf(location.hash));
}
