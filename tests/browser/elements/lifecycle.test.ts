import { expect, it, vi } from 'vitest';
import { layoutSequence } from '../../../src/layout/sequence.ts';
import { widestLayout } from '../../../src/look/label-sizes.ts';
import { frames, loaded, mount, once, record, settled, until } from './support.ts';
import { story } from './story.ts';

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function canvasOf(player: Awaited<ReturnType<typeof loaded>>): HTMLCanvasElement {
  return player.stage!.canvas as HTMLCanvasElement;
}

async function drawn(player: Awaited<ReturnType<typeof loaded>>): Promise<void> {
  await until(() => player.draws > 0, 'a picture is drawn');
}

it('draws nothing while it is paused and nothing changes', async () => {
  const player = await loaded({ controls: true });
  await drawn(player);
  await frames(5);
  const before = player.draws;
  await wait(700);
  expect(player.draws).toBe(before);
  player.currentTime = 1;
  player.currentTime = 1.1;
  await frames(3);
  expect(player.draws).toBe(before + 1);
});

it('is the same after a move in the page: same picture, same place, still playing', async () => {
  const player = await loaded();
  await drawn(player);
  player.currentTime = 1;
  await player.play();
  const events = record(player);
  const [stage, other] = [player.stage, document.createElement('div')];
  document.body.append(other);
  other.append(player);
  await wait(1300);
  expect(player.stage).toBe(stage);
  expect(player.paused).toBe(false);
  expect(events.filter((name) => name !== 'timeupdate')).toEqual([]);
  const before = player.draws;
  await until(() => player.draws > before + 2, 'it draws on');
  other.remove();
});

it('pauses when it is taken out of the page, gives its stage back, and draws again when it comes back', async () => {
  const player = await loaded();
  await drawn(player);
  await player.play();
  player.remove();
  await settled();
  expect(player.paused).toBe(true);
  await until(() => player.stage === undefined, 'the stage is gone');
  const { currentTime, draws } = player;
  document.body.append(player);
  await until(() => player.draws > draws, 'it is drawn again');
  expect([player.currentTime, player.readyState]).toEqual([currentTime, 4]);
});

it('draws nothing out of sight and gives its memory back; in sight again, it shows the time that it is', async () => {
  const player = await loaded();
  await drawn(player);
  const spacer = document.createElement('div');
  spacer.style.height = '4000px';
  player.before(spacer);
  await player.play();
  await until(() => canvasOf(player).width === 0, 'the backing store is given back');
  const before = player.draws;
  await until(() => player.currentTime > 2, 'the story goes on');
  expect(player.draws).toBe(before);
  expect(player.shadowRoot!.querySelector<HTMLCanvasElement>('.copy')!.width).toBeGreaterThan(0);
  player.pause();
  spacer.remove();
  await until(() => player.draws > before, 'it is drawn again');
  expect(canvasOf(player).width).toBeGreaterThan(0);
  expect(player.shadowRoot!.querySelector('.copy')).toBeNull();
});

it('never makes a stage for a player that is never seen', async () => {
  const hidden = mount({ scenarios: [story()] });
  hidden.style.display = 'none';
  await once(hidden, 'canplaythrough');
  await wait(300);
  expect([hidden.stage, hidden.draws, hidden.steps.length]).toEqual([undefined, 0, 3]);
});

it('lives beside another one without knowing of it', async () => {
  const [one, two] = [await loaded({ controls: true }), await loaded({ controls: true, theme: 'light', lang: 'ko' })];
  await drawn(one);
  await drawn(two);
  one.currentTime = 2;
  await one.play();
  expect([two.paused, two.currentTime]).toEqual([true, 0]);
  expect(one.currentStep?.say).not.toBe(two.currentStep?.say);
  two.remove();
  const before = one.draws;
  await until(() => one.draws > before + 2, 'the other one goes on');
});

it('keeps its own keys to itself and leaves the page its own', async () => {
  const player = await loaded({ controls: true });
  const seen: string[] = [];
  const listen = (event: KeyboardEvent): void => void seen.push(event.key);
  document.addEventListener('keydown', listen);
  const press = (target: Element, key: string): boolean => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  const stage = player.shadowRoot!.querySelector('.stage')!;
  expect(press(stage, 'k')).toBe(false);
  expect(player.paused).toBe(false);
  expect(press(stage, 'PageDown')).toBe(true);
  expect(press(stage, 'Tab')).toBe(true);
  press(document.body, 'k');
  document.removeEventListener('keydown', listen);
  expect(player.paused).toBe(false);
  expect(seen).toEqual(['PageDown', 'Tab', 'k']);
});

