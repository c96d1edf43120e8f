import type { HoplinePlayer } from '../elements/hopline-player.ts';
import type { PlayerView } from '../elements/requests.ts';
import type { ScenarioEntry } from './catalogue.ts';
import type { Link } from './link.ts';
import type { ThemeChoice } from './preferences.ts';

/** What the app wants the player to show where a link says nothing. */
export interface Wishes {
  readonly language: string;
  readonly theme: ThemeChoice;
  readonly view: PlayerView;
}

/** Opens scenarios in the player and says, as a link, where it is. */
export class PlayerSession {
  private entry: ScenarioEntry | undefined;

  constructor(private readonly player: HoplinePlayer) {}

  /** The scenario that is open. */
  get current(): ScenarioEntry | undefined {
    return this.entry;
  }

  /** Opens a scenario where a link says, paused. One that is open already is not read again. */
  async open(entry: ScenarioEntry, link: Link | undefined, wishes: Wishes): Promise<void> {
    const { player } = this;
    player.pause();
    player.lang = link?.language ?? wishes.language;
    player.theme = link?.theme ?? wishes.theme;
    player.view = link?.view ?? wishes.view;
    if (entry !== this.entry) {
      this.entry = entry;
      player.level = link?.level ?? 1;
      player.path = link?.path ?? {};
      await this.load(entry);
      if (entry !== this.entry) return;
    } else if (link) {
      player.level = link.level ?? 1;
      player.path = link.path;
    }
    if (link?.moment) player.moment = link.moment;
  }

  /** Where the viewer is now; undefined while nothing is open. A theme that follows the system is left out: it is the reader's own. */
  link(): Link | undefined {
    const { entry, player } = this;
    if (!entry) return undefined;
    return {
      scenario: entry.path,
      ...(player.moment && { moment: player.moment }),
      level: player.level,
      path: player.path,
      language: player.lang,
      view: player.view,
      ...(player.theme !== 'auto' && { theme: player.theme }),
    };
  }

  private async load(entry: ScenarioEntry): Promise<void> {
    const text = await entry.read(entry.file);
    await this.player.load({ file: entry.file, text, read: entry.read });
  }
}
