/**
 * Takes pictures of the stage: `npx tsx tests/tools/shoot.mts --out DIR [--scenario kubernetes/pod-creation] [--lang ko,en] [--level 1]
 * [--theme dark] [--view map,split] [--size 1920x1080] [--ratio 1] [--path proxy-mode=iptables] [--renderer canvas] [--at store@0.4,store!]`.
 * Without `--at` every step is taken in its middle.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { launchBrowser } from './launch.ts';
import { ROOT } from './pages.ts';

/** What the page of the stage offers. */
interface StagePage {
  shoot(shot: unknown): Promise<{ png: string; list: unknown; ms: number }>;
  stepsOf(address: string, variant: object): Promise<{ id: string }[]>;
}

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: '.cache/shots' },
    scenario: { type: 'string', default: 'kubernetes/pod-creation' },
    lang: { type: 'string', default: 'ko' },
    level: { type: 'string', default: '1' },
    theme: { type: 'string', default: 'dark' },
    view: { type: 'string', default: 'map' },
    size: { type: 'string', default: '1920x1080' },
    ratio: { type: 'string', default: '1' },
    path: { type: 'string', default: '' },
    renderer: { type: 'string', default: 'canvas' },
    at: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
  },
});

const server = await createServer({ root: ROOT, configFile: false, logLevel: 'error', server: { port: 0, hmr: false, watch: null }, appType: 'mpa' });
await server.listen();
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`${server.resolvedUrls?.local[0]}tests/tools/pages/stage.html`);
  await page.waitForFunction(() => 'shoot' in window, undefined, { timeout: 60_000 });
  await mkdir(values.out, { recursive: true });
  for (const shot of await shots()) {
    const result = await page.evaluate((one) => (window as unknown as StagePage).shoot(one), shot);
    const { scenario, variant, theme, view, at } = shot;
    const name = [scenario.replace(/.*\/|\.yaml$/g, ''), variant.lang, `L${variant.level}`, theme, view, values.size, at.replace(/[/@!]/g, '_')].join('-');
    await writeFile(join(values.out, `${name}.png`), Buffer.from(result.png.split(',')[1] as string, 'base64'));
    if (values.list) await writeFile(join(values.out, `${name}.json`), JSON.stringify(result.list, null, 1));
    console.log(`${name}.png ${result.ms.toFixed(1)} ms`);
  }

  async function shots() {
    const scenario = values.scenario.startsWith('/') ? values.scenario : `/scenarios/${values.scenario}.yaml`;
    const path = Object.fromEntries(values.path.split(',').filter(Boolean).map((pair) => pair.split('=')));
    const [width, height] = values.size.split('x').map(Number) as [number, number];
    const all = [];
    for (const lang of values.lang.split(',')) {
      for (const level of values.level.split(',').map(Number)) {
        const variant = { lang, level, path };
        const at = values.at ? values.at.split(',') : (await stepsOf(scenario, variant)).map(({ id }) => `${id}@0.5`);
        for (const theme of values.theme.split(',')) {
          for (const view of values.view.split(',')) {
            for (const moment of at) {
              all.push({ scenario, variant, theme, view, width, height, ratio: Number(values.ratio), renderer: values.renderer, at: moment });
            }
          }
        }
      }
    }
    return all;
  }

  function stepsOf(scenario: string, variant: object): Promise<{ id: string }[]> {
    return page.evaluate(([address, one]) => (window as unknown as StagePage).stepsOf(address, one), [scenario, variant] as const);
  }
} finally {
  await browser.close();
  await server.close();
}
