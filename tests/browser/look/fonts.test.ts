import { describe, expect, it, vi } from 'vitest';
import { loadFonts, requireFonts } from '../../../src/look/fonts.ts';
import { textWidth } from '../../../src/look/measure.ts';
import { FONT_FAMILY, type Weight } from '../../../src/look/type.ts';

/** How wide the browser draws a text in the bundled family, with no fallback of the same width. */
function drawnWidth(text: string, weight: Weight): number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `${weight} 40px '${FONT_FAMILY}', monospace`;
  return context.measureText(text).width;
}

// First: what has been loaded once is there.
it('goes on without fonts that do not come, except where they are required, and tries again', async () => {
  const fetched = vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('no network'));
  await expect(loadFonts('a')).resolves.toBeUndefined();
  await expect(requireFonts('a')).rejects.toThrow(/fonts did not load/);
  fetched.mockRestore();
  await expect(requireFonts('a')).resolves.toBeUndefined();
});

describe('loadFonts', () => {
  it('makes the first files ready, and the browser then draws as wide as the table says', async () => {
    await loadFonts('API 서버');
    for (const weight of [500, 700] as const) {
      for (const text of ['kube-apiserver :6443', '파드 스펙을 저장합니다', '201 Created', '→ 12.3']) {
        const ours = textWidth(text, { size: 40, weight });
        expect(drawnWidth(text, weight), text).toBeLessThanOrEqual(ours + 0.5);
        expect(drawnWidth(text, weight), text).toBeGreaterThan(ours * 0.94);
      }
    }
    expect([...document.fonts].filter((face) => face.family.includes(FONT_FAMILY))).toHaveLength(2);
  });

  it('loads the rarer syllables only for a text that has them, and both files then serve one line', async () => {
    const text = '괆 서버 API';
    const before = drawnWidth('괆', 700);
    await loadFonts(text);
    const size = { size: 40, weight: 700 } as const;
    expect(drawnWidth('괆', 700)).toBeCloseTo(textWidth('괆', size), 1);
    expect(before === drawnWidth('괆', 700)).toBe(false);
    expect(drawnWidth('괆서버API', 700)).toBeGreaterThan(textWidth('괆서버API', size) * 0.96);
    expect(drawnWidth('괆서버API', 700)).toBeLessThanOrEqual(textWidth('괆서버API', size) + 0.5);
  });

  it('asks only once for each file', async () => {
    const count = document.fonts.size;
    await Promise.all([loadFonts('a'), loadFonts('b'), loadFonts('괆')]);
    expect(document.fonts.size).toBe(count);
  });
});
