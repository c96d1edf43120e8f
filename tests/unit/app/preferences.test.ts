import { describe, expect, it } from 'vitest';
import { loadPreferences, preferredLanguage, savePreferences } from '../../../src/app/preferences.ts';

function storage(start: Record<string, string> = {}): () => Storage {
  const kept = new Map(Object.entries(start));
  const fake = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  return () => fake as Storage;
}

const refusing = (): Storage => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('preferences', () => {
  it('are kept one by one', () => {
    const kept = storage();
    savePreferences({ theme: 'light' }, kept);
    savePreferences({ language: 'ko' }, kept);
    expect(loadPreferences(kept)).toEqual({ theme: 'light', language: 'ko' });
  });

  it('do without a storage', () => {
    expect(() => savePreferences({ theme: 'dark' }, refusing)).not.toThrow();
    expect(loadPreferences(refusing)).toEqual({});
  });

  it.each(['', 'no json', 'null', '[]', '7', '{"theme":"pink","language":"<b>"}', '{"theme":{},"language":[]}'])('forget what is none: %s', (text) => {
    expect(loadPreferences(storage({ hopline: text }))).toEqual({});
  });
});

describe('the language to begin with', () => {
  it.each([
    [{}, ['ko-KR', 'en'], 'ko'],
    [{}, ['de', 'en-GB'], 'en'],
    [{}, ['de', 'ko'], 'ko'],
    [{}, ['de'], 'en'],
    [{}, [], 'en'],
    [{ language: 'ko' }, ['en'], 'ko'],
    [{ language: 'fr' }, ['ko'], 'ko'],
  ])('%j and %j: %s', (kept, browser, expected) => {
    expect(preferredLanguage(kept, browser, ['en', 'ko'])).toBe(expected);
  });
});
