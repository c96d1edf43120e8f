import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLink, parseLink, THEME_NAMES, VIEWS, type Link } from '../../../src/app/link.ts';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,11}$/);
const step = fc.array(id, { minLength: 1, maxLength: 3 }).map((ids) => ids.join('/'));
const fraction = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000);
const link: fc.Arbitrary<Link> = fc.record(
  {
    scenario: fc.tuple(id, id).map((ids) => ids.join('/')),
    path: fc.dictionary(fc.oneof(id, fc.constantFrom('level', 'lang', 'doc', 'theme', 'view', 'constructor')), id, { noNullPrototype: true }),
    moment: fc.record({ step, part: fc.constantFrom('act' as const, 'hold' as const), fraction }),
    level: fc.integer({ min: 1, max: 99 }),
    view: fc.constantFrom(...VIEWS),
    theme: fc.constantFrom(...THEME_NAMES),
    language: fc.constantFrom('en', 'ko', 'ko-KR', 'zh-Hant-TW', 'und'),
    document: fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
  },
  { requiredKeys: ['scenario', 'path'] },
);

describe('links', () => {
  it('read back what was written', () => {
    fc.assert(
      fc.property(link, (written) => {
        expect(parseLink(formatLink(written))).toEqual(written);
      }),
    );
  });

  it('survive an address bar and a messenger that escapes them', () => {
    fc.assert(
      fc.property(link, (written) => {
        const escaped = formatLink(written).replaceAll('@', '%40').replaceAll(':', '%3A').replaceAll('&', '&amp;');
        expect(parseLink(escaped)).toEqual(written);
        expect(parseLink(new URL(formatLink(written), 'https://hopline.example/app/').hash)).toEqual(written);
      }),
    );
  });

  it('round a fraction to a ten-thousandth', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (exact) => {
        const read = parseLink(formatLink({ scenario: 'a/b', path: {}, moment: { step: 's', part: 'hold', fraction: exact } }));
        expect(Math.abs((read?.moment?.fraction ?? Number.NaN) - exact)).toBeLessThanOrEqual(0.00005 + 1e-12);
      }),
    );
  });

  it('take any text without an error, and give what can be written again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const read = parseLink(`#/a/b/${text}`);
        const again = read && parseLink(formatLink(read));
        expect(again && formatLink(again)).toEqual(read && formatLink(read));
      }),
    );
  });

  it('are written as the documentation shows them', () => {
    expect(
      formatLink({
        scenario: 'kubernetes/pod-creation',
        moment: { step: 'store/replicate', part: 'act', fraction: 0.4 },
        level: 3,
        path: { 'proxy-mode': 'iptables' },
        language: 'ko',
        view: 'split',
        theme: 'dark',
      }),
    ).toBe('#/kubernetes/pod-creation/store/replicate@0.4?level=3&proxy-mode=iptables&lang=ko&view=split&theme=dark');
    expect(formatLink({ scenario: 'a/b', path: {}, moment: { step: 's', part: 'hold', fraction: 0.25 } })).toBe('#/a/b/s@hold:0.25');
    expect(formatLink({ scenario: 'a/b', path: {}, moment: { step: 's', part: 'act', fraction: 0 } })).toBe('#/a/b/s');
  });

  it.each([
    ['#/a/b/s@7', { scenario: 'a/b', path: {}, moment: { step: 's', part: 'act', fraction: 1 } }],
    ['#/a/b/s@', { scenario: 'a/b', path: {}, moment: { step: 's', part: 'act', fraction: 0 } }],
    ['#/a/b/s@later:0.5', { scenario: 'a/b', path: {}, moment: { step: 's', part: 'act', fraction: 0 } }],
    ['#/a/b/s@0.5).', { scenario: 'a/b', path: {}, moment: { step: 's', part: 'act', fraction: 0.5 } }],
    ['#/a/b/', { scenario: 'a/b', path: {} }],
    ['#/a/b//s//t@0.5', { scenario: 'a/b', path: {}, moment: { step: 's/t', part: 'act', fraction: 0.5 } }],
    ['#/a/b/UPPER@0.5', { scenario: 'a/b', path: {} }],
    ['#/a/b?level=0&view=cube&theme=pink&lang=%00&mode=<b>&__proto__=x', { scenario: 'a/b', path: {} }],
    ['#/a/b?level=2.5', { scenario: 'a/b', path: {} }],
    ['#/a/b?level=2&mode=fast', { scenario: 'a/b', path: { mode: 'fast' }, level: 2 }],
    ['#/a/b?doc=%3Cscript%3E', { scenario: 'a/b', path: {} }],
    ['#/a/b/%E0%A4%A', { scenario: 'a/b', path: {} }],
  ])('leave out what means nothing: %s', (fragment, expected) => {
    expect(parseLink(fragment)).toEqual(expected);
  });

  it.each(['', '#', '#/', '#/a', '#top', '#/../etc/passwd', '#/A/b', '#/https://evil.example/x'])('name no scenario: %s', (fragment) => {
    expect(parseLink(fragment)).toBeUndefined();
  });
});
