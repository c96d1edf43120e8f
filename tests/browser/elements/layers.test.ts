import axe from 'axe-core';
import { expect, it } from 'vitest';
import type { HoplinePlayer } from '../../../src/elements/hopline-player.ts';
import { loaded, part, settled, until } from './support.ts';
import { STORY, story } from './story.ts';

const LAYERED = STORY.replace(
  '  groups:\n',
  `  layers:
    front:
      title:
        en: Front
        ko: 앞
      about:
        en: Where people are.
        ko: 사람이 있는 곳입니다.
      items:
        - en: Shops
          ko: 상점들
    back:
      title:
        en: Back
        ko: 뒤
  groups:
`,
)
  .replace('      group: left\n', '      group: left\n      layer: front\n')
  .replaceAll('      group: right\n', '      group: right\n      layer: back\n');

const open = (properties: Partial<HoplinePlayer> = {}, size = { width: 1440, height: 900 }): Promise<HoplinePlayer> =>
  loaded({ controls: true, scenarios: [story('layered', LAYERED)], ...properties }, size);
const key = (player: HoplinePlayer, name: string): boolean =>
  part(player, '.stage').dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));
const panelOf = (player: HoplinePlayer): Element | null => player.shadowRoot!.querySelector('hopline-layers');
const opacity = (player: HoplinePlayer, id: string): number | undefined =>
  player.stage!.displayList().find((item) => item.kind === 'node' && item.id === id)?.opacity;

async function press(player: HoplinePlayer, layer: string, index: number): Promise<void> {
  part(player, 'hopline-layers', `[data-layer=${layer}] .line button:nth-of-type(${index})`).click();
  await player.updateComplete;
  await settled();
}
const light = (player: HoplinePlayer, layer: string): Promise<void> => press(player, layer, 1);
const hide = (player: HoplinePlayer, layer: string): Promise<void> => press(player, layer, 2);

it('opens by its button and its key, only where there are layers', async () => {
  const plain = await loaded({ controls: true });
  key(plain, 'y');
  await plain.updateComplete;
  expect([panelOf(plain), plain.shadowRoot!.querySelector('hopline-controls')!.shadowRoot!.querySelector('[part~=layers]')]).toEqual([null, null]);
  const player = await open();
  part(player, 'hopline-controls', '[part~=layers]').click();
  await player.updateComplete;
  expect(panelOf(player)).not.toBeNull();
  key(player, 'y');
  await player.updateComplete;
  expect(panelOf(player)).toBeNull();
  key(player, 'Y');
  await player.updateComplete;
  expect(panelOf(player)).not.toBeNull();
  key(player, 'Escape');
  await player.updateComplete;
  expect(panelOf(player)).toBeNull();
});

it('tells what each layer is for and what belongs to it, in both languages', async () => {
  const player = await open();
  key(player, 'y');
  await player.updateComplete;
  const told = (): string[] => [...part(player, 'hopline-layers').shadowRoot!.querySelectorAll('.layer')].map((layer) => layer.textContent!.replace(/\s+/g, ' ').trim());
  expect(told()).toEqual([
    'Front1 component Where people are. What belongs to it Shops Shop',
    'Back2 components What belongs to it StoreLog',
  ]);
  player.lang = 'ko';
  await player.updateComplete;
  await settled();
  expect(told()[0]).toBe('앞컴포넌트 1개 사람이 있는 곳입니다. 이 계층에 속하는 것 상점들 상점');
});

it('lights one layer at a time, whatever the story does', async () => {
  const player = await open();
  await until(() => player.draws > 0, 'a picture is drawn');
  key(player, 'y');
  await player.updateComplete;
  await light(player, 'back');
  await until(() => opacity(player, 'log') === 1, 'the back is lit');
  expect([opacity(player, 'store'), opacity(player, 'log')]).toEqual([1, 1]);
  player.goToStep('tell');
  await until(() => player.currentStep?.id === 'tell', 'another step');
  await settled();
  expect([opacity(player, 'store'), opacity(player, 'log')]).toEqual([1, 1]);
  player.goToStep('ask');
  await light(player, 'front');
  await until(() => opacity(player, 'shop') === 1, 'the shop is lit');
  expect(opacity(player, 'store')).not.toBe(1);
  const pressed = [...part(player, 'hopline-layers').shadowRoot!.querySelectorAll('.line button[aria-pressed=true]')];
  expect(pressed.map((button) => button.getAttribute('aria-label'))).toEqual(['Light: Front']);
  await light(player, 'front');
  await until(() => opacity(player, 'store') === 1, 'nothing is lit any more');
});

it('hides layers, and shows all of them again', async () => {
  const player = await open();
  await until(() => player.draws > 0, 'a picture is drawn');
  key(player, 'y');
  await player.updateComplete;
  await light(player, 'back');
  await hide(player, 'back');
  await until(() => opacity(player, 'log') === undefined, 'the back is gone');
  expect(part(player, 'hopline-layers').shadowRoot!.querySelectorAll('[aria-pressed=true]')).toHaveLength(1);
  part(player, 'hopline-layers', '.all').click();
  await until(() => opacity(player, 'log') !== undefined, 'it is back');
  await player.updateComplete;
  await settled();
  expect(part(player, 'hopline-layers').shadowRoot!.querySelector('.all')).toBeNull();
});

it('forgets the viewer’s layers with another scenario, and keeps them when the file changes', async () => {
  const other = LAYERED.replace('id: story', 'id: other');
  const player = await open({ scenarios: [story('layered', LAYERED), story('other', other)] });
  await until(() => player.draws > 0, 'a picture is drawn');
  key(player, 'y');
  await player.updateComplete;
  await hide(player, 'back');
  await until(() => opacity(player, 'log') === undefined, 'the back is gone');
  await player.reload();
  await until(() => player.stage!.displayList().length > 0, 'it is drawn again');
  expect(opacity(player, 'log')).toBeUndefined();
  player.scenario = 'other';
  await until(() => player.trace?.scenario.id === 'other', 'the other one is there');
  await until(() => opacity(player, 'log') !== undefined, 'the back is there again');
});

it('goes to the inspector of a component, and on a phone back to the layers', async () => {
  const player = await open({ lang: 'ko' }, { width: 390, height: 844 });
  key(player, 'y');
  await player.updateComplete;
  await settled();
  const sheet = part(player, 'hopline-layers.sheet').getBoundingClientRect();
  expect(sheet.width).toBeGreaterThan(340);
  part(player, 'hopline-layers', '[data-layer=back] summary').click();
  part(player, 'hopline-layers', '[data-layer=back] .component').click();
  await player.updateComplete;
  await settled();
  expect(part(player, 'hopline-inspector', 'h4').textContent).toBe('저장소');
  part(player, 'hopline-inspector', '.head .button').click();
  await player.updateComplete;
  expect(panelOf(player)).not.toBeNull();
});

it.each(['dark', 'light', 'contrast'] as const)('gives axe nothing to find in the theme %s', async (theme) => {
  const player = await open({ theme });
  await until(() => player.draws > 0, 'a picture is drawn');
  key(player, 'y');
  await player.updateComplete;
  await light(player, 'front');
  await hide(player, 'back');
  const { violations } = await axe.run(player, { resultTypes: ['violations'], rules: { region: { enabled: false } } });
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`))).toEqual([]);
});
