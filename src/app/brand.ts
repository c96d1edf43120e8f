import { html, type TemplateResult } from 'lit';
import { logo } from './app-signs.ts';
import { appMessagesIn } from './messages.ts';
import { GALLERY_ADDRESS } from './router.ts';

/** The mark with the name beside it where there is room; it leads to the gallery. `slot` is empty where it is in none. */
export function brand(language: string, slot = ''): TemplateResult {
  const name = `Hopline: ${appMessagesIn(language).gallery}`;
  return html`<a class="brand" slot=${slot} href=${GALLERY_ADDRESS} aria-label=${name}>${logo()}<span class="word">hopline</span></a>`;
}
