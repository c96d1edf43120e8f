import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ARCHITECTURE, SCENARIO, Workshop } from './workshop.ts';

let shop: Workshop;
beforeEach(() => {
  shop = new Workshop();
  shop.write('scenarios/shop.yaml', ARCHITECTURE);
});
afterEach(() => shop.remove());

const CITE = `    cite:
      - href: https://example.org/b
        title: Guide
        version: v2
      - https://example.org/a
`;
const plain = SCENARIO.replace(/^ +cite:.*\n/m, '');
const cited = plain.replace(/^ +do:/m, `${CITE}    do:`);

describe('hopline cite', () => {
  it('lists what each step cites, with its version', async () => {
    shop.write('scenarios/order.yaml', cited);
    shop.write('scenarios/plain.yaml', plain.replace('id: order', 'id: plain'));
    const { code, out, err } = await shop.run(['cite']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toEqual([
      'scenarios/order.yaml', expect.stringMatching(/^ {2}[a-z-]+$/), '    https://example.org/b  Guide, v2', '    https://example.org/a  https://example.org/a',
      'scenarios/plain.yaml', '  (cites nothing)',
    ]);
  });

  it('lists each address once', async () => {
    shop.write('scenarios/order.yaml', cited);
    shop.write('scenarios/again.yaml', cited.replace('id: order', 'id: again'));
    expect((await shop.run(['cite', '--links'])).out.split('\n')).toEqual(['https://example.org/a  https://example.org/a', 'https://example.org/b  Guide, v2']);
    expect(JSON.parse((await shop.run(['cite', '--links', '--json'])).out)).toEqual([
      { title: 'https://example.org/a', href: 'https://example.org/a' }, { title: 'Guide', href: 'https://example.org/b', version: 'v2' },
    ]);
  });

  it('says the same as JSON', async () => {
    shop.write('scenarios/order.yaml', cited);
    expect(JSON.parse((await shop.run(['cite', 'scenarios/order.yaml', '--json'])).out)[0]).toEqual({
      file: 'scenarios/order.yaml', scenario: 'order', step: expect.any(String), title: 'Guide', href: 'https://example.org/b', version: 'v2',
    });
  });

  it('names a scenario that cannot be read, and exits with 1', async () => {
    shop.write('scenarios/order.yaml', cited.replace('web -> orders', 'web -> order'));
    expect(await shop.run(['cite'])).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^scenarios\/order\.yaml:\d+:\d+ error unknown-component/) });
  });
});
