import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import type { StateChange } from '../../../src/compile/trace.ts';
import { layoutSequence } from '../../../src/layout/sequence.ts';
import { OPACITY } from '../../../src/look/opacity.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { DisplayItem } from '../../../src/stage/stage.ts';
import architecture from '../../fixtures/small/architecture.yaml?raw';
import text from '../../fixtures/small/scenario.yaml?raw';
import { draftMap } from './draft-layout.ts';
import { makeFixture, type Fixture } from './fixture.ts';

type NoteChange = Extract<StateChange, { kind: 'note' }>;
const TEXT = 'It gets every order.';

let fixture: Fixture;
let said: NoteChange;
beforeAll(async () => {
  const { scenario, diagnostics } = await parseScenario({
    file: 'https://example.test/scenario.yaml', text, read: (path) => (path.endsWith('architecture.yaml') ? Promise.resolve(architecture) : Promise.reject(new Error(path))),
  });
  if (!scenario) throw new Error(JSON.stringify(diagnostics));
  const trace = compile(scenario, { level: 3, lang: 'en' });
  fixture = await makeFixture({ view: 'sequence', width: 1920, height: 1080, scene: { trace, map: draftMap(scenario), sequence: layoutSequence(trace) } });
  said = trace.changes.find((change): change is NoteChange => change.kind === 'note' && change.value === TEXT) as NoteChange;
});
afterAll(() => fixture.stage.destroy());

const listAt = (time: number): readonly DisplayItem[] => {
  fixture.draw(fixture.frames.at(time));
  return fixture.stage.displayList();
};
const notesAt = (time: number): DisplayItem[] => listAt(time).filter(({ kind, text: words }) => kind === 'note' && words === TEXT);

describe('a note in the sequence', () => {
  it('is quiet until it is said, then whole, and stays when its step is over', () => {
    const end = fixture.trace.steps[said.step]!.end;
    expect(notesAt(said.time - 0.02)).toEqual([expect.objectContaining({ id: 'billing', opacity: OPACITY.future })]);
    expect(notesAt(said.time + 0.02)).toEqual([expect.objectContaining({ id: 'billing', opacity: 1 })]);
    expect(notesAt(end + 0.1)).toEqual([expect.objectContaining({ id: 'billing', opacity: OPACITY.past })]);
  });

  it('is written brighter from its time on', () => {
    const brightest = (time: number): number => {
      const { x, y, width, height } = notesAt(time)[0]!.box;
      const context = (fixture.stage.canvas as HTMLCanvasElement).getContext('2d') as CanvasRenderingContext2D;
      // Inside its rim, red alone.
      return Math.max(...context.getImageData(x + 6, y + 6, width - 24, height - 12).data.filter((_, index) => index % 4 === 0));
    };
    expect(brightest(said.time + 0.02)).toBeGreaterThan(brightest(said.time - 0.02) + 40);
  });

  it('lies on nothing else in the still of its step, and is as large as a label', () => {
    fixture.draw(fixture.frames.still(said.step));
    const list = fixture.stage.displayList();
    const note = list.find(({ kind, text: words }) => kind === 'note' && words === TEXT)!;
    expect(note.opacity).toBe(1);
    const rows = list.filter(({ kind, box }) => (kind === 'row' || kind === 'node') && box.width > 0);
    expect(rows.length).toBeGreaterThan(3);
    for (const { text: words, box } of rows) {
      const apart = box.x + box.width <= note.box.x || note.box.x + note.box.width <= box.x || box.y + box.height <= note.box.y || note.box.y + note.box.height <= box.y;
      expect(apart, words).toBe(true);
    }
  });

  it('is a function of its frame alone', async () => {
    const [before, after] = [said.time - 0.02, said.time + 0.02];
    const first = [await fixture.at(before), await fixture.at(after)];
    expect(first[0]).not.toBe(first[1]);
    await fixture.at(fixture.trace.duration);
    expect([await fixture.at(after), await fixture.at(before)]).toEqual([first[1], first[0]]);
  });
});
