import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedAddress, readRequest, type EmbedRequest } from '../../../src/embed/embed-address.ts';
import { attributesOf } from '../../../src/embed/settings.ts';

const PAGE = 'https://docs.example/hopline/';
const read = (address: string): EmbedRequest => readRequest(new URL(address).search, new URL(address).hash);

describe('the address of an embed page', () => {
  it('says what is shown and how, and is readable', () => {
    const address = embedAddress(PAGE, { src: 'flows/order.yaml', settings: { lang: 'ko', level: 2, path: { 'proxy-mode': 'iptables', mode: 'random' }, loop: true, controls: false }, t: 1.5, origins: ['https://a.test', 'https://b.test'] });
    expect(address).toBe(`${PAGE}#src=flows/order.yaml&lang=ko&level=2&path=proxy-mode=iptables,mode=random&loop=1&controls=0&t=1.5&origin=https://a.test,https://b.test`);
    expect(read(address)).toEqual({
      src: 'flows/order.yaml', t: 1.5, origins: ['https://a.test', 'https://b.test'],
      settings: { lang: 'ko', level: '2', path: 'proxy-mode=iptables,mode=random', loop: '1', controls: '0' },
    });
  });

  it('is read as it was written, whatever is in it', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('&amp;', '#?&=+%,:/', 'a b', '%26'));
    fc.assert(fc.property(text, text, (src, step) => {
      expect(read(embedAddress(PAGE, { src, settings: { step } }))).toEqual({ src, settings: { step } });
    }));
  });

  it('may stand behind ? too, and escaped; what means nothing is left out', () => {
    expect(readRequest('?src=a.yaml&amp;lang=en&evil=1', '#lang=ko&t=soon')).toEqual({ src: 'a.yaml', settings: { lang: 'ko' } });
    expect(readRequest('', '')).toEqual({ settings: {} });
  });
});

describe('settings from outside', () => {
  const attributes = (values: unknown): Record<string, string | null> => Object.fromEntries(attributesOf(values));

  it('become attributes of the player, on and off', () => {
    expect(attributes({ level: 3, view: 'split', path: { mode: 'a', other: 'b' }, loop: true, autoplay: 'no', controls: '0', step: '' })).toEqual({
      level: '3', view: 'split', path: 'mode=a&other=b', loop: '', autoplay: null, controls: null, step: null,
    });
    expect(attributes({ path: 'mode=a, other=b' })).toEqual({ path: 'mode=a&other=b' });
  });

  it('are a closed list: nothing else is set, and nothing that would be asked for', () => {
    expect(attributes({ src: 'https://spy.test', onclick: 'x', style: 'x', innerHTML: 'x', __proto__: { class: 'x' }, poster: 'https://spy.test/a.png', lang: '"><b>', view: {}, level: ['2'], step: 'x'.repeat(2000) })).toEqual({});
    for (const nothing of [null, undefined, 'level=2', 3, []]) expect(attributes(nothing)).toEqual({});
  });
});
