import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { languageName, messagesIn } from '../elements/messages.ts';
import { ask } from './app-request.ts';
import { APP_LANGUAGES } from './messages.ts';
import { THEME_CHOICES, type ThemeChoice } from './preferences.ts';

/** The list of the app's languages; it asks the app around it for the one that is picked. */
export function languageList(language: string): TemplateResult {
  const current = language.split('-', 1)[0] ?? '';
  return html`<select class="select language" aria-label=${messagesIn(language).language} .value=${live(current)} @change=${pickLanguage}>
    ${APP_LANGUAGES.map((tag) => html`<option value=${tag} lang=${tag} ?selected=${tag === current}>${languageName(tag)}</option>`)}
  </select>`;
}

/** The list of the themes, with the system's own first; it asks the app around it for the one that is picked. */
export function themeList(language: string, theme: ThemeChoice): TemplateResult {
  const words = messagesIn(language);
  return html`<select class="select theme" aria-label=${words.theme} .value=${live(theme)} @change=${pickTheme}>
    ${THEME_CHOICES.map((choice) => html`<option value=${choice} ?selected=${choice === theme}>${words.themes[choice]}</option>`)}
  </select>`;
}

function pickLanguage({ currentTarget }: Event): void {
  const list = currentTarget as HTMLSelectElement;
  ask(list, { type: 'language', language: list.value });
}

function pickTheme({ currentTarget }: Event): void {
  const list = currentTarget as HTMLSelectElement;
  ask(list, { type: 'theme', theme: list.value as ThemeChoice });
}
