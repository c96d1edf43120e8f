import { stepAccent } from '../../compile/step-accent.ts';
import { stateAt } from '../../compile/state.ts';
import type { Message, SceneState, StepMark, Trace } from '../../compile/trace.ts';
import { cameraFor } from '../../look/camera.ts';
import { fitText } from '../../look/fit.ts';
import { around, inflate, type Size } from '../../shared/geometry.ts';
import { FrameSource } from '../../timeline/frames.ts';
import type { Workshop } from './act.ts';
import { BAND_HEIGHT, SIDE } from './band.ts';
import { element } from './markup.ts';
import type { Span } from './moments.ts';
import { MapPainter, type Scene } from './reel.ts';
import { letters } from './sketch.ts';
import { stillMarkup } from './still-markup.ts';

/** Numbers are read in a page, where the picture is small. */
const LARGER = 1.4;
/** Numbers of steps on one chip. */
const MOST_NUMBERS = 3;
/** Of a list of steps, px. */
const LIST = { size: 20, row: 30, disc: 12, gap: 12, columns: 24 };

/** A whole story in one picture: the ways of all its steps, each with the step's number, and under the map what the steps are called. */
export function overviewMarkup(scene: Scene, span: Span, workshop: Workshop): string {
  const { trace, map, pane } = scene;
  const whole = inOneStep(trace, span);
  const painter = new MapPainter({ ...scene, trace: whole });
  const frames = new FrameSource(whole);
  const frame = frames.still(0);
  frames.dispose();
  const state = endOf(trace, span);
  const cards = around([...(whole.steps[0]?.nodes ?? [])].flatMap((id) => painter.facts.box(id) ?? []));
  const camera = cameraFor(pane, {
    map: map.size, part: cards && inflate(cards, 40), cards, now: undefined, asked: true, overview: 1, groups: [...map.groups.values()],
  });
  const layers = [painter.resting(frame, state), painter.live(frame, state, camera.scale)];
  return stillMarkup({ layers, larger: LARGER }, camera, workshop) + listOf(trace, span, pane, workshop);
}

/** A story of one step in which all messages of a stretch are sent: each way once, with the numbers of the steps that use it. */
function inOneStep(trace: Trace, span: Span): Trace {
  const told = toldIn(trace, span);
  const messages = waysOf(trace, told);
  const nodes = new Set(messages.flatMap(({ from, to }) => [from, to, ...[from, to].map((id) => id.split('/', 1)[0] as string)]));
  const changes = trace.changes.flatMap((change) => (change.kind === 'lit' ? [] : [{ ...change, step: 0 }]));
  const [first] = told;
  const step = first && { ...first, index: 0, start: 0, actEnd: 1, end: 2, first: 0, last: messages.length, nodes, edges: new Set(messages.map(({ edge }) => edge)) };
  return { ...trace, messages, changes, spans: [], steps: step ? [step] : [], duration: 2 };
}

/** A message for each way; where many steps use it, for each few of them, so that their numbers fit on a chip. */
function waysOf(trace: Trace, told: readonly StepMark[]): Message[] {
  const ways = new Map<string, { readonly message: Message; readonly steps: Set<number> }>();
  for (const step of told) {
    for (const message of trace.messages.slice(step.first, step.last)) {
      const way = ways.get(message.edge) ?? { message, steps: new Set() };
      ways.set(message.edge, way);
      way.steps.add(step.number);
    }
  }
  return [...ways.values()].flatMap(({ message, steps }) => chunks([...steps], MOST_NUMBERS).map((numbers, i): Message => {
    const { edge, kind } = message;
    return { ...message, action: `${edge} ${i}`, number: numbers.join(' · '), label: '', kind: kind === 'packet' ? 'request' : kind, outcome: { kind: 'ok' } };
  })).map((message, index) => ({ ...message, index, step: 0 }));
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** The facts at the end of a stretch, without what is only said in passing. */
function endOf(trace: Trace, { to }: Span): SceneState {
  return { ...stateAt(trace, to), notes: new Map(), lit: new Set() };
}

function toldIn({ steps }: Trace, { from, to }: Span): StepMark[] {
  return steps.filter(({ start, end }) => start < to && end > from);
}

/** The steps by number and title, in columns. */
function listOf(trace: Trace, span: Span, pane: Size, { inks }: Workshop): string {
  const told = toldIn(trace, span);
  const most = Math.floor((BAND_HEIGHT - 12) / LIST.row);
  const columns = Math.max(1, Math.ceil(told.length / most));
  const rows = Math.ceil(told.length / columns);
  const width = (pane.width - 2 * SIDE - (columns - 1) * LIST.columns) / columns;
  const top = pane.height + (BAND_HEIGHT - rows * LIST.row) / 2;
  return told.map((step, i) => {
    const accent = stepAccent(trace, step.index);
    const cx = SIDE + Math.floor(i / rows) * (width + LIST.columns) + LIST.disc;
    const y = top + ((i % rows) + 0.5) * LIST.row;
    const x = cx + LIST.disc + LIST.gap;
    const [title = ''] = fitText(step.title, { width: width - (x - cx) - LIST.disc, size: LIST.size, minSize: LIST.size - 4, weight: 500 }).lines;
    return element('circle', { class: inks.classFor('fill', inks.accent(accent)), cx, cy: y, r: LIST.disc })
      + letters({ lines: [String(step.number)], x: cx, y, size: 15, weight: 700, align: 0.5 }, { class: inks.classFor('fill', inks.onAccent(accent)) })
      + (title && letters({ lines: [title], x, y, size: LIST.size, weight: 500 }, { class: inks.classFor('fill', inks.of((theme) => theme.text)) }));
  }).join('');
}
