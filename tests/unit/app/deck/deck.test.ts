import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { clockOf } from '../../../../src/app/deck/clock.ts';
import { deckLink } from '../../../../src/app/deck/deck-link.ts';
import { otherDeck, readOptions } from '../../../../src/app/deck/deck-options.ts';
import { deckWords } from '../../../../src/app/deck/deck-words.ts';
import { slideSize } from '../../../../src/app/deck/slide-size.ts';
import { ROOT } from '../../../tools/pages.ts';

describe('the address of the deck', () => {
  it('says language, theme, slide and paper', () => {
    expect(deckLink()).toBe('deck/');
    expect(deckLink({ language: 'ko', theme: 'light', slide: 'hpa' })).toBe('deck/?lang=ko&theme=light#/hpa');
    expect(deckLink({ language: 'en', print: true })).toBe('deck/?print-pdf&lang=en');
  });

  it('is read as it is written', () => {
    const { search } = new URL(deckLink({ language: 'ko', theme: 'contrast', print: true }), 'https://example.org/');
    expect(readOptions(search, ['en'])).toEqual({ language: 'ko', theme: 'contrast', print: true, receiver: false });
  });

  it.each([
    ['', ['ko-KR', 'en'], { language: 'ko', print: false, receiver: false }],
    ['', ['fr-FR'], { language: 'en', print: false, receiver: false }],
    ['?lang=xx&theme=pink', ['ko'], { language: 'ko', print: false, receiver: false }],
    ['?lang=en-GB&view=print', ['ko'], { language: 'en', theme: 'light', print: true, receiver: false }],
    ['?receiver&lang=ko&theme=dark', [], { language: 'ko', theme: 'dark', print: false, receiver: true }],
  ])('%s with %j', (search, languages, expected) => {
    expect(readOptions(search, languages)).toEqual(expected);
  });

  it('keeps the rest when the language changes', () => {
    expect(otherDeck('?lang=ko&theme=dark', { lang: 'en' })).toBe('?lang=en&theme=dark');
  });
});

describe('the size of the slides', () => {
  it('is that of a hall, and on a phone that is held upright the window’s own shape', () => {
    expect(slideSize(1920, 1080, false)).toEqual({ width: 1920, height: 1080, narrow: false });
    expect(slideSize(844, 390, false)).toMatchObject({ narrow: false });
    expect(slideSize(390, 844, false)).toEqual({ width: 760, height: 1645, narrow: true });
    expect(slideSize(390, 844, true)).toMatchObject({ width: 1920, narrow: false });
  });
});

describe('the clock of a timer', () => {
  it.each([[240, '4:00'], [239.2, '4:00'], [0.1, '0:01'], [0, '0:00'], [-0.5, '0:00'], [-1, '+0:01'], [-75.9, '+1:15']])('%s s is %s', (seconds, text) => {
    expect(clockOf(seconds)).toBe(text);
  });
});

describe('the deck’s page', () => {
  it('allows exactly the script of reveal’s speaker view', async () => {
    const page = await readFile(join(ROOT, 'src/app/deck/index.html'), 'utf8');
    const plugin = await readFile(join(ROOT, 'node_modules/reveal.js/dist/plugin/notes.mjs'), 'utf8');
    const literal = /document\.write\(("(?:[^"\\]|\\.)*")\)/.exec(plugin)?.[1] ?? '""';
    // A string as the plugin's build has written it, with tabs that JSON would not take.
    const scripts = [...String(runInNewContext(literal)).matchAll(/<script>([^]*?)<\/script>/g)].map(([, text = '']) => text);
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256').update(scripts[0] ?? '').digest('base64');
    expect(page).toContain(`script-src 'self' 'sha256-${hash}'`);
  });

  it('says everything in both languages', () => {
    const [ko, en] = [deckWords('ko'), deckWords('en')];
    expect(Object.keys(ko)).toEqual(Object.keys(en));
    for (const word of Object.values(ko).filter((value) => typeof value === 'string' && value !== 'English')) expect(word).toMatch(/[가-힣]/);
  });
});
