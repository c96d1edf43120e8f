import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Diagnostic } from '../scenario/diagnostic.ts';
import { baseStyles } from './base-styles.ts';
import { headlineFor } from './headlines-ko.ts';
import { sign } from './icons.ts';
import { request } from './requests.ts';
import { shownAddress } from './scenario-reader.ts';
import type { UiState } from './ui-state.ts';

/** Problems listed at once; what is beyond is counted. */
const LISTED = 30;

/** What is wrong with a scenario and how to mend it, in place of the picture or over the last good one. */
export class HoplineMessages extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        place-items: center;
        padding: 16px;
        overflow: auto;
      }
      .card {
        width: min(860px, 100%);
        max-height: 100%;
        overflow: auto;
        border: 1px solid var(--_failure);
        border-radius: var(--_radius);
        background: var(--_card);
        box-shadow: var(--_shadow);
        padding: 16px 20px 20px;
      }
      header {
        display: flex;
        align-items: center;
        gap: 12px;
        color: var(--_failure);
      }
      h3 {
        flex: 1 1 auto;
        margin: 0;
        font-size: 19px;
        color: var(--_text);
      }
      .note,
      .rest {
        margin: 4px 0 0;
        color: var(--_quiet);
      }
      ol {
        display: grid;
        gap: 16px;
        margin: 16px 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        overflow-wrap: anywhere;
      }
      .place {
        color: var(--_quiet);
        font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
        font-size: 13px;
      }
      .what {
        margin: 2px 0 0;
        font-weight: 700;
      }
      code {
        padding: 1px 4px;
        border-radius: 4px;
        background: color-mix(in srgb, var(--_line) 28%, var(--_card));
        font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
        font-size: 0.92em;
      }
      .more {
        margin: 2px 0 0;
        color: var(--_quiet);
      }
      .more b {
        color: var(--_text);
        font-weight: 500;
      }
    `,
  ];

  @property({ attribute: false }) ui!: UiState;

  protected override render(): TemplateResult {
    const { t, problems, trace } = this.ui;
    const rest = problems.length - LISTED;
    return html`<section class="card" role="alert" tabindex="0" aria-label=${trace ? t.reloadErrorTitle : t.errorTitle}>
      <header>
        ${sign('warning', 26)}
        <h3>${trace ? t.reloadErrorTitle : t.errorTitle}</h3>
        ${trace ? html`<button type="button" class="button" aria-label=${t.close} title=${t.close} @click=${(): void => request(this, { type: 'dismiss-messages' })}>${sign('close', 18)}</button>` : nothing}
      </header>
      ${trace ? html`<p class="note">${t.lastGood}</p>` : nothing}
      <ol>${problems.slice(0, LISTED).map((problem) => this.problem(problem))}</ol>
      ${rest > 0 ? html`<p class="rest">${t.moreErrors(rest)}</p>` : nothing}
    </section>`;
  }

  private problem({ code, file, line, column, message, found, expected, hint }: Diagnostic): TemplateResult {
    const { t } = this.ui;
    const headline = headlineFor(code, t.lang);
    const fact = (name: string, value: string | undefined): TemplateResult | typeof nothing => (value ? html`<p class="more">${name}: <b>${withCode(value)}</b></p>` : nothing);
    return html`<li>
      <span class="place">${line > 0 ? `${shownAddress(file)}:${line}:${column}` : shownAddress(file)}</span>
      <p class="what">${withCode(headline ?? message)}</p>
      ${headline ? html`<p class="more" lang="en">${withCode(message)}</p>` : nothing}
      ${fact(t.found, found)} ${fact(t.expected, expected)} ${fact(t.hint, hint)}
    </li>`;
  }
}

/** A sentence whose words between backticks are code. */
function withCode(text: string): readonly (string | TemplateResult)[] {
  const runs = text.split('`');
  // An odd backtick is one that someone wrote, and no sign of ours.
  if (runs.length % 2 === 0) return [text];
  return runs.map((run, index) => (index % 2 === 0 ? run : html`<code>${run}</code>`));
}
