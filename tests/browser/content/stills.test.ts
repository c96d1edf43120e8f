import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message, SceneState, StepMark, Trace } from '../../../src/compile/trace.ts';
import { wordsOf } from '../../../src/compile/words.ts';
import type { SequenceLayout } from '../../../src/layout/types.ts';
import type { Rect, Size } from '../../../src/shared/geometry.ts';
import { textIn } from '../../../src/shared/text.ts';
import type { DisplayItem, ViewName } from '../../../src/stage/stage.ts';
import { allActions, allSteps } from '../../unit/content/texts.ts';
import { TextWatch, type DrawnText } from './drawn-texts.ts';
import { Easel, nameOf, sceneOf, shippedScenarios, type Shipped } from './shipped.ts';

const HALL = { width: 1920, height: 1080 };
const PHONE = { width: 390, height: 420 };
/** Lists and texts are looked at here, not pixels. */
const RATIO = 0.5;
/** CSS px on a picture of 1920 × 1080, the camera included. `beside`: the diagram that shares the picture with the map. */
const LEAST = { title: 20, inside: 17, label: 18, anything: 17, row: 18, beside: 12 };
/** CSS px where the whole picture is as wide as a phone. */
const LEAST_ON_PHONE = 10;
/** A badge reaches so far below its card, CSS px on a picture of 1920 × 1080 that is drawn large. */
const BADGE_ROOM = 48;
/** So many rows of a step fit into any pane of the hall. */
const ROWS = 6;

interface Still {
  readonly where: string;
  readonly trace: Trace;
  readonly step: StepMark;
  readonly list: readonly DisplayItem[];
  readonly texts: readonly DrawnText[];
  readonly state: SceneState;
  readonly sequence: SequenceLayout;
}

const all = await shippedScenarios();
let watch: TextWatch;
beforeAll(() => {
  watch = new TextWatch();
});
afterAll(() => watch.stop());

/** The still of every step in the variants that are chosen by their index, one after the other on one stage. */
async function stillsOf(shipped: Shipped, view: ViewName, size: Size, wanted: (index: number) => boolean = () => true, blind = true): Promise<Still[]> {
  const stills: Still[] = [];
  let easel: Easel | undefined;
  for (const variant of shipped.variants.filter((_, index) => wanted(index))) {
    const scene = sceneOf(shipped, variant, { view, ...size });
    if (easel) easel.show(scene);
    else easel = await Easel.create(scene, { view, ...size, ratio: RATIO, blind });
    for (const step of scene.trace.steps) {
      watch.take();
      const { list, state } = easel.draw(easel.frames.still(step.index));
      stills.push({ where: `${nameOf(variant)}, ${step.id}`, trace: scene.trace, step, list, texts: watch.take(), state, sequence: scene.sequence });
    }
  }
  easel?.destroy();
  return stills;
}

/** What the author wrote for a message, read from the scenario and not from the trace; what traffic and failures say is not in it. */
function writtenLabels({ scenario }: Shipped, lang: string): Map<string, string> {
  const labels = new Map<string, string>();
  for (const action of allSteps(scenario.steps).flatMap((step) => allActions(step.actions))) {
    if ('label' in action && action.label) labels.set(action.id, textIn(action.label, lang, scenario.languages));
    if (action.verb === 'call' && action.returns) labels.set(`${action.id}/returns`, textIn(action.returns, lang, scenario.languages));
  }
  return labels;
}

/** Messages that a still tells one by one: of an action that runs several times the last run, of traffic none. */
function told({ trace, step }: Still): Message[] {
  const latest = new Map<string, Message>();
  for (const message of trace.messages.slice(step.first, step.last)) if (message.kind !== 'packet') latest.set(message.action, message);
  return [...latest.values()];
}

function within({ x, y, width, height }: Rect, size: Size): boolean {
  return x >= -0.5 && y >= -0.5 && x + width <= size.width + 0.5 && y + height <= size.height + 0.5;
}

/** By more than a hair. */
function covers(a: Rect, b: Rect): boolean {
  return a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height;
}

/** The displayed size of a text that may be broken into lines; the largest where a badge says the same; undefined where it was not painted. */
function sizeOf(words: string | undefined, texts: readonly DrawnText[]): number | undefined {
  // A word that is longer than a line is broken where it is full.
  const bare = (text: string | undefined): string | undefined => text?.replaceAll(/\s/g, '');
  const sizes = texts.filter(({ text }) => bare(text) === bare(words)).map(({ size }) => size);
  return sizes.length > 0 ? Math.max(...sizes) : undefined;
}

