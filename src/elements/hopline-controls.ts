import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { baseStyles } from './base-styles.ts';
import { controlsStyles } from './hopline-controls.styles.ts';
import { sign, type SignName } from './icons.ts';
import { request, type PlayerRequest } from './requests.ts';
import { choiceSelects, levelSegments, speedSelect, themeSelect, viewSegments } from './settings-templates.ts';
import { timeText } from './time-text.ts';
import type { UiState } from './ui-state.ts';

/** The line under the scrubber: transport, time, speed, panels, screen. The time comes in by `showTime`, past Lit. */
export class HoplineControls extends LitElement {
  static override styles = [baseStyles, controlsStyles];

  @property({ attribute: false }) ui!: UiState;

  @state() private open = false;
  @query('.now') private readonly clock!: HTMLElement | null;
  @query('.more') private readonly moreButton!: HTMLElement;

  private time = 0;

  /** Shows a time in seconds. */
  showTime(time: number): void {
    this.time = time;
    if (!this.clock) return;
    const text = timeText(time);
    if (this.clock.textContent !== text) this.clock.textContent = text;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('ui')) this.showTime(this.time);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="transport">${this.transport()}</div>
      <span class="time" part="time"><span class="now"></span><span class="whole"> / ${timeText(this.ui.trace?.duration ?? Number.NaN)}</span></span>
      <div class="side">${speedSelect(this, this.ui)}${this.toggles()}</div>
      <div class="corner">
        ${this.button('presenter', this.ui.t.presenter, { type: 'toggle-presenter' }, { wide: true })}
        ${this.button(this.ui.fullscreen ? 'unfull' : 'fullscreen', this.ui.fullscreen ? this.ui.t.exitFullscreen : this.ui.t.fullscreen, { type: 'toggle-fullscreen' })}
        ${this.button('help', this.ui.t.help, { type: 'toggle-help' })}
      </div>
      ${this.menu()}
    `;
  }

  private transport(): TemplateResult {
    const { t, paused, ended } = this.ui;
    const name = !paused ? 'pause' : ended ? 'replay' : 'play';
    return html`
      ${this.button('first', t.first, { type: 'first' }, { className: 'edge' })}
      ${this.button('previous', t.previous, { type: 'previous' })}
      ${this.button(name, t[name], { type: 'toggle-play' }, { className: 'play', size: 30 })}
      ${this.button('next', t.next, { type: 'next' })}
      ${this.button('last', t.last, { type: 'last' }, { className: 'edge' })}
    `;
  }

  private toggles(): TemplateResult {
    const { t, loop, panel, captions } = this.ui;
    return html`
      ${this.button('loop', t.loop, { type: 'loop', on: !loop }, { pressed: loop })}
      ${this.button('captions', t.captions, { type: 'captions', on: !captions }, { pressed: captions })}
      ${this.button('steps', t.steps, { type: 'panel', panel: panel === 'steps' ? 'none' : 'steps' }, { pressed: panel === 'steps' })}
      ${this.layersButton()}
      ${this.button('inspector', t.inspector, { type: 'panel', panel: panel === 'inspector' ? 'none' : 'inspector' }, { pressed: panel === 'inspector' })}
    `;
  }

  /** Only where the architecture has layers. */
  private layersButton(): TemplateResult | typeof nothing {
    const { t, panel, trace } = this.ui;
    if (!trace || trace.scenario.architecture.layers.length === 0) return nothing;
    return this.button('layers', t.layers, { type: 'panel', panel: panel === 'layers' ? 'none' : 'layers' }, { pressed: panel === 'layers' });
  }

  private menu(): TemplateResult {
    const { t } = this.ui;
    return html`
      <div class="more-place">
        <button type="button" class="button more" aria-label=${t.more} title=${t.more} aria-haspopup="true" aria-expanded=${this.open ? 'true' : 'false'} @click=${this.toggle}>
          ${sign('more')}
        </button>
        ${this.open ? this.sheet() : nothing}
      </div>
    `;
  }

  private sheet(): TemplateResult {
    const { t, loop, captions, panel } = this.ui;
    const row = (label: string, content: unknown, className = ''): TemplateResult => html`<div class="row ${className}"><span>${label}</span>${content}</div>`;
    const choices = choiceSelects(this, this.ui);
    return html`
      <div class="sheet" role="group" aria-label=${t.more} @keydown=${this.onKey}>
        ${choices.map(({ name, list }) => row(name, list, 'narrow-only'))}
        ${row(t.view, viewSegments(this, this.ui), 'narrow-only')}
        ${row(t.level, levelSegments(this, this.ui), 'narrow-only')}
        ${row(t.theme, themeSelect(this, this.ui))}
        ${row(t.speed, speedSelect(this, this.ui), 'medium-only')}
        <div class="row icons medium-only" @click=${this.close}>
          ${this.button('first', t.first, { type: 'first' })}${this.button('last', t.last, { type: 'last' })}
          ${this.button('loop', t.loop, { type: 'loop', on: !loop }, { pressed: loop })}
          ${this.button('captions', t.captions, { type: 'captions', on: !captions }, { pressed: captions })}
          ${this.layersButton()}
          ${this.button('inspector', t.inspector, { type: 'panel', panel: panel === 'inspector' ? 'none' : 'inspector' }, { pressed: panel === 'inspector' })}
          ${this.button('presenter', t.presenter, { type: 'toggle-presenter' })}
          ${this.button('fullscreen', t.fullscreen, { type: 'toggle-fullscreen' })}
          ${this.button('help', t.help, { type: 'toggle-help' })}
        </div>
      </div>
    `;
  }

  private button(icon: SignName, label: string, detail: PlayerRequest, looks: { pressed?: boolean; className?: string; size?: number; wide?: boolean } = {}): TemplateResult {
    const ask = (): void => request(this, detail);
    const disabled = TRANSPORT.has(detail.type) && !this.ui.trace;
    return html`<button
      type="button" class="button ${looks.className ?? ''}" part="button ${icon}" aria-label=${label} title=${KEYS[icon] ? `${label} (${KEYS[icon]})` : label} ?disabled=${disabled}
      aria-pressed=${looks.pressed === undefined ? nothing : looks.pressed ? 'true' : 'false'} @click=${ask}
    >${sign(icon, looks.size ?? 22)}${looks.wide ? html`<span class="words" aria-hidden="true">${label}</span>` : nothing}</button>`;
  }

  private readonly toggle = (): void => {
    if (this.open) return this.close();
    this.open = true;
    document.addEventListener('pointerdown', this.onOutside, true);
  };

  private readonly close = (): void => {
    this.open = false;
    document.removeEventListener('pointerdown', this.onOutside, true);
  };

  private readonly onOutside = (event: Event): void => {
    if (!event.composedPath().includes(this.moreButton.parentElement as EventTarget)) this.close();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.close();
    this.moreButton.focus();
  };
}

/** The key that does the same, for the tooltip. */
const KEYS: Partial<Record<SignName, string>> = {
  play: 'K', pause: 'K', replay: 'K', previous: '[', next: ']', first: 'Home', last: 'End', captions: 'C', steps: 'S', layers: 'Y', inspector: 'I', presenter: 'P',
  fullscreen: 'F', unfull: 'F', help: '?',
};

const TRANSPORT: ReadonlySet<string> = new Set(['toggle-play', 'next', 'previous', 'first', 'last']);
