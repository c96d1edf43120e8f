import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { THEMES } from '../../../src/look/tokens.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const css = readFileSync(join(ROOT, 'src/app/page.css'), 'utf8');
const page = readFileSync(join(ROOT, 'index.html'), 'utf8');

const rule = (selector: string): string => css.split(`${selector} {`)[1]?.split('}')[0]?.replace(/\s+/g, ' ').trim() ?? '';
const wanted = ({ page, text, scheme }: (typeof THEMES)['dark']): string => `--page: ${page}; --text: ${text}; color-scheme: ${scheme};`;

describe('the page around the app', () => {
  it.each(Object.values(THEMES))('wears the look’s colours: $name', (theme) => {
    expect(rule(`:root[data-theme='${theme.name}']`)).toBe(wanted(theme));
  });

  it('wears them before any script has run, as the system asks', () => {
    expect(rule(':root')).toBe(wanted(THEMES.dark));
    expect(rule('(prefers-color-scheme: light) {\n  :root')).toBe(wanted(THEMES.light));
    expect(rule('(prefers-contrast: more) {\n  :root')).toBe(wanted(THEMES.contrast));
  });

  it('has no script or style of its own in the markup', () => {
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
    expect([...page.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, text]) => text)).toEqual(['']);
  });
});
