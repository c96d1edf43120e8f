import { expect, it } from 'vitest';
import type { HoplinePlayer } from '../../../src/elements/hopline-player.ts';
import { loaded, mount, once, settled, until } from './support.ts';
import { STORY, story } from './story.ts';

let name = 0;
/** Each test has a name of its own. */
const fresh = (): string => `test-${++name}-${crypto.randomUUID()}`;

const momentOf = ({ moment }: HoplinePlayer): string => `${moment?.step} ${moment?.part} ${moment?.fraction.toFixed(2)}`;

/** Two players of a name that know of each other. */
async function pair(second: Partial<HoplinePlayer> = {}): Promise<[HoplinePlayer, HoplinePlayer]> {
  const sync = fresh();
  const one = await loaded({ sync });
  const other = await loaded({ sync, ...second });
  await until(() => one.peers === 1 && other.peers === 1, 'they know of each other');
  return [one, other];
}

/** Counts what goes over the channel of a player. */
function listen(player: HoplinePlayer): string[] {
  const heard: string[] = [];
  const channel = new BroadcastChannel(`hopline:${player.sync}`);
  channel.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => heard.push(data.type));
  return heard;
}

it('goes where the other one goes, plays and pauses with it, whoever is acted on', async () => {
  const [one, other] = await pair();
  one.goToMoment({ step: 'think', part: 'act', fraction: 0.5 });
  await until(() => momentOf(other) === 'think act 0.50', 'the other is there');
  other.rate = 2;
  other.level = 2;
  other.path = { way: 'fast' };
  await until(() => one.rate === 2 && one.level === 2 && one.path['way'] === 'fast', 'the settings are taken over');
  await other.play();
  await until(() => !one.paused, 'it plays');
  one.pause();
  await until(() => other.paused, 'it is paused');
  expect(momentOf(other)).toBe(momentOf(one));
});

it('plays exactly one step with the other one, to the same end', async () => {
  const [one, other] = await pair({ lang: 'ko' });
  one.next();
  await until(() => !other.paused, 'the other plays');
  await until(() => one.paused && other.paused, 'both are at the end of the step');
  await settled();
  expect([one.currentStep?.id, momentOf(one)]).toEqual(['ask', momentOf(other)]);
});

it('lands on the same step after twenty quick presses', async () => {
  const [one, other] = await pair();
  for (let press = 0; press < 20; press++) (press % 3 === 0 ? other : one).next();
  for (let press = 0; press < 3; press++) one.previous();
  await until(() => momentOf(one) === momentOf(other), 'both are at the same place');
  one.goToStep('think');
  for (let press = 0; press < 3; press++) one.next();
  await until(() => one.paused && other.paused && momentOf(one) === momentOf(other), 'both are at the same end');
  expect(one.currentStep?.id).toBe('tell');
});

it('says nothing when it follows', async () => {
  const [one, other] = await pair();
  const heard = listen(one);
  one.goToStep('tell');
  await until(() => other.currentStep?.id === 'tell', 'the other is there');
  one.rate = 1.5;
  await until(() => other.rate === 1.5, 'the other is as fast');
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(heard).toEqual(['state', 'state']);
});

it('comes late and goes where the others are, even when it would play by itself', async () => {
  const [one] = await pair();
  one.level = 2;
  await one.updateComplete;
  one.goToMoment({ step: 'think/read', part: 'act', fraction: 0.25 });
  await settled();
  const late = await loaded({ sync: one.sync, autoplay: true });
  await until(() => late.paused && momentOf(late) === momentOf(one), 'the late one is there');
  expect([late.level, one.paused, momentOf(one)]).toEqual([2, true, 'think/read act 0.25']);
});

it('stays together while it plays where the holds last longer for the one that leads, and never goes back', async () => {
  const [one, other] = await pair();
  one.pace = 2;
  await one.updateComplete;
  const hold = ({ steps }: HoplinePlayer): number => steps[0]!.end - steps[0]!.actEnd;
  const longer = hold(one) - hold(other);
  expect(longer).toBeGreaterThan(0.6);
  await one.play();
  const arrivals = [0, 0];
  let back = 0;
  for (let last = 0; arrivals.includes(0); last = other.currentTime) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    for (const [index, player] of [one, other].entries()) if (player.currentStep!.index > 0) arrivals[index] ||= performance.now();
    back = Math.max(back, last - other.currentTime);
  }
  one.pause();
  // Each by its own clock, they would be apart by as much as the one hold is longer.
  expect(Math.abs(arrivals[0]! - arrivals[1]!) / 1000).toBeLessThan(longer * 0.6);
  expect(back).toBe(0);
});

it('takes another scenario that it has, and leaves one that it has not', async () => {
  const sync = fresh();
  const scenarios = [story('one'), story('two')];
  const one = await loaded({ sync, scenarios });
  const other = await loaded({ sync, scenarios });
  const foreign = await loaded({ sync, scenarios: [story('three', STORY.replace('id: story', 'id: other'))] });
  one.scenario = 'two';
  await until(() => other.scenario === 'two', 'the other shows it too');
  one.goToStep('tell');
  await until(() => other.currentStep?.id === 'tell', 'the other is there');
  expect([foreign.scenario, foreign.currentStep?.id]).toEqual(['', 'ask']);
});

it('does not tell what it is told to do quietly, nor what a page does not want to follow', async () => {
  const [one, other] = await pair();
  one.quietly(() => one.goToStep('tell'));
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(other.currentStep?.id).toBe('ask');
  other.addEventListener('hopline-follow', (event) => event.preventDefault());
  const told = once(other, 'hopline-follow');
  one.goToStep('think');
  expect(((await told) as CustomEvent).detail).toMatchObject({ moment: { step: 'think' }, playing: 'no' });
  await settled();
  expect(other.currentStep?.id).toBe('ask');
});

it('leaves when it is removed or gets another name, and pauses nobody', async () => {
  const [one, other] = await pair();
  await one.play();
  await until(() => !other.paused, 'the other plays');
  one.remove();
  await until(() => other.peers === 0, 'it is known to have left');
  expect(other.paused).toBe(false);
  other.sync = '';
  await other.updateComplete;
  other.pause();
});

it('is on its own where the browser refuses channels, and hears nothing that is no message', async () => {
  const real = globalThis.BroadcastChannel;
  globalThis.BroadcastChannel = function refuse() {
    throw new DOMException('refused', 'SecurityError');
  } as unknown as typeof BroadcastChannel;
  try {
    const alone = mount({ scenarios: [story()], sync: fresh() });
    await once(alone, 'canplaythrough');
    await settled();
    alone.next();
    expect(alone.paused).toBe(false);
  } finally {
    globalThis.BroadcastChannel = real;
  }
  const [one, other] = await pair();
  const channel = new BroadcastChannel(`hopline:${one.sync}`);
  // Channels have no target: they end at the origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  for (const data of [null, 7, 'play', { form: 'hopline-sync-1', type: 'state', from: 'x', turn: 9, by: 'x', state: { scenario: 'story' } }]) channel.postMessage(data);
  one.goToStep('think');
  await until(() => other.currentStep?.id === 'think', 'they still follow each other');
});
