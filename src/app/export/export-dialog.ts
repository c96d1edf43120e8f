import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { baseStyles } from '../../elements/base-styles.ts';
import { messagesIn } from '../../elements/messages.ts';
import { Announcer } from '../../elements/announcer.ts';
import type { Studio } from '../../recorder/studio.ts';
import { appSign } from '../app-signs.ts';
import { progressStyles } from '../progress-styles.ts';
import { bytesText, clockText } from './amounts.ts';
import { fileName, type ExportChoice, type ExportSubject } from './choice.ts';
import { ExportDesk } from './desk.ts';
import { exportDialogStyles } from './export-dialog.styles.ts';
import './export-form.ts';
import './export-jobs.ts';
import './export-preview.ts';
import { FORMATS, isFilm } from './formats.ts';
import { exportMessagesIn, type ExportMessages } from './messages.ts';
import { openStudio } from './open-studio.ts';
import { ExportJob, ExportQueue } from './queue.ts';
import { pickTarget } from './target.ts';

/** Shares of a file at which a screen reader hears how far it is, in percent. */
const TOLD_EVERY = 25;

/** The dialog in which a story becomes a file, and the list of files that are made; they go on being made when it is closed. */
@customElement('hopline-export')
export class ExportDialog extends LitElement {
  static override styles = [baseStyles, progressStyles, exportDialogStyles];

  @property({ attribute: false }) language = 'en';
  @state() private shown = false;
  /** Somebody is asked where the file is to go. */
  @state() private picking = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  private studio: Promise<Studio> | undefined;
  private readonly desk = new ExportDesk(() => this.openStudio(), () => this.queue.open.length === 0, () => this.requestUpdate());
  private readonly queue = new ExportQueue(() => this.openStudio(), (entered) => this.follow(entered));
  private readonly announcer = new Announcer(() => this.renderRoot.querySelector<HTMLElement>(this.shown ? '.inside' : '.outside'));
  private told = 0;

