import { expect, it, vi } from 'vitest';
import { loaded, once, part, settled, until } from './support.ts';
import type { HoplinePlayer } from '../../../src/elements/hopline-player.ts';
import type { HoplineSteps } from '../../../src/elements/hopline-steps.ts';
import { story } from './story.ts';

const WIDE = { width: 1440, height: 900 };

function press(player: HoplinePlayer, key: string, init: KeyboardEventInit = {}): void {
  part(player, '.stage').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init }));
}

/** A press on the stage at a place in CSS px. */
function click(player: HoplinePlayer, x: number, y: number): void {
  const stage = part(player, '.stage');
  const { left, top } = stage.getBoundingClientRect();
  for (const type of ['pointerdown', 'pointerup']) {
    stage.dispatchEvent(new PointerEvent(type, { clientX: left + x, clientY: top + y, pointerId: 1, pointerType: 'mouse', bubbles: true, composed: true }));
  }
}

async function boxOf(player: HoplinePlayer, kind: string, text: string): Promise<{ x: number; y: number }> {
  await until(() => player.stage?.displayList().some((item) => item.kind === kind && item.text?.includes(text)), `${text} is drawn`);
  const { box } = player.stage!.displayList().find((item) => item.kind === kind && item.text?.includes(text))!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

it('plays, steps and goes to the ends by its buttons', async () => {
  const player = await loaded({ controls: true }, WIDE);
  const button = (name: string): void => part(player, 'hopline-controls', `.transport [part~=${name}]`).click();
  button('next');
  button('next');
  expect([player.currentStep?.id, player.paused]).toEqual(['ask', true]);
  button('last');
  expect(player.currentStep?.id).toBe('tell');
  button('first');
  expect(player.currentTime).toBe(0);
  button('play');
  await once(player, 'playing');
  await player.updateComplete;
  button('pause');
  expect(player.paused).toBe(true);
});

it('shows the time that it is and how long the story is', async () => {
  const player = await loaded({ controls: true }, WIDE);
  player.currentTime = 1.26;
  await settled();
  expect(part(player, 'hopline-controls', '.time').textContent).toMatch(/^00:01\.2 \/ 00:\d\d\.\d$/);
});

it('changes level, choice, view, language, speed, theme and captions by its lists and buttons', async () => {
  const player = await loaded({ controls: true }, WIDE);
  const changes = vi.fn();
  player.addEventListener('hopline-view-change', changes);
  const pick = async (path: string[], value: string): Promise<void> => {
    const select = part<HTMLSelectElement>(player, ...path);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await player.updateComplete;
    await settled();
  };
  await pick(['hopline-header', '.choice'], 'fast');
  expect([player.path, player.trace?.variant.path]).toEqual([{ way: 'fast' }, { way: 'fast' }]);
  part(player, 'hopline-header', '.levels button:nth-child(2)').click();
  await player.updateComplete;
  expect([player.level, player.steps.length]).toEqual([2, 4]);
  part(player, 'hopline-header', '.views button:nth-child(3)').click();
  expect(player.view).toBe('split');
  await player.updateComplete;
  await pick(['hopline-header', '.language'], 'ko');
  expect([player.lang, player.currentStep?.title]).toEqual(['ko', '요청']);
  await pick(['hopline-controls', '.speed'], '2');
  expect(player.playbackRate).toBe(2);
  part(player, 'hopline-controls', '.more').click();
  await settled();
  await pick(['hopline-controls', '.theme'], 'light');
  expect([player.theme, part(player, '.root').dataset['theme']]).toEqual(['light', 'light']);
  expect(player.shadowRoot!.querySelector('hopline-caption')).not.toBeNull();
  part(player, 'hopline-controls', '[part~=captions]').click();
  await player.updateComplete;
  expect(player.shadowRoot!.querySelector('hopline-caption')).toBeNull();
  expect(changes).toHaveBeenCalledTimes(6);
});

it('chooses among several scenarios', async () => {
  const player = await loaded({ controls: true, scenarios: [{ ...story('one'), title: 'First' }, { ...story('two'), title: 'Second' }] }, WIDE);
  const select = part<HTMLSelectElement>(player, 'hopline-header', 'select.title');
  expect([...select.options].map(({ text }) => text)).toEqual(['First', 'Second']);
  select.value = 'two';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await once(player, 'canplaythrough');
  expect(player.scenario).toBe('two');
});

it('seeks where the scrubber is pressed, and goes on playing after a drag', async () => {
  const player = await loaded({ controls: true }, WIDE);
  const track = part(player, 'hopline-scrubber', '.track');
  const { left, width, top } = track.getBoundingClientRect();
  track.setPointerCapture = () => undefined;
  const at = (type: string, share: number): void =>
    void track.dispatchEvent(new PointerEvent(type, { clientX: left + width * share, clientY: top + 10, pointerId: 1, button: 0, bubbles: true, composed: true }));
  await player.play();
  at('pointerdown', 0.5);
  expect(player.paused).toBe(true);
  expect(player.currentTime / player.duration).toBeCloseTo(0.5, 1);
  at('pointermove', 0.75);
  at('pointerup', 0.75);
  expect(player.paused).toBe(false);
  expect(player.currentTime / player.duration).toBeCloseTo(0.75, 1);
  expect(part(player, 'hopline-scrubber', '.tip').textContent).toMatch(/3 {2}Tell/);
  expect(track.querySelectorAll('.segment').length).toBe(3);
});

it('obeys the keys of media players', async () => {
  const player = await loaded({ controls: true }, WIDE);
  press(player, 'ArrowRight');
  expect(player.currentTime).toBe(5);
  press(player, 'ArrowLeft');
  expect(player.currentTime).toBe(0);
  press(player, '.');
  expect(player.currentTime).toBeCloseTo(1 / 30, 6);
  press(player, '5');
  expect(player.currentTime).toBeCloseTo(player.duration / 2, 6);
  press(player, 'Home');
  press(player, ']');
  press(player, ']');
  press(player, ']');
  expect([player.currentStep?.id, player.paused]).toEqual(['think', false]);
  press(player, ' ');
  expect(player.paused).toBe(false);
  press(player, ' ');
  expect(player.paused).toBe(true);
  press(player, '>');
  expect(player.rate).toBe(1.5);
  press(player, 'k', { ctrlKey: true });
  expect(player.paused).toBe(true);
});

it('tells in its inspector what is pressed in the picture: a component, then its hop', async () => {
  const player = await loaded({ controls: true, step: 'ask' }, WIDE);
  const store = await boxOf(player, 'node', 'Store');
  click(player, store.x, store.y);
  await player.updateComplete;
  const inspector = (): string => part(player, 'hopline-inspector', '.body').innerText;
  expect(inspector()).toContain('Keeps what was sold.');
  expect(inspector()).toContain('5432/TCP');
  expect(inspector()).toContain('HTTPS');
  const docs = part<HTMLAnchorElement>(player, 'hopline-inspector', 'a');
  expect([docs.href, docs.rel]).toEqual(['https://kubernetes.io/docs/concepts/storage/', 'noopener noreferrer']);
  const label = await boxOf(player, 'label', 'GET /things');
  click(player, label.x, label.y);
  await player.updateComplete;
  await settled();
  expect(inspector()).toContain('/things');
  // Text of the scenario stays text.
  expect(part(player, 'hopline-inspector', 'pre').textContent).toContain('<b>not bold</b>');
  press(player, 'Escape');
  await player.updateComplete;
  expect(player.shadowRoot!.querySelector('hopline-inspector')).toBeNull();
});

it('cites its source under a name that can be read', async () => {
  const player = await loaded({ controls: true }, WIDE);
  const link = part<HTMLAnchorElement>(player, 'hopline-caption', 'a');
  expect(link.href).toBe('https://kubernetes.io/docs/concepts/overview/components/#etcd');
  expect(link.textContent).toContain('kubernetes.io › Components › etcd');
  expect(link.rel).toContain('noopener');
  const names = [...part(player, 'hopline-caption', '.entry:not([data-ghost])').querySelectorAll<HTMLElement>('.name')];
  expect(names.map(({ textContent, dataset }) => [textContent, dataset['accent']])).toEqual([['Shop', 'clients'], ['Store', 'worker']]);
});

it('keeps the size of its stage over all steps', async () => {
  const player = await loaded({ controls: true }, WIDE);
  const heights = new Set<number>();
  for (const { id } of player.steps) {
    player.goToStep(id);
    await player.updateComplete;
    await settled();
    heights.add(part(player, '.stage').clientHeight);
  }
  expect(heights.size).toBe(1);
});

it('marks the step and message under way in its list, and goes where the list is pressed', async () => {
  const player = await loaded({ controls: true }, WIDE);
  press(player, 's');
  await player.updateComplete;
  player.goToStep('tell');
  await player.updateComplete;
  player.currentTime = player.trace!.messages.at(-1)!.start + 0.1;
  await settled();
  const now = [...part(player, 'hopline-steps', '.list').querySelectorAll('[aria-current]')].map((item) => item.textContent!.replaceAll(/\s+/g, ' ').trim());
  expect(now).toEqual(['3Tell', '3.2 note itShop → Log']);
  part(player, 'hopline-steps', '.step .go').click();
  expect(player.currentStep?.id).toBe('ask');
});

it('takes the message under way before its list has been drawn for the first time', () => {
  const list = document.createElement('hopline-steps') as HoplineSteps;
  expect(() => list.showMessage(1)).not.toThrow();
});

it('presents: only stage, caption and ticks; the remote plays one step a press', async () => {
  const player = await loaded({ controls: true }, WIDE);
  await player.present();
  await player.updateComplete;
  expect(player.presenting).toBe(true);
  expect(player.shadowRoot!.querySelector('hopline-header, hopline-controls')).toBeNull();
  expect(part(player, 'hopline-scrubber').hasAttribute('quiet')).toBe(true);
  expect(player.shadowRoot!.activeElement).toBe(part(player, '.stage'));
  press(player, 'PageDown');
  expect(player.paused).toBe(false);
  press(player, 'PageDown');
  expect([player.paused, player.currentStep?.id]).toEqual([true, 'ask']);
  press(player, 'PageDown');
  expect(player.currentStep?.id).toBe('think');
  press(player, 'PageUp');
  expect([player.paused, player.currentStep?.id]).toEqual([true, 'ask']);
  press(player, 'Escape');
  await player.updateComplete;
  expect(player.presenting).toBe(false);
  expect(player.shadowRoot!.querySelector('hopline-controls')).not.toBeNull();
});

it('moves the picture by hand and leaves the page to scroll', async () => {
  const player = await loaded({ controls: true }, WIDE);
  await until(() => player.draws > 0, 'a picture is drawn');
  const stage = part(player, '.stage');
  const wheel = (init: WheelEventInit): boolean => stage.dispatchEvent(new WheelEvent('wheel', { clientX: 400, clientY: 300, bubbles: true, composed: true, cancelable: true, ...init }));
  const place = (): number => player.stage!.displayList().find(({ kind, text }) => kind === 'node' && text?.includes('Shop'))!.box.width;
  const before = place();
  expect(wheel({ deltaY: 100 })).toBe(true);
  expect(wheel({ deltaY: -300, ctrlKey: true })).toBe(false);
  await until(() => place() > before * 1.2, 'it is larger');
  expect(wheel({ deltaY: 100 })).toBe(false);
  stage.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
  await until(() => Math.abs(place() - before) < 1, 'it is as it was');
});

it('takes requests from a page’s own button inside it, and from no other place', async () => {
  const player = await loaded({ controls: true }, WIDE);
  const button = document.createElement('button');
  button.slot = 'end';
  player.append(button);
  const outside = vi.fn();
  document.addEventListener('hopline-request', outside);
  button.dispatchEvent(new CustomEvent('hopline-request', { detail: { type: 'go-to-step', id: 'tell' }, bubbles: true }));
  expect(player.currentStep?.id).toBe('tell');
  part(player, 'hopline-controls', '.transport [part~=first]').click();
  expect(player.currentTime).toBe(0);
  expect(outside).not.toHaveBeenCalled();
  document.removeEventListener('hopline-request', outside);
});

it('has targets of 44 px for fingers and of 24 px for the rest', async () => {
  for (const size of [WIDE, { width: 390, height: 844 }]) {
    const player = await loaded({ controls: true }, size);
    await settled();
    part(player, 'hopline-controls', '.more').click();
    await settled();
    const roots = ['hopline-controls', 'hopline-header'].map((name) => part(player, name).shadowRoot!);
    const boxes = roots.flatMap((root) => [...root.querySelectorAll('button, select')]).map((target) => target.getBoundingClientRect()).filter(({ width }) => width > 0);
    expect(boxes.length).toBeGreaterThan(8);
    for (const { width, height } of boxes) {
      expect(height).toBeGreaterThanOrEqual(24);
      expect(width).toBeGreaterThanOrEqual(24);
    }
    player.remove();
  }
});

it('wears the page’s own tokens, in its controls and in its picture', async () => {
  const player = await loaded({ controls: true }, WIDE);
  player.style.setProperty('--hopline-page', 'rebeccapurple');
  player.requestUpdate();
  await until(() => player.draws > 0, 'a picture is drawn');
  await settled();
  expect(getComputedStyle(part(player, '.root')).backgroundColor).toBe('rgb(102, 51, 153)');
  const canvas = part<HTMLCanvasElement>(player, '.canvas');
  await until(() => {
    const copy = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
    const context = copy.getContext('2d')!;
    context.drawImage(canvas, 2, 2, 1, 1, 0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].join() === '102,51,153,255';
  }, 'the picture has the ground of the page');
});