function titleOf(shipped: Shipped, id: string | number, lang: string): string | undefined {
  return shipped.map.nodes.get(String(id))?.text.get(lang)?.title.lines.join(' ');
}

it.each(['map', 'sequence', 'split'] as const)('a still is listed the same whether its pixels are drawn or not: %s', async (view) => {
  const [shipped] = all as [Shipped];
  const looked = async (blind: boolean): Promise<unknown[]> =>
    (await stillsOf(shipped, view, HALL, (index) => index === shipped.variants.length - 1, blind)).map(({ where, list, texts }) => ({ where, list, texts }));
  const blindly = await looked(true);
  expect(blindly.length).toBeGreaterThan(5);
  expect(blindly).toEqual(await looked(false));
});

describe.each(all)('the stills of $name on the map', (shipped) => {
  let stills: Still[];
  beforeAll(async () => {
    stills = await stillsOf(shipped, 'map', HALL);
  });
  const collect = (look: (still: Still) => readonly string[]): string[] => [...new Set(stills.flatMap(look))];

  it('hold every hop with its number and its label in the language, inside the picture', () => {
    expect(stills.flatMap(told).length).toBeGreaterThan(20);
    expect(collect((still) => {
      const { where, trace, step, list } = still;
      const written = writtenLabels(shipped, trace.variant.lang);
      const missing = told(still).filter((message) => {
        const item = list.find(({ kind, id }) => kind === 'label' && id === message.index);
        const text = written.get(message.action) ?? message.label;
        return item?.text !== text || item.number !== message.number || item.opacity < 0.7 || !within(item.box, HALL);
      });
      const traffic = trace.messages.slice(step.first, step.last).find(({ kind, label }) => kind === 'packet' && label !== '');
      const said = !traffic || list.some(({ kind, text }) => kind === 'label' && text === traffic.label);
      return [...missing.map(({ number, label }) => `${where}: ${number} ${label}`), ...(said ? [] : [`${where}: traffic ${traffic?.label}`])];
    })).toEqual([]);
  });

  it('show what the facts say: badges, counts, gauges, shares of the traffic, statuses', () => {
    expect(collect(({ where, state, list }) => {
      const missing: string[] = [];
      const said = (id: string, kind: DisplayItem['kind'], text: string): void => {
        // What the camera leaves outside has no badges in the picture either, and they hang below their card; nor has what is not there.
        const seen = (box: Rect): boolean => within({ ...box, height: box.height + BADGE_ROOM }, HALL);
        if (!list.some((item) => item.kind === 'node' && item.id === id && seen(item.box)) || !state.present.has(id)) return;
        const items = list.filter((item) => item.id === id && ['badge', 'count', 'gauge'].includes(item.kind));
        if (!items.some((item) => item.kind === kind && item.text?.includes(text) && item.opacity === 1)) missing.push(`${where}: ${kind} ${text} of ${id}`);
      };
      for (const [id, badge] of state.badges) said(id, 'badge', badge);
      for (const [id, count] of state.counts) said(id, 'count', `×${count}`);
      for (const [id, gauge] of state.gauges) said(id, 'gauge', gauge.label || `${Math.round(gauge.value * 100)}%`);
      for (const [id, { total, active }] of state.load) for (const count of [total, active]) said(id, 'count', String(count));
      for (const [id, status] of state.status) if (status !== 'ready') said(id, 'badge', '');
      return missing;
    })).toEqual([]);
  });

  it('have nothing under its least size in a hall', () => {
    expect(collect(({ where, trace, list, texts }) => {
      const small = (what: string, size: number | undefined, least: number): string[] => (size !== undefined && size < least - 0.05 ? [`${what} ${size.toFixed(1)} (${where})`] : []);
      return [
        ...list.flatMap(({ kind, id, text }) => {
          const inside = shipped.map.nodes.get(String(id))?.shape !== 'card';
          if (kind === 'node') return small(`title ${text}`, sizeOf(titleOf(shipped, id, trace.variant.lang), texts), inside ? LEAST.inside : LEAST.title);
          if (kind === 'group') return small(`group ${text}`, sizeOf(text, texts), LEAST.title);
          return kind === 'label' && text ? small(`label ${text}`, sizeOf(text, texts) ?? 0, LEAST.label) : [];
        }),
        ...texts.flatMap(({ text, size }) => small(text, size, LEAST.anything)),
      ];
    })).toEqual([]);
  });

  it('keep labels off other cards, titles of groups, badges and each other', () => {
    expect(collect(({ where, trace, list }) => {
      const labels = list.filter(({ kind }) => kind === 'label');
      const others = list.filter(({ kind }) => ['node', 'group', 'badge', 'count', 'gauge', 'note', 'failure'].includes(kind));
      return labels.flatMap((label, at) => {
        const { from, to } = trace.messages[label.id as number] as Message;
        const isOwn = (id: string | number): boolean => [from, to].some((end) => end === id || end.startsWith(`${id}/`));
        const name = `${where}: ${label.number} ${label.text}`;
        return [
          ...labels.slice(at + 1).filter(({ box }) => covers(label.box, box)).map(({ number, text }) => `${name} on ${number} ${text}`),
          // A hop between two parts has its label inside the card around them.
          ...others.filter(({ kind, id, box }) => covers(label.box, box) && !(kind === 'node' && isOwn(id))).map(({ kind, id }) => `${name} on ${kind} ${id}`),
        ];
      });
    })).toEqual([]);
  });

  it('cut no text that its author did not cut', () => {
    expect(collect(({ where, trace, texts }) => {
      const written = new Set(wordsOf(trace).split('\n').filter((words) => words.includes('…')));
      return texts.filter(({ text }) => text.includes('…') && !written.has(text.replaceAll('\n', ' '))).map(({ text }) => `${text} (${where})`);
    })).toEqual([]);
  });

  it('have titles that can be read on a phone', async () => {
    const small = (await stillsOf(shipped, 'map', PHONE)).flatMap(({ where, trace, step, list, texts }) => list.flatMap(({ kind, id, text }) => {
      // Where the author asks for the whole map, its shape is what is to be seen; each card has had a step of its own.
      if (step.focus?.length === 0) return [];
      if (kind !== 'node' || shipped.map.nodes.get(String(id))?.shape !== 'card' || !step.nodes.has(String(id))) return [];
      const size = sizeOf(titleOf(shipped, id, trace.variant.lang), texts);
      return size !== undefined && size < LEAST_ON_PHONE - 0.05 ? [`${text} ${size.toFixed(1)} (${where})`] : [];
    }));
    expect(small).toEqual([]);
  });
});

