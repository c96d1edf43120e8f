import type { LinkTheme } from './link.ts';

/** What the page around the app has to know. */
export interface PageHead {
  readonly language: string;
  readonly theme: LinkTheme;
  /** Of what is shown; empty while nothing is. */
  readonly title: string;
}

/** Gives the page its language, its theme and its title, for the browser's own frame as well as for screen readers. */
export function dressPage({ language, theme, title }: PageHead): void {
  const root = document.documentElement;
  root.lang = language;
  root.dataset['theme'] = theme;
  document.title = title ? `${title} – Hopline` : 'Hopline';
  // Asked for now, the colour would make the browser lay out the whole page at once; after its next frame it knows it.
  requestAnimationFrame(() => setTimeout(() => {
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', getComputedStyle(root).backgroundColor);
  }));
}
