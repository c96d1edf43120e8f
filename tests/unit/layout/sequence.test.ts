import { contains, overlaps } from '../../../src/shared/geometry.ts';
import { describe, expect, it, vi } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import type { Message, Trace } from '../../../src/compile/trace.ts';
import { layoutSequence } from '../../../src/layout/sequence.ts';
import type { SequenceLayout } from '../../../src/layout/types.ts';
import type { Scenario } from '../../../src/scenario/model.ts';
import { scenarioOf, shipped, shippedFiles } from './worlds.ts';

vi.setConfig({ testTimeout: 120_000 });

function variants(scenario: Scenario): Trace[] {
  const paths = [{}, ...scenario.choices.flatMap((choice) => choice.options.map((option) => ({ [choice.id]: option.id })))];
  return scenario.levels.flatMap((level) => scenario.languages.flatMap((lang) => paths.map((path) => compile(scenario, { level, lang, path }))));
}

/** Breaches of what a sequence diagram promises, in words. */
function breaches(trace: Trace, layout: SequenceLayout): string[] {
  const found: string[] = [];
  const { lifelines, rows, fragments, size } = layout;
  lifelines.forEach((one, i) => {
    const next = lifelines[i + 1];
    if (next && overlaps(one.head, next.head)) found.push(`heads of ${one.node} and ${next.node} overlap`);
    if (one.title.overflow) found.push(`the head of ${one.node} is cut`);
  });
  rows.forEach((row, i) => {
    const [low, high] = [Math.min(row.fromX, row.toX), Math.max(row.fromX, row.toX)];
    const { labelBox } = row;
    const next = rows[i + 1];
    if (next && row.top + row.height > next.top + 0.01) found.push(`row ${i} reaches into the next`);
    if (labelBox.y < row.top - 0.01 || labelBox.y + labelBox.height > row.top + row.height + 0.01) found.push(`label of row ${i} leaves its row`);
    for (const { x, node } of lifelines) {
      const crossed = x >= low && x <= high && low !== high;
      if (!crossed && labelBox.width > 0 && x > labelBox.x && x < labelBox.x + labelBox.width) found.push(`label of row ${i} lies on ${node}`);
    }
    if (labelBox.x < 0 || labelBox.x + labelBox.width > size.width) found.push(`label of row ${i} leaves the picture`);
  });
  fragments.forEach((fragment, i) => {
    const inside = rows.filter((row) => row.y > fragment.box.y && row.y < fragment.box.y + fragment.box.height);
    for (const row of inside) if (Math.min(row.fromX, row.toX) < fragment.box.x || Math.max(row.fromX, row.toX) > fragment.box.x + fragment.box.width) found.push(`row ${row.message} leaves frame ${i}`);
    for (const other of fragments.slice(i + 1)) if (overlaps(fragment.box, other.box) && !contains(fragment.box, other.box)) found.push(`frames ${i} and ${fragments.indexOf(other)} cut each other`);
  });
  if (rows.length !== trace.messages.length) found.push('rows are missing');
  return found;
}

describe.each(shippedFiles())('the sequence of %s', (file) => {
  it('keeps heads apart and labels off lifelines at every level, in every language, on every path', async () => {
    for (const trace of variants(await shipped(file))) expect(breaches(trace, layoutSequence(trace)), JSON.stringify(trace.variant)).toEqual([]);
  });

  it('becomes as narrow as a pane without breaking heads', async () => {
    for (const trace of variants(await shipped(file))) {
      const natural = layoutSequence(trace);
      const narrow = layoutSequence(trace, { width: natural.size.width * 0.85 });
      expect(narrow.size.width).toBeLessThanOrEqual(natural.size.width);
      expect(breaches(trace, narrow), JSON.stringify(trace.variant)).toEqual([]);
    }
  });

  it('has lifelines for just those who take part or have a note', async () => {
    const trace = compile(await shipped(file), {});
    const { lifelines, notes } = layoutSequence(trace);
    const nodes = new Set([...trace.messages.flatMap(({ from, to }) => [from, to]), ...notes.map(({ node }) => node)]);
    const parents = new Set([...nodes].map((id) => trace.scenario.architecture.nodes.get(id)?.parent));
    for (const { node } of lifelines) expect(nodes.has(node) || parents.has(node), node).toBe(true);
    expect(new Set(lifelines.map((line) => line.node)).size).toBe(lifelines.length);
  });
});

const SMALL = `hopline: 1
id: t
title: T
languages: [en]
architecture:
  id: a
  title: A
  components:
    a:
      title: A
    b:
      title: B
      parts:
        one:
          title: One
    c:
      title: A component with a very long name indeed
  edges:
    - a -> b
    - b -> c
open:
  - b -> c
steps:
  - id: s
    title: S
    say: Say.
    do:
      - send: a -> b
        as: ask
        label: please
      - work: b/one
        label: thinking about it
      - parallel:
          - call: b -> c
            label: a label that is far too long for the distance between two neighbours
            returns: done
          - work: a
            label: waiting
      - reply: ask
        label: here you are
`;

