import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ARCHITECTURE, SCENARIO, Workshop } from './workshop.ts';

let shop: Workshop;
beforeEach(() => {
  shop = new Workshop();
});
afterEach(() => shop.remove());

const broken = SCENARIO.replace('web -> orders', 'web -> order');

describe('hopline', () => {
  it('says its version and what there is', async () => {
    expect(await shop.run(['--version'])).toEqual({ code: 0, out: '1.2.3', err: '' });
    const help = await shop.run(['--help']);
    expect(help.code).toBe(0);
    for (const command of ['check', 'cite', 'fmt', 'layout', 'new', 'dev', 'record', 'captions']) expect(help.out).toContain(`\n  ${command} `);
  });

  it('refuses what it does not know, with the exit code for wrong use', async () => {
    expect(await shop.run(['play'])).toMatchObject({ code: 2, err: expect.stringContaining("unknown command 'play'") });
    expect(await shop.run(['check', '--loud'])).toMatchObject({ code: 2, err: expect.stringContaining("unknown option '--loud'") });
    expect(await shop.run(['dev'])).toMatchObject({ code: 2, err: expect.stringContaining("missing required argument 'file'") });
  });
});

describe('hopline check', () => {
  it('is content with a good folder', async () => {
    shop.write('scenarios/shop.yaml', ARCHITECTURE);
    shop.write('scenarios/order.yaml', SCENARIO);
    shop.write('scenarios/other.yaml', 'unrelated: true\n');
    expect(await shop.run(['check'])).toEqual({ code: 0, out: '', err: '2 files checked: 0 errors, 0 warnings.' });
  });

  it('names file, line, column, severity, code, message and hint, and exits with 1', async () => {
    shop.write('shop.yaml', ARCHITECTURE);
    shop.write('order.yaml', broken);
    const { code, out } = await shop.run(['check', 'order.yaml']);
    expect(code).toBe(1);
    expect(out).toMatch(/^order\.yaml:11:\d+ error [a-z-]+ .*order/);
    expect(out).toMatch(/\n {4}.*orders/);
  });

  it('says the same as JSON', async () => {
    shop.write('shop.yaml', ARCHITECTURE);
    shop.write('order.yaml', broken);
    const { code, out } = await shop.run(['check', 'order.yaml', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({ code: 'unknown-component', severity: 'error', file: 'order.yaml', line: 11, column: expect.any(Number), path: 'steps[0].do[0].call', message: expect.any(String), hint: expect.any(String) }),
    ]);
    shop.write('order.yaml', SCENARIO);
    expect(JSON.parse((await shop.run(['check', 'order.yaml', '--json'])).out)).toEqual([]);
  });

  it('lets warnings pass, unless it is strict', async () => {
    shop.write('shop.yaml', ARCHITECTURE);
    shop.write('order.yaml', SCENARIO.replace('The order is placed.', 'word '.repeat(40)));
    const lenient = await shop.run(['check', 'order.yaml']);
    expect(lenient.out).toMatch(/^order\.yaml:8:10 warning long-narration/m);
    expect(lenient.code).toBe(0);
    expect((await shop.run(['check', 'order.yaml', '--strict'])).code).toBe(1);
  });

  it('says once what is wrong in an architecture that several scenarios share', async () => {
    shop.write('shop.yaml', ARCHITECTURE.replace('kind: browser', 'kind: brwser'));
    shop.write('a.yaml', SCENARIO);
    shop.write('b.yaml', SCENARIO.replace('id: order', 'id: other'));
    const { out } = await shop.run(['check', '.']);
    expect(out.match(/shop\.yaml:7:/g)).toHaveLength(1);
  });

  it('says what is missing: the file, its architecture, any scenario', async () => {
    expect(await shop.run(['check', 'gone.yaml'])).toEqual({ code: 1, out: '', err: 'gone.yaml cannot be read.' });
    expect(await shop.run(['check'])).toMatchObject({ code: 1, err: expect.stringContaining('No scenario was found') });
    shop.write('order.yaml', SCENARIO);
    const { code, out } = await shop.run(['check', 'order.yaml']);
    expect(code).toBe(1);
    expect(out).toMatch(/^order\.yaml:3:15 error unreadable-architecture/);
    expect(out).not.toContain(shop.folder);
  });
});

