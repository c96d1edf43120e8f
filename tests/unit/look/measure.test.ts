import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
// @ts-expect-error: has no types
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { BASE_SYLLABLES } from '../../../src/look/advances.ts';
import { breakLines, fitText } from '../../../src/look/fit.ts';
import { needsMoreHangul, textWidth, unknownCharacters } from '../../../src/look/measure.ts';
import type { Weight } from '../../../src/look/type.ts';
import { ownText } from '../../tools/charset.mts';

interface Font { readonly characterSet: readonly number[]; layout(text: string): { readonly advanceWidth: number } }
const root = join(import.meta.dirname, '../../..');
const fontOf = (weight: Weight, part: string): Font =>
  fontkit.create(readFileSync(join(root, `assets/fonts/hopline-sans-${weight}-${part}.woff2`))) as Font;

const TEXTS = [
  'API 서버', 'kube-apiserver :6443', '파드 스펙을 etcd에 저장합니다.', 'POST /api/v1/namespaces/default/pods', 'HTTP 201 Created',
  'Raft · 3 members → quorum', '10.96.0.10:53', 'AVAWA Type To. fi fl',
];

describe('textWidth', () => {
  it.each([500, 700] as const)('of weight %i is what the bundled font advances, and never narrower than its kerned line', (weight) => {
    const font = fontOf(weight, 'base');
    for (const text of TEXTS) {
      const real = (font.layout(text).advanceWidth / 2048) * 28;
      const ours = textWidth(text, { size: 28, weight });
      expect(ours, text).toBeGreaterThanOrEqual(real - 0.01);
      expect(ours, text).toBeLessThanOrEqual(real * 1.06);
    }
  });

  it('gives all digits one width, so that counters do not tremble', () => {
    const widths = new Set([...'0123456789'].map((digit) => textWidth(digit, { size: 20, weight: 700 })));
    expect(widths.size).toBe(1);
  });

  it('reserves one em for what the fonts lack and reports it once', () => {
    expect(textWidth('漢✕', { size: 20, weight: 500 })).toBe(40);
    expect(unknownCharacters('漢字 漢 ✕ 갉 a é →')).toEqual(['漢', '字', '✕']);
    expect(unknownCharacters('힢')).toEqual(['힢']);
    expect(textWidth('힢', { size: 20, weight: 500 })).toBe(20);
  });
});

describe('the bundled fonts', () => {
  it('hold every character of the content and the interface in their first files', () => {
    const text = ownText(root);
    expect(unknownCharacters(text)).toEqual([]);
    expect([...new Set(text)].filter((c) => c >= '가' && c <= '힣' && !BASE_SYLLABLES.includes(c))).toEqual([]);
  });

  it.each([500, 700] as const)('of weight %i have what the table promises', (weight) => {
    const base = new Set(fontOf(weight, 'base').characterSet);
    const more = new Set(fontOf(weight, 'hangul').characterSet);
    expect([...BASE_SYLLABLES].every((c) => base.has(c.codePointAt(0)!))).toBe(true);
    const syllables = Array.from({ length: 11_172 }, (_, i) => String.fromCodePoint(0xac00 + i)).filter((c) => unknownCharacters(c).length === 0);
    expect(syllables.length).toBeGreaterThanOrEqual(2350);
    for (const c of syllables) expect((needsMoreHangul(c) ? more : base).has(c.codePointAt(0)!), c).toBe(true);
  });
});

const words = fc.array(fc.stringMatching(/^[a-z가-힣0-9/.]{1,12}$/), { minLength: 1, maxLength: 12 });

describe('breaking lines', () => {
  it('keeps every word whole and every line within its width', () => {
    fc.assert(fc.property(words, fc.integer({ min: 330, max: 700 }), (list, width) => {
      const lines = breakLines(list.join(' '), width, 24, 500);
      expect(lines.join(' ').split(' ')).toEqual(list);
      for (const line of lines) expect(textWidth(line, { size: 24, weight: 500 })).toBeLessThanOrEqual(width);
    }));
  });

  it('breaks a word only when it alone is too wide', () => {
    const lines = breakLines('데이터베이스서버관리자 ok', 120, 24, 500);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('').replace(/ /g, '')).toBe('데이터베이스서버관리자ok');
    for (const line of lines) expect(textWidth(line, { size: 24, weight: 500 })).toBeLessThanOrEqual(120);
  });

  it('makes two lines about equal', () => {
    const lines = breakLines('API 서버가 파드 스펙을 저장하고 응답을 돌려줍니다', 420, 24, 500);
    expect(lines).toHaveLength(2);
    const [a, b] = lines.map((line) => textWidth(line, { size: 24, weight: 500 })) as [number, number];
    expect(Math.abs(a - b)).toBeLessThan(130);
  });
});

describe('fitText', () => {
  it('shrinks before it cuts, and says when it cuts', () => {
    const whole = fitText('persistent volume claim', { width: 270, size: 28, minSize: 22, weight: 700 });
    expect(whole).toMatchObject({ lines: ['persistent volume claim'], overflow: false });
    expect(whole.size).toBeLessThan(28);
    const cut = fitText('persistent volume claim template', { width: 200, size: 28, minSize: 22, weight: 700 });
    expect(cut.overflow).toBe(true);
    expect(cut.lines[0]).toMatch(/…$/);
  });

  it('never leaves its box', () => {
    fc.assert(fc.property(words, fc.integer({ min: 60, max: 500 }), fc.integer({ min: 1, max: 3 }), (list, width, maxLines) => {
      const fitted = fitText(list.join(' '), { width, size: 28, minSize: 20, weight: 700, maxLines });
      expect(fitted.lines.length).toBeLessThanOrEqual(maxLines);
      for (const line of fitted.lines) expect(textWidth(line, { size: fitted.size, weight: 700 })).toBeLessThanOrEqual(width);
    }));
  });

  it('has no lines for an empty text', () => {
    expect(fitText('  ', { width: 100, size: 20, weight: 500 }).lines).toEqual([]);
  });
});
