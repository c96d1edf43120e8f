import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStory } from '../../../src/cli/record-story.ts';
import type { Frame } from '../../../src/compile/frame.ts';
import { stateAt } from '../../../src/compile/state.ts';
import { Drawing } from '../../../src/export/svg/drawing.ts';
import { layoutMapAuto } from '../../../src/layout/map.ts';
import { THEMES } from '../../../src/look/tokens.ts';
import { overlaps } from '../../../src/shared/geometry.ts';
import { atOnce } from '../../../src/shared/work.ts';
import { DisplayRecorder } from '../../../src/stage/display-list.ts';
import { MapChanges, type MapPart } from '../../../src/stage/map-change.ts';
import { MapFacts } from '../../../src/stage/map-facts.ts';
import { sightOf } from '../../../src/stage/map-sight.ts';
import { paintStillMap } from '../../../src/stage/map-still.ts';
import { paletteOf } from '../../../src/stage/palette.ts';
import { pieces } from '../../../src/stage/route-path.ts';
import { FrameSource } from '../../../src/timeline/frames.ts';
import { ROOT } from '../../tools/pages.ts';

const STORIES = readdirSync(`${ROOT}/scenarios/kubernetes`).filter((name) => /^[a-z-]+\.yaml$/.test(name) && !name.includes('architecture'));
const palette = paletteOf(THEMES.dark);

/** A story's steps, what changes into each, and its resting map as parts that can be compared. */
async function open(name: string, level = '1') {
  const { trace } = await readStory(`scenarios/kubernetes/${name}`, { lang: 'ko', level }, ROOT);
  const facts = new MapFacts(trace, await layoutMapAuto(trace.scenario));
  const sight = sightOf(trace, undefined);
  const changes = new MapChanges(facts);
  const frames = new FrameSource(trace);
  const steps = trace.steps.slice(1).filter(({ index }) => !changes.isOfMost(changes.into(index, sight)));
  const paint = (step: number, emphasis: number, part?: MapPart): Map<string, string> => {
    const time = (trace.steps[step]?.start ?? 0) + 0.01;
    const frame: Frame = { ...frames.at(time), step, emphasis };
    const drawing = new Drawing();
    atOnce(paintStillMap(drawing, { facts, frame, state: stateAt(trace, time), palette, list: new DisplayRecorder(), sight, part }));
    return new Map([...drawing.parts].map(({ kind, id, strokes }) => [`${kind} ${id}`, JSON.stringify(strokes)]));
  };
  return { facts, steps, paint, into: (step: number) => changes.into(step, sight) };
}

describe.each(STORIES)('what changes from step to step in %s', (name) => {
  it('and what stays the same are together the whole map, and nothing twice', async () => {
    const { steps, paint, into } = await open(name);
    for (const { index, id } of steps) {
      const change = into(index);
      const [same, changing] = [paint(index, 0.37, { of: 'same', change }), paint(index, 0.37, { of: 'changing', change })];
      expect([...same.keys()].filter((key) => changing.has(key)), id).toEqual([]);
      expect(new Map([...same, ...changing]), id).toEqual(paint(index, 0.37));
    }
  });

  it('leaves the rest as it is at any time between them', async () => {
    const { steps, paint, into } = await open(name);
    for (const { index, id } of steps) {
      const part = { of: 'same', change: into(index) } as const;
      expect(paint(index, 0.1, part), id).toEqual(paint(index, 0.9, part));
    }
  });

  it('is never covered by what was painted over it', async () => {
    const { facts, steps, into } = await open(name);
    for (const { index, id } of steps) {
      const { nodes, edges, titles } = into(index);
      const order = [...facts.layout.nodes];
      const lines = [...edges].flatMap((edge) => pieces(facts.path(edge) ?? { points: [] }));
      const left = order.filter(([node]) => !nodes.has(node));
      const covering = left.filter(([node, box]) => lines.some((piece) => overlaps(piece, box)) ||
        order.some(([under, lower], at) => nodes.has(under) && at < order.findIndex(([other]) => other === node) && overlaps(lower, box)));
      expect(covering.map(([node]) => node), id).toEqual([]);
      const names = [...facts.layout.groups].filter(([group]) => !titles.has(group));
      expect(names.filter(([, { titleBox }]) => lines.some((piece) => overlaps(piece, titleBox))).map(([group]) => group), id).toEqual([]);
    }
  });
});

it('most steps change less than half of the map', async () => {
  const { facts, steps } = await open('pod-creation.yaml', '3');
  expect(steps.length).toBeGreaterThan(facts.trace.steps.length * 0.9);
});
