import { describe, expect, it } from 'vitest';
import { boxOverlap } from '../../../src/check/rules/box-overlap.ts';
import { contrastIn, lowContrast } from '../../../src/check/rules/contrast.ts';
import { coveredByBadges, coveredByNotes } from '../../../src/check/rules/covered-by-badges.ts';
import { coveredByLabels } from '../../../src/check/rules/covered-by-labels.ts';
import { crowdedRows } from '../../../src/check/rules/crowded-rows.ts';
import { cutGroupTitles, cutMapTexts, cutSetSubtitles } from '../../../src/check/rules/cut-map-texts.ts';
import { cutCardTexts } from '../../../src/check/rules/cut-text.ts';
import { edgeThroughBox } from '../../../src/check/rules/edge-through-box.ts';
import { smallMapTexts, smallRows, smallSteps } from '../../../src/check/rules/small-text.ts';
import { RULES } from '../../../src/check/check.ts';
import { subjectOf, subjectOn, type Rule, type Subject } from '../../../src/check/subject.ts';
import { layoutMapAuto } from '../../../src/layout/map.ts';
import type { GroupBox, MapLayout, NodeBox, Route } from '../../../src/layout/types.ts';
import { OPACITY } from '../../../src/look/opacity.ts';
import { THEMES } from '../../../src/look/tokens.ts';
import type { EdgeId, Scenario } from '../../../src/scenario/model.ts';
import type { Rect } from '../../../src/shared/geometry.ts';
import { line, story } from './story.ts';

/** A placed row of three cards in a group, and one outside. */
const PLACED = `
hopline: 1
id: shop
title: Shop
groups:
  inside:
    title: Inside
    accent: worker
    at: [24, 24]
    size: [1104, 208]
components:
  web:
    title: Web
    group: inside
    at: [64, 96]
    size: [240, 88]
  orders:
    title: Orders
    group: inside
    at: [464, 96]
    size: [240, 88]
  stock:
    title: Stock
    group: inside
    at: [864, 96]
    size: [240, 88]
  bank:
    title: Bank
    at: [464, 360]
    size: [240, 88]
edges:
  - web -> orders
  - orders -> stock
  - web -> bank
`;
const STEP = `  - id: one
    title: One
    say: Short.
    do:
      - call: web -> orders
        label: buy
        returns: bought
      - call: orders -> stock
        label: take
      - set: orders
        badge: busy
      - note: bank
        text: sleeps
`;
const shop = (steps = STEP, architecture = PLACED): Promise<Scenario> => story(steps, '', architecture);
const findings = (rule: Rule, subject: Subject): string[] => [...new Set(rule(subject).map((found) => `${line(found)}${found.found ? ` (${found.found})` : ''}`))];

/** What a rule finds in the scenario's real picture, and in one that was spoilt. */
async function look(rule: Rule, scenario: Scenario, spoil: (map: MapLayout) => MapLayout = (map) => map): Promise<string[]> {
  return findings(rule, subjectOn(scenario, spoil(await layoutMapAuto(scenario))));
}
const moved = (id: string, to: Partial<Rect>) => (map: MapLayout): MapLayout => ({ ...map, nodes: new Map([...map.nodes, [id, { ...(map.nodes.get(id) as NodeBox), ...to }]]) });
const routed = (id: string, ...points: [number, number][]) => (map: MapLayout): MapLayout => ({
  ...map, routes: new Map([...map.routes, [id as EdgeId, { points: points.map(([x, y]) => ({ x, y })), length: 1 } satisfies Route]]),
});
const middle = (box: Rect | undefined): { x: number; y: number } => ({ x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 });

it('is content with a good picture', async () => {
  const subject = await subjectOf(await shop());
  for (const rule of RULES) expect(rule(subject).filter(({ severity }) => severity !== 'info').map(line), rule.name).toEqual([]);
});

