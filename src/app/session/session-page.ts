import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { accentStyles } from '../../elements/accent-styles.ts';
import { baseStyles } from '../../elements/base-styles.ts';
import { breath } from '../../elements/in-slices.ts';
import { loadFonts } from '../../look/fonts.ts';
import type { Session, SessionPart, SessionSection } from '../../scenario/session/model.ts';
import { textIn, type LocalizedText } from '../../shared/text.ts';
import { appSign } from '../app-signs.ts';
import { SHIPPED } from '../catalogue.ts';
import { deckLink } from '../deck/deck-link.ts';
import type { LinkTheme } from '../link.ts';
import '../scenario-card.ts';
import type { Stills } from '../stills.ts';
import './session-art.ts';
import { sectionStyles } from './section-templates.styles.ts';
import { sessionAgendaStyles } from './session-agenda.styles.ts';
import { accentOf, renderAgenda, sessionAddress, slideOf } from './session-agenda.ts';
import './session-checklists.ts';
import './session-discussion.ts';
import { sessionMessagesIn } from './messages.ts';
import { sessionPageStyles } from './session-page.styles.ts';
import './session-phases.ts';
import type { SessionPhases } from './session-phases.ts';
import type { Say } from './session-places.ts';
import { linkTo } from './session-place.ts';
import { sessionStyles } from './session-styles.ts';
import { renderHandout, renderLayers, renderPoints, renderReferences } from './section-templates.ts';

/** Parts that are there with the first picture. */
const FIRST_PARTS = 2;

/** A whole training session: its agenda, and each part with its scenarios, lists, timers and notes. */
@customElement('hopline-session-page')
export class SessionPage extends LitElement {
  static override styles = [baseStyles, sessionStyles, accentStyles, sessionAgendaStyles, sectionStyles, sessionPageStyles];

