import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { baseStyles } from '../../elements/base-styles.ts';
import type { Checklist, ChecklistItem, Session } from '../../scenario/session/model.ts';
import { textIn, type LocalizedText } from '../../shared/text.ts';
import { ask } from '../app-request.ts';
import { appSign } from '../app-signs.ts';
import { download } from './download.ts';
import { checklistsAsJson, checklistsAsMarkdown, type ChecklistExport } from './export-checklists.ts';
import { sessionMessagesIn } from './messages.ts';
import { renderHandout } from './section-templates.ts';
import { sessionChecklistsStyles } from './session-checklists.styles.ts';
import { renderPlaces } from './session-places.ts';
import { progressStyles } from '../progress-styles.ts';
import { sessionStyles } from './session-styles.ts';
import { ChecklistTicks } from './ticks.ts';

/** Lists to tick off, with what has been done so far; they can be taken along as a file or on paper. */
@customElement('hopline-session-checklists')
export class SessionChecklists extends LitElement {
  static override styles = [baseStyles, progressStyles, sessionStyles, sessionChecklistsStyles];

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) lists: readonly Checklist[] = [];
  @property({ attribute: false }) language = 'en';
  private ticks!: ChecklistTicks;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('storage', this.onStorage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('storage', this.onStorage);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session') && changed.get('session')?.id !== this.session.id) this.ticks = new ChecklistTicks(this.session.id);
  }

  override render(): TemplateResult {
    const words = sessionMessagesIn(this.language);
    const { done, total } = this.ticks.progress(this.lists);
    return html`
      <p class="paper-title">${this.say(this.session.title)}</p>
      <div class="bar">
        <div class="overall">
          <p><strong>${words.doneOf(done, total)}</strong> <span class="hint">${words.keptHere}</span></p>
          <progress aria-label=${words.progress} max=${total} value=${done}></progress>
        </div>
        <div class="acts">
          <button type="button" class="act" @click=${this.saveMarkdown}>${appSign('drop', 18)}${words.markdown}</button>
          <button type="button" class="act" @click=${this.saveJson}>${appSign('drop', 18)}${words.json}</button>
          <button type="button" class="act" @click=${() => window.print()}>${appSign('print', 18)}${words.print}</button>
          <button type="button" class="act" ?disabled=${done === 0} @click=${this.clear}>${words.reset}</button>
        </div>
      </div>
      ${this.lists.map((list) => this.renderList(list))}
    `;
  }

  private renderList(list: Checklist): TemplateResult {
    const { done, total } = this.ticks.progress([list]);
    const words = sessionMessagesIn(this.language);
    return html`<section class="list" aria-labelledby="list-${list.id}">
      <div class="list-head">
        <h4 id="list-${list.id}">${this.say(list.title)}</h4>
        <progress aria-label=${words.timerOf(words.progress, this.say(list.title))} max=${total} value=${done}></progress>
        <span class="count"><span class="hidden-text">${words.doneOf(done, total)}</span><span aria-hidden="true">${done} / ${total}</span></span>
      </div>
      <ul>
        ${list.items.map((item) => this.renderItem(list, item))}
      </ul>
    </section>`;
  }

  private renderItem(list: Checklist, item: ChecklistItem): TemplateResult {
    const words = sessionMessagesIn(this.language);
    const done = this.ticks.has(list.id, item.id);
    const id = `${list.id}-${item.id}`;
    return html`<li class=${done ? 'item done' : 'item'}>
      <label>
        <input type="checkbox" .checked=${live(done)} aria-describedby="why-${id}" @change=${(event: Event) => this.tick(list, item, event)} />
        <span>${this.say(item.text)}</span>
      </label>
      <div class="reason">
        <p id="why-${id}">${this.say(item.why)}</p>
        ${renderHandout(item.handout, this.language, this.say)}
        ${item.unlinked ? html`<p class="handout">${this.say(item.unlinked)}</p>` : nothing}
      </div>
      ${renderPlaces(item.links, this.language, this.say, words.timerOf(words.demonstrations, this.say(item.text)))}
    </li>`;
  }

  private readonly say = (text: LocalizedText | undefined): string => textIn(text, this.language, this.session.languages);

  private tick(list: Checklist, item: ChecklistItem, event: Event): void {
    this.ticks.set(list.id, item.id, (event.target as HTMLInputElement).checked);
    this.requestUpdate();
  }

  private readonly clear = (): void => {
    const words = sessionMessagesIn(this.language);
    const before = this.ticks.clear();
    this.requestUpdate();
    const undo = (): void => {
      this.ticks.restore(before);
      this.requestUpdate();
    };
    ask(this, { type: 'tell', notice: { text: words.resetDone, action: { name: words.undo, run: undo }, stays: true } });
  };

  private readonly saveMarkdown = (): void => this.save('md', 'text/markdown', checklistsAsMarkdown);

  private readonly saveJson = (): void => this.save('json', 'application/json', checklistsAsJson);

  private save(ending: string, type: string, write: (order: ChecklistExport) => string): void {
    const { session, lists, ticks, language } = this;
    download(`${session.id}-checklists.${ending}`, type, write({ session, lists, ticks, language, page: location.href.replace(/#.*/, ''), when: new Date() }));
  }

  private readonly onStorage = (event: StorageEvent): void => {
    if (!this.ticks?.concerns(event)) return;
    this.ticks.refresh();
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-session-checklists': SessionChecklists;
  }
}
