import type { HoplinePlayer } from '../elements/hopline-player.ts';
import { isPrinted, playersIn, slideOf, type Deck, type DeckEvent } from './deck.ts';
import { LazyPlayers } from './lazy-players.ts';
import { playWithSlide } from './play-with-slide.ts';
import { adoptPluginStyles } from './plugin-styles.ts';
import { syncWithSpeaker } from './speaker-sync.ts';
import { StepFollower } from './step-follower.ts';
import { StepList } from './step-list.ts';
import { loaded, soon } from './waiting.ts';

export type { Deck } from './deck.ts';

/** What the plugin may be told. */
export interface HoplineRevealOptions {
  /** Seconds that the deck waits for scenarios before it starts without them; 5 where nothing is said. */
  readonly patience?: number;
}

/** A plugin of reveal.js: `Reveal.initialize({ plugins: [HoplineReveal] })`. */
export interface HoplineRevealPlugin {
  readonly id: 'hopline';
  init(deck: Deck): Promise<void>;
  destroy(): void;
}

const PATIENCE = 5;
/** What changes the steps of a player: another scenario, level, path or language. */
const STEP_EVENTS = ['loadeddata', 'hopline-view-change'] as const;

/**
 * Makes every step of every `<hopline-player>` in the deck a fragment, so that the remote's next button walks the steps of a flow and then
 * the next slide; `data-ignore` leaves a player alone, `data-autoplay` plays it with its slide instead, `data-src` loads it when its slide
 * is near, `data-steps` says how many steps there are before it is loaded. Never rejects and never keeps the deck waiting for long.
 */
export default function hoplineReveal(options: HoplineRevealOptions = {}): HoplineRevealPlugin {
  let led: LedDeck | undefined;
  return {
    id: 'hopline',
    async init(deck) {
      try {
        adoptPluginStyles();
        stayQuiet(deck);
        await soon(customElements.whenDefined('hopline-player'), options.patience ?? PATIENCE);
        if (isPrinted(deck)) return await print(deck);
        led = new LedDeck(deck);
        await soon(led.prepare(), options.patience ?? PATIENCE);
      } catch (error) {
        // Reveal waits for ever for a plugin that rejects.
        console.error('Hopline could not prepare its players:', error);
      }
    },
    destroy: () => led?.destroy(),
  };
}

/**
 * The speaker's small deck starts at the first step of the slide and tells so, before it has heard where the talk is: the audience would be
 * thrown back there. Until it is ready it says nothing.
 */
function stayQuiet(deck: Deck): void {
  const config = deck.getConfig();
  if (!deck.isSpeakerNotes() || !config.postMessageEvents) return;
  config.postMessageEvents = false;
  deck.on('ready', () => (config.postMessageEvents = true));
}

/** What draws pictures is only needed on paper. */
async function print(deck: Deck): Promise<void> {
  const { printPlayers } = await import('./print-players.ts');
  await printPlayers(deck);
}

/** One deck with its players. Players come and go while it runs (lazy ones, reveal's scroll view), so they are looked up each time. */
class LedDeck {
  private readonly followers = new WeakMap<Element, StepFollower>();
  private readonly listeners = new AbortController();
  private readonly lazy: LazyPlayers;
  /** The slide that was last arrived at. */
  private arrived: HTMLElement | undefined;

  constructor(private readonly deck: Deck) {
    this.lazy = new LazyPlayers(deck, (player) => this.adopt(player as HoplinePlayer));
    for (const [type, listener] of this.handlers) deck.on(type, listener);
  }

  /** Resolves when the number of steps of every player is known. */
  async prepare(): Promise<void> {
    const players = playersIn(this.deck.getSlidesElement() ?? document);
    await Promise.all(players.map((player) => this.prepareOne(player)));
  }

  destroy(): void {
    this.listeners.abort();
    for (const [type, listener] of this.handlers) this.deck.off(type, listener);
    for (const player of playersIn(this.deck.getSlidesElement() ?? document)) {
      player.pause();
      StepList.of(player)?.remove();
    }
  }

  private readonly handlers: readonly (readonly [string, (event: Event) => void])[] = [
    ['ready', () => this.begin()],
    ['slidechanged', (event) => this.arrive((event as DeckEvent).previousSlide ?? undefined)],
    ['fragmentshown', (event) => this.moved(event)],
    ['fragmenthidden', (event) => this.moved(event)],
    // Reveal may have left its scroll view, and then every slide is written anew.
    ['resize', () => requestAnimationFrame(() => this.arrive(undefined))],
    ['overviewshown', () => this.settleAll()],
    ['overviewhidden', () => this.settleAll()],
    ['paused', () => this.holdAll(true)],
    ['resumed', () => this.holdAll(false)],
  ];