  /** Opens it for what the viewer sees. */
  async show(subject: ExportSubject): Promise<void> {
    this.desk.open(subject);
    this.shown = true;
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk.close();
    for (const job of this.queue.open) this.queue.cancel(job);
    void this.studio?.then((studio) => studio.dispose(), () => undefined);
    this.studio = undefined;
    window.removeEventListener('beforeunload', this.keepPage);
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${this.onClose} @click=${this.closeOutside} @keydown=${stopKey}>
        ${this.shown ? this.renderSheet() : nothing}
        <div class="hidden-text inside" role="status"></div>
      </dialog>
      ${this.shown ? nothing : this.renderPill()}
      <div class="hidden-text outside" role="status"></div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('language')) this.told = 0;
  }

  private get messages(): ExportMessages {
    return exportMessagesIn(this.language);
  }

  private renderSheet(): TemplateResult {
    const { messages, desk, queue } = this;
    const { close } = messagesIn(this.language);
    return html`<header>
        <h2 id="title">${messages.title}</h2>
        <p lang=${desk.choice.language}>${desk.outline.title}</p>
        <button type="button" class="button" title=${close} aria-label=${close} @click=${this.close}>${appSign('close')}</button>
      </header>
      <div class="body">
        <div class="seen">
          <hopline-export-preview .preview=${desk.preview} .size=${desk.choice.size} .language=${this.language} .contentLanguage=${desk.choice.language}></hopline-export-preview>
          <hopline-export-jobs ?hidden=${queue.jobs.length === 0} .jobs=${[...queue.jobs]} .language=${this.language} .queue=${queue}></hopline-export-jobs>
          ${this.renderForm('content')}
        </div>
        ${this.renderForm('look')}
      </div>
      <footer>
        <p class="facts">${this.renderFacts()}</p>
        <button type="button" class="go" ?disabled=${!desk.order || this.picking} @click=${this.export}>${appSign('export')}<span>${messages.go}</span></button>
      </footer>`;
  }

  private renderForm(section: 'look' | 'content'): TemplateResult {
    const { choice, subject, outline } = this.desk;
    return html`<hopline-export-form class=${section} .section=${section} .choice=${choice} .subject=${subject} .outline=${outline} .language=${this.language} .note=${this.note()}
      @hopline-export-choice=${this.onChoice}></hopline-export-form>`;
  }

  /** What plays how long, and what it will weigh. */
  private renderFacts(): TemplateResult {
    const { messages, desk } = this;
    const { estimate } = desk;
    if (desk.problem) return html`<span class="bad">${messages.problem(desk.problem)}</span>`;
    if (!desk.order && desk.film === null) return html`<span class="bad">${messages.noFilm}</span>`;
    if (!estimate) return html`<span class="quiet">${this.queue.open.length > 0 ? messages.measuredLater : messages.measuring}</span>`;
    const seconds = estimate.seconds >= 1 ? messages.seconds(estimate.seconds) : undefined;
    return html`<strong>${messages.about(bytesText(estimate.bytes), seconds)}</strong>
      ${estimate.duration > 0 ? html`<span class="quiet">${messages.plays(clockText(estimate.duration), estimate.frames)}</span>` : nothing}`;
  }

  /** What is not as it was asked for. */
  private note(): string {
    const { desk: { choice: { format, clips }, film, made }, messages } = this;
    if (isFilm(format) && isFilm(made) && made !== format) return messages.instead(format, made);
    return format === 'pptx' && clips && film === null ? messages.noClips : '';
  }

  private renderPill(): TemplateResult | typeof nothing {
    const { queue, messages } = this;
    const [running] = queue.open.toReversed();
    const fresh = queue.jobs.some(({ state }) => state === 'done' || state === 'failed');
    if (!running && !fresh) return nothing;
    const percent = Math.floor((queue.running?.share ?? 0) * 100);
    const { close } = messagesIn(this.language);
    return html`<div class="pill">
      <button type="button" class="button" @click=${this.reopen}>
        ${running ? html`<progress max="100" .value=${percent} aria-hidden="true"></progress>` : appSign('check', 20)}
        <span>${running ? messages.pill(percent, queue.open.length - 1) : messages.pillDone}</span>
      </button>
      ${running ? nothing : html`<button type="button" class="button" title=${close} aria-label=${close} @click=${this.clear}>${appSign('close', 18)}</button>`}
    </div>`;
  }

  private openStudio(): Promise<Studio> {
    return (this.studio ??= openStudio());
  }

  private readonly onChoice = ({ detail }: CustomEvent<Partial<ExportChoice>>): void => this.desk.choose(detail);

  private readonly export = async (): Promise<void> => {
    const { desk } = this;
    const { order, made, subject, choice, outline } = desk;
    if (!order) return;
    const format = FORMATS[made];
    const name = fileName(subject, choice, format, outline);
    this.picking = true;
    try {
      const target = await pickTarget(name, format.type);
      if (target) this.queue.add(new ExportJob(name, made, order, target));
    } finally {
      this.picking = false;
    }
  };

  /** Tells a screen reader now and then, and keeps the page from being closed by mistake. */
  private follow(entered: ExportJob | undefined): void {
    const { running, open } = this.queue;
    if (entered) {
      this.told = 0;
      this.announcer.say(this.messages.told[entered.state](entered.name));
    } else if (running) {
      const percent = Math.floor((running.share * 100) / TOLD_EVERY) * TOLD_EVERY;
      if (percent > this.told && percent < 100) this.announcer.say(this.messages.toldShare(running.name, percent));
      this.told = Math.max(this.told, percent);
    }
    if (open.length > 0) window.addEventListener('beforeunload', this.keepPage);
    else {
      window.removeEventListener('beforeunload', this.keepPage);
      if (entered && this.shown) this.desk.measureLater();
    }
    this.requestUpdate();
  }

  private readonly keepPage = (event: BeforeUnloadEvent): void => event.preventDefault();

  private readonly reopen = (): void => {
    this.shown = true;
    void this.updateComplete.then(() => this.dialog.showModal());
    this.desk.measureLater();
  };

  private readonly clear = (): void => {
    for (const job of this.queue.jobs) this.queue.remove(job);
  };

  private readonly close = (): void => this.dialog.close();

  private readonly onClose = (): void => {
    this.shown = false;
    this.desk.close();
  };

  private readonly closeOutside = (event: MouseEvent): void => {
    if (event.target !== this.dialog || event.detail === 0) return;
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    if (event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom) this.close();
  };
}

/** The player's keys are not for what is in the dialog. */
function stopKey(event: KeyboardEvent): void {
  event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-export': ExportDialog;
  }
}
