import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { baseStyles } from '../../elements/base-styles.ts';
import { appSign } from '../app-signs.ts';
import { progressStyles } from '../progress-styles.ts';
import { bytesText, clockText } from './amounts.ts';
import { exportJobsStyles } from './export-jobs.styles.ts';
import { exportMessagesIn, type ExportMessages } from './messages.ts';
import type { ExportJob, ExportQueue } from './queue.ts';

/** The files that were asked for, the last one first: how far each is, and what can be done with it. */
@customElement('hopline-export-jobs')
export class ExportJobs extends LitElement {
  static override styles = [baseStyles, progressStyles, exportJobsStyles];

  @property({ attribute: false }) jobs: readonly ExportJob[] = [];
  @property({ attribute: false }) queue!: ExportQueue;
  @property({ attribute: false }) language = 'en';

  override render(): TemplateResult | typeof nothing {
    if (this.jobs.length === 0) return nothing;
    return html`<h3>${this.messages.jobs}</h3>
      <ol>${repeat(this.jobs, (job) => job, (job) => html`<li class=${job.state}>${this.renderJob(job)}</li>`)}</ol>`;
  }

  private get messages(): ExportMessages {
    return exportMessagesIn(this.language);
  }

  private renderJob(job: ExportJob): TemplateResult {
    const { messages } = this;
    const over = job.state !== 'running' && job.state !== 'waiting';
    const name = over ? messages.remove(job.name) : messages.cancel(job.name);
    return html`
      <span class="name">${job.name}</span>
      <span class="state">${this.stateText(job)}</span>
      ${job.state === 'running' ? html`<progress max="1" .value=${job.share} aria-label=${job.name}></progress>` : nothing}
      <span class="tools">
        ${job.state === 'done' && job.target.again
          ? html`<button type="button" class="button" title=${messages.again(job.name)} aria-label=${messages.again(job.name)} @click=${() => job.target.deliver()}>${appSign('drop', 20)}</button>`
          : nothing}
        <button type="button" class="button" title=${name} aria-label=${name} @click=${() => (over ? this.queue.remove(job) : this.queue.cancel(job))}>${appSign('close', 18)}</button>
      </span>
    `;
  }

  private stateText(job: ExportJob): string {
    const { messages } = this;
    if (job.state === 'done') return messages.made(bytesText(job.bytes), job.seconds < 1 ? messages.seconds(1) : clockText(job.seconds));
    if (job.state === 'failed') return `${messages.states.failed}: ${job.reason}`;
    if (job.state !== 'running' || job.done === 0) return messages.states[job.state];
    if (job.done === job.all) return messages.finishing;
    return messages.progress(Math.floor(job.share * 100), Math.round(job.rate), job.left === undefined ? undefined : messages.seconds(job.left));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-export-jobs': ExportJobs;
  }
}
