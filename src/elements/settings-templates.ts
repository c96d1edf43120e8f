import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../shared/text.ts';
import { languageName } from './messages.ts';
import { request, type PlayerRequest, type PlayerTheme, type PlayerView } from './requests.ts';
import type { UiState } from './ui-state.ts';

/** Playback speeds that the player offers. */
export const RATES = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4] as const;

interface Option {
  readonly value: string;
  readonly text: string;
  readonly title?: string;
}

function select(name: string, className: string, options: readonly Option[], current: string, onPick: (value: string) => void): TemplateResult {
  const pick = (event: Event): void => onPick((event.target as HTMLSelectElement).value);
  return html`<select class="select ${className}" aria-label=${name} title=${name} .value=${current} @change=${pick}>
    ${options.map(({ value, text, title }) => html`<option value=${value} title=${title ?? nothing} ?selected=${value === current}>${text}</option>`)}
  </select>`;
}

function segments(name: string, className: string, options: readonly Option[], current: string, onPick: (value: string) => void): TemplateResult {
  return html`<div class="segments ${className}" role="group" aria-label=${name}>
    ${options.map(({ value, text }) => html`<button type="button" aria-pressed=${value === current ? 'true' : 'false'} @click=${(): void => onPick(value)}>${text}</button>`)}
  </div>`;
}

function ask(source: EventTarget, make: (value: string) => PlayerRequest): (value: string) => void {
  return (value) => request(source, make(value));
}

/** The view switch, as buttons and as a list for narrow places. */
export function viewSegments(source: EventTarget, { t, trace, view, views }: UiState): TemplateResult | typeof nothing {
  if (!trace) return nothing;
  const options = views.map((value) => ({ value, text: t.views[value] }));
  const pick = ask(source, (value) => ({ type: 'view', view: value as PlayerView }));
  return html`${segments(t.view, 'views', options, view, pick)}${select(t.view, 'view-select', options, view, pick)}`;
}

/** The level switch, as buttons and as a list for narrow places. */
export function levelSegments(source: EventTarget, { t, trace, level }: Pick<UiState, 't' | 'trace' | 'level'>): TemplateResult | typeof nothing {
  const levels = trace?.scenario.levels ?? [];
  if (levels.length < 2) return nothing;
  const options = levels.map((value) => ({ value: String(value), text: t.levelName(value) }));
  const pick = ask(source, (value) => ({ type: 'level', level: Number(value) }));
  return html`${segments(t.level, 'levels', options, String(level), pick)}${select(t.level, 'level-select', options, String(level), pick)}`;
}

/** One list for each choice of the scenario, with its name. */
export function choiceSelects(source: EventTarget, { trace, lang }: Pick<UiState, 'trace' | 'lang'>): readonly { readonly name: string; readonly list: TemplateResult }[] {
  if (!trace) return [];
  const { choices, languages } = trace.scenario;
  return choices.map((choice) => {
    const options = choice.options.map(({ id, title, note }) => ({ value: id, text: textIn(title, lang, languages) || id, title: textIn(note, lang, languages) }));
    const current = trace.variant.path[choice.id] ?? choice.default;
    const name = textIn(choice.title, lang, languages) || choice.id;
    return { name, list: select(name, 'choice', options, current, ask(source, (option) => ({ type: 'choose', choice: choice.id, option }))) };
  });
}

/** The language of content and interface; nothing where the scenario has only one. */
export function languageSelect(source: EventTarget, { t, trace, lang }: UiState): TemplateResult | typeof nothing {
  const languages = trace?.scenario.languages.filter((tag) => tag !== 'und') ?? [];
  if (languages.length < 2) return nothing;
  const options = languages.map((value) => ({ value, text: value.split('-', 1)[0]!.toUpperCase(), title: languageName(value) }));
  const current = languages.find((tag) => tag === lang) ?? languages.find((tag) => tag.split('-', 1)[0] === lang.split('-', 1)[0]) ?? '';
  return select(t.language, 'language', options, current, ask(source, (value) => ({ type: 'lang', lang: value })));
}

/** The speed, with its own value where a script set another one than those offered. */
export function speedSelect(source: EventTarget, { t, rate }: Pick<UiState, 't' | 'rate'>): TemplateResult {
  const rates = RATES.some((offered) => offered === rate) ? RATES : [...RATES, rate].sort((a, b) => a - b);
  const options = rates.map((value) => ({ value: String(value), text: `${value}×` }));
  return select(t.speed, 'speed', options, String(rate), ask(source, (value) => ({ type: 'rate', rate: Number(value) })));
}

/** The colour theme. */
export function themeSelect(source: EventTarget, { t, theme }: UiState): TemplateResult {
  const options = (['auto', 'dark', 'light', 'contrast'] as const).map((value) => ({ value, text: t.themes[value] }));
  return select(t.theme, 'theme', options, theme, ask(source, (value) => ({ type: 'theme', theme: value as PlayerTheme })));
}
