import { expect, it, onTestFinished } from 'vitest';
import type { HoplinePlayer } from '../../../src/elements/hopline-player.ts';
import { FilmPicture } from '../../../src/recorder/film-picture.ts';
import type { DisplayItem } from '../../../src/stage/stage.ts';
import { frames, loaded, part, settled, until } from './support.ts';

const WIDE = { width: 1440, height: 900 };

interface Touch {
  readonly x: number;
  readonly y: number;
  readonly pointerId?: number;
  readonly pointerType?: 'mouse' | 'touch' | 'pen';
}

/** A pointer's event on the stage, at a place in CSS px from its corner. */
function pointer(player: HoplinePlayer, type: string, { x, y, pointerId = 1, pointerType = 'mouse' }: Touch): void {
  const stage = part(player, '.stage');
  // A made-up pointer cannot be captured.
  stage.setPointerCapture = () => undefined;
  const { left, top } = stage.getBoundingClientRect();
  stage.dispatchEvent(new PointerEvent(type, { clientX: left + x, clientY: top + y, pointerId, pointerType, bubbles: true, composed: true }));
}

function itemOf(player: HoplinePlayer, kind: DisplayItem['kind'], text: string): DisplayItem {
  const found = player.stage?.displayList().find((item) => item.kind === kind && item.text?.includes(text));
  if (!found) throw new Error(`${text} is not in the picture`);
  return found;
}

const shop = (player: HoplinePlayer): DisplayItem['box'] => itemOf(player, 'node', 'Shop').box;

/** FNV-1a over the pixels of a picture. */
function hash(canvas: HTMLCanvasElement | OffscreenCanvas): number {
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
  copy.drawImage(canvas, 0, 0);
  let value = 0x811c9dc5;
  for (const pixel of new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer)) value = Math.imul(value ^ pixel, 0x01000193);
  return value >>> 0;
}

/** What has been asked for is drawn. */
async function drawn(player: HoplinePlayer): Promise<void> {
  await until(() => player.draws > 0, 'a picture is drawn');
  await player.updateComplete;
  await frames(3);
}

it('moves the picture with a drag, by just as much, and a drag is no click', async () => {
  const player = await loaded({ controls: true }, WIDE);
  await drawn(player);
  const before = shop(player);
  const from = { x: before.x + before.width / 2, y: before.y + before.height / 2 };
  pointer(player, 'pointerdown', from);
  for (let part = 1; part <= 4; part++) pointer(player, 'pointermove', { x: from.x + part * 20, y: from.y + part * 10 });
  pointer(player, 'pointerup', { x: from.x + 80, y: from.y + 40 });
  await drawn(player);
  expect(shop(player).x).toBeCloseTo(before.x + 80, 0);
  expect(shop(player).y).toBeCloseTo(before.y + 40, 0);
  expect(shop(player).width).toBeCloseTo(before.width, 3);
  expect(player.shadowRoot!.querySelector('hopline-inspector')).toBeNull();
  // A pointer that is up moves nothing.
  pointer(player, 'pointermove', { x: 5, y: 5 });
  await drawn(player);
  expect(shop(player).x).toBeCloseTo(before.x + 80, 0);
});

it('takes a press that trembles for a click', async () => {
  const player = await loaded({ controls: true }, WIDE);
  await drawn(player);
  const { x, y, width } = shop(player);
  pointer(player, 'pointerdown', { x: x + width / 2, y: y + 20 });
  pointer(player, 'pointermove', { x: x + width / 2 + 2, y: y + 21 });
  pointer(player, 'pointerup', { x: x + width / 2 + 2, y: y + 21 });
  await player.updateComplete;
  await settled();
  expect(part(player, 'hopline-inspector', 'h4').textContent).toBe('Shop');
});

it('zooms with two fingers around their middle, and comes back with a double click', async () => {
  const player = await loaded({ controls: true }, WIDE);
  await drawn(player);
  const { currentTime } = player;
  const before = shop(player);
  const home = hash(player.stage!.canvas);
  const middle = { x: before.x, y: before.y };
  const finger = (pointerId: number, type: string, apart: number): void =>
    pointer(player, type, { x: middle.x + (pointerId === 1 ? -apart : apart), y: middle.y, pointerId, pointerType: 'touch' });
  finger(1, 'pointerdown', 50);
  finger(2, 'pointerdown', 50);
  for (const apart of [60, 70, 80, 90, 100]) {
    finger(1, 'pointermove', apart);
    finger(2, 'pointermove', apart);
  }
  await drawn(player);
  expect(shop(player).width / before.width).toBeCloseTo(2, 2);
  expect(Math.abs(shop(player).x - before.x)).toBeLessThan(12);
  expect(Math.abs(shop(player).y - before.y)).toBeLessThan(12);
  finger(1, 'pointerup', 100);
  finger(2, 'pointerup', 100);
  expect(part(player, '.stage').hasAttribute('data-moved')).toBe(true);
  expect(hash(player.stage!.canvas)).not.toBe(home);
  part(player, '.stage').dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
  await drawn(player);
  expect(shop(player)).toEqual(before);
  expect(hash(player.stage!.canvas)).toBe(home);
  expect(part(player, '.stage').hasAttribute('data-moved')).toBe(false);
  expect([player.currentTime, player.paused]).toEqual([currentTime, true]);
  expect(player.shadowRoot!.querySelector('hopline-inspector')).toBeNull();
});