describe('text overflow', () => {
  it('finds the title of a group that is wider than its frame', async () => {
    const narrow = PLACED.replace('title: Inside', `title: ${'Inside '.repeat(20).trim()}`);
    expect(await look(cutGroupTitles, await shop(STEP, narrow))).toEqual([expect.stringMatching(/^text-overflow architecture: groups\.inside\.title/)]);
    expect(await look(cutGroupTitles, await shop())).toEqual([]);
  });

  it('finds a label that needs a third line, and a note that needs a fifth one', async () => {
    const label = 'a very long label that goes on and on and on and on and on and on and on';
    expect(await look(cutMapTexts, await shop(STEP.replace('buy', label)))).toEqual([expect.stringMatching(/^text-overflow steps\[0\]\.do\[0\]\.label/)]);
    expect(await look(cutMapTexts, await shop(STEP.replace('sleeps', label.repeat(4))))).toEqual([expect.stringMatching(/^text-overflow steps\[0\]\.do\[3\]\.text/)]);
    expect(await look(cutMapTexts, await shop())).toEqual([]);
  });

  it('finds a second line that a set writes and that does not fit', async () => {
    const steps = (text: string): string => STEP.replace('badge: busy', `subtitle: ${text}`);
    expect(await look(cutSetSubtitles, await shop(steps('much too long for this small card')))).toEqual([expect.stringMatching(/^text-overflow steps\[0\]\.do\[2\]\.subtitle/)]);
    expect(await look(cutSetSubtitles, await shop(steps('short')))).toEqual([]);
  });

  it('finds a second line for which a card has no room', async () => {
    const card = (title: string): string => PLACED.replace('title: Web', `title: ${title}\n    subtitle: second line`);
    expect(await look(cutCardTexts, await shop(STEP, card('A title on two lines')))).toEqual([expect.stringMatching(/^text-overflow architecture: components\.web\.subtitle.* \(second line\)/)]);
    expect(await look(cutCardTexts, await shop(STEP, card('Web')))).toEqual([]);
  });
});

describe('boxes', () => {
  it('finds components that cover each other, also a part that leaves its card', async () => {
    expect(await look(boxOverlap, await shop(), moved('stock', { x: 600 }))).toEqual(['box-overlap architecture: components.stock']);
    const parts = PLACED.replace('    title: Orders\n', '    title: Orders\n    parts:\n      cart:\n        title: Cart\n        at: [16, 120]\n').replace('at: [464, 360]', 'at: [464, 560]');
    expect(await look(boxOverlap, await shop(STEP, parts))).toContain('box-overlap architecture: components.orders.parts.cart');
  });

  it('finds a card that leaves its group, stands in another one, or covers its title', async () => {
    expect(await look(boxOverlap, await shop(), moved('stock', { y: 180 }))).toEqual(['box-overlap architecture: components.stock']);
    expect(await look(boxOverlap, await shop(), moved('bank', { x: 800, y: 210 }))).toEqual(['box-overlap architecture: components.bank']);
    expect(await look(boxOverlap, await shop(), moved('web', { y: 50 }))).toEqual(['box-overlap architecture: components.web']);
  });

  it('finds groups that cut each other, and titles on titles', async () => {
    const second = (box: Partial<GroupBox>) => (map: MapLayout): MapLayout => {
      const inside = map.groups.get('inside') as GroupBox;
      return { ...map, groups: new Map([...map.groups, ['second', { ...inside, titleBox: { ...inside.titleBox, y: 2000 }, ...box }]]) };
    };
    expect(await look(boxOverlap, await shop(), second({ x: 1400, y: 900 }))).toEqual([]);
    expect(await look(boxOverlap, await shop(), second({ x: 1120, y: 120, width: 400 }))).toEqual(['box-overlap architecture: groups.second']);
    const { groups } = await layoutMapAuto(await shop());
    expect(await look(boxOverlap, await shop(), second({ x: 1400, y: 900, titleBox: (groups.get('inside') as GroupBox).titleBox }))).toEqual(['box-overlap architecture: groups.second']);
  });
});

describe('lines', () => {
  it('finds one that runs through a component which is not its own', async () => {
    const scenario = await shop();
    const { nodes } = await layoutMapAuto(scenario);
    const [web, orders, stock] = ['web', 'orders', 'stock'].map((id) => middle(nodes.get(id))) as [Rect, Rect, Rect];
    expect(await look(edgeThroughBox, scenario)).toEqual([]);
    expect(await look(edgeThroughBox, scenario, routed('web->orders', [web.x, web.y], [stock.x, stock.y]))).toEqual(['edge-through-box architecture: edges[0]']);
    expect(await look(edgeThroughBox, scenario, routed('web->orders', [web.x, web.y], [orders.x, orders.y]))).toEqual([]);
  });
});

