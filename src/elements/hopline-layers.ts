import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { accentOf } from '../compile/step-accent.ts';
import type { Trace } from '../compile/trace.ts';
import type { Layer, NodeId } from '../scenario/model.ts';
import { textIn, type LocalizedText } from '../shared/text.ts';
import { accentStyles } from './accent-styles.ts';
import { baseStyles } from './base-styles.ts';
import { layersStyles } from './hopline-layers.styles.ts';
import { sign, type SignName } from './icons.ts';
import { nodeTitle } from './names.ts';
import { panelStyles } from './panel-styles.ts';
import { request, type PlayerRequest } from './requests.ts';
import type { UiState } from './ui-state.ts';

/** The layers of the architecture, from the top down: each can be lit or hidden, says what it is for and what belongs to it. */
export class HoplineLayers extends LitElement {
  static override styles = [baseStyles, accentStyles, panelStyles, layersStyles];

  @property({ attribute: false }) ui!: UiState;

  protected override render(): TemplateResult {
    const { t, trace, litLayer, hiddenLayers } = this.ui;
    const changed = litLayer !== undefined || hiddenLayers.size > 0;
    return html`
      <div class="head">
        <h3>${t.layers}</h3>
        ${changed ? html`<button type="button" class="button all" @click=${(): void => this.ask({ type: 'show-layers' })}>${t.showLayers}</button>` : nothing}
        <button type="button" class="button" aria-label=${t.close} title=${t.close} @click=${(): void => this.ask({ type: 'panel', panel: 'none' })}>${sign('close', 18)}</button>
      </div>
      <div class="list">
        <p class="hint">${t.layersHint}</p>
        ${trace ? html`<ol>${trace.scenario.architecture.layers.map((layer) => this.layer(trace, layer))}</ol>` : nothing}
      </div>
    `;
  }

  private layer(trace: Trace, layer: Layer): TemplateResult {
    const { t, litLayer, hiddenLayers } = this.ui;
    const title = this.text(trace, layer.title) || layer.id;
    const lit = litLayer === layer.id;
    const hidden = hiddenLayers.has(layer.id);
    const nodes = [...trace.scenario.architecture.nodes.values()].filter((node) => node.layer === layer.id).map(({ id }) => id);
    return html`<li class="layer" data-layer=${layer.id} ?data-lit=${lit} ?data-out=${hidden || (litLayer !== undefined && !lit)}>
      <div class="line">
        <div class="name"><h4>${title}</h4><span class="count">${t.componentCount(nodes.length)}</span></div>
        ${this.toggle('lamp', t.light, t.lightLayer(title), lit, { type: 'light-layer', layer: lit ? undefined : layer.id })}
        ${this.toggle('hidden', t.hide, t.hideLayer(title), hidden, { type: 'hide-layer', layer: layer.id, hidden: !hidden })}
      </div>
      ${layer.about ? html`<p class="about">${this.text(trace, layer.about)}</p>` : nothing}
      ${nodes.length + layer.items.length > 0 ? this.contents(trace, layer, nodes, lit) : nothing}
    </li>`;
  }

  /** Open where the layer is lit: who lights one wants to know what it is. */
  private contents(trace: Trace, layer: Layer, nodes: readonly NodeId[], open: boolean): TemplateResult {
    return html`<details ?open=${open}>
      <summary>${sign('chevron', 14)}${this.ui.t.belongs}</summary>
      ${layer.items.length > 0 ? html`<ul class="items">${layer.items.map((item) => html`<li>${this.text(trace, item)}</li>`)}</ul>` : nothing}
      <ul class="components">${nodes.map((id) => this.component(trace, id))}</ul>
    </details>`;
  }

  private component(trace: Trace, id: NodeId): TemplateResult {
    const inspect = (): void => this.ask({ type: 'inspect', selection: { kind: 'node', id } });
    const accent = accentOf(trace.scenario.architecture, id);
    return html`<li><button type="button" class="component" data-accent=${accent} @click=${inspect}><span class="dot"></span>${nodeTitle(trace, id)}</button></li>`;
  }

  private toggle(icon: SignName, title: string, label: string, pressed: boolean, detail: PlayerRequest): TemplateResult {
    return html`<button type="button" class="button" aria-label=${label} title=${title} aria-pressed=${pressed ? 'true' : 'false'} @click=${(): void => this.ask(detail)}>
      ${sign(icon, 20)}
    </button>`;
  }

  private text(trace: Trace, text: LocalizedText): string {
    return textIn(text, trace.variant.lang, trace.scenario.languages);
  }

  private ask(detail: PlayerRequest): void {
    request(this, detail);
  }
}
