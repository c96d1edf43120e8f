import { html, type TemplateResult } from 'lit';
import { nameTable, narrationParts } from '../compile/narration.ts';
import { stepAccent } from '../compile/step-accent.ts';
import type { StepMark, Trace } from '../compile/trace.ts';
import type { HoplinePlayer } from './hopline-player.ts';
import { messagesIn } from './messages.ts';
import type { UiState } from './ui-state.ts';

/** What a page around a player needs for telling the story in the player's own way. */
export type SpeakerUi = Pick<UiState, 't' | 'trace' | 'names' | 'lang' | 'level' | 'rate' | 'paused'>;

/** What a player shows, for a page that has its own caption and controls. */
export function speakerUi(player: HoplinePlayer): SpeakerUi {
  const { trace, lang: asked, level: wanted, rate, paused } = player;
  const lang = trace?.variant.lang ?? asked;
  const level = trace?.scenario.levels.findLast((one) => one <= wanted) ?? 1;
  return { t: messagesIn(lang), trace, names: trace ? nameTable(trace.scenario, lang) : [], lang, level, rate, paused };
}

/** A step's narration, with the names of components in the colours that they have in the picture. */
export function narration({ say }: StepMark, { names }: SpeakerUi): readonly (string | TemplateResult)[] {
  return narrationParts(say, names).map(({ text, accent }) => (accent ? html`<b class="name" data-accent=${accent}>${text}</b>` : text));
}

/** The accent of what a step is about. */
export function accentOf(trace: Trace, step: StepMark): string {
  return stepAccent(trace, step.index);
}
