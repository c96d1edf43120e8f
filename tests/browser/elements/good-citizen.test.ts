import { expect, it, onTestFinished } from 'vitest';
import type { HoplinePlayer } from '../../../src/elements/hopline-player.ts';
import { TOKEN_NAMES } from '../../../src/look/tokens.ts';
import { frames, loaded, mount, once, part, until } from './support.ts';
import { BROKEN, STORY, story } from './story.ts';

const canvasOf = (player: HoplinePlayer): HTMLCanvasElement => player.stage!.canvas as HTMLCanvasElement;
const drawn = (player: HoplinePlayer, more = 0): Promise<void> => until(() => player.draws > more, 'a picture is drawn');

/** A player with its scenario inside, and whatever else stands there. */
function withInside(...others: readonly Element[]): HoplinePlayer {
  const player = document.createElement('hopline-player');
  player.lang = 'en';
  player.style.width = '480px';
  player.append(Object.assign(document.createElement('script'), { type: 'application/yaml', textContent: STORY }), ...others);
  document.body.append(player);
  onTestFinished(() => player.remove());
  return player;
}

it('is a player of its own when it is cloned: same settings, its own time', async () => {
  const player = withInside();
  player.view = 'sequence';
  player.level = 2;
  await drawn(player);
  player.currentTime = 2;
  const clone = player.cloneNode(true) as HoplinePlayer;
  onTestFinished(() => clone.remove());
  player.after(clone);
  await drawn(clone);
  expect([clone.view, clone.level, clone.steps.length, clone.currentTime, clone.paused]).toEqual(['sequence', 2, 4, 0, true]);
  await clone.play();
  clone.remove();
  expect([player.currentTime, player.paused]).toEqual([2, true]);
  const { draws } = player;
  player.currentTime = 1;
  await drawn(player, draws);
});

it('is hidden and shown again, in another size, without harm', async () => {
  const player = await loaded({}, { width: 640, height: 360 });
  await drawn(player);
  player.style.display = 'none';
  await until(() => canvasOf(player).width === 0, 'its memory is given back');
  player.currentTime = 1;
  const { draws } = player;
  await frames(3);
  expect(player.draws).toBe(draws);
  player.style.display = '';
  player.style.width = '800px';
  await until(() => player.draws > draws && canvasOf(player).width === Math.round(800 * devicePixelRatio), 'it is drawn in its new size');
  expect(player.currentTime).toBe(1);
});