  private async prepareOne(player: HoplinePlayer): Promise<void> {
    const isPlayed = this.playsItself(player);
    this.adopt(player);
    if (isPlayed) return;
    const promised = Number.parseInt(player.dataset['steps'] ?? '', 10);
    if (promised >= 0) return void StepList.for(player).setCount(promised, player, this.goesByItself);
    if (player.dataset['src'] && !player.src) player.src = player.dataset['src'];
    await loaded(player);
  }

  /** Listens to a player; a second time nothing happens. */
  private adopt(player: HoplinePlayer): StepFollower | undefined {
    if (this.playsItself(player)) return void this.adoptPlayed(player);
    const known = this.followers.get(player);
    if (known) return known;
    const follower = new StepFollower(player, this.deck.isSpeakerNotes());
    this.followers.set(player, follower);
    const { signal } = this.listeners;
    for (const type of STEP_EVENTS) player.addEventListener(type, () => this.stepsChanged(player, follower), { signal });
    if (player.steps.length > 0) this.stepsChanged(player, follower);
    return follower;
  }

  private adoptPlayed(player: HoplinePlayer): void {
    player.setAttribute('data-autoplay', '');
    player.autoplay = false;
    player.announce = 'off';
  }

  private get goesByItself(): boolean {
    return Boolean(this.deck.getConfig().autoSlide);
  }

  /** As with reveal's videos: what plays by itself has no steps to press through. */
  private playsItself(player: HoplinePlayer): boolean {
    const { autoPlayMedia } = this.deck.getConfig();
    return typeof autoPlayMedia === 'boolean' ? autoPlayMedia : player.autoplay || player.hasAttribute('data-autoplay');
  }

  private stepsChanged(player: HoplinePlayer, follower: StepFollower): void {
    // A theme or a caption that changes changes no step.
    if (!follower.takes(player.trace)) return;
    const list = StepList.for(player);
    const isOther = list.setCount(player.steps.length, player, this.goesByItself);
    list.setTexts(player.steps, this.goesByItself, player.rate);
    const slide = slideOf(player);
    if (isOther && slide) this.deck.syncFragments(slide);
    if (slide && this.arrived) this.followIn(slide, true);
  }

  private begin(): void {
    this.arrive(undefined);
    this.settleAll();
    syncWithSpeaker(this.deck, this.listeners.signal);
  }

  private arrive(previous: HTMLElement | undefined): void {
    const slide = this.deck.getCurrentSlide();
    this.arrived = slide;
    this.lazy.update();
    if (previous && previous !== slide) this.followIn(previous, true);
    if (!slide) return;
    this.followIn(slide, true);
    this.keepQuiet(slide);
  }

  private moved(event: Event): void {
    const slides = new Set(((event as DeckEvent).fragments ?? []).map(slideOf));
    for (const slide of slides) {
      // Within `slide(h, v, f)` fragments change before the deck says that it is on another slide.
      if (slide) this.followIn(slide, this.deck.getCurrentSlide() !== this.arrived);
    }
  }

  private followIn(slide: HTMLElement, jump: boolean): void {
    const active = slide === this.deck.getCurrentSlide() && !this.deck.isOverview() && !this.deck.isSpeakerNotes();
    for (const player of playersIn(slide)) {
      if (this.playsItself(player)) {
        player.quietly(() => playWithSlide(player, active));
        continue;
      }
      const follower = this.adopt(player);
      const list = StepList.of(player);
      if (list) follower?.follow({ state: list.shown, active, jump });
    }
  }

  private settleAll(): void {
    for (const slide of this.deck.getSlides()) this.followIn(slide, true);
  }

  private holdAll(on: boolean): void {
    const slide = this.deck.getCurrentSlide();
    for (const player of slide ? playersIn(slide) : []) {
      if (!this.playsItself(player)) this.followers.get(player)?.hold(on);
      else player.quietly(() => (on ? player.pause() : void player.play().catch(() => undefined)));
    }
  }

  /** Reveal reads a slide out in the next frame; of the steps that are over it should read none. */
  private keepQuiet(slide: HTMLElement): void {
    const lists = playersIn(slide).map((player) => StepList.of(player)).filter((list) => list !== undefined);
    for (const list of lists) list.hush(true);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      for (const list of lists) list.hush(false);
    }));
  }
}
