import type { HoplinePlayer } from '../elements/hopline-player.ts';
import type { PlayerTheme } from '../elements/requests.ts';
import { textIn, type Lang } from '../shared/text.ts';
import { formatAddress, parseAddress, type Address } from './address.ts';
import { backLink, playerFor } from './bundle-player.ts';
import type { BundleData, BundleEntry } from './bundle-data.ts';
import { bundleWords } from './bundle-words.ts';
import { printSteps } from './print-steps.ts';

/** Runs a bundle's page: what the fragment of the address names is shown, and what is shown can be named by it. */
export class BundlePage {
  private shown: { readonly entry: BundleEntry; readonly player: HoplinePlayer } | undefined;
  /** What the reader chose stays while they go from one scenario to another. */
  private lang: Lang;
  private theme: PlayerTheme;
  private printing = false;

  constructor(private readonly page: Document, private readonly data: BundleData) {
    this.lang = data.defaults.lang ?? ownLanguage(data.languages);
    this.theme = data.defaults.theme;
  }

  /** Shows what the address says, now and whenever it changes. */
  start(): void {
    addEventListener('hashchange', () => this.follow());
    addEventListener('keydown', (event) => this.onKey(event));
    for (const button of this.buttons()) button.addEventListener('click', () => this.speak(button.dataset['language'] ?? this.lang));
    this.follow();
  }

  private follow(): void {
    const address = parseAddress(location.hash);
    this.lang = address.lang ?? this.lang;
    this.theme = address.theme ?? this.theme;
    const { entries } = this.data;
    const entry = entries.find(({ id }) => id === address.scenario) ?? (entries.length === 1 ? entries[0] : undefined);
    if (entry) this.open(entry, address);
    else this.openGallery();
    this.dress();
  }

  private open(entry: BundleEntry, { step, view, level, path }: Address): void {
    const { defaults, entries } = this.data;
    const known = this.shown?.entry === entry ? this.shown.player : undefined;
    if (!known) this.shown?.player.remove();
    const player = known ?? playerFor(this.page, entry);
    Object.assign(player, { lang: this.lang, theme: this.theme, view: view ?? defaults.view, level: level ?? defaults.level, path: path ?? {} });
    if (known) return void (step && step !== known.currentStep?.id && known.goToStep(step));
    player.step = step ?? '';
    if (entries.length > 1) player.append(backLink(this.page));
    player.addEventListener('hopline-step-change', () => this.note());
    player.addEventListener('hopline-view-change', () => this.note());
    this.shown = { entry, player };
    this.page.documentElement.dataset['place'] = 'player';
    this.page.getElementById('hopline-stage')?.append(player);
    scrollTo(0, 0);
    // The keys are the player's own from the start.
    void player.updateComplete.then(() => player.focus({ preventScroll: true, focusVisible: false }));
  }

  /** Whoever asks for paper by the keys gets a picture of each step; by the browser's menu it is the one that is shown, and the story as text. */
  private onKey(event: KeyboardEvent): void {
    const asked = event.key.toLowerCase() === 'p' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!asked || !this.shown?.player.trace || this.printing) return;
    event.preventDefault();
    this.printing = true;
    this.shown.player.pause();
    void printSteps(this.page, this.shown.player).finally(() => (this.printing = false));
  }

  private openGallery(): void {
    const left = this.shown?.entry.id;
    this.shown?.player.remove();
    this.shown = undefined;
    this.page.documentElement.dataset['place'] = 'gallery';
    const card = left === undefined ? undefined : this.page.querySelector<HTMLElement>(`a.card[href="#${CSS.escape(left)}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  }

  /** The address follows the player, and the page its language and theme. */
  private note(): void {
    if (!this.shown) return;
    const { entry, player } = this.shown;
    const { defaults, languages } = this.data;
    this.lang = player.lang || this.lang;
    this.theme = player.theme;
    const address: Address = {
      scenario: entry.id, path: player.path,
      ...(player.currentStep && { step: player.currentStep.id }),
      ...(languages.length > 1 && { lang: this.lang }),
      ...(this.theme !== defaults.theme && { theme: this.theme }),
      ...(player.view !== defaults.view && { view: player.view }),
      ...(player.level !== defaults.level && { level: player.level }),
    };
    rename(formatAddress(address));
    this.dress();
  }

  private speak(lang: Lang): void {
    this.lang = lang;
    rename(formatAddress({ lang }));
    this.dress();
  }

  private dress(): void {
    const { documentElement: root } = this.page;
    root.lang = this.lang;
    if (this.theme === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = this.theme;
    const own = textIn(this.data.title, this.lang, this.data.languages);
    const title = this.shown ? textIn(this.shown.entry.title, this.lang, this.shown.entry.languages) : own;
    this.page.title = title === own ? own : `${title} – ${own}`;
    for (const button of this.buttons()) button.setAttribute('aria-pressed', String(button.dataset['language'] === this.lang));
    for (const heading of this.page.querySelectorAll('#hopline-stage h1')) heading.textContent = title;
    for (const words of this.page.querySelectorAll('.back span')) words.textContent = bundleWords(this.lang).all;
    for (const article of this.page.querySelectorAll<HTMLElement>('article')) article.toggleAttribute('data-open', article.id === this.shown?.entry.id);
  }

  private buttons(): NodeListOf<HTMLElement> {
    return this.page.querySelectorAll<HTMLElement>('[data-language]');
  }
}

/** The first of the reader's languages that there is, else the first that there is. */
function ownLanguage(offered: readonly Lang[]): Lang {
  const primary = (tag: Lang): string => tag.split('-', 1)[0]?.toLowerCase() ?? '';
  const wanted = navigator.languages.map(primary).find((tag) => offered.some((one) => primary(one) === tag));
  return offered.find((one) => primary(one) === wanted) ?? offered[0] ?? 'en';
}

/** A page that stands in a frame may be forbidden to: then its address stays as it is. */
function rename(fragment: string): void {
  try {
    history.replaceState(history.state, '', fragment);
  } catch {
    // Nothing else depends on it.
  }
}