it('has a picture on paper where it is out of sight, and no buttons', async () => {
  const player = await loaded({ controls: true });
  await drawn(player);
  const spacer = Object.assign(document.createElement('div'), { style: 'height: 4000px' });
  onTestFinished(() => spacer.remove());
  player.before(spacer);
  await until(() => canvasOf(player).width === 0, 'its memory is given back');
  window.dispatchEvent(new Event('beforeprint'));
  expect(canvasOf(player).width).toBeGreaterThan(0);
  expect(part<HTMLCanvasElement>(player, '.canvas').getContext('2d')!.getImageData(10, 10, 1, 1).data[3]).toBe(255);
  window.dispatchEvent(new Event('afterprint'));
  expect(canvasOf(player).width).toBe(0);
  const printed = [...player.shadowRoot!.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print');
  expect(printed.map(({ cssText }) => cssText).join()).toMatch(/hopline-controls[^}]*\{\s*display: none/);
});

it('has a picture on paper also where nobody has seen it, in place of its poster', async () => {
  const seen = await loaded();
  await drawn(seen);
  const spacer = Object.assign(document.createElement('div'), { style: 'height: 4000px' });
  onTestFinished(() => spacer.remove());
  document.body.append(spacer);
  const player = await loaded();
  player.goToStep('tell');
  const copy = (): HTMLCanvasElement | null => player.shadowRoot!.querySelector<HTMLCanvasElement>('.copy');
  expect([player.draws, copy()]).toEqual([0, null]);
  window.dispatchEvent(new Event('beforeprint'));
  expect(copy()!.width).toBe(Math.round(part(player, '.place').clientWidth * devicePixelRatio));
  const { data } = copy()!.getContext('2d')!.getImageData(0, 0, copy()!.width, copy()!.height);
  expect(new Set(new Uint32Array(data.buffer)).size).toBeGreaterThan(40);
  window.dispatchEvent(new Event('afterprint'));
  expect([copy()!.width, player.draws]).toEqual([320, 0]);
  const printed = [...player.shadowRoot!.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print');
  expect(printed.map(({ cssText }) => cssText).join()).toContain(".layout:has(.copy) slot[name=\"poster\"]");
});

it('shows the page’s poster until it has a picture or a fault of its own, and keeps the transcript but for presenting', async () => {
  const inside = (): [HTMLElement, HTMLElement] => [
    Object.assign(document.createElement('div'), { slot: 'poster', textContent: 'poster' }), Object.assign(document.createElement('p'), { slot: 'transcript', textContent: 'transcript' }),
  ];
  const [poster, transcript] = inside();
  const player = withInside(poster, transcript);
  await player.updateComplete;
  expect([poster.checkVisibility(), transcript.checkVisibility()]).toEqual([true, true]);
  await drawn(player);
  await frames();
  expect([poster.checkVisibility(), transcript.checkVisibility()]).toEqual([false, true]);
  await player.present();
  await player.updateComplete;
  expect(transcript.checkVisibility()).toBe(false);
  await player.present(false);
  const broken = mount({ scenarios: [story('broken', BROKEN)] });
  const [other] = inside();
  broken.append(other);
  await once(broken, 'error');
  await broken.updateComplete;
  expect(other.checkVisibility()).toBe(false);
});

it('lets the page style every part that it documents', async () => {
  const named: readonly (readonly [name: string, ...path: string[]])[] = [
    ['root', '.root'], ['stage', '.stage'], ['header', 'hopline-header'], ['panel', '.column'], ['caption', 'hopline-caption'], ['scrubber', 'hopline-scrubber'], ['controls', 'hopline-controls'],
    ['caption-number', 'hopline-caption', '[part~="number"]'], ['caption-narration', 'hopline-caption', '[part~="narration"]'],
    ['scrubber-track', 'hopline-scrubber', '.track'], ['scrubber-thumb', 'hopline-scrubber', '.thumb'],
  ];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...named.map(([name]) => name), 'messages', 'ticks'].map((name) => `hopline-player::part(${name}) { scroll-margin-top: 7px }`).join('\n'));
  document.adoptedStyleSheets.push(sheet);
  onTestFinished(() => void document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(sheet), 1));
  const player = await loaded({ controls: true }, { width: 1200, height: 700 });
  await drawn(player);
  part<HTMLButtonElement>(player, 'hopline-controls', '[part~="steps"]').click();
  await player.updateComplete;
  const styled = (element: Element): string => getComputedStyle(element).scrollMarginTop;
  for (const [name, ...path] of named) expect([name, styled(part(player, ...path))]).toEqual([name, '7px']);
  await player.present();
  await player.updateComplete;
  expect(styled(part(player, '[part~="ticks"]'))).toBe('7px');
  await player.present(false);
  const broken = mount({ scenarios: [story('broken', BROKEN)] });
  await once(broken, 'error');
  await broken.updateComplete;
  expect(styled(part(broken, '[part~="messages"]'))).toBe('7px');
});

it('takes every colour that it documents from the page', async () => {
  const player = await loaded({ controls: true, theme: 'dark' });
  await drawn(player);
  const root = part(player, '.root');
  for (const [index, token] of TOKEN_NAMES.entries()) {
    const colour = `rgb(${index} 20 30)`;
    player.style.setProperty(`--hopline-${token}`, colour);
    expect([token, getComputedStyle(root).getPropertyValue(`--_${token}`)]).toEqual([token, colour]);
  }
  player.style.setProperty('--hopline-page', 'rgb(200 20 30)');
  player.requestUpdate();
  const corner = (): number[] => [...canvasOf(player).getContext('2d')!.getImageData(2, 2, 1, 1).data.slice(0, 3)];
  await until(() => corner().join() === '200,20,30', 'the picture has the page’s ground');
  player.style.setProperty('--hopline-font', 'monospace');
  expect(getComputedStyle(part(player, 'hopline-caption')).fontFamily).toBe('monospace');
});
