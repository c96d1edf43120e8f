import type { HoplinePlayer } from '../elements/hopline-player.ts';
import { PackedFilesError, fileNamed, lastPart, unpackFiles, type TextFile } from '../shared/packed-files.ts';
import { allowedSource, originsNamed } from './allowed-source.ts';
import { applySettings, isVerb, runCommand, type Commanded } from './commands.ts';
import { readRequest, type EmbedRequest } from './embed-address.ts';
import { embedMessages, type EmbedMessages, type Problem } from './embed-messages.ts';
import { watchHeight } from './height.ts';
import { Notice } from './notice.ts';
import { mayCommand, ParentLine } from './parent-line.ts';
import { PlayerJs } from './player-js.ts';
import { PROTOCOL, type EmbedSource, type EmbedVerb } from './protocol.ts';
import { FLAG_SETTINGS, isOn, WORD_SETTINGS } from './settings.ts';
import { Stepper } from './stepper.ts';
import { Teller } from './teller.ts';

/** Milliseconds after which a page that was sent nothing says so. */
const PATIENCE_MS = 5000;
/** Longest message that is read as JSON, in characters: as long as the texts of a scenario may be, and more. */
const LONGEST_MESSAGE = 8_000_000;

/** The page in the frame: one player, shown as the address asks, and driven by the page around as far as that may. */
export class EmbedPage implements Commanded {
  readonly player: HoplinePlayer;
  readonly stepper: Stepper;
  problem: string | undefined;

  private readonly line: ParentLine;
  private readonly teller: Teller;
  private readonly playerJs: PlayerJs;
  private readonly notice: Notice;
  private request: EmbedRequest;
  /** Of several loads the newest wins. */
  private loads = 0;

  constructor(private readonly window: Window) {
    const { document, location, parent } = window;
    this.request = readRequest(location.search, location.hash);
    this.player = document.createElement('hopline-player');
    this.stepper = new Stepper(this.player);
    this.notice = new Notice(document);
    const origins = mayCommand(originsNamed(document, 'hopline-parents'), this.request.origins);
    this.line = new ParentLine(parent === window ? undefined : parent, origins);
    this.teller = new Teller(this.player, this.line);
    this.playerJs = new PlayerJs(this.player, this.line);
  }

  /** Shows the player, listens, and loads what the address names. */
  start(): void {
    const { window, player } = this;
    window.addEventListener('message', (event) => this.hear(event));
    window.addEventListener('hashchange', () => void this.follow());
    this.applyRequest();
    this.startAt();
    window.document.body.append(player);
    watchHeight(player, (height) => this.teller.height(height));
    this.teller.ready();
    this.playerJs.ready();
    void this.loadRequest();
  }

  async load({ text, files, src, settings }: EmbedSource): Promise<void> {
    const token = ++this.loads;
    applySettings(this.player, settings);
    this.clear();
    if (text !== undefined) await this.show([{ name: 'scenario.yaml', text }]);
    else if (files !== undefined) await this.show(files);
    else if (src !== undefined) await this.showAddress(src);
    if (token !== this.loads) throw new DOMException('Another load has come after this one.', 'AbortError');
  }

  // What the address says

  /** What the address does not name is as it is without one, but for the controls: a frame is for looking at. */
  private applyRequest(): void {
    const { settings } = this.request;
    const { lang } = settings;
    const usual = Object.fromEntries([...WORD_SETTINGS, ...FLAG_SETTINGS].map((name) => [name, name === 'controls' ? '1' : FLAG_SETTINGS.includes(name as 'loop') ? '0' : '']));
    applySettings(this.player, { ...usual, ...settings });
    if (typeof lang === 'string' && this.player.lang) this.window.document.documentElement.lang = lang;
  }

  /** The story that comes begins there; where one is shown already, it goes there. */
  private startAt(): void {
    const { t } = this.request;
    if (t !== undefined) this.player.currentTime = t;
  }

  private async follow(): Promise<void> {
    this.request = readRequest(this.window.location.search, this.window.location.hash);
    this.applyRequest();
    await this.loadRequest();
    this.startAt();
  }

