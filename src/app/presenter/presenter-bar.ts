import { html, nothing, type TemplateResult } from 'lit';
import type { HoplinePlayer } from '../../elements/hopline-player.ts';
import { sign, type SignName } from '../../elements/icons.ts';
import { choiceSelects, levelSegments, speedSelect } from '../../elements/settings-templates.ts';
import { speakerUi } from '../../elements/speaker-words.ts';
import { togglePlay } from './presenter-keys.ts';
import { presenterWordsIn } from './presenter-words.ts';

/** More steps than this are ticks without a number. */
const NUMBERED = 30;

/** What the presenter drives the story with: the transport, the steps, level, choices and speed. */
export function presenterBar(player: HoplinePlayer, language: string): TemplateResult {
  const ui = speakerUi(player);
  const { t } = ui;
  return html`<div class="bar">
    <div class="transport">
      ${button('previous', t.previous, () => player.previous(), 'Page Up, ←')}
      ${button(player.paused ? 'play' : 'pause', player.paused ? t.play : t.pause, () => togglePlay(player), 'Space')}
      <button type="button" class="button next" title="${t.next} (${presenterWordsIn(language).nextHint})" @click=${() => player.next()}>${sign('next', 26)}<span>${t.next}</span></button>
    </div>
    ${steps(player)}
    <div class="settings">
      ${choiceSelects(player, ui).map(({ list }) => list)}
      ${levelSegments(player, ui)} ${speedSelect(player, ui)}
    </div>
  </div>`;
}

function button(icon: SignName, name: string, act: () => void, key: string): TemplateResult {
  return html`<button type="button" class="button" aria-label=${name} title="${name} (${key})" @click=${act}>${sign(icon, 26)}</button>`;
}

function steps(player: HoplinePlayer): TemplateResult {
  const current = player.currentStep?.index ?? -1;
  return html`<ol class="steps" aria-label=${speakerUi(player).t.steps}>
    ${player.steps.map(({ id, index, number, title }) => html`<li>
      <button type="button" class=${index < current ? 'past' : ''} aria-current=${index === current ? 'step' : nothing} aria-label="${number}. ${title}" title="${number}. ${title}"
        @click=${() => player.goToStep(id)}>${player.steps.length <= NUMBERED ? number : nothing}</button>
    </li>`)}
  </ol>`;
}
