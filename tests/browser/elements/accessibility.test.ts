import axe from 'axe-core';
import { expect, it } from 'vitest';
import { messagesIn } from '../../../src/elements/messages.ts';
import { loaded, mount, once, part, settled, until } from './support.ts';
import { BROKEN, story } from './story.ts';

/** What axe finds; the page around the player is not ours. */
async function violations(player: Element): Promise<string[]> {
  const result = await axe.run(player, { resultTypes: ['violations'], rules: { region: { enabled: false } } });
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`));
}

it.each(['dark', 'light', 'contrast'] as const)('gives axe nothing to find in the theme %s', async (theme) => {
  const player = await loaded({ controls: true, theme, view: 'split' }, { width: 1280, height: 800 });
  await until(() => player.draws > 0, 'a picture is drawn');
  expect(await violations(player)).toEqual([]);
  part(player, 'hopline-controls', '[part~=steps]').click();
  await player.updateComplete;
  part(player, 'hopline-steps', '.message .go').click();
  await player.updateComplete;
  part(player, 'hopline-controls', '.more').click();
  await settled();
  expect(player.shadowRoot!.querySelector('hopline-inspector')).not.toBeNull();
  expect(await violations(player)).toEqual([]);
});

it.each(['dark', 'light', 'contrast'] as const)('gives axe nothing to find on a phone, in the help, when presenting and in a fault, in the theme %s', async (theme) => {
  const phone = await loaded({ controls: true, theme, lang: 'ko' }, { width: 390, height: 844 });
  await settled();
  expect(await violations(phone)).toEqual([]);
  part(phone, 'hopline-controls', '.more').click();
  await settled();
  expect(await violations(phone)).toEqual([]);
  phone.shadowRoot!.querySelector('.stage')!.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, composed: true }));
  await settled();
  expect(part<HTMLDialogElement>(phone, 'hopline-help', 'dialog').open).toBe(true);
  expect(await violations(phone)).toEqual([]);
  phone.remove();
  const hall = await loaded({ controls: true, theme });
  await hall.present();
  expect(await violations(hall)).toEqual([]);
  await hall.present(false);
  const broken = mount({ scenarios: [story('broken', BROKEN)], controls: true, theme });
  await once(broken, 'error');
  await broken.updateComplete;
  expect(await violations(broken)).toEqual([]);
});

it('says who takes part, and each step with its messages in order, in a text of its own', async () => {
  const player = await loaded({ controls: true });
  const told = part(player, 'hopline-story', 'section');
  const lists = [...told.querySelectorAll(':scope > ul > li, :scope > ol > li > p, :scope > ol > li > ol > li')].map((item) => item.textContent!.trim());
  expect(lists).toEqual([
    'Shop: Sells.', 'Store: Keeps what was sold.', 'Log',
    'Ask. The Shop asks the Store.', '1 Request from Shop to Store: GET /things',
    'Think. The Store thinks about it for a while.', '2 Work in Store: look it up',
    'Tell. The Store answers, and the Shop writes it down.', '3.1 Response from Store to Shop: 200 OK', '3.2 Request from Shop to Log: note it',
  ]);
  const current = (): (string | undefined)[] => [...told.querySelectorAll('[aria-current=step] > p')].map((item) => item.textContent!.split('.')[0]);
  expect(current()).toEqual(['Ask']);
  player.goToStep('tell');
  await player.updateComplete;
  await settled();
  expect(current()).toEqual(['Tell']);
  player.lang = 'ko';
  await player.updateComplete;
  await settled();
  expect(part(player, 'hopline-story', 'ul').textContent).toContain('상점: 판매');
});

it('announces a narration once for each step that is reached, and only the last of a quick series', async () => {
  const player = await loaded({ controls: true });
  const live = part(player, '.live');
  const heard: string[] = [];
  new MutationObserver(() => heard.push(live.textContent!)).observe(live, { childList: true, characterData: true, subtree: true });
  expect([live.getAttribute('role'), live.textContent]).toEqual(['status', '']);
  player.goToStep('think');
  player.goToStep('tell');
  player.currentTime += 0.2;
  await until(() => heard.length > 0, 'it is announced');
  player.currentTime += 0.2;
  player.level = 2;
  await player.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(heard).toEqual(['3. The Store answers, and the Shop writes it down.']);
  player.announce = 'off';
  player.goToStep('ask');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(heard.length).toBe(1);
});

it('has a slider that tells step and time, and moves by keys', async () => {
  const player = await loaded({ controls: true });
  const slider = part(player, 'hopline-scrubber', '[role=slider]');
  expect(slider.getAttribute('aria-label')).toBe('Timeline');
  expect(slider.getAttribute('aria-valuetext')).toMatch(/^step 1 of 3: Ask, 00:00.0 of 00:\d\d\.\d$/);
  slider.focus();
  slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, composed: true, cancelable: true }));
  await player.updateComplete;
  expect(player.currentStep?.id).toBe('tell');
  expect(slider.getAttribute('aria-valuetext')).toContain('step 3 of 3: Tell');
  expect(Number(slider.getAttribute('aria-valuemax'))).toBeCloseTo(player.duration, 6);
});

it('has every word of the interface in both languages', () => {
  const keys = (value: unknown, at = ''): string[] =>
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${at}.${key}`)) : [at];
  const [en, ko] = [messagesIn('en-GB'), messagesIn('ko-KR')];
  expect(keys(ko)).toEqual(keys(en));
  expect(ko.keys.map(([key]) => key).length).toBe(en.keys.length);
  expect(messagesIn('fr')).toBe(en);
  const hangul = JSON.stringify(ko).match(/[가-힣]/g)?.length ?? 0;
  expect(hangul).toBeGreaterThan(300);
  expect(JSON.stringify(en)).not.toMatch(/[가-힣]/);
});