// Each variant in one of the two views in turn: its rows are the same in both.
describe.each(all.flatMap((shipped) => (['sequence', 'split'] as const).map((view, odd) => ({ name: shipped.name, view, odd, shipped }))))(
  'the stills of $name in the view $view', ({ view, odd, shipped }) => {
    let stills: Still[];
    beforeAll(async () => {
      stills = await stillsOf(shipped, view, HALL, (index) => index % 2 === odd);
    });

    it('hold every hop as a row with number and label, as many as fit', () => {
      let looked = 0;
      const missing = stills.flatMap(({ where, trace, step, list, sequence }) => {
        const rows = list.filter(({ kind }) => kind === 'row');
        const boxOf = (index: number): Rect | undefined => sequence.rows.find(({ message }) => message === index)?.labelBox;
        const scale = (rows[0]?.box.width ?? 0) / (boxOf(rows[0]?.id as number)?.width ?? 1);
        // The number of a row without a label stands in the margin, which is always in view.
        const messages = trace.messages.slice(step.first, step.last).slice(-ROWS).filter(({ label }) => label !== '');
        const boxes = messages.flatMap(({ index }) => boxOf(index) ?? []);
        const wide = Math.max(...boxes.map(({ x, width }) => x + width)) - Math.min(...boxes.map(({ x }) => x));
        // A step may be wider than half a picture: then its last row is in view, and all hops are on the map beside it.
        const fit = messages.length === 0 || wide * scale < (view === 'split' ? 600 : 1700) ? messages : messages.slice(-1);
        looked += fit.length;
        return fit.filter((message) => {
          const item = rows.find(({ id }) => id === message.index);
          return item?.text !== message.label || item.number !== message.number || item.opacity < 0.7;
        }).map(({ number, label }) => `${where}: ${number} ${label}`);
      });
      expect(missing).toEqual([]);
      expect(looked).toBeGreaterThan(2);
    });

    it('have no label and no number of a row under its least size', () => {
      const least = view === 'sequence' ? LEAST.row : LEAST.beside;
      const small = stills.flatMap(({ where, list, texts }) => list.filter(({ kind }) => kind === 'row').flatMap(({ text, number }) =>
        [text, number].flatMap((words) => {
          const size = words ? sizeOf(words, texts) : undefined;
          return size !== undefined && size < least - 0.05 ? [`${words} ${size.toFixed(1)} (${where})`] : [];
        })));
      expect([...new Set(small)]).toEqual([]);
    });
  });