describe('labels', () => {
  const labelled = async (spoil: (map: MapLayout) => MapLayout): Promise<string[]> => look(coveredByLabels, await shop(), spoil);
  const onLabel = (map: MapLayout): Rect => map.labels.get('one:0') as Rect;

  it('finds a component, a title, a label and an arrow under a label', async () => {
    expect(await labelled((map) => map)).toEqual([]);
    expect(await labelled((map) => moved('bank', { x: onLabel(map).x, y: onLabel(map).y })(map))).toContainEqual(expect.stringMatching(/^label-overlap steps\[0\]\.do\[0\]\.label .*the component "Bank"/));
    const titled = (map: MapLayout): MapLayout => ({ ...map, groups: new Map([...map.groups].map(([id, box]) => [id, { ...box, titleBox: onLabel(map) }])) });
    expect(await labelled(titled)).toContainEqual(expect.stringMatching(/the title of the group "Inside"/));
    const stacked = (map: MapLayout): MapLayout => ({ ...map, labels: new Map([...map.labels].map(([id, place]) => [id, { ...place, ...onLabel(map) }])) });
    expect(await labelled(stacked)).toContainEqual(expect.stringMatching(/"buy" covers the label "bought"/));
    const crossed = (map: MapLayout): MapLayout => {
      const { x, y } = middle(onLabel(map));
      return routed('orders->stock', [x, y - 100], [x, y + 100])(map);
    };
    expect(await labelled(crossed)).toContainEqual(expect.stringMatching(/"buy" covers the arrow orders -> stock/));
    const worn = STEP.replace('      - call: web -> orders', '      - set: bank\n        badge: shut\n      - call: web -> orders');
    const onBadge = (map: MapLayout): MapLayout => ({ ...map, labels: new Map([...map.labels].map(([id, place]) => (id === 'one:1' ? [id, { ...place, x: 500, y: 456 }] : [id, place]))) });
    expect(await look(coveredByLabels, await shop(worn), onBadge)).toContainEqual(expect.stringMatching(/"buy" covers .*"shut" under "Bank"/));
  });

  it('finds what hangs under a card and a note over something else', async () => {
    const below = { x: 480, y: 230, width: 240, height: 88 };
    expect(await look(coveredByBadges, await shop())).toEqual([]);
    expect(await look(coveredByBadges, await shop(), moved('bank', below))).toEqual(['badge-overlap steps[0].do[2] ("busy" covers the component "Bank")']);
    expect(await look(coveredByNotes, await shop())).toEqual([]);
    const crowd = (map: MapLayout): MapLayout => ({ ...map, nodes: new Map([...map.nodes, ...['web', 'stock'].map((id) => [id, { ...(map.nodes.get(id) as NodeBox), x: 0, y: 250, width: 1400, height: 400 }] as const)]) });
    expect(await look(coveredByNotes, await shop(), crowd)).toEqual([expect.stringMatching(/^note-overlap steps\[0\]\.do\[3\]\.text.*"sleeps" covers the component "Web"/)]);
  });
});

