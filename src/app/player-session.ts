import type { HoplinePlayer } from '../elements/hopline-player.ts';
import type { PlayerView } from '../elements/requests.ts';
import type { ScenarioSource } from '../elements/scenario-source.ts';
import type { ScenarioEntry } from './catalogue.ts';
import type { Link } from './link.ts';
import type { ThemeChoice } from './preferences.ts';

const DRAWN_PATIENCE_MS = 4000;
const DRAWN_LOOK_MS = 100;

/** What the app wants the player to show where a link says nothing. */
export interface Wishes {
  readonly language: string;
  readonly theme: ThemeChoice;
  readonly view: PlayerView;
}

/** Opens scenarios in the player and says, as a link, where it is. */
export class PlayerSession {
  private entry: ScenarioEntry | undefined;
  private opening = false;

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
      this.opening = true;
      player.level = link?.level ?? 1;
      player.path = link?.path ?? {};
      await this.load(entry);
      if (entry !== this.entry) return;
      this.opening = false;
    } else if (link?.moment || link?.level) {
      // A bare link, as the gallery's, leads back to where the viewer was.
      player.level = link.level ?? 1;
      player.path = link.path;
    }
    if (link?.moment) player.goToMoment(link.moment);
  }

  /** Resolves when the first picture is on the page; after some seconds in any case, for a page in the background draws nothing. */
  async drawn(): Promise<void> {
    for (let waited = 0; this.player.draws === 0 && !this.player.error && waited < DRAWN_PATIENCE_MS; waited += DRAWN_LOOK_MS) {
      await new Promise((resolve) => setTimeout(resolve, DRAWN_LOOK_MS));
    }
  }

  /** Where the viewer is now; undefined while nothing is open yet. A theme that follows the system is left out: it is the reader's own. */
  link(): Link | undefined {
    const { entry, player } = this;
    if (!entry || this.opening) return undefined;
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
    const { player } = this;
    const source = await sourceOf(entry);
    if (entry !== this.entry) return;
    const settled = once(player, ['loadeddata', 'error']);
    player.scenarios = [source];
    player.scenario = entry.path;
    await settled;
  }
}

/** A shipped scenario is fetched by the player; one of the viewer's own is at hand, with all that it names. */
export async function sourceOf({ path, file, shipped, read }: ScenarioEntry): Promise<ScenarioSource> {
  return shipped ? { id: path, src: file } : { id: path, file, text: await read(file), read };
}

function once(target: EventTarget, names: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const settle = (): void => {
      listening.abort();
      resolve();
    };
    for (const name of names) target.addEventListener(name, settle, { signal: listening.signal });
  });
}