  private async loadRequest(): Promise<void> {
    const { doc, src } = this.request;
    const token = ++this.loads;
    this.clear();
    if (doc !== undefined) await this.unpack(doc, token);
    else if (src !== undefined) await this.showAddress(src);
    else setTimeout(() => this.loads === token && this.refuse(this.words.nothing), PATIENCE_MS);
  }

  private async unpack(doc: string, token: number): Promise<void> {
    try {
      const files = await unpackFiles(doc);
      if (token === this.loads) await this.show(files);
    } catch (error) {
      if (token === this.loads) this.refuse(error instanceof PackedFilesError && error.code === 'too-large' ? this.words.tooLarge : this.words.broken);
    }
  }

  // What is shown

  private show(files: readonly TextFile[]): Promise<void> {
    const [first, ...rest] = files;
    const read = async (address: string): Promise<string> => {
      const file = fileNamed(rest, address);
      if (!file) throw new Error(this.words.missing(lastPart(address)));
      return file.text;
    };
    return this.settled(() => (this.player.scenarios = first ? [{ id: 'embedded', file: first.name, text: first.text, read }] : []));
  }

  private async showAddress(address: string): Promise<void> {
    const href = allowedSource(address, this.window.location.href, originsNamed(this.window.document, 'hopline-sources'));
    if (href === undefined) return this.refuse(this.words.refused(address));
    const { player } = this;
    await this.settled(() => {
      const isSame = player.src === href && player.scenarios.length === 0;
      player.scenarios = [];
      player.src = href;
      if (isSame) player.load();
    });
  }

  /** Resolves when the player has loaded what `change` gives it, or has failed. */
  private settled(change: () => void): Promise<void> {
    return new Promise((resolve) => {
      const listeners = new AbortController();
      for (const name of ['loadeddata', 'error'] as const) {
        this.player.addEventListener(name, () => {
          listeners.abort();
          resolve();
        }, { signal: listeners.signal });
      }
      change();
    });
  }

  private clear(): void {
    this.problem = undefined;
    this.notice.hide();
    this.player.hidden = false;
  }

  private refuse(problem: Problem): void {
    this.problem = problem.message;
    this.player.hidden = true;
    this.notice.show(problem);
    this.teller.tell('error', problem);
  }

  private get words(): EmbedMessages {
    return embedMessages(this.player.lang || this.window.navigator.language);
  }

  // What is heard

  private hear(event: MessageEvent): void {
    const message = dataOf(event.data);
    if (message === undefined || !this.line.hears(event)) return;
    if (message === 'slide:start' || message === 'slide:stop') return this.followSlide(message === 'slide:start');
    if (typeof message === 'string' || this.playerJs.receive(message)) return;
    if (message['hopline'] === PROTOCOL && isVerb(message['verb'])) void this.obey(message['verb'], message);
  }

  /** A deck tells frames when their slide comes and goes; `autoplay=0` in the address keeps the story from starting with it. */
  private followSlide(on: boolean): void {
    if (!on) return this.player.pause();
    const { autoplay = '1' } = this.request.settings;
    if (isOn(autoplay)) void runCommand('play', this, {});
  }

  private async obey(verb: EmbedVerb, message: Readonly<Record<string, unknown>>): Promise<void> {
    const { id } = message;
    try {
      this.teller.answer(id, { ok: true, value: await runCommand(verb, this, message) });
    } catch (error) {
      this.teller.answer(id, { ok: false, error: error instanceof Error ? error.message : String(error) });
    }
  }
}

/** A message as plain data: an object, or JSON as a text; a bare word as it is. Undefined for what is none of these. */
function dataOf(data: unknown): Readonly<Record<string, unknown>> | string | undefined {
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Readonly<Record<string, unknown>>;
  if (typeof data !== 'string' || data.length > LONGEST_MESSAGE) return undefined;
  if (!data.startsWith('{')) return data;
  try {
    return JSON.parse(data) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