  @property({ attribute: false }) session: Session | undefined;
  @property({ attribute: false }) stills!: Stills;
  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) theme: LinkTheme = 'dark';
  /** How many parts are on the page: they come one after the other, so that the page answers meanwhile. */
  @state() private shown = FIRST_PARTS;
  /** The part in view. */
  @state() private current = '';
  @query('hopline-session-phases') private readonly phases!: SessionPhases | null;
  private spy: IntersectionObserver | undefined;
  private growing: Promise<void> = Promise.resolve();

  /** Resolves when every part is on the page. */
  get whole(): Promise<void> {
    return this.updateComplete.then(() => this.growing);
  }

  /** Brings a part into view, or the top of the page, and puts the focus there. */
  async goTo(part: string | undefined, focus: boolean): Promise<void> {
    await this.whole;
    const target = part === undefined ? undefined : this.renderRoot.querySelector<HTMLElement>(`#part-${CSS.escape(part)}`);
    if (target) target.scrollIntoView({ block: 'start', behavior: 'instant' });
    else window.scrollTo(0, 0);
    if (focus) (target ?? this.renderRoot).querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
  }

  /** Stops what moves, as when the app turns to another page; timers go on. */
  rest(): void {
    this.phases?.pause();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.spy?.disconnect();
  }

  override render(): TemplateResult {
    const { session, say } = this;
    if (!session) return html``;
    return html`
      ${this.renderHero(session)}
      <div class="columns">
        <nav class="rail" aria-label=${sessionMessagesIn(this.language).contents}>${renderAgenda(session, this.language, say, this.current)}</nav>
        <div class="parts">
          ${session.parts.slice(0, this.shown).map((part, index) => this.renderPart(session, part, index))}
          ${session.closing && this.shown >= session.parts.length ? html`<p class="closing">${say(session.closing)}</p>` : nothing}
        </div>
      </div>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('session') && this.session) this.growing = this.grow(this.session);
    // What a scenario's picture does not need may be in the second file of the font.
    if (changed.has('session') || changed.has('language')) void loadFonts(this.language.startsWith('ko') ? JSON.stringify(this.session) : '');
  }

  private renderHero(session: Session): TemplateResult {
    const words = sessionMessagesIn(this.language);
    const minutes = session.parts.reduce((sum, part) => sum + (part.minutes ?? 0), 0);
    const part = (has: (section: SessionSection) => boolean): string => session.parts.find(({ sections }) => sections.some(has))?.id ?? '';
    return html`<header class="hero">
      <hopline-session-art .path=${firstScenario(session)} .stills=${this.stills} .language=${this.language} .theme=${this.theme}></hopline-session-art>
      <p class="position">${this.say(session.position)}</p>
      <h1 tabindex="-1">${this.say(session.title)}</h1>
      <p class="summary">${this.say(session.summary)}</p>
      <p class="facts">${appSign('clock', 18)} ${words.minutes(minutes)} · ${words.facts(scenariosOf(session).size, itemsOf(session))}</p>
      <p class="ways">
        <a class="act main" href=${deckLink({ language: this.language, theme: this.theme })}>${appSign('slides', 20)}${words.startDeck}</a>
        <a class="act" href=${sessionAddress(session, part(({ checklists }) => checklists.length > 0))}>${appSign('check', 20)}${words.toChecklists}</a>
        <a class="act" href=${sessionAddress(session, part(({ discussion }) => discussion !== undefined))}>${appSign('clock', 20)}${words.toDiscussion}</a>
      </p>
    </header>`;
  }

  private renderPart(session: Session, part: SessionPart, index: number): TemplateResult {
    const words = sessionMessagesIn(this.language);
    const prints = part.sections.some(({ checklists }) => checklists.length > 0);
    return html`<section id="part-${part.id}" class=${prints ? 'part prints' : 'part'} data-accent=${accentOf(index)} aria-labelledby="title-${part.id}">
      <header class="part-head">
        <h2 id="title-${part.id}" tabindex="-1"><span class="number" aria-hidden="true">${index + 1}</span>${this.say(part.title)}</h2>
        ${part.minutes === undefined ? nothing : html`<span class="minutes">${words.minutes(part.minutes)}</span>`}
        <a class="slides" href=${deckLink({ language: this.language, theme: this.theme, slide: slideOf(part, index) })}>
          ${appSign('slides', 18)}${words.slides}<span class="hidden-text">: ${this.say(part.title)}</span>
        </a>
        ${part.notes ? html`<details class="notes"><summary>${words.notes}</summary><p>${this.say(part.notes)}</p></details>` : nothing}
      </header>
      ${part.sections.map((section) => this.renderSection(session, part, section))}
    </section>`;
  }

  private renderSection(session: Session, part: SessionPart, section: SessionSection): TemplateResult {
    const { language, say } = this;
    const same = say(section.title) === say(part.title);
    const { discussion } = section;
    return html`<div class=${section.checklists.length > 0 ? 'section prints' : 'section'}>
      <div class=${same && !section.text ? 'section-head hidden-text' : 'section-head'}>
        <h3>${say(section.title)}</h3>
        ${section.text ? html`<p class="text">${say(section.text)}</p>` : nothing} ${renderHandout(section.handout, language, say)}
      </div>
      ${section.points.length > 0 ? renderPoints(section.points, language, say) : nothing}
      ${section.scenarios.length > 0 && section.phases.length === 0 ? this.renderScenarios(section) : nothing}
      ${section.layers.length > 0 ? renderLayers(section.layers, language, say) : nothing}
      ${section.checklists.length > 0
        ? html`<hopline-session-checklists .session=${session} .lists=${section.checklists} .language=${language}></hopline-session-checklists>`
        : nothing}
      ${section.phases.length > 0
        ? html`<hopline-session-phases .phases=${section.phases} .road=${section.scenarios[0]} .language=${language} .theme=${this.theme} .say=${say}></hopline-session-phases>`
        : nothing}
      ${discussion ? html`<hopline-session-discussion .session=${session} .discussion=${discussion} .language=${language}></hopline-session-discussion>` : nothing}
      ${section.references.length > 0 ? renderReferences(section.references, say) : nothing}
    </div>`;
  }

  private renderScenarios({ scenarios }: SessionSection): TemplateResult {
    const cards = scenarios.flatMap((link) => SHIPPED.filter(({ path }) => path === link.scenario).map((entry) => ({ link, entry })));
    return html`<ul class=${cards.length === 1 ? 'cards single' : 'cards'}>
      ${cards.map(({ link, entry }) => html`<li>
        <hopline-scenario-card .entry=${entry} .stills=${this.stills} .language=${this.language} .theme=${this.theme} .place=${linkTo(link)} .about=${this.say(link.text)} .heading=${4} ?wide=${cards.length === 1}></hopline-scenario-card>
      </li>`)}
    </ul>`;
  }

  private readonly say: Say = (text: LocalizedText | undefined) => textIn(text, this.language, this.session?.languages);

  private async grow(session: Session): Promise<void> {
    for (this.shown = FIRST_PARTS; this.shown < session.parts.length; this.shown++) {
      await this.updateComplete;
      await breath();
      if (session !== this.session) return;
    }
    await this.updateComplete;
    this.watchParts();
  }

  /** Marks in the rail which part is being read. */
  private watchParts(): void {
    this.spy?.disconnect();
    this.spy = new IntersectionObserver((entries) => {
      const seen = entries.find(({ isIntersecting }) => isIntersecting);
      if (seen) this.current = seen.target.id.replace(/^part-/, '');
    }, { rootMargin: '-15% 0px -75% 0px' });
    for (const part of this.renderRoot.querySelectorAll('.part')) this.spy.observe(part);
  }
}

/** The first scenario of the session that is there. */
function firstScenario(session: Session): string {
  return [...scenariosOf(session)].find((scenario) => SHIPPED.some(({ path }) => path === scenario)) ?? '';
}

function scenariosOf(session: Session): Set<string> {
  return new Set(session.parts.flatMap(({ sections }) => sections.flatMap(({ scenarios }) => scenarios.map(({ scenario }) => scenario))));
}

function itemsOf(session: Session): number {
  return session.parts.flatMap(({ sections }) => sections.flatMap(({ checklists }) => checklists.flatMap(({ items }) => items))).length;
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-session-page': SessionPage;
  }
}
