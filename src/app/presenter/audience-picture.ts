import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { HoplinePlayer } from '../../elements/hopline-player.ts';
import type { ScenarioSource } from '../../elements/scenario-source.ts';
import type { AudienceLook } from './side-channel.ts';

/** What the audience sees: a player as large as theirs, in their view, language and theme, made small as a picture is. Nobody can act on it. */
@customElement('hopline-audience-picture')
export class AudiencePicture extends LitElement {
  static override styles = css`
    :host {
      display: block;
      position: relative;
      overflow: hidden;
    }
    hopline-player {
      position: absolute;
      inset: 0 auto auto 0;
      transform-origin: 0 0;
      pointer-events: none;
    }
  `;

  @property({ attribute: false }) look: AudienceLook | undefined;
  @property({ attribute: false }) sync = '';
  @property({ attribute: false }) sources: readonly ScenarioSource[] = [];
  @property({ attribute: false }) scenario = '';
  /** The scenario that is shown; the same list as long as it is. */
  private shown: readonly ScenarioSource[] = [];
  @state() private room = { width: 0, height: 0 };
  @query('hopline-player') private readonly player!: HoplinePlayer | null;

  private readonly observer = new ResizeObserver(() => (this.room = { width: this.clientWidth, height: this.clientHeight }));

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { look, shown } = this;
    if (!look || shown.length === 0) return nothing;
    // Another scenario has a player of its own: one that loads while it is in step would take the others to the beginning.
    return html`${keyed(shown, html`<hopline-player inert announce="off" .scenarios=${shown} .scenario=${shown[0]?.id ?? ''} .sync=${this.sync} .lang=${look.language}
      .theme=${look.theme} .view=${look.view} .captions=${look.captions ? 'on' : 'off'}></hopline-player>`)}`;
  }

  protected override willUpdate(): void {
    const source = this.sources.find(({ id }) => id === this.scenario);
    if (source !== this.shown[0]) this.shown = source ? [source] : [];
  }

  protected override updated(): void {
    const { look, player, room } = this;
    if (!look || !player) return;
    const scale = Math.min(room.width / look.width, room.height / look.height) || 0;
    const [left, top] = [(room.width - look.width * scale) / 2, (room.height - look.height * scale) / 2];
    Object.assign(player.style, { width: `${look.width}px`, height: `${look.height}px`, transform: `translate(${left}px, ${top}px) scale(${scale})` });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-audience-picture': AudiencePicture;
  }
}
