import { describe, expect, it } from 'vitest';
import { ACCENTS } from '../../../src/scenario/model.ts';
import { contrast } from '../../../src/look/colour.ts';
import { accentColours, THEMES, themeWith, type AccentName } from '../../../src/look/tokens.ts';

/** The least contrast against card and page that the look promises, over all themes. */
const LEAST: Record<string, number> = {
  text: 14, quiet: 6.5, clients: 5.8, 'control-plane': 6, worker: 5.7, networking: 6, storage: 6.2, observability: 5.6, failure: 6, neutral: 6.5,
};
const themes = Object.values(THEMES);

describe('tokens', () => {
  it.each(themes)('$name keeps the contrasts of the look against card and page', (theme) => {
    const colours: Record<string, string> = { text: theme.text, quiet: theme.quiet, failure: theme.failure, ...theme.accents };
    for (const [name, least] of Object.entries(LEAST)) {
      for (const ground of [theme.card, theme.page]) expect(contrast(colours[name]!, ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(least - 0.05);
    }
  });

  it.each(themes)('$name keeps resting lines at 3 : 1 against the page and every group', (theme) => {
    expect(contrast(theme.line, theme.page)).toBeGreaterThanOrEqual(3);
    for (const accent of ACCENTS) {
      const colours = accentColours(theme, accent);
      expect(contrast(colours.accent, colours.groupFill), accent).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colours.onAccent, colours.accent), accent).toBeGreaterThanOrEqual(4.5);
      expect(contrast(theme.line, colours.groupFill), accent).toBeGreaterThanOrEqual(2.7);
    }
  });

  it('has an accent for every accent of the documents', () => {
    for (const accent of ACCENTS) expect(THEMES.dark.accents[accent as AccentName]).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('takes own tokens that are colours and leaves out the rest', () => {
    const own = themeWith(THEMES.dark, { page: '#123', text: 'rgb(255, 0, 16)', worker: 'url(x)', card: 'red' });
    expect(own.page).toBe('#112233');
    expect(own.text).toBe('#ff0010');
    expect(own.accents.worker).toBe(THEMES.dark.accents.worker);
    expect(own.card).toBe(THEMES.dark.card);
  });
});
