/** The script of the embed page; the player's element is there already. */
import { EmbedPage } from './embed-page.ts';

// The script stands in the page's body, which is all that it needs.
new EmbedPage(window).start();
