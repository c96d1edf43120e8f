import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../shared/text.ts';
import { sign } from './icons.ts';
import { request } from './requests.ts';
import type { UiState } from './ui-state.ts';

/** What decides which parts there are. */
export interface PlayerLayout {
  readonly controls: boolean;
  readonly narrow: boolean;
  readonly themeName: string;
  readonly poster: string;
  readonly focusable: boolean;
  /** A picture of the player's own is there, or what is wrong; the page's poster goes. */
  readonly shown: boolean;
  /** Something is named to be shown, and neither it nor what is wrong is there yet. */
  readonly waiting: boolean;
}

/** The player's shadow tree. The stage's place never leaves it: a canvas stands in there that Lit does not know. */
export function playerTemplate(ui: UiState, layout: PlayerLayout): TemplateResult {
  const study = layout.controls && !ui.presenter;
  const mode = ui.presenter ? 'presenter' : layout.controls ? 'study' : 'bare';
  return html`
    <div class="root" part="root" data-theme=${layout.themeName} data-mode=${mode} data-panel=${study ? ui.panel : 'none'} lang=${ui.lang} role="group" aria-label=${ui.t.player}>
      <div class="layout" ?data-waiting=${layout.waiting}>
        ${study ? html`<hopline-header part="header" .ui=${ui}><slot name="start" slot="start"></slot><slot name="end" slot="end"></slot></hopline-header>` : nothing}
        <div class="body">${stage(ui, layout)}${study && !layout.narrow ? column(ui) : nothing}</div>
        ${ui.captions && ui.trace ? html`<hopline-caption part="caption" exportparts="number: caption-number, narration: caption-narration" .ui=${ui} ?presenting=${ui.presenter}></hopline-caption>` : nothing}
        ${study && layout.narrow ? html`<div class="list"><hopline-steps flat .ui=${ui}></hopline-steps>${sheet(ui)}</div>` : nothing}
        ${study ? html`<hopline-scrubber part="scrubber" exportparts="track: scrubber-track, thumb: scrubber-thumb" .ui=${ui}></hopline-scrubber>
          <hopline-controls part="controls" .ui=${ui}></hopline-controls>` : nothing}
        ${ui.presenter ? presenterFoot(ui) : nothing}
        <slot name="poster" ?hidden=${layout.shown}></slot>
      </div>
      <slot name="transcript"></slot>
      <hopline-story .ui=${ui}></hopline-story>
      <div class="live" role="status" aria-live="polite"></div>
      ${ui.help ? html`<hopline-help .ui=${ui}><slot name="keys" slot="keys"></slot></hopline-help>` : nothing}
      <slot hidden></slot>
    </div>
  `;
}

function stage(ui: UiState, { poster, focusable }: PlayerLayout): TemplateResult {
  const { t, trace, step, problems, loading } = ui;
  const title = trace ? textIn(trace.scenario.title, ui.lang, trace.scenario.languages) : t.picture;
  return html`
    <div class="stage" part="stage" tabindex=${focusable ? 0 : nothing} role="group" aria-label=${t.picture}>
      <div class="place" role="img" aria-label=${step ? t.pictureOf(title, `${t.stepOf(step.number, trace?.steps.length ?? 0)}, ${step.title}`) : title}></div>
      ${poster && !trace ? html`<img class="poster" src=${poster} alt="" />` : nothing}
      ${loading && !trace ? html`<p class="loading">${t.loading}</p>` : nothing}
      ${problems.length > 0 ? html`<hopline-messages part="messages" class=${trace ? 'over' : 'alone'} .ui=${ui}></hopline-messages>` : nothing}
    </div>
  `;
}

function column(ui: UiState): TemplateResult | typeof nothing {
  if (ui.panel === 'none') return nothing;
  const inspector = ui.panel === 'inspector' || ui.selection !== undefined;
  return html`<aside class="column" part="panel" aria-label=${ui.t[ui.panel]}>
    ${ui.panel === 'steps' ? html`<hopline-steps .ui=${ui}></hopline-steps>` : nothing}
    ${ui.panel === 'layers' ? html`<hopline-layers .ui=${ui}></hopline-layers>` : nothing}
    ${inspector ? html`<hopline-inspector .ui=${ui}></hopline-inspector>` : nothing}
  </aside>`;
}

function sheet(ui: UiState): TemplateResult | typeof nothing {
  if (ui.panel === 'inspector' || (ui.panel === 'layers' && ui.selection)) return html`<hopline-inspector class="sheet" .ui=${ui}></hopline-inspector>`;
  return ui.panel === 'layers' ? html`<hopline-layers class="sheet" .ui=${ui}></hopline-layers>` : nothing;
}

function presenterFoot(ui: UiState): TemplateResult {
  const { trace, step, t, lang, level } = ui;
  const title = trace ? textIn(trace.scenario.title, lang, trace.scenario.languages) : '';
  const leave = (event: Event): void => request(event.currentTarget as EventTarget, { type: 'toggle-presenter' });
  return html`<div class="foot">
    <hopline-scrubber quiet part="ticks" .ui=${ui}></hopline-scrubber>
    <div class="foot-line">
      <span>${title}${trace && trace.scenario.levels.length > 1 ? ` · ${t.levelName(level)}` : ''}</span>
      <button type="button" class="leave" aria-label=${t.exitPresenter} title=${t.exitPresenter} @click=${leave}>${sign('close', 18)}</button>
      <span>${step ? `${step.number} / ${trace?.steps.length ?? 0}` : ''}</span>
    </div>
  </div>`;
}