/** Many clients with a connection to one hub, and traffic to it all at once. */
const CROWD = `
hopline: 1
id: crowd
languages: [en]
title: Crowd
architecture:
  hopline: 1
  id: crowd
  title: Crowd
  components:
    hub:
      title: Hub
    pool:
      title: Pool
      members: [hub]
${[1, 2, 3, 4, 5, 6].map((i) => `    c-${i}:\n      title: Client ${i}\n`).join('')}
  edges:
${[1, 2, 3, 4, 5, 6].map((i) => `    - c-${i} -> hub\n`).join('')}
open:
${[1, 2, 3, 4, 5, 6].map((i) => `  - c-${i} -> hub\n`).join('')}
steps:
  - id: meet
    title: Meet
    say: Everybody says something.
    do:
${[1, 2, 3, 4, 5, 6].map((i) => `      - send: c-${i} -> hub\n        label: hello\n`).join('')}
  - id: burst
    title: Burst
    say: Many at once.
    do:
      - traffic: c-1 -> pool
        connections: 8
        every: 100ms
        service-time: 900ms
`;

describe('a crowded sequence', () => {
  it('gathers many standing connections in one row for the side that was dialled', async () => {
    const layout = layoutSequence(compile(await scenarioOf(CROWD), {}));
    expect(layout.standing).toHaveLength(6);
    expect(new Set(layout.standing.map(({ y }) => y)).size).toBe(1);
  });

  it('draws concurrent traffic as one bar, never bars on one another', async () => {
    const { activations, lifelines } = layoutSequence(compile(await scenarioOf(CROWD), {}));
    const hub = activations.filter(({ node }) => node === 'hub');
    expect(hub).toHaveLength(1);
    expect(hub[0]!.x).toBe(lifelines.find(({ node }) => node === 'hub')!.x);
  });

  it('breaks no word of a head, however narrow', async () => {
    for (const { title } of layoutSequence(compile(await scenarioOf(CROWD), {}), { width: 300 }).lifelines) {
      expect(['Hub', 'Client 1', 'Client 2', 'Client 3', 'Client 4', 'Client 5', 'Client 6']).toContain(title.lines.join(' '));
    }
  });
});

describe.each(shippedFiles())('the bars of %s', (file) => {
  it('stand at most two steps aside and never on one another', async () => {
    for (const trace of variants(await shipped(file))) {
      const { activations, lifelines } = layoutSequence(trace);
      activations.forEach((bar, i) => {
        const line = lifelines.find(({ node }) => node === bar.node)!;
        expect(bar.x - line.x).toBeLessThanOrEqual(12);
        for (const other of activations.slice(i + 1)) {
          if (other.x === bar.x) expect(other.top >= bar.bottom || other.bottom <= bar.top, `${bar.node} ${JSON.stringify(trace.variant)}`).toBe(true);
        }
      });
    }
  });
});

/** Notes everywhere: before, between and after rows and frames, twice at one component, on a part, at one that sends nothing. */
const NOTED = `hopline: 1
id: noted
title: Noted
languages: [en]
architecture:
  id: a
  title: A
  components:
    a:
      title: A
    b:
      title: B
      parts:
        one:
          title: One
    c:
      title: C
    d:
      title: D
  edges:
    - a -> b
    - b -> c
steps:
  - id: first
    title: First
    say: Say.
    do:
      - note: a
        text: It begins here.
      - send: a -> b
        label: please
      - note: b/one
        text: This part has a good deal to do before it can pass on what it was given.
      - parallel:
          - - call: b -> c
              label: one
              returns: done
            - note: c
              text: Said inside the frame, and long enough to take several lines in any gap.
            - call: b -> c
              label: two
              returns: done
          - work: b
            label: waiting
      - note: c
        text: After the frame.
      - note: c
        text: After the frame.
      - note: d
        text: Never takes part.
  - id: second
    title: Second
    say: Say.
    do:
      - note: c
        text: After the frame.
      - send: a -> b
        label: here you are
      - note: a
        text: The end.
`;

