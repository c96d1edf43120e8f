import { describe, expect, it } from 'vitest';
import { element, esc, n } from '../../../../src/export/svg/markup.ts';
import { isStepped, MotionSheet } from '../../../../src/export/svg/motion-sheet.ts';
import { pathData } from '../../../../src/export/svg/path-data.ts';
import { AT_ONCE } from '../../../../src/export/svg/series.ts';
import { sharePaths } from '../../../../src/export/svg/share-paths.ts';

describe('markup', () => {
  it('writes numbers as short as they can be', () => {
    expect([0, -0.001, 0.5, -0.25, 12, 100, 2.71699].map((value) => n(value))).toEqual(['0', '0', '.5', '-.25', '12', '100', '2.72']);
  });

  it('escapes what XML takes for its own, and leaves out what it does not know', () => {
    expect(esc(`<a b="c" d='e'>&\u0000\u001f\ud800파드\ud83d\ude00`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;파드\ud83d\ude00');
    expect(element('text', { x: 1.5, class: '', y: undefined, 'data-a': '"<' }, esc('<b>'))).toBe('<text x="1.5" data-a="&quot;&lt;">&lt;b&gt;</text>');
  });

  it('writes ways point by point, straight pieces as one', () => {
    expect(pathData([{ x: 10, y: 10 }, { x: 20, y: 10 }, { x: 30, y: 10 }, { x: 30, y: 5.5 }, { x: 31.2, y: 4.3 }])).toBe('M10 10h20v-4.5l1.2-1.2');
    expect(pathData([{ x: 0, y: 0 }, { x: 4, y: 3 }, { x: 0, y: 6 }], true)).toBe('M0 0l4 3l-4 3z');
  });

  it('defines long ways once', () => {
    const long = `M0 0${'h1v1'.repeat(20)}`;
    const { markup, definitions } = sharePaths(`<path d="${long}" class="a"/><path class="b" d="${long}"/><path d="M0 0h1"/><path d="M0 0h1"/>`);
    expect(definitions).toEqual([`<path id="p0" d="${long}"/>`]);
    expect(markup).toBe('<use href="#p0" class="a"/><use href="#p0" class="b"/><path d="M0 0h1"/><path d="M0 0h1"/>');
  });
});

describe('keyframes', () => {
  const write = ([value = 0]: readonly number[]): string => `opacity:${n(value)}`;
  const bodyOf = (sheet: MotionSheet): string => /@keyframes k0\{(.*)\}/.exec(sheet.rules())?.[1] ?? '';
  const placesOf = (sheet: MotionSheet): number[] => [...bodyOf(sheet).matchAll(/([\d.]+)%/g)].map(([, at]) => Number(at)).sort((a, b) => a - b);

  it('wait for what begins later, and stay at the end', () => {
    const sheet = new MotionSheet(10, 20);
    sheet.add([{ time: 12, value: [1] }, { time: 14, value: [0] }], write, false);
    expect(bodyOf(sheet)).toBe('0%,20%{opacity:1}40%,100%{opacity:0}');
  });

  it('jump within a moment, never at one place', () => {
    const sheet = new MotionSheet(0, 100);
    const jump = [{ time: 0, value: [0] }, { time: 50 - AT_ONCE, value: [0] }, { time: 50, value: [1] }, { time: 70, value: [0.5] }];
    expect(isStepped(jump)).toBe(false);
    expect(isStepped(jump.slice(0, 3))).toBe(true);
    sheet.add(jump, write, false);
    const places = placesOf(sheet);
    expect(places).toEqual([...new Set(places)]);
    expect(bodyOf(sheet)).toBe('0%,50%{opacity:0}50.01%{opacity:1}70%,100%{opacity:.5}');
  });

  it('are shared by all that move alike', () => {
    const sheet = new MotionSheet(0, 1);
    const samples = [{ time: 0, value: [0] }, { time: 1, value: [1] }];
    expect(sheet.add(samples, write, false)).toBe(sheet.add([...samples], write, false));
  });
});