it('leaves a finger to the page until the picture is zoomed, then it moves the picture', async () => {
  const player = await loaded({ controls: true }, WIDE);
  await drawn(player);
  const before = shop(player);
  const swipe = (): void => {
    for (const [type, x] of [['pointerdown', 300], ['pointermove', 330], ['pointermove', 360], ['pointerup', 360]] as const) {
      pointer(player, type, { x, y: 300, pointerId: 7, pointerType: 'touch' });
    }
  };
  expect(getComputedStyle(part(player, '.stage')).touchAction).toBe('pan-x pan-y');
  swipe();
  await drawn(player);
  expect(shop(player)).toEqual(before);
  part(player, '.stage').dispatchEvent(new WheelEvent('wheel', { clientX: 300, clientY: 300, deltaY: -100, ctrlKey: true, bubbles: true, composed: true, cancelable: true }));
  await drawn(player);
  const zoomed = shop(player);
  expect(getComputedStyle(part(player, '.stage')).touchAction).toBe('none');
  swipe();
  await drawn(player);
  expect(shop(player).x).toBeCloseTo(zoomed.x + 60, 0);
});

it('keeps the viewer’s camera, hover and choice out of stills and films', async () => {
  const player = await loaded({ controls: true, view: 'split' }, WIDE);
  await drawn(player);
  const settings = { width: 640, height: 360, theme: 'dark', view: 'split', captions: 'none' } as const;
  const film = await FilmPicture.create(player.trace!.scenario, player.trace!.variant, settings);
  onTestFinished(() => film.dispose());
  const time = (player.trace!.messages[0]!.start + player.trace!.messages[0]!.end) / 2;
  player.currentTime = time;
  await drawn(player);
  const filmed = (at: number): number => {
    film.draw({ time: at });
    return hash(film.canvas);
  };
  const [recorded, rest] = [filmed(time), hash(player.stage!.canvas)];
  const { x, y, width } = shop(player);
  pointer(player, 'pointermove', { x: x + width / 2, y: y + 20 });
  await drawn(player);
  const hovered = hash(player.stage!.canvas);
  pointer(player, 'pointerdown', { x: 200, y: 300 });
  pointer(player, 'pointermove', { x: 260, y: 330 });
  pointer(player, 'pointerup', { x: 260, y: 330 });
  await drawn(player);
  const moved = hash(player.stage!.canvas);
  expect(new Set([rest, hovered, moved]).size).toBe(3);
  // Elsewhere and back, so that the film's own layers are made anew too.
  filmed(0);
  expect(filmed(time)).toBe(recorded);
  part(player, '.stage').dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
  pointer(player, 'pointerleave', { x: 0, y: 0 });
  await drawn(player);
  expect(hash(player.stage!.canvas)).toBe(rest);
});

it('tells in its inspector of the hop whose row is pressed in the sequence', async () => {
  const player = await loaded({ controls: true, view: 'sequence' }, WIDE);
  await drawn(player);
  const { trace } = player;
  for (const message of trace!.messages) {
    player.currentTime = trace!.steps[message.step]!.start;
    await drawn(player);
    const row = player.stage!.displayList().find(({ kind, id }) => kind === 'row' && id === message.index);
    expect(row, `the row of ${message.number}`).toBeDefined();
    const at = { x: row!.box.x + row!.box.width / 2, y: row!.box.y + row!.box.height / 2 };
    pointer(player, 'pointerdown', at);
    pointer(player, 'pointerup', at);
    await player.updateComplete;
    await settled();
    expect(part(player, 'hopline-inspector', '.kind').textContent).toContain(message.number);
    expect(part(player, 'hopline-inspector', 'h4').textContent).toBe(message.label);
  }
  const first = player.stage!.displayList().find(({ kind, id }) => kind === 'row' && id === 0)!.box;
  const at = { x: first.x + first.width / 2, y: first.y + first.height / 2 };
  pointer(player, 'pointerdown', at);
  pointer(player, 'pointerup', at);
  await player.updateComplete;
  await settled();
  const facts = Object.fromEntries([...part(player, 'hopline-inspector', 'dl').querySelectorAll('dt')].map((name) => [name.textContent, name.nextElementSibling!.textContent!.trim()]));
  expect(Object.values(facts)).toEqual(expect.arrayContaining(['Shop', 'Store', 'HTTPS', 'GET', '/things', '<b>not bold</b>']));
});
