import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../../src/stage/stage.ts';
import { makeFixture, stepOf, type Fixture } from './fixture.ts';

let fixture: Fixture;
let whole: Fixture;
beforeAll(async () => {
  fixture = await makeFixture({ view: 'split', width: 1920, height: 1080 });
  whole = await makeFixture({ view: 'map', width: 1920, height: 1080, scene: fixture.scene });
});
afterAll(() => {
  fixture.stage.destroy();
  whole.stage.destroy();
});

const items = (kind: DisplayItem['kind']): DisplayItem[] => fixture.stage.displayList().filter((item) => item.kind === kind);
const drawAt = (time: number): void => fixture.draw(fixture.frames.at(time));
const onMap = (time: number, id: string): DisplayItem | undefined => {
  whole.draw(whole.frames.at(time));
  return whole.stage.displayList().find((item) => item.kind === 'node' && item.id === id);
};

describe('what is in the picture', () => {
  it('has every hop under way with its number, its label, and its row', () => {
    for (const message of fixture.trace.messages.filter(({ kind }) => kind !== 'packet')) {
      drawAt((message.start + message.end) / 2);
      const carrier = items(message.kind === 'work' ? 'work' : 'hop').find(({ id }) => id === message.index);
      expect(carrier, `${message.number} of ${message.action}`).toMatchObject({ number: message.number });
      expect(carrier?.opacity).toBeGreaterThan(0.9);
      if (message.kind !== 'work') expect(Math.min(carrier?.box.width ?? 0, carrier?.box.height ?? 0)).toBeGreaterThanOrEqual(31);
      expect(items('label').find(({ id }) => id === message.index)).toMatchObject({ text: message.label, number: message.number });
      expect(items('row').find(({ id }) => id === message.index)).toMatchObject({ number: message.number });
    }
  });

  it('moves the head from the sender to the receiver', () => {
    const message = fixture.trace.messages[0] as Fixture['trace']['messages'][number];
    const xs = [0.05, 0.35, 0.65, 0.95].map((share) => {
      drawAt(message.start + (message.end - message.start) * share);
      return items('hop')[0]?.box.x ?? NaN;
    });
    expect([...xs].sort((a, b) => a - b)).toEqual(xs);
    expect(new Set(xs).size).toBe(4);
  });

  it('has in the still of each step every hop with label and number', () => {
    fixture.trace.steps.forEach((step, index) => {
      fixture.draw(fixture.frames.still(index));
      for (const message of fixture.trace.messages.slice(step.first, step.last)) {
        if (message.kind === 'packet') continue;
        const label = items('label').find(({ id }) => id === message.index);
        expect(label, `${message.number} in the still of ${step.id}`).toMatchObject({ number: message.number, text: message.label });
        expect(label?.opacity).toBeGreaterThan(0.9);
      }
    });
  });

  it('has badges, counts, gauges, notes and the simulated clock', () => {
    drawAt(stepOf(fixture.trace, 'work').actEnd - 0.01);
    expect(items('count')).toContainEqual(expect.objectContaining({ id: 'queue', text: '×7' }));
    expect(items('gauge')).toContainEqual(expect.objectContaining({ id: 'queue', text: '65 % full' }));
    expect(items('note')).toContainEqual(expect.objectContaining({ id: 'queue' }));
    expect(items('clock')).toEqual([]);
    drawAt(stepOf(fixture.trace, 'grow').actEnd - 0.5);
    expect(items('badge')).toContainEqual(expect.objectContaining({ id: 'web-3', text: 'v2' }));
    expect(items('badge')).toContainEqual(expect.objectContaining({ id: 'web-2', text: 'not ready' }));
    expect(items('clock')[0]?.text).toMatch(/^0[01]:[0-5]\d$/);
    expect(items('note')).toEqual([]);
  });

  it('says each failure with its cross and its word', () => {
    drawAt(stepOf(fixture.trace, 'fail').actEnd - 0.01);
    expect(items('failure').map(({ text }) => text).sort()).toEqual(['409', 'refused', 'timed out']);
    for (const { box } of items('failure')) expect(box.height).toBeGreaterThanOrEqual(20);
  });

  it('counts the connections of each member', () => {
    drawAt(stepOf(fixture.trace, 'traffic').end - 0.01);
    const counts = items('count').filter(({ id }) => String(id).startsWith('web-'));
    expect(counts.map(({ id, text }) => [id, text])).toEqual(['web-1', 'web-2', 'web-3'].map((id) => [id, 'total 4 · active 0']));
  });

  it('counts in one way at every member, clear of its card, and in Korean', async () => {
    const korean = await makeFixture({ variant: { lang: 'ko' }, width: 1920, height: 1080 });
    const step = stepOf(korean.trace, 'traffic');
    for (const share of [0.2, 0.5, 0.8, 1]) {
      korean.draw(korean.frames.at(step.start + (step.actEnd - step.start) * share));
      const list = korean.stage.displayList();
      const counts = list.filter(({ kind, id }) => kind === 'count' && String(id).startsWith('web-'));
      expect(counts.length).toBeGreaterThan(0);
      for (const { id, text, box } of counts) {
        expect(text).toMatch(/^누적 \d+ · 진행 \d+$/);
        const card = list.find((item) => item.kind === 'node' && item.id === id)?.box as DisplayItem['box'];
        expect(box.y).toBeGreaterThanOrEqual(card.y + card.height + 4);
      }
    }
    korean.stage.destroy();
  });

  it('says the label of traffic once', () => {
    const step = stepOf(fixture.trace, 'traffic');
    drawAt((step.start + step.actEnd) / 2);
    expect(items('hop').length).toBeGreaterThan(2);
    expect(items('label').filter(({ text }) => text === 'GET /')).toHaveLength(1);
  });

  it('makes a stream with counts out of more than 24 heads', () => {
    const step = stepOf(fixture.trace, 'flood');
    const time = (step.start + step.actEnd) / 2;
    const moving = fixture.frames.at(time).hops.filter(({ head }) => head > 0.01).length;
    expect(moving).toBeGreaterThan(24);
    drawAt(time);
    expect(items('hop')).toEqual([]);
    const counted = items('stream').reduce((sum, { number }) => sum + Number(number), 0);
    expect(counted).toBe(moving);
  });

  it('draws an absent component only where it will appear, and not after it has gone for good', () => {
    expect(onMap(0.1, 'web-3')).toBeDefined();
    const end = fixture.trace.duration - 0.01;
    expect(onMap(end, 'web-3')).toBeUndefined();
    expect(onMap(end, 'web-2')).toBeDefined();
  });

  it('recedes what takes no part and keeps its title', () => {
    const end = stepOf(fixture.trace, 'ask').end - 0.01;
    expect(onMap(end, 'gateway')?.opacity).toBe(1);
    expect(onMap(end, 'store')?.opacity).toBeGreaterThan(0.5);
    expect(onMap(end, 'store')?.opacity).toBeLessThan(0.8);
  });
});
