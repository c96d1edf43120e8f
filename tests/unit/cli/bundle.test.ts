import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
// @ts-expect-error It comes without types.
import { create } from 'fontkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATA_ID, fileText } from '../../../src/bundle/bundle-data.ts';
import { comment, dataBlock, yamlBlock } from '../../../src/cli/bundle/bundle-markup.ts';
import { KO } from '../../../src/elements/messages-ko.ts';
import { unknownCharacters } from '../../../src/look/measure.ts';
import { ARCHITECTURE, SCENARIO, Workshop } from './workshop.ts';

const SECOND = SCENARIO.replace('id: order', 'id: refund').replace('title: Order', 'title:\n  en: Refund\n  ko: 환불 쪽지').replace('title: Buy', 'title:\n      en: Ask\n      ko: 뜯어 묻기')
  .replace('say: The order is placed.', 'say:\n      en: "Money goes \\u21d2 back </script><!-- <script>"\n      ko: 돈이 되돌아갑니다.').replace('./shop.yaml', '../shop.yaml');

describe('what stands in a page', () => {
  /** A page as a browser reads it: a block ends where the first end tag is. */
  function pageOf(markup: string): Document {
    const blocks = [...markup.matchAll(/<script([^>]*)>([^]*?)<\/script/gi)].map(([, attributes = '', textContent = '']) => ({
      textContent,
      hasAttribute: (name: string) => new RegExp(`\\s${name}(?=[\\s=]|$)`).test(attributes),
      getAttribute: (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? null,
    }));
    return { querySelectorAll: () => blocks } as unknown as Document;
  }

  it.each(['id: flow\n# a < b && c\n', 'say: </script><script>alert(1)</script>', 'say: <!-- <script> & &lt; &amp;lt;', 'x: </SCRIPT\n', 'x: <!--'])('is read as it was on the disk: %j', (text) => {
    const block = yamlBlock('a/b.yaml', text);
    expect(block.match(/<\/script|<!--|<script/gi)).toEqual(['<script', '</script']);
    expect(fileText(pageOf(block), 'a/b.yaml')).toBe(text);
    expect(() => fileText(pageOf(block), 'b.yaml')).toThrow('b.yaml is not in this page.');
  });

  it('ends neither its data nor its comments', () => {
    const title = { en: '</script><!-- "<b>' };
    const block = dataBlock({ title, languages: ['en'], defaults: { theme: 'auto', view: 'map', level: 1 }, entries: [] });
    expect(block.slice(0, -9)).not.toMatch(/<\/script|<!--/);
    expect(JSON.parse(/>(.*)</.exec(block)?.[1] ?? '')).toMatchObject({ title });
    expect(comment('a --> b <!-- c --!> d ---- e').slice(4, -3)).not.toMatch(/--|<!|>/);
  });
});

describe('hopline bundle', () => {
  let shop: Workshop;
  let html = '';
  beforeAll(async () => {
    shop = new Workshop();
    shop.write('flows/shop.yaml', ARCHITECTURE);
    shop.write('flows/order.yaml', SCENARIO);
    shop.write('flows/back/refund.yaml', SECOND);
    shop.write('flows/broken.yml', SCENARIO.replace('web -> orders', 'web -> nobody'));
    const { code, out, err } = await shop.run(['bundle', 'flows/order.yaml', 'flows/back/refund.yaml', '-o', 'made/flows.html', '--json', '--lang', 'ko', '--title', 'Shops & more', '--theme', 'dark', '--view', 'split', '--level', '2']);
    expect([code, err]).toEqual([0, '']);
    html = shop.read('made/flows.html');
    const gzipBytes = gzipSync(html, { level: 9 }).length;
    expect(JSON.parse(out)).toEqual({
      file: 'made/flows.html', bytes: Buffer.byteLength(html), gzipBytes,
      scenarios: [{ id: 'order', title: 'Order', languages: [] }, { id: 'refund', title: 'Refund', languages: ['en', 'ko'] }],
    });
    expect(gzipBytes).toBeLessThan(500_000);
  }, 60_000);
  afterAll(() => shop.remove());

  it('puts everything inside, and nothing that a browser would ask for', () => {
    const shown = html.replaceAll(/<script[^]*?<\/script>/g, '').replaceAll(/<!--[^]*?-->/g, '');
    const addresses = [...shown.matchAll(/\b(?:src|href|url)\s*[=(]\s*["']?([^"')\s>]+)/g)].map(([, address = '']) => address);
    expect(addresses.filter((address) => !/^(#|data:)/.test(address))).toEqual(addresses.filter((address) => address === 'https://example.org/'));
    const page = html.slice(html.indexOf(`id="${DATA_ID}"`));
    for (const name of ['order.yaml', 'back/refund.yaml', 'shop.yaml']) expect(page).toContain(`data-file="${name}"`);
    // Names tell nothing of the folders above.
    expect(html).not.toContain(shop.folder);
  });

  it('lets only its own scripts and styles be', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const inside = (tag: string): string[] => [...html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(([, text = '']) => hash(text));
    expect(policy).toContain(`script-src ${inside('script').join(' ')};`);
    expect(policy).toContain(`style-src ${inside('style').join(' ')};`);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(html).not.toMatch(/\sstyle="/);
  });

  it('says what its licences are', () => {
    for (const words of ['SIL OPEN FONT LICENSE', 'GreenSock', 'Permission is hereby granted', 'pixi.js']) expect(html).toContain(words);
  });

  it('has the letters of all its texts, and of the interface in their languages', () => {
    const fonts = [...html.matchAll(/font-weight:(\d+);src:url\(data:font\/woff2;base64,([^)]+)\)/g)];
    for (const weight of ['500', '700']) {
      const there = new Set(fonts.filter(([, own]) => own === weight).flatMap(([, , data = '']) => (create(Buffer.from(data, 'base64')) as { characterSet: number[] }).characterSet.map((code) => String.fromCodePoint(code))));
      const words = `${SECOND}${ARCHITECTURE}Shops & more ⇒ 한국어 English ${KO.levelName(2)} ${KO.componentCount(3)} ${KO.play} ${KO.keysNote} 준비됨 전체 시나리오`;
      const unknown = new Set(unknownCharacters(words));
      expect([...new Set(words)].filter((letter) => letter > ' ' && !there.has(letter) && !unknown.has(letter)), weight).toEqual([]);
      expect(there.size).toBeLessThan(700);
    }
  });

  it('can be read without a script, in the language that was asked for', () => {
    expect(html).toMatch(/<html lang="ko" data-theme="dark">/);
    expect(JSON.parse(new RegExp(`id="${DATA_ID}">(.*?)<`).exec(html)?.[1] ?? '')).toMatchObject({ title: { und: 'Shops & more' }, defaults: { lang: 'ko', theme: 'dark', view: 'split', level: 2 } });
    for (const words of ['<h1>Shops &amp; more</h1>', '<h3>1. 뜯어 묻기</h3>', '<p>돈이 되돌아갑니다.</p>', '<p>Money goes ⇒ back &lt;/script&gt;&lt;!-- &lt;script&gt;</p>']) expect(html).toContain(words);
    // A picture of each story in each of its languages, and a way from each card to its text.
    expect(html.match(/<svg class="cover"/g)).toHaveLength(3);
    for (const id of ['order', 'refund']) expect([html.includes(`href="#${id}"`), html.includes(`<article id="${id}">`)]).toEqual([true, true]);
  });

  it('leaves the old file where a scenario is broken, or the new one would be too large', async () => {
    const broken = await shop.run(['bundle', 'flows', '-o', 'made/flows.html']);
    expect(broken).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^flows\/broken\.yml:\d+:\d+ error [^]*nobody/) as unknown });
    const large = await shop.run(['bundle', 'flows/order.yaml', '-o', 'made/flows.html', '--max-size', '100KB']);
    expect(large).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^made\/flows\.html would be \d+ KB compressed, and at most 100 KB are allowed; it was not written\./) as unknown });
    expect(shop.read('made/flows.html')).toBe(html);
    expect(readdirSync(`${shop.folder}/made`)).toEqual(['flows.html']);
  });

  it('is wrongly called with another ending, look, language or size, or with what is no scenario', async () => {
    const wrong = [['-o', 'flow.pdf'], ['--theme', 'pink'], ['--view', 'list'], ['--level', '0'], ['--lang', 'fr'], ['--max-size', 'much']];
    for (const args of wrong) expect(await shop.run(['bundle', 'flows/order.yaml', ...args]), args.join(' ')).toMatchObject({ code: 2, out: '' });
    expect(await shop.run(['bundle', 'flows/shop.yaml'])).toMatchObject({ code: 1, err: expect.stringContaining('is an architecture') as unknown });
    expect(await shop.run(['bundle'])).toMatchObject({ code: 2 });
  });
});
