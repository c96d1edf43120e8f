import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { textIn } from '../shared/text.ts';
import { baseStyles } from './base-styles.ts';
import { headerStyles } from './hopline-header.styles.ts';
import { choiceSelects, languageSelect, levelSegments, viewSegments } from './settings-templates.ts';
import { request } from './requests.ts';
import type { UiState } from './ui-state.ts';

/**
 * The line over the stage: what is shown, and in which view, level, choice and language.
 * @slot start - before the title, such as a logo or a way back
 * @slot end - at the other end, such as a page's own buttons
 */
export class HoplineHeader extends LitElement {
  static override styles = [baseStyles, headerStyles];

  @property({ attribute: false }) ui!: UiState;

  protected override render(): TemplateResult {
    const choices = choiceSelects(this, this.ui);
    return html`
      <slot name="start"></slot>
      ${this.titleLine()}
      <div class="settings ${choices.length > 0 ? 'with-choices' : ''}">
        ${choices.map(({ list }) => list)} ${viewSegments(this, this.ui)} ${levelSegments(this, this.ui)}
      </div>
      ${languageSelect(this, this.ui)}
      <slot name="end"></slot>
    `;
  }

  private titleLine(): TemplateResult {
    const { trace, lang, scenarios, scenarioId, t } = this.ui;
    if (scenarios.length > 1) {
      return html`<select class="select title" aria-label=${t.scenario} @change=${this.onScenario}>
        ${scenarios.map(({ id, title }) => html`<option value=${id} ?selected=${id === scenarioId}>${title ?? id}</option>`)}
      </select>`;
    }
    const scenario = trace?.scenario;
    if (!scenario) return html`<span class="title">${nothing}</span>`;
    const where = textIn(scenario.architecture.title, lang, scenario.languages);
    return html`<h2 class="title">${where ? html`<span class="where">${where} / </span>` : nothing}<span class="name">${textIn(scenario.title, lang, scenario.languages)}</span></h2>`;
  }

  private readonly onScenario = (event: Event): void => {
    request(this, { type: 'scenario', id: (event.target as HTMLSelectElement).value });
  };
}
