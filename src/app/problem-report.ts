import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { baseStyles } from '../elements/base-styles.ts';
import { headlineFor } from '../elements/headlines-ko.ts';
import { messagesIn } from '../elements/messages.ts';
import type { Diagnostic } from '../scenario/diagnostic.ts';
import { appSign } from './app-signs.ts';
import { excerptAt } from './excerpt.ts';
import { appMessagesIn } from './messages.ts';
import { problemReportStyles } from './problem-report.styles.ts';

/** What is wrong with files that were opened, with the line that is meant. */
export interface Report {
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Texts by file name, as far as they are at hand. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A dialog over the page: the last good picture stays behind it. */
@customElement('hopline-problem-report')
export class ProblemReport extends LitElement {
  static override styles = [baseStyles, problemReportStyles];

  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) report: Report | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  /** Shows a report until it is closed. */
  async show(report: Report): Promise<void> {
    this.report = report;
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  override render(): TemplateResult {
    const { close } = messagesIn(this.language);
    return html`<dialog aria-labelledby="title" @click=${this.closeOutside}>
      <div class="sheet">
        <div class="head">
          <h2 id="title">${this.report?.title ?? ''}</h2>
          <button type="button" class="button" title=${close} aria-label=${close} @click=${this.close}>${appSign('close', 22)}</button>
        </div>
        <p class="count">${this.countText()}</p>
        <ol>
          ${(this.report?.diagnostics ?? []).map((diagnostic) => html`<li class=${diagnostic.severity}>${this.renderProblem(diagnostic)}</li>`)}
        </ol>
      </div>
    </dialog>`;
  }

  private renderProblem(diagnostic: Diagnostic): TemplateResult {
    const { found, expected, hint } = messagesIn(this.language);
    const { code, file, line, column, message } = diagnostic;
    const headline = headlineFor(code, this.language);
    return html`
      <div class="message"><span class="severity">${appMessagesIn(this.language).severities[diagnostic.severity]}</span>${headline ?? message}</div>
      ${headline ? html`<div class="place" lang="en">${message}</div>` : nothing}
      <div class="place"><span class="where">${line > 0 ? `${file}:${line}:${column}` : file}</span>${diagnostic.path ? html` <span class="path">${diagnostic.path}</span>` : nothing}</div>
      ${this.renderExcerpt(diagnostic)}
      <dl>${term(found, diagnostic.found)}${term(expected, diagnostic.expected)}${term(hint, diagnostic.hint)}</dl>
    `;
  }

  private renderExcerpt({ file, line, column }: Diagnostic): TemplateResult | typeof nothing {
    const excerpt = excerptAt(this.report?.texts.get(file), line, column);
    if (!excerpt) return nothing;
    return html`<pre tabindex="0"><span class="line">${line}</span>${excerpt.before}<mark>${excerpt.marked}</mark>${excerpt.after}</pre>`;
  }

  private countText(): string {
    const all = this.report?.diagnostics ?? [];
    const of = (severity: string): number => all.filter((diagnostic) => diagnostic.severity === severity).length;
    return appMessagesIn(this.language).problemCount(of('error'), of('warning'));
  }

  private readonly close = (): void => this.dialog.close();

  private readonly closeOutside = (event: Event): void => {
    if (event.target === this.dialog) this.close();
  };
}

function term(name: string, value: string | undefined): TemplateResult | typeof nothing {
  return value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-problem-report': ProblemReport;
  }
}
