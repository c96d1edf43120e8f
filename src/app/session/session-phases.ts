import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { accentStyles } from '../../elements/accent-styles.ts';
import { baseStyles } from '../../elements/base-styles.ts';
import type { HoplinePlayer } from '../../elements/hopline-player.ts';
import { sign } from '../../elements/icons.ts';
import type { PhaseStation, SessionLink, SessionPhase } from '../../scenario/session/model.ts';
import { SHIPPED } from '../catalogue.ts';
import type { LinkTheme } from '../link.ts';
import { nameOf } from '../topics.ts';
import { sessionMessagesIn } from './messages.ts';
import { sessionPhasesStyles } from './session-phases.styles.ts';
import { renderPlaces, type Say } from './session-places.ts';
import { sessionStyles } from './session-styles.ts';

/** The accents of the phases, in their order. */
const ACCENTS = ['clients', 'control-plane', 'worker'] as const;

/** Phases as a road with its stations; above it the scenario that walks it, at the station that the viewer asks for. */
@customElement('hopline-session-phases')
export class SessionPhases extends LitElement {
  static override styles = [baseStyles, sessionStyles, accentStyles, sessionPhasesStyles];

  @property({ attribute: false }) phases: readonly SessionPhase[] = [];
  /** The scenario whose steps have the ids of the stations. */
  @property({ attribute: false }) road: SessionLink | undefined;
  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) theme: LinkTheme = 'dark';
  @property({ attribute: false }) say: Say = () => '';
  /** The station at which the road's player is. */
  @state() private station = '';
  /** The road was in view once: only then its scenario is loaded. */
  @state() private seen = false;
  @query('hopline-player') private readonly player!: HoplinePlayer | null;
  private observer: IntersectionObserver | undefined;

  /** Stops the road's player, as when the page turns to something else. */
  pause(): void {
    this.player?.pause();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.seen = true;
    }, { rootMargin: '200px' });
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
  }

  override render(): TemplateResult {
    return html`
      ${this.renderPlayer()}
      <ol class="phases">
        ${this.phases.map((phase, index) => html`<li class="phase" data-accent=${ACCENTS[index % ACCENTS.length] ?? ''}>
          <h4>${this.say(phase.title)}</h4>
          ${phase.text ? html`<p class="about">${this.say(phase.text)}</p>` : nothing}
          <ol class="stations">
            ${phase.stations.map((station) => html`<li class=${station.id === this.station ? 'here' : ''}>${this.renderStation(station)}</li>`)}
          </ol>
        </li>`)}
      </ol>
    `;
  }

  private renderStation(station: PhaseStation): TemplateResult {
    const title = this.say(station.title);
    const name = sessionMessagesIn(this.language).showOnRoad(title);
    const stop = this.source
      ? html`<button type="button" class="stop" title=${name} aria-label=${name} aria-pressed=${station.id === this.station} @click=${() => this.goTo(station.id)}></button>`
      : html`<span class="stop"></span>`;
    return html`${stop}
      <div class="station">
        <h5>${title}</h5>
        ${station.text ? html`<p>${this.say(station.text)}</p>` : nothing}
        ${renderPlaces(station.links, this.language, this.say, title)}
      </div>`;
  }

  private renderPlayer(): TemplateResult | typeof nothing {
    const { source } = this;
    if (!source) return nothing;
    const frame = html`<hopline-player controls aria-label=${nameOf(source.path, this.language)} .lang=${this.language} .theme=${this.theme}
      .scenarios=${this.seen ? this.sources : []} @hopline-step-change=${this.onStep}></hopline-player>`;
    return html`<div class="road">
      ${frame}
      <a class="whole" href="#/${source.path}">${sign('fullscreen', 16)}${nameOf(source.path, this.language)}</a>
    </div>`;
  }

  private get source(): (typeof SHIPPED)[number] | undefined {
    return SHIPPED.find(({ path }) => path === this.road?.scenario);
  }

  /** One list for all renders: a new one would load anew. */
  private readonly sources = SHIPPED.filter(({ path }) => path.endsWith('/adoption-phases')).map(({ path, file }) => ({ id: path, src: file }));

  private goTo(station: string): void {
    const { player } = this;
    if (!player) return;
    // One that is still loading begins there.
    if (player.goToStep(station)) player.next();
    else player.goToMoment({ step: station, part: 'act', fraction: 0 });
    player.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  private readonly onStep = (): void => {
    this.station = this.player?.currentStep?.id ?? '';
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-session-phases': SessionPhases;
  }
}
