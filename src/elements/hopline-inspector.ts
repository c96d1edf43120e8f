import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Message, Trace } from '../compile/trace.ts';
import type { DiagramNode, NodeId } from '../scenario/model.ts';
import { textIn } from '../shared/text.ts';
import { accentStyles } from './accent-styles.ts';
import { baseStyles } from './base-styles.ts';
import { citationLink, safeLink, type SafeLink } from './citation.ts';
import { inspectorStyles } from './hopline-inspector.styles.ts';
import { sign } from './icons.ts';
import type { Messages } from './messages.ts';
import { messageTitle, nodeTitle, outcomeText } from './names.ts';
import { panelStyles } from './panel-styles.ts';
import { request } from './requests.ts';
import { accentOf } from '../compile/step-accent.ts';
import { timeText } from './time-text.ts';
import type { UiState } from './ui-state.ts';

type Field = keyof Messages['fields'];

/** What is known of the chosen component or message. All of it is text of the scenario and is shown as text. */
export class HoplineInspector extends LitElement {
  static override styles = [baseStyles, accentStyles, panelStyles, inspectorStyles];

  @property({ attribute: false }) ui!: UiState;

  protected override render(): TemplateResult {
    const { t, selection, trace } = this.ui;
    const message = selection?.kind === 'message' ? trace?.messages[selection.index] : undefined;
    const node = selection?.kind === 'node' ? trace?.scenario.architecture.nodes.get(selection.id) : undefined;
    return html`
      <div class="head">
        <h3>${t.inspector}</h3>
        <button type="button" class="button" aria-label=${t.close} title=${t.close} @click=${(): void => request(this, { type: 'inspect', selection: undefined })}>${sign('close', 18)}</button>
      </div>
      <div class="body" tabindex="0" role="region" aria-label=${t.inspector}>
        ${trace && node ? this.node(trace, node) : trace && message ? this.message(trace, message) : html`<p class="hint">${t.inspectorHint}</p>`}
      </div>
    `;
  }

  private node(trace: Trace, node: DiagramNode): TemplateResult {
    const { architecture, languages } = trace.scenario;
    const text = (value: DiagramNode['role']): string => textIn(value, trace.variant.lang, languages);
    const layer = architecture.layers.find(({ id }) => id === node.layer);
    const group = node.group === undefined ? undefined : architecture.groups.get(node.group);
    const docs = node.docs === undefined ? undefined : safeLink(node.docs, sourceOf(architecture.source));
    return html`
      <h4 data-accent=${accentOf(architecture, node.id)}>${nodeTitle(trace, node.id)}</h4>
      ${node.subtitle ? html`<p class="subtitle">${text(node.subtitle)}</p>` : nothing}
      <dl>
        ${this.field('role', text(node.role))}
        ${this.field('group', text(group?.title))} ${this.field('layer', text(layer?.title))} ${this.field('port', node.port)}
        ${this.field('docs', docs && this.link(docs))}
        ${this.field('parts', this.nodeLinks(trace, node.parts))} ${this.field('members', this.nodeLinks(trace, node.members))}
        ${this.field('edges', this.edges(trace, node))}
      </dl>
    `;
  }

  private edges(trace: Trace, node: DiagramNode): TemplateResult | undefined {
    const edges = [...trace.scenario.architecture.edges.values()].filter(({ from, to }) => from === node.id || to === node.id);
    if (edges.length === 0) return undefined;
    return html`<ul>${edges.map(({ from, to, protocol, label, kind }) => {
      const facts = [protocol, textIn(label, trace.variant.lang, trace.scenario.languages), kind === 'watch' ? 'watch' : ''].filter(Boolean).join(' · ');
      const other = from === node.id ? to : from;
      return html`<li>${from === node.id ? '→' : '←'} ${this.nodeLink(trace, other)}${facts ? html`<span class="facts">${facts}</span>` : nothing}</li>`;
    })}</ul>`;
  }

  private message(trace: Trace, message: Message): TemplateResult {
    const { t } = this.ui;
    const { detail } = message;
    const step = trace.steps[message.step];
    const base = sourceOf(trace.scenario.source);
    const links = (step?.cite ?? []).map((citation) => citationLink(citation, base, trace.variant.lang, trace.scenario.languages)).filter((link) => link !== undefined);
    const own = message.from === message.to;
    return html`
      <p class="kind">${message.number} · ${t.kinds[message.kind]}${message.undeclared ? ` · ${t.undeclared}` : ''}</p>
      <h4 data-accent=${accentOf(trace.scenario.architecture, message.from)}>${messageTitle(message, t)}</h4>
      <dl>
        ${own ? nothing : this.field('from', this.nodeLink(trace, message.from))} ${own ? nothing : this.field('to', this.nodeLink(trace, message.to))}
        ${this.field('outcome', outcomeText(message, t))}
        ${this.field('protocol', detail?.protocol ?? trace.scenario.architecture.edges.get(message.edge)?.protocol)} ${this.field('verb', detail?.verb)}
        ${this.field('path', detail?.path && html`<code>${detail.path}</code>`)} ${this.field('payload', detail?.payload && html`<pre tabindex="0">${detail.payload}</pre>`)}
        ${this.field('note', textIn(detail?.note, trace.variant.lang, trace.scenario.languages))}
        ${this.field('time', `${timeText(message.start)} – ${timeText(message.end)}`)}
        ${links.length > 0 ? this.field('citation', links.map((link) => this.link(link))) : nothing}
      </dl>
    `;
  }

  private field(name: Field, value: unknown): TemplateResult | typeof nothing {
    return value === undefined || value === '' ? nothing : html`<dt>${this.ui.t.fields[name]}</dt><dd>${value}</dd>`;
  }

  private link({ href, label }: SafeLink): TemplateResult {
    return html`<a href=${href} target="_blank" rel="noopener noreferrer">${label} ${sign('out', 14)}<span class="hidden-text"> (${this.ui.t.opensInNewTab})</span></a>`;
  }

  private nodeLinks(trace: Trace, ids: readonly NodeId[]): TemplateResult | undefined {
    return ids.length === 0 ? undefined : html`<ul>${ids.map((id) => html`<li>${this.nodeLink(trace, id)}</li>`)}</ul>`;
  }

  private nodeLink(trace: Trace, id: NodeId): TemplateResult {
    return html`<button type="button" class="node" @click=${(): void => request(this, { type: 'inspect', selection: { kind: 'node', id } })}>${nodeTitle(trace, id)}</button>`;
  }
}

function sourceOf(source: string): string {
  return new URL(source, document.baseURI).href;
}