describe('hopline fmt', () => {
  const odd = SCENARIO.replace('id: order\n', 'id:   order # why\n');

  it('writes the canonical form, comments kept, and names what it changed', async () => {
    shop.write('order.yaml', odd);
    expect(await shop.run(['fmt', 'order.yaml'])).toEqual({ code: 0, out: 'order.yaml', err: '' });
    expect(shop.read('order.yaml')).toContain('id: order # why\n');
    expect(await shop.run(['fmt', 'order.yaml'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('only looks where that is asked', async () => {
    shop.write('order.yaml', odd);
    expect(await shop.run(['fmt', 'order.yaml', '--check'])).toEqual({ code: 1, out: 'order.yaml', err: '' });
    expect(shop.read('order.yaml')).toBe(odd);
  });

  it('leaves alone what it cannot read', async () => {
    shop.write('order.yaml', 'hopline: [1\n');
    expect(await shop.run(['fmt', 'order.yaml'])).toMatchObject({ code: 1, err: expect.stringMatching(/^order\.yaml:2:1 error yaml-syntax/) });
    expect(shop.read('order.yaml')).toBe('hopline: [1\n');
  });
});

describe('hopline new', () => {
  it('writes a scenario that plays, in the canonical form, from flags', async () => {
    expect(await shop.run(['new', '--title', 'Checkout: fast!', '--participants', 'Browser, API Gateway,Orders,Orders Database'])).toMatchObject({
      code: 0, out: expect.stringContaining('hopline dev checkout-fast.yaml'),
    });
    expect(await shop.run(['check', 'checkout-fast.yaml'])).toMatchObject({ code: 0 });
    expect(await shop.run(['fmt', 'checkout-fast.yaml', '--check'])).toMatchObject({ code: 0 });
    const text = shop.read('checkout-fast.yaml');
    expect(text).toMatch(/orders-database:\n +kind: database/);
    expect(text).toMatch(/api-gateway:\n +kind: gateway/);
  });

  it('asks where a person can answer, and takes what is usual for an empty answer', async () => {
    expect(await shop.run(['new', 'stories/first.yaml'], ['', 'Ann, Bob'])).toMatchObject({ code: 0 });
    expect(shop.read('stories/first.yaml')).toMatch(/title: First\n[^]*ann -> bob/);
  });

  it('writes Korean, and names without a Latin letter', async () => {
    await shop.run(['new', 'k.yaml', '--title', '주문', '--participants', '브라우저, 주문 서비스', '--lang', 'ko']);
    expect(await shop.run(['check', 'k.yaml'])).toMatchObject({ code: 0 });
    expect(shop.read('k.yaml')).toContain('part-1 -> part-2');
  });

  it('copes with names that YAML would read as something else', async () => {
    await shop.run(['new', 'odd.yaml', '--title', '1.5', '--participants', 'null, #hash, yes, a: b, "q", - x']);
    expect(await shop.run(['check', 'odd.yaml'])).toMatchObject({ code: 0, out: expect.not.stringContaining('error') });
  });

  it('never overwrites a file unasked', async () => {
    shop.write('mine.yaml', 'precious');
    expect(await shop.run(['new', 'mine.yaml', '--title', 'X'])).toMatchObject({ code: 1, err: expect.stringContaining('--force') });
    expect(shop.read('mine.yaml')).toBe('precious');
    expect(await shop.run(['new', 'mine.yaml', '--title', 'X', '--force'])).toMatchObject({ code: 0 });
  });

  it('refuses what cannot be a scenario', async () => {
    expect(await shop.run(['new', 'x.yaml', '--title', 'X', '--participants', 'Alone'])).toMatchObject({ code: 1, err: expect.stringContaining('two participants') });
    expect(await shop.run(['new', 'x.yaml', '--title', 'X', '--lang', 'tlh'])).toMatchObject({ code: 1, err: expect.stringContaining('tlh') });
  });
});

describe('hopline layout', () => {
  const positions = (text: string): number[] => [...text.matchAll(/at: \[(-?\d+), (-?\d+)\]/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);

  it('prints places, and changes nothing', async () => {
    shop.write('shop.yaml', ARCHITECTURE);
    const { code, out } = await shop.run(['layout', 'shop.yaml']);
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(3);
    expect(shop.read('shop.yaml')).toBe(ARCHITECTURE);
  });

  it('writes them on the grid, comments kept, and finds nothing more to do', async () => {
    shop.write('shop.yaml', ARCHITECTURE);
    shop.write('order.yaml', SCENARIO);
    expect(await shop.run(['layout', 'order.yaml', '--write'])).toEqual({ code: 0, out: 'shop.yaml: 3 components are placed.', err: '' });
    const text = shop.read('shop.yaml');
    expect(positions(text)).toHaveLength(6);
    expect(positions(text).filter((value) => value % 8 !== 0)).toEqual([]);
    expect(text.replace(/\n +at: .*/g, '')).toBe(ARCHITECTURE);
    expect(await shop.run(['check', '.'])).toMatchObject({ code: 0 });
    expect(await shop.run(['layout', 'shop.yaml', '--write'])).toMatchObject({ code: 0, err: expect.stringContaining('Every component') });
  });

  it('puts what is new beside what is placed, and moves the latter only when told to', async () => {
    const placed = ARCHITECTURE.replace('title: Web', 'title: Web\n    at: [800, 400]');
    shop.write('shop.yaml', placed);
    await shop.run(['layout', 'shop.yaml', '--write']);
    expect(shop.read('shop.yaml')).toContain('title: Web\n    at: [800, 400]');
    const [, , ...rest] = positions(shop.read('shop.yaml'));
    expect(Math.min(...rest.filter((_, at) => at % 2 === 0))).toBeGreaterThan(800);
    await shop.run(['layout', 'shop.yaml', '--write', '--all']);
    expect(shop.read('shop.yaml')).not.toContain('at: [800, 400]');
    expect(positions(shop.read('shop.yaml'))).toHaveLength(6);
  });

  it('refuses a broken file', async () => {
    shop.write('shop.yaml', ARCHITECTURE.replace('orders -> stock', 'orders -> stok'));
    expect(await shop.run(['layout', 'shop.yaml', '--write'])).toMatchObject({ code: 1, err: expect.stringContaining('broken'), out: expect.stringContaining('shop.yaml:17:') });
  });
});