it('agrees in attribute and property', async () => {
  const player = mount({ lang: '' });
  const pairs = [
    ['src', 'src', 'a.yaml', 'a.yaml'], ['scenario', 'scenario', 'x', 'x'], ['lang', 'lang', 'ko', 'ko'], ['theme', 'theme', 'light', 'light'],
    ['view', 'view', 'split', 'split'], ['level', 'level', '3', 3], ['step', 'step', 'store', 'store'], ['rate', 'rate', '2', 2], ['poster', 'poster', 'p', 'p'],
    ['motion', 'motion', 'reduced', 'reduced'], ['captions', 'captions', 'on', 'on'], ['pace', 'pace', '0.5', 0.5], ['renderer', 'renderer', 'webgl', 'webgl'],
  ] as const;
  for (const [attribute, name, text, value] of pairs) {
    const before = player[name];
    player.setAttribute(attribute, text);
    expect([attribute, player[name]]).toEqual([attribute, value]);
    player.removeAttribute(attribute);
    expect([attribute, player[name]]).toEqual([attribute, before]);
    (player as unknown as Record<string, unknown>)[name] = value;
    await player.updateComplete;
    expect([attribute, player.getAttribute(attribute)]).toEqual([attribute, text]);
  }
  player.setAttribute('path', 'way=fast&other=x');
  expect(player.path).toEqual({ way: 'fast', other: 'x' });
  for (const name of ['controls', 'autoplay', 'loop'] as const) {
    player[name] = true;
    await player.updateComplete;
    expect(player.hasAttribute(name)).toBe(true);
  }
  for (const [name, bad, good] of [['theme', 'pink', 'auto'], ['view', 'inside-out', 'map'], ['level', 'deep', 1], ['rate', '99', 4], ['pace', '-1', 0]] as const) {
    player.setAttribute(name, bad);
    expect([name, player[name]]).toEqual([name, good]);
  }
  expect(() => (player.playbackRate = 0)).toThrow(/playbackRate/);
  expect(() => (player.currentTime = Number.NaN)).toThrow(TypeError);
});

it('warns a page once whose players move for ever and cannot be stopped', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await loaded({ autoplay: true, loop: true, controls: true });
  await loaded({ autoplay: true });
  expect(warned).not.toHaveBeenCalled();
  await loaded({ autoplay: true, loop: true });
  await loaded({ autoplay: true, loop: true });
  expect(warned.mock.calls.map(([text]) => String(text))).toEqual([expect.stringContaining('WCAG 2.2.2')]);
  warned.mockRestore();
});

it('lays its sequence out for the pane that it has', async () => {
  const player = await loaded({ view: 'sequence' }, { width: 960, height: 540 });
  await until(() => player.draws > 0, 'a picture is drawn');
  const rightmost = (): number => Math.max(...player.stage!.displayList().filter(({ kind }) => kind === 'node').map(({ box }) => box.x + box.width));
  const heads = (): (string | undefined)[] => player.stage!.displayList().filter(({ kind }) => kind === 'node').map(({ text }) => text);
  const all = heads();
  expect(all).toEqual(['Shop', 'Store', 'Log']);
  expect(rightmost()).toBeLessThanOrEqual(960);
  const { trace } = player;
  expect(layoutSequence(trace!).size.width).toBeGreaterThan(widestLayout(260));
  player.style.width = '260px';
  await until(() => player.stage!.displayList().length > 0 && rightmost() <= 260, 'the heads stand within the narrow pane');
  expect(heads()).toEqual(all);
  expect(player.trace).toBe(trace);
  player.style.width = '960px';
  await until(() => rightmost() > 400, 'they are apart again');
});

it('has a fresh stage when its author asks for another renderer, also while the first one is being made', async () => {
  const player = await loaded();
  player.renderer = 'webgl';
  await drawn(player);
  const first = player.stage;
  player.setAttribute('renderer', 'canvas');
  await until(() => player.stage !== undefined && player.stage !== first, 'there is another stage');
  expect(player.stage?.rendererName).toBe('canvas');
  const { stage, draws } = player;
  player.removeAttribute('renderer');
  player.currentTime = 1;
  await until(() => player.draws > draws, 'it draws on');
  expect(player.stage, 'a small story is drawn by the Canvas renderer anyway').toBe(stage);
});