describe('the notes of a sequence', () => {
  const traceOf = async (): Promise<Trace> => compile(await scenarioOf(NOTED), {});

  it('stand between the rows before and after them, each in its own step', async () => {
    const trace = await traceOf();
    const { notes, rows, size } = layoutSequence(trace);
    expect(notes.map(({ node, step }) => `${step} ${node}`)).toEqual(['0 a', '0 b/one', '0 c', '0 c', '0 d', '1 c', '1 a']);
    for (const { afterMessage, box, time, step } of notes) {
      const [above, below] = [rows[afterMessage], rows[afterMessage + 1]];
      expect(box.y).toBeGreaterThanOrEqual(above ? above.top + above.height : rows[0]!.top - box.height - 40);
      expect(box.y + box.height).toBeLessThanOrEqual(below?.top ?? size.height);
      for (const message of trace.messages) if (message.index <= afterMessage) expect(message.start).toBeLessThanOrEqual(time);
      expect(afterMessage + 1).toBeGreaterThanOrEqual(trace.steps[step]!.first);
      expect(afterMessage + 1).toBeLessThanOrEqual(trace.steps[step]!.last);
    }
    const said = notes.map(({ text }) => text.lines.join(' '));
    expect(said.slice(3)).toEqual(['After the frame.', 'Never takes part.', 'After the frame.', 'The end.']);
    expect(said[1]).toBe('This part has a good deal to do before it can pass on what it was given.');
    expect(notes[0]!.afterMessage).toBe(-1);
    expect(notes.at(-1)!.afterMessage).toBe(rows.length - 1);
  });

  it('lie on no label, head, lifeline, bar, rim of a frame or other note, in any width', async () => {
    const trace = await traceOf();
    const natural = layoutSequence(trace);
    for (const layout of [natural, layoutSequence(trace, { width: natural.size.width * 0.7 }), layoutSequence(trace, { width: 1600 })]) {
      const { notes, rows, lifelines, activations, fragments, headHeight, size } = layout;
      expect(breaches(trace, layout)).toEqual([]);
      notes.forEach(({ box, text, lifelineX }, i) => {
        expect(text.lines.join(' ')).not.toContain('…');
        expect(text.size).toBeGreaterThanOrEqual(20);
        expect(box.y).toBeGreaterThan(headHeight);
        expect(box.x).toBeGreaterThan(lifelineX);
        expect(box.x + box.width).toBeLessThan(size.width);
        for (const { x } of lifelines) expect(x > box.x && x < box.x + box.width).toBe(false);
        for (const row of rows) expect(overlaps(box, { x: 0, y: row.top, width: size.width, height: row.height })).toBe(false);
        for (const { x, top, bottom } of activations) expect(overlaps(box, { x: x - 6, y: top, width: 12, height: bottom - top })).toBe(false);
        for (const frame of fragments) expect(contains(frame.box, box) || !overlaps(frame.box, box)).toBe(true);
        for (const other of notes.slice(i + 1)) expect(overlaps(box, other.box)).toBe(false);
      });
    }
    expect(natural.fragments.filter(({ box }) => natural.notes.some((note) => contains(box, note.box)))).toHaveLength(1);
  });

  it('leave a sequence without them as it is', async () => {
    expect(layoutSequence(compile(await scenarioOf(SMALL), {})).notes).toEqual([]);
  });
});

describe('a small sequence', () => {
  it('shows a part that only works on the lifeline of its component', async () => {
    const layout = layoutSequence(compile(await scenarioOf(SMALL), {}));
    expect(layout.lifelines.map((line) => line.node)).toEqual(['a', 'b', 'c']);
    const own = layout.rows[1]!;
    expect(own.fromX).toBe(own.toX);
    expect(own.labelBox.x).toBeGreaterThan(own.fromX);
  });

  it('draws bars from a request to its answer and standing connections below the heads', async () => {
    const trace = compile(await scenarioOf(SMALL), {});
    const layout = layoutSequence(trace);
    const answer = trace.messages.find((message) => message.kind === 'reply' && message.to === 'a') as Message;
    const bar = layout.activations.find((one) => one.node === 'b')!;
    expect([bar.top, bar.bottom]).toEqual([layout.rows[0]!.y, layout.rows[answer.index]!.y]);
    expect(layout.standing).toHaveLength(1);
    expect(layout.standing[0]!.y).toBeGreaterThan(layout.headHeight);
    expect(layout.standing[0]!.y).toBeLessThan(layout.rows[0]!.top);
    expect(layout.fragments.map((fragment) => fragment.kind)).toEqual(['parallel']);
    expect(breaches(trace, layout)).toEqual([]);
  });

  it('breaks a long label for the span of its arrow, and fills a wider picture', async () => {
    const trace = compile(await scenarioOf(SMALL), {});
    const narrow = layoutSequence(trace);
    const long = trace.messages.findIndex((message) => message.label.startsWith('a label'));
    expect(narrow.rows[long]!.label.lines.length).toBeGreaterThan(1);
    const wide = layoutSequence(trace, { width: 1100 });
    expect(wide.size.width).toBe(1100);
    expect(wide.rows[long]!.label.lines.length).toBeLessThanOrEqual(narrow.rows[long]!.label.lines.length);
    expect(breaches(trace, wide)).toEqual([]);
  });

  it('grows in proportion to the messages', async () => {
    const trace = compile(await scenarioOf(SMALL), {});
    const copies = (count: number): Trace => {
      const base = trace.messages.length;
      const messages = Array.from({ length: count }, (_, i): Message => {
        const from = trace.messages[i % base] as Message;
        const shift = i - (i % base);
        return { ...from, index: i, ...(from.request === undefined ? {} : { request: from.request + shift }) };
      });
      return { ...trace, messages, fragments: [] };
    };
    const timed = (count: number): number => {
      const many = copies(count);
      const runs = Array.from({ length: 5 }, () => {
        const start = process.cpuUsage();
        layoutSequence(many);
        return process.cpuUsage(start).user;
      });
      return Math.min(...runs);
    };
    timed(2000);
    expect(timed(10_000)).toBeLessThan(Math.max(40_000, 40 * timed(1000)));
    expect(layoutSequence(copies(10_000)).rows).toHaveLength(10_000);
  });
});
