import type { PlayerView } from '../../elements/requests.ts';
import type { FileBundle } from '../../shared/packed-files.ts';
import type { LinkTheme } from '../link.ts';
import type { Room } from './room.ts';

/** How the audience's window shows the story: what is each window's own and no concern of the players that are in step. */
export interface AudienceLook {
  /** As in links; empty while nothing is open. */
  readonly scenario: string;
  readonly view: PlayerView;
  readonly language: string;
  readonly theme: LinkTheme;
  readonly captions: boolean;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
}

/** What the two windows tell each other beside what their players do. */
export type SideMessage =
  /** `away`: the audience's window shows another page of the app. */
  | { readonly type: 'ask' | 'bye' | 'away' }
  | { readonly type: 'look'; readonly look: AudienceLook }
  /** The presenter's window has not opened the viewer's own file. */
  | { readonly type: 'want'; readonly path: string }
  | { readonly type: 'files'; readonly path: string; readonly files: FileBundle };

/** Joins the two windows of a room; where the browser has no channels, or refuses them, nothing is heard. */
export class SideChannel {
  private readonly channel: BroadcastChannel | undefined;

  constructor(room: Room, heard: (message: SideMessage) => void) {
    try {
      this.channel = new BroadcastChannel(`hopline-side:${room}`);
      this.channel.addEventListener('message', ({ data }: MessageEvent<SideMessage>) => heard(data));
    } catch {
      // The windows then know nothing of each other, and say so.
    }
  }

  tell(message: SideMessage): void {
    // A channel has no target: it ends at the origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.channel?.postMessage(message);
  }

  close(): void {
    this.channel?.close();
  }
}
