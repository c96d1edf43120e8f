import { render } from 'lit';
import '../../elements/define.ts';
import { themeStyles } from '../../elements/theme-styles.ts';
import { loadFonts } from '../../look/fonts.ts';
import { dressPage } from '../page-head.ts';
import type { LinkTheme } from '../link.ts';
import { AgendaLineFoot } from './agenda-foot.ts';
import { SCENARIOS, SESSION } from './content.ts';
import { DeckContext } from './deck-context.ts';
import { DeckLife } from './deck-life.ts';
import { readOptions } from './deck-options.ts';
import './deck-timer.ts';
import { deckView } from './deck-view.ts';
import { minutesOf, outlineOf } from './outline.ts';
import { slideSize } from './slide-size.ts';

/** The app's page lies one folder above the deck's. */
const APP = '../';

async function start(): Promise<void> {
  if (!SESSION) throw new Error('The deck was built without its session.');
  const engine = import('./engine-reveal.ts');
  const options = readOptions(location.search, navigator.languages);
  const theme = options.theme ?? systemTheme();
  const deck = new DeckContext(SESSION, outlineOf(SESSION, SCENARIOS), options, theme, APP);
  const size = slideSize(innerWidth, innerHeight, options.print || options.receiver);
  const slides = document.querySelector<HTMLElement>('.slides') as HTMLElement;
  dressPage({ language: options.language, theme, title: deck.text(SESSION.title) });
  document.body.dataset['theme'] = theme;
  document.body.classList.toggle('narrow', size.narrow);
  document.body.style.setProperty('--slide-h', `${size.height}px`);
  if (themeStyles.styleSheet) document.adoptedStyleSheets.push(themeStyles.styleSheet);
  render(deckView(deck), slides);
  const [{ startReveal, addSpeakerView }] = await Promise.all([engine, loadFonts(slides.textContent ?? '')]);
  const reveal = await startReveal({ size, totalSeconds: minutesOf(SESSION) * 60, reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches });
  document.body.classList.add('shown');
  if (options.print) return;
  const foot = options.receiver ? { show: () => undefined } : new AgendaLineFoot(deck, document.body);
  new DeckLife(reveal, deck, foot).start();
  if (!options.receiver) await addSpeakerView(reveal);
}

function systemTheme(): LinkTheme {
  if (matchMedia('(prefers-contrast: more), (forced-colors: active)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

void start();