describe('the diagram', () => {
  type Layout = Subject['runs'][number]['diagrams'][number]['layout'];
  const drawn = async (spoil: (layout: Layout) => Layout): Promise<string[]> => {
    const subject = await subjectOf(await shop());
    const runs = subject.runs.map((run) => ({ ...run, diagrams: run.diagrams.map(({ pane, layout }) => ({ pane, layout: spoil(layout) })) }));
    return findings(crowdedRows, { ...subject, runs });
  };
  const first = ({ rows }: Layout): Rect => rows[0]?.labelBox as Rect;

  it('finds labels and notes that cover each other, and a lifeline under a label', async () => {
    expect(await drawn((layout) => layout)).toEqual([]);
    expect(await drawn((layout) => ({ ...layout, rows: layout.rows.map((row) => ({ ...row, labelBox: first(layout) })) }))).toContainEqual(expect.stringMatching(/^label-overlap steps\[0\]\.do\[0\]\.label \("buy" covers "bought"/));
    expect(await drawn((layout) => ({ ...layout, notes: layout.notes.map((note) => ({ ...note, box: first(layout) })) }))).toContainEqual(expect.stringMatching(/"sleeps"/));
    const under = (layout: Layout): Layout => ({ ...layout, lifelines: layout.lifelines.map((line) => (line.node === 'stock' ? { ...line, x: first(layout).x + 5 } : line)), rows: layout.rows.map((row) => ({ ...row, toX: row.fromX + 1 })) });
    expect(await drawn(under)).toContainEqual(expect.stringMatching(/"buy" covers the lifeline of `stock`/));
  });
});

describe('small text', () => {
  it('finds notes and second lines that had to be set too small', async () => {
    const note = 'a note of some length that has to be set smaller, so that all of its many words find room on the four lines that a note may have at the very most in here';
    expect(await look(smallMapTexts, await shop(STEP.replace('sleeps', `"${note}"`)))).toEqual([expect.stringMatching(/^small-text steps\[0\]\.do\[3\]\.text.* \(1[89]\.0 px\)/)]);
    expect(await look(smallMapTexts, await shop())).toEqual([]);
  });

  it('finds a second line that is set smaller to fit', async () => {
    const found = await Promise.all(['ready', 'takes all orders', 'takes the orders', 'takes many orders'].map(async (text) => look(smallMapTexts, await shop(STEP.replace('badge: busy', `subtitle: ${text}`)))));
    expect(found[0]).toEqual([]);
    expect(found.flat()).toContainEqual(expect.stringMatching(/^small-text steps\[0\]\.do\[2\]\.subtitle.* \(1[89]\.0 px\)/));
  });

  it('finds a step whose components are too far apart to be read in a hall', async () => {
    expect(await look(smallSteps, await shop())).toEqual([]);
    const far = PLACED.replace('size: [1104, 208]', 'size: [4104, 208]').replace('at: [864, 96]', 'at: [3864, 96]');
    expect(await look(smallSteps, await shop(STEP, far))).toEqual([expect.stringMatching(/^small-text steps\[0\] \(/)]);
  });

  it('finds a row of a wide diagram whose label is set smaller', async () => {
    const subject = await subjectOf(await shop());
    const shrunk = (size: number, width: number): Subject => ({
      ...subject,
      runs: subject.runs.map((run) => ({
        ...run, diagrams: run.diagrams.map(({ pane, layout }) => ({
          pane, layout: { ...layout, size: { ...layout.size, width }, rows: layout.rows.map((row) => ({ ...row, label: { ...row.label, size } })) },
        })),
      })),
    });
    expect(findings(smallRows, subject)).toEqual([]);
    expect(findings(smallRows, shrunk(20, 2346))).toContainEqual(expect.stringMatching(/^small-text steps\[0\]\.do\[0\]\.label/));
  });
});

describe('contrast', () => {
  it('is kept by every shipped theme, receded titles included', async () => {
    expect(await look(lowContrast, await shop())).toEqual([]);
    expect(OPACITY.receded).toBeLessThan(1);
  });

  it('is missed by a theme with pale text, and by an accent that cannot be read', async () => {
    const pale = contrastIn({ light: { ...THEMES.light, text: '#7a8290' } });
    expect((await look(pale, await shop())).join('\n')).toMatch(/^low-contrast architecture: /);
    const accent = contrastIn({ light: { ...THEMES.light, accents: { ...THEMES.light.accents, worker: '#9be8c9' } } });
    expect(await look(accent, await shop())).toContainEqual(expect.stringMatching(/^low-contrast architecture: groups\.inside/));
  });

  it('is computed with the receded opacity: a text that is only just strong enough at full opacity is found', async () => {
    const found = contrastIn({ light: { ...THEMES.light, text: '#6b7280' } })(await subjectOf(await shop()));
    expect(found.map(({ message }) => message)).toContain('A receded title can hardly be read in the theme light.');
    expect(found.map(({ message }) => message)).not.toContain('A title can hardly be read in the theme light.');
  });
});
