import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../tools/launch.ts';
import { openApp, stateOf } from './app-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

it('a link restores level and path too, and the moment in a step of that level', async () => {
  const { player, problems, close } = await openApp(browser, '#/kubernetes/service-traffic/rules/install@0.5?level=2&proxy-mode=iptables&view=split&lang=en');
  const state = await stateOf(player);
  expect(state).toMatchObject({ title: 'Service traffic', level: 2, path: { 'proxy-mode': 'iptables' }, view: 'split', paused: true });
  expect(state.moment).toMatchObject({ step: 'rules/install', part: 'act' });
  expect(state.moment.fraction).toBeCloseTo(0.5, 2);
  expect(problems).toEqual([]);
  await close();
});

it('a link to a step that this level does not have goes to the step around it', async () => {
  const { player, close } = await openApp(browser, '#/kubernetes/service-traffic/rules/install@0.5?level=1');
  const state = await stateOf(player);
  expect(state.level).toBe(1);
  expect(state.moment.step).toBe('rules');
  await close();
});
