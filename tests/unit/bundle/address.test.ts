import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatAddress, parseAddress, type Address } from '../../../src/bundle/address.ts';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/);
const address = fc.record({
  scenario: id, step: fc.array(id, { minLength: 1, maxLength: 2 }).map((ids) => ids.join('/')), lang: fc.constantFrom('en', 'ko', 'pt-BR'),
  theme: fc.constantFrom('auto', 'dark', 'light', 'contrast'), view: fc.constantFrom('map', 'sequence', 'split'), level: fc.integer({ min: 1, max: 99 }),
  path: fc.dictionary(fc.oneof(id, fc.constantFrom('lang', 'theme', 'view', 'level')), id, { minKeys: 1, maxKeys: 3 }),
}, { requiredKeys: ['scenario'] }) as fc.Arbitrary<Address>;

it('is read as it was written', () => {
  fc.assert(fc.property(address, (one) => {
    expect(parseAddress(formatAddress(one))).toEqual(one);
  }));
});

it('of the gallery has no scenario', () => {
  expect(parseAddress('')).toEqual({});
  expect(formatAddress({ lang: 'ko' })).toBe('#?lang=ko');
  expect(parseAddress('#?lang=ko')).toEqual({ lang: 'ko' });
});

it('is read leniently: what means nothing is left out, and nothing throws', () => {
  expect(parseAddress('#flow/a%2Fb?lang=%00&theme=pink&view=x&level=1e9&level=2')).toEqual({ scenario: 'flow', step: 'a/b' });
  expect(parseAddress('#%E0%A4%A')).toEqual({ scenario: '%E0%A4%A' });
  fc.assert(fc.property(fc.string(), (text) => void parseAddress(text)));
});
