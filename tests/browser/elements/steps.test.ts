import { expect, it } from 'vitest';
import type { StepChangeEvent } from '../../../src/elements/player-events.ts';
import { loaded, once, record, settled, until } from './support.ts';

it('plays exactly one step and stops where its actions are over', async () => {
  const player = await loaded();
  const events = record(player);
  const [ask] = player.steps;
  player.playbackRate = 4;
  player.next();
  expect(player.paused).toBe(false);
  await once(player, 'pause');
  expect(player.currentTime).toBe(ask!.actEnd);
  expect(player.currentStep?.id).toBe('ask');
  expect(events).toEqual(['ratechange', 'play', 'playing', 'timeupdate', 'pause']);
});

it('completes the step at once when pressed a second time', async () => {
  const player = await loaded();
  player.next();
  player.next();
  expect([player.paused, player.currentTime, player.currentStep?.id]).toEqual([true, player.steps[0]!.actEnd, 'ask']);
  player.next();
  expect([player.paused, player.currentStep?.id]).toEqual([false, 'think']);
  expect(player.currentTime).toBe(player.steps[1]!.start);
});

it('lands on the right step after twenty quick presses, and none of them is kept for later', async () => {
  const player = await loaded({ level: 2 });
  expect(player.steps.map(({ id }) => id)).toEqual(['ask', 'think/read', 'think/sort', 'tell']);
  for (let press = 1; press <= 20; press++) {
    player.next();
    // Two presses a step: one plays it, one completes it; after the last step there is only the end.
    const step = player.steps[Math.min(Math.ceil(press / 2), player.steps.length) - 1]!;
    expect([press, player.currentStep?.id]).toEqual([press, step.id]);
  }
  expect([player.paused, player.ended, player.currentTime]).toEqual([true, true, player.duration]);
  await settled();
  expect(player.paused).toBe(true);
});

it('goes on with the story at the next step when pressed in free play', async () => {
  const player = await loaded();
  await player.play();
  player.next();
  expect([player.currentStep?.id, player.paused]).toEqual(['think', false]);
  expect(player.currentTime).toBe(player.steps[1]!.start);
});

it('plays the rest of a step that was entered by hand', async () => {
  const player = await loaded({ rate: 4 });
  const { start, actEnd } = player.steps[1]!;
  player.currentTime = (start + actEnd) / 2;
  player.next();
  await once(player, 'pause');
  expect(player.currentTime).toBe(actEnd);
});

it('goes to the start of its step, and within its first second to the step before', async () => {
  const player = await loaded();
  const [ask, think, tell] = player.steps;
  player.currentTime = tell!.start + 1.2;
  player.previous();
  expect(player.currentTime).toBe(tell!.start);
  player.previous();
  expect(player.currentTime).toBe(think!.start);
  player.currentTime = think!.start + 0.9;
  player.previous();
  expect(player.currentTime).toBe(ask!.start);
  player.previous();
  expect(player.currentTime).toBe(0);
});

it('ends the playing of one step by going back', async () => {
  const player = await loaded();
  player.goToStep('think');
  player.next();
  player.previous();
  expect([player.paused, player.currentStep?.id]).toEqual([true, 'ask']);
});

it('goes to a step by its id or index, and to none that is not there', async () => {
  const player = await loaded();
  expect(player.goToStep('tell')).toBe(true);
  expect(player.currentTime).toBe(player.steps[2]!.start);
  expect(player.goToStep(1)).toBe(true);
  expect(player.currentStep?.id).toBe('think');
  expect(player.goToStep('nowhere')).toBe(false);
  expect(player.currentStep?.id).toBe('think');
});

it('tells each change of step once, and why', async () => {
  const player = await loaded();
  const told: string[] = [];
  document.body.addEventListener('hopline-step-change', (event) => {
    const { previous, step, reason } = event as StepChangeEvent;
    told.push(`${previous?.id} > ${step?.id} (${reason})`);
  });
  player.goToStep('think');
  player.currentTime += 0.1;
  player.level = 2;
  await player.updateComplete;
  await settled();
  player.rate = 4;
  player.currentTime = player.steps[1]!.end - 0.05;
  await player.play();
  await until(() => player.currentStep?.id === 'think/sort', 'the next step is reached');
  player.pause();
  await settled();
  expect(told).toEqual(['ask > think (seek)', 'think > think/read (variant)', 'think/read > think/sort (play)']);
});

