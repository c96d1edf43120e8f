import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import { layoutMapAuto } from '../../../src/layout/map.ts';
import { layoutSequence } from '../../../src/layout/sequence.ts';
import { loadFonts } from '../../../src/look/fonts.ts';
import { THEMES } from '../../../src/look/tokens.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { Stage, type DisplayItem, type LayerView, type Scene } from '../../../src/stage/stage.ts';
import { FrameSource } from '../../../src/timeline/frames.ts';
import { pixelHash, stepOf } from './fixture.ts';

const STORY = `hopline: 1
id: lights
architecture:
  id: place
  title: Place
  layers:
    upper:
      title: Upper
    lower:
      title: Lower
  groups:
    front:
      title: Front
      accent: clients
    back:
      title: Back
      accent: worker
  components:
    shop:
      title: Shop
      group: front
      layer: upper
      at: [40, 80]
    store:
      title: Store
      group: back
      layer: lower
      at: [640, 80]
      parts:
        desk:
          title: Desk
    log:
      title: Log
      group: back
      layer: lower
      at: [640, 280]
    lamp:
      title: Lamp
      at: [40, 280]
  edges:
    - shop -> store
    - store -> log
title: Lights
clock: 0s
steps:
  - id: light
    title: Light
    say: Something is lit.
    do:
      - highlight: [shop, back]
      - wait: 2s
      - highlight: store/desk
      - wait: 1s
  - id: ask
    title: Ask
    say: The Shop asks.
    do:
      - call: shop -> store
        label: question
        returns: answer
      - call: store -> log
        label: entry
        returns: done
  - id: later
    title: Later
    say: Time passes.
    do:
      - clock: 30s
      - clock: 60s
        illustrative: true
      - wait: 1s
`;

let scene: Scene;
let stage: Stage;
let frames: FrameSource;

beforeAll(async () => {
  const { scenario, diagnostics } = await parseScenario({ file: 'lights.yaml', text: STORY, read: () => Promise.reject(new Error('nothing')) });
  expect(diagnostics).toEqual([]);
  const trace = compile(scenario!, { lang: 'ko' });
  scene = { trace, map: await layoutMapAuto(scenario!), sequence: layoutSequence(trace) };
  await loadFonts(STORY);
  stage = await Stage.create({ theme: THEMES.dark });
  stage.setScene(scene);
  stage.setView('split');
  stage.resize(1600, 900, 1);
  frames = new FrameSource(trace);
});
afterAll(() => {
  stage.destroy();
  frames.dispose();
});

function drawn(time: number, layers?: LayerView): readonly DisplayItem[] {
  const frame = frames.at(time);
  stage.draw(frame, stateAt(scene.trace, frame.time), { layers });
  return stage.displayList();
}
const ids = (list: readonly DisplayItem[], kind: DisplayItem['kind']) => new Set(list.filter((item) => item.kind === kind).map(({ id }) => id));
const onMap = (list: readonly DisplayItem[], id: string) => list.find((item) => item.kind === 'node' && item.id === id)?.opacity ?? 0;
const hash = () => pixelHash(stage.canvas as HTMLCanvasElement);

describe('what the story lights', () => {
  it('has a ring, does not recede, and is lit until the step ends', () => {
    const { start, end } = stepOf(scene.trace, 'light');
    const list = drawn(start + 1);
    expect(ids(list, 'lit')).toEqual(new Set(['shop', 'back', 'store', 'log']));
    expect([onMap(list, 'shop'), onMap(list, 'log')]).toEqual([1, 1]);
    expect(onMap(list, 'lamp')).toBeLessThan(1);
    expect(ids(drawn(start + 2.5), 'lit')).toContain('store/desk');
    expect(ids(drawn(end + 0.01), 'lit')).toEqual(new Set());
  });

  it('is lit in its still', () => {
    const frame = frames.still(0);
    stage.draw(frame, stateAt(scene.trace, frame.time));
    expect(ids(stage.displayList(), 'lit')).toEqual(new Set(['shop', 'back', 'store', 'log', 'store/desk']));
  });

  it('is the same picture however its time was reached', async () => {
    const { start } = stepOf(scene.trace, 'light');
    drawn(start + 1);
    const first = await hash();
    drawn(stepOf(scene.trace, 'ask').start + 1);
    drawn(start + 2.5);
    drawn(start + 1);
    expect(await hash()).toBe(first);
  });
});

describe('the clock', () => {
  const clock = (time: number) => drawn(time).find(({ kind }) => kind === 'clock')?.text;
  it('says when its time is only an example, until the step ends', () => {
    const { start, actEnd, end } = stepOf(scene.trace, 'later');
    expect(clock(start - 0.01)).toBe('00:00');
    expect(clock(start + 1.4)).toMatch(/^00:\d\d$/);
    expect(clock(actEnd)).toBe('01:30 예시 시간');
    expect(clock(end - 0.01)).toBe('01:30 예시 시간');
  });
});

describe('the layers of a viewer', () => {
  const inAsk = () => {
    const { start } = stepOf(scene.trace, 'ask');
    return start + 0.5;
  };

  it('leave the lit one at full strength, and let the rest recede', () => {
    const list = drawn(inAsk(), { lit: 'lower', hidden: new Set() });
    expect([onMap(list, 'store'), onMap(list, 'log')]).toEqual([1, 1]);
    expect(onMap(list, 'shop')).toBeLessThan(1);
    expect(onMap(list, 'lamp')).toBeLessThan(1);
  });

  it('leave a hidden one out, with its edges, its hops, and groups that have nothing left', () => {
    const all = drawn(inAsk());
    expect(ids(all, 'label')).not.toEqual(new Set());
    const list = drawn(inAsk(), { hidden: new Set(['upper']) });
    expect(list.filter(({ kind, id }) => kind === 'node' && id === 'shop').map(({ opacity }) => opacity)).toEqual([0.45]);
    expect(ids(list, 'group')).toEqual(new Set(['back']));
    expect(ids(list, 'edge')).toEqual(new Set(['store->log']));
    expect(ids(list, 'label')).toEqual(new Set());
    expect(ids(list, 'hop')).toEqual(new Set());
  });

  it('cannot be pointed at where they are hidden', () => {
    const list = drawn(inAsk());
    const { box } = list.find(({ kind, id }) => kind === 'node' && id === 'shop')!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    expect(stage.hitTest(x, y)).toMatchObject({ kind: 'node', id: 'shop' });
    drawn(inAsk(), { hidden: new Set(['upper']) });
    expect(stage.hitTest(x, y)).toBeNull();
  });

  it('leave nothing behind', async () => {
    drawn(inAsk());
    const plain = await hash();
    drawn(inAsk(), { lit: 'upper', hidden: new Set(['lower']) });
    expect(await hash()).not.toBe(plain);
    drawn(inAsk());
    expect(await hash()).toBe(plain);
  });
});
