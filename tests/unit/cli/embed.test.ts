import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRequest } from '../../../src/embed/embed-address.ts';
import { unpackFiles } from '../../../src/shared/packed-files.ts';
import { ARCHITECTURE, SCENARIO, Workshop } from './workshop.ts';

const PAGE = 'https://docs.example/hopline/';

let shop: Workshop;
beforeEach(() => {
  shop = new Workshop();
  shop.write('flows/shop.yaml', ARCHITECTURE);
  shop.write('flows/order.yaml', SCENARIO);
});
afterEach(() => shop.remove());

it('carries the scenario and its architecture in the address, by the names that they have for each other', async () => {
  const { code, out, err } = await shop.run(['embed', 'flows/order.yaml', '--page', PAGE, '--address', '--theme', 'dark', '--loop', '--no-controls']);
  expect([code, err]).toEqual([0, '']);
  expect(out.startsWith(`${PAGE}#theme=dark&loop=1&controls=0&doc=`)).toBe(true);
  const { doc = '', settings } = readRequest('', new URL(out).hash);
  expect(settings).toEqual({ theme: 'dark', loop: '1', controls: '0' });
  expect(await unpackFiles(doc)).toEqual([{ name: 'order.yaml', text: SCENARIO }, { name: 'shop.yaml', text: ARCHITECTURE }]);
});

it('prints a frame to paste, and an oEmbed document for a site', async () => {
  const frame = await shop.run(['embed', 'flows/order.yaml', '--src', '/flows/order.yaml', '--width', '640', '--height', '400']);
  expect(frame.out).toMatch(/^<iframe src="embed\/#src=\/flows\/order\.yaml" title="[^"]+" width="640" height="400" .*sandbox="allow-scripts [^"]*"><\/iframe>$/);
  await shop.run(['embed', 'flows/order.yaml', '--page', PAGE, '--src', '/flows/order.yaml', '--oembed', '--width', '640', '-o', 'order.oembed.json']);
  expect(JSON.parse(shop.read('order.oembed.json'))).toMatchObject({ type: 'rich', width: 640, provider_url: PAGE, html: expect.stringContaining(`src="${PAGE}#src=/flows/order.yaml"`) as unknown });
});

it('is wrongly called with what the story has not, and where a whole address is needed', async () => {
  for (const args of [['--lang', 'fr'], ['--level', '9'], ['--step', 'nowhere'], ['--theme', 'blue'], ['--view', 'inside'], ['--width', '3'], ['--oembed'], ['--oembed', '--address']]) {
    expect(await shop.run(['embed', 'flows/order.yaml', ...args]), args.join(' ')).toMatchObject({ code: 2, out: '' });
  }
});