it('keeps the moment when level, path, language and pace change, and tells it as a media element would', async () => {
  const player = await loaded();
  const step = player.steps[1]!;
  player.currentTime = step.start + (step.actEnd - step.start) / 2;
  await settled();
  const moment = player.moment;
  const events = record(player);
  for (const change of [{ lang: 'ko' }, { path: { way: 'fast' } }, { pace: 2 }, { path: {} }, { pace: 1 }, { lang: 'en' }]) {
    events.length = 0;
    Object.assign(player, change);
    await player.updateComplete;
    await settled();
    expect([change, events]).toEqual([change, ['durationchange', 'seeking', 'timeupdate', 'seeked']]);
    expect(player.moment).toMatchObject({ step: moment!.step, part: moment!.part, fraction: expect.closeTo(moment!.fraction, 6) });
    expect(player.paused).toBe(true);
  }
  expect(player.currentTime).toBeCloseTo(step.start + (step.actEnd - step.start) / 2, 6);
});

it('goes on playing while the level changes', async () => {
  const player = await loaded();
  player.goToStep('think');
  await player.play();
  const events = record(player);
  player.level = 2;
  await player.updateComplete;
  await settled();
  expect([player.paused, player.currentStep?.id]).toEqual([false, 'think/read']);
  expect(events.filter((name) => name !== 'timeupdate')).toEqual(['durationchange', 'seeking', 'seeked']);
});

it('does nothing when a variant is set again', async () => {
  const player = await loaded();
  const events = record(player);
  const { trace } = player;
  player.path = { way: 'slow' };
  player.level = 1;
  player.lang = 'en-GB';
  await player.updateComplete;
  await settled();
  expect(player.trace).toBe(trace);
  expect(events).toEqual([]);
});

it('starts at the step that is asked for and shows its still', async () => {
  const player = await loaded({ step: 'tell' });
  expect([player.currentStep?.id, player.paused, player.currentTime]).toEqual(['tell', true, player.steps[2]!.start]);
  await until(() => player.draws > 0, 'a picture is drawn');
  expect(player.stage!.displayList().some(({ kind, text }) => kind === 'label' && text?.includes('note it'))).toBe(true);
  player.currentTime += 0.01;
  await until(() => player.stage!.displayList().every(({ text }) => !text?.includes('note it')), 'the still is gone');
});

it('shows stills only, one for each step, to who wants no motion', async () => {
  const player = await loaded({ motion: 'reduced', rate: 4 });
  await until(() => player.draws > 0, 'a picture is drawn');
  const hop = (): boolean => player.stage!.displayList().some(({ kind, text }) => kind === 'label' && text?.includes('GET /things'));
  expect(hop()).toBe(true);
  const ids: (string | undefined)[] = [player.currentStep?.id];
  for (let press = 0; press < 2; press++) {
    player.next();
    ids.push(player.currentStep?.id);
    expect(player.paused).toBe(true);
  }
  expect(ids).toEqual(['ask', 'think', 'tell']);
  player.currentTime = 0;
  await until(hop, 'the first still is back');
  await settled();
  const before = player.draws;
  await player.play();
  await until(() => player.currentTime > 0.8, 'some time has passed');
  player.pause();
  expect(player.currentStep?.id).toBe('ask');
  expect(player.draws - before).toBeLessThanOrEqual(1);
});

it('shows the still of its poster until something moves, and starts from the beginning', async () => {
  const player = await loaded({ poster: 'tell' });
  const labels = (): string => player.stage?.displayList().filter(({ kind }) => kind === 'label').map(({ text }) => text).join() ?? '';
  await until(() => labels().includes('note it'), 'the poster is drawn');
  expect([player.currentTime, player.currentStep?.id]).toEqual([0, 'ask']);
  await player.play();
  await until(() => labels().includes('GET /things') && !labels().includes('note it'), 'the story is drawn');
  expect(player.currentTime).toBeLessThan(player.steps[0]!.end);
});

it('follows the viewer’s wish for less motion while it plays', async () => {
  const player = await loaded({ motion: 'full' });
  await until(() => player.draws > 0, 'a picture is drawn');
  await player.play();
  const before = player.draws;
  await until(() => player.draws > before + 2, 'it moves');
  player.motion = 'reduced';
  await player.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 100));
  const still = player.draws;
  await until(() => player.currentTime > 0.7, 'some time has passed');
  expect(player.currentStep?.id).toBe('ask');
  expect(player.draws).toBe(still);
});
