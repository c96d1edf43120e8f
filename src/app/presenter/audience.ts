import type { HoplinePlayer } from '../../elements/hopline-player.ts';
import type { FileBundle } from '../../shared/packed-files.ts';
import type { Notice } from '../app-toast.ts';
import { THEME_NAMES, type Link, type LinkTheme } from '../link.ts';
import { remoteKeyed } from './presenter-keys.ts';
import { presenterWordsIn } from './presenter-words.ts';
import { audienceName, newRoom, presenterAddress, presenterName, roomOf, type Room } from './room.ts';
import { SideChannel, type SideMessage } from './side-channel.ts';

/** What the audience's side asks of the app around it. */
export interface AudienceHost {
  readonly player: HoplinePlayer;
  readonly language: () => string;
  /** What is open; undefined while nothing is. */
  readonly link: () => Link | undefined;
  /** The viewer's own files behind a path. */
  readonly files: (path: string) => FileBundle | undefined;
  readonly tell: (notice: Notice) => void;
}

const WINDOW = 'popup,width=1280,height=800';
/** Milliseconds in which a presenter's window that is reloaded comes back. */
const GRACE_MS = 2500;

/** The audience's side of a presenter's window: opens it, keeps the player in step with it, hears the remote, says when it is gone. */
export class Audience {
  private room: Room | undefined;
  private side: SideChannel | undefined;
  private gone: ReturnType<typeof setTimeout> | undefined;
  private accompanied = false;

  constructor(private readonly host: AudienceHost) {
    const room = roomOf(window.name);
    if (room) this.join(room);
  }

  /** Opens the presenter's window, or shows the one that is open; says what to do where the browser does not let it. */
  open(): void {
    const room = this.room ?? newRoom();
    this.join(room);
    const link = this.host.link();
    const address = new URL(presenterAddress(room, link), location.href).href;
    const opened = window.open('', presenterName(room), WINDOW);
    if (!opened) return this.host.tell({ text: this.words.blocked, copyable: address });
    if (isBlank(opened)) opened.location.replace(address);
    opened.focus();
  }

  private join(room: Room): void {
    if (this.room === room) return;
    this.room = room;
    // The name stays with the window when it is reloaded.
    window.name = audienceName(room);
    const { player } = this.host;
    player.sync = room;
    this.side = new SideChannel(room, (message) => this.heard(message));
    for (const type of ['hopline-view-change', 'loadeddata']) player.addEventListener(type, () => this.tellLook());
    // An author opens the mended file again under the same name.
    player.addEventListener('loadeddata', () => this.tellFiles(player.scenario));
    player.addEventListener('hopline-peers-change', () => this.peersChanged());
    new ResizeObserver(() => this.tellLook()).observe(player);
    new MutationObserver(() => this.tellLook()).observe(document.documentElement, { attributeFilter: ['data-theme'] });
    window.addEventListener('pagehide', () => this.side?.tell({ type: 'bye' }));
    window.addEventListener('pageshow', () => this.tellLook());
    window.addEventListener('keydown', (event) => this.keyed(event), { capture: true });
    this.tellLook();
  }

  private get words(): ReturnType<typeof presenterWordsIn> {
    return presenterWordsIn(this.host.language());
  }

  private heard(message: SideMessage): void {
    if (message.type === 'ask') this.tellLook();
    if (message.type === 'want') this.tellFiles(message.path);
  }

  private tellFiles(path: string): void {
    const files = this.host.files(path);
    if (files) this.side?.tell({ type: 'files', path, files });
  }

  private tellLook(): void {
    const { player } = this.host;
    const { view, lang: language, presenting, captions, clientWidth: width, clientHeight: height } = player;
    if (!player.trace) return;
    if (width === 0) return this.side?.tell({ type: 'away' });
    const shown = captions === 'on' || (captions === 'auto' && (presenting || player.controls));
    this.side?.tell({ type: 'look', look: { scenario: player.scenario, view, language, theme: shownTheme(), captions: shown, width, height } });
  }

  private peersChanged(): void {
    clearTimeout(this.gone);
    if (this.host.player.peers > 0) this.accompanied = true;
    else if (this.accompanied) this.gone = setTimeout(() => this.left(), GRACE_MS);
  }

  private left(): void {
    this.accompanied = false;
    const { closed, openAgain } = this.words;
    this.host.tell({ text: closed, action: { name: openAgain, run: () => this.open() } });
  }

  /** A remote sends its keys to whichever window is in front. */
  private keyed(event: KeyboardEvent): void {
    const { player } = this.host;
    if (this.accompanied && player.clientWidth > 0) remoteKeyed(event, player);
  }
}

/** The page wears the theme that is shown. */
function shownTheme(): LinkTheme {
  return THEME_NAMES.find((name) => name === document.documentElement.dataset['theme']) ?? 'dark';
}

/** A window that was just made; one that shows something already is left where it is. */
function isBlank(opened: Window): boolean {
  try {
    return opened.location.href === 'about:blank';
  } catch {
    return true;
  }
}
