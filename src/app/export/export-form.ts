import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { baseStyles } from '../../elements/base-styles.ts';
import { languageName, messagesIn } from '../../elements/messages.ts';
import type { Outline } from '../../recorder/studio-order.ts';
import { THEME_NAMES, VIEWS } from '../link.ts';
import type { ExportChoice, ExportSubject } from './choice.ts';
import { exportFormStyles } from './export-form.styles.ts';
import { FORMAT_NAMES, FORMATS, isFilm, type FormatName } from './formats.ts';
import { exportMessagesIn, type ExportMessages } from './messages.ts';

type Options = readonly (readonly [value: string | number, text: string])[];

/** What can be chosen for a file. Says what was chosen by `hopline-export-choice`. */
@customElement('hopline-export-form')
export class ExportForm extends LitElement {
  static override styles = [baseStyles, exportFormStyles];

  @property({ attribute: false }) choice!: ExportChoice;
  @property({ attribute: false }) subject!: ExportSubject;
  @property({ attribute: false }) outline!: Outline;
  @property({ attribute: false }) language = 'en';
  /** What is not as it was asked for. */
  @property({ attribute: false }) note = '';

  /** What the file looks like, or what is in it. */
  @property({ attribute: false }) section: 'look' | 'content' = 'look';

  override render(): TemplateResult {
    const { kind } = FORMATS[this.choice.format];
    if (this.section === 'content') return html`<fieldset><legend>${this.messages.part}</legend><div class="fields">${this.renderContent()}</div></fieldset>`;
    return html`<fieldset class="formats">
        <legend>${this.messages.format}</legend>
        <div class="cards">${FORMAT_NAMES.map((name) => this.renderFormat(name))}</div>
        <p class="note" role="status">${this.note}</p>
      </fieldset>
      ${kind === 'text' ? nothing : html`<fieldset><legend>${this.messages.picture}</legend><div class="fields">${this.renderPicture()}</div></fieldset>`}`;
  }

  private get messages(): ExportMessages {
    return exportMessagesIn(this.language);
  }

  private renderFormat(format: FormatName): TemplateResult {
    const { name, what } = this.messages.formats[format];
    return html`<label class="card">
      <input type="radio" name="format" value=${format} .checked=${live(format === this.choice.format)} @change=${() => this.choose({ format })} />
      <span class="name">${name}</span><span class="what">${what}</span>
    </label>`;
  }

  private renderPicture(): TemplateResult {
    const { choice, messages } = this;
    const words = messagesIn(this.language);
    const { sizes, rates, kind } = FORMATS[choice.format];
    const captions = (['burn', ...(isFilm(choice.format) ? ['embed' as const] : []), 'none'] as const).map((how) => [how, messages.captionsIn[how]] as const);
    const moves = kind !== 'deck' || choice.clips;
    return html`
      ${this.list('size', messages.size, [...sizes].sort(bySide).map((size) => [size, messages.sizes[size]]))}
      ${rates.length > 0 && moves ? this.list('fps', messages.rate, [...rates].sort((a, b) => a - b).map((fps) => [fps, messages.rateOf(fps)])) : nothing}
      ${this.list('view', words.view, VIEWS.map((view) => [view, words.views[view]]))}
      ${this.list('theme', words.theme, THEME_NAMES.map((theme) => [theme, words.themes[theme]]))}
      ${this.list('captions', words.captions, captions)}
      ${kind === 'deck' ? this.select(messages.slides, [['clips', messages.slidesWith.clips], ['pictures', messages.slidesWith.pictures]], choice.clips ? 'clips' : 'pictures', (value) => this.choose({ clips: value === 'clips' })) : nothing}
    `;
  }

  private renderContent(): TemplateResult {
    const { choice, messages, outline, subject: { trace: { scenario } } } = this;
    const words = messagesIn(this.language);
    const languages = scenario.languages.filter((tag) => tag !== 'und');
    const steps: Options = outline.steps.map(({ id, number, title }) => [id, `${number}. ${title}`]);
    return html`
      ${choice.format === 'png' ? this.list('shot', messages.range, [['moment', messages.shots.moment], ['still', messages.shots.still]]) : nothing}
      ${choice.format === 'png' || choice.format === 'markdown' ? nothing : this.list('range', messages.range, (['all', 'step', 'steps'] as const).map((range) => [range, messages.ranges[range]]))}
      ${languages.length > 1 ? this.list('language', words.language, languages.map((tag) => [tag, languageName(tag)])) : nothing}
      ${scenario.levels.length > 1 ? this.list('level', words.level, scenario.levels.map((level) => [level, words.levelName(level)])) : nothing}
      ${choice.range === 'steps' && choice.format !== 'png' && choice.format !== 'markdown'
        ? html`${this.list('from', messages.from, steps, 'wide')}${this.list('to', messages.to, steps, 'wide')}`
        : nothing}
    `;
  }

  /** A list for a part of the choice that is a word or a number. */
  private list(part: 'size' | 'fps' | 'view' | 'theme' | 'captions' | 'shot' | 'range' | 'language' | 'level' | 'from' | 'to', name: string, options: Options, width = ''): TemplateResult {
    const current = this.choice[part];
    return this.select(name, options, String(current), (value) => this.choose({ [part]: typeof current === 'number' ? Number(value) : value }), width);
  }

  private select(name: string, options: Options, current: string, onPick: (value: string) => void, width = ''): TemplateResult {
    return html`<label class="field ${width}"><span>${name}</span>
      <select class="select" @change=${(event: Event) => onPick((event.target as HTMLSelectElement).value)}>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${live(String(value) === current)}>${text}</option>`)}
      </select>
    </label>`;
  }

  private choose(part: Partial<ExportChoice>): void {
    this.dispatchEvent(new CustomEvent('hopline-export-choice', { detail: part }));
  }
}

const ORDER = ['540p', '720p', '1080p', '1440p', '4k', 'square', 'vertical'];

function bySide(one: string, other: string): number {
  return ORDER.indexOf(one) - ORDER.indexOf(other);
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-export-form': ExportForm;
  }
}
