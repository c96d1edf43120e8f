import { inflate } from '../shared/geometry.ts';
import type { Message } from '../compile/trace.ts';
import type { Lifeline, SequenceLayout, SequenceRow } from '../layout/types.ts';
import { OPACITY, TINT } from '../look/opacity.ts';
import { TYPE } from '../look/type.ts';
import { textWidth } from '../look/measure.ts';
import { blend, type Palette } from './palette.ts';
import { dots, line, round } from './paint.ts';
import type { Painter } from './painter.ts';
import { pathOf } from './route-path.ts';
import { paintStillNotes } from './sequence-notes.ts';
import { paintNumber, paintRow, type RowLook } from './sequence-row.ts';
import type { SequenceScene } from './sequence-scene.ts';
import { firstRowBelow, rowOf } from './sequence-scroll.ts';
import { word } from '../look/words.ts';

/** Lifelines, activations, fragments, standing connections and all rows in view: those before the current step came, the others will come. */
export function paintStillSequence(p: Painter, scene: SequenceScene): void {
  const { layout } = scene;
  paintStepBand(p, scene);
  for (const lifeline of layout.lifelines) paintLifeline(p, lifeline, scene);
  paintFragments(p, scene);
  paintActivations(p, scene);
  paintFragmentNames(p, scene);
  paintStanding(p, scene);
  paintRows(p, scene);
  paintStillNotes(p, scene);
}

function paintRows(p: Painter, scene: SequenceScene): void {
  const lookOf = looks(scene);
  eachRow(scene, (row, message) => {
    const look = lookOf(message);
    paintRow(p, row, message, look, scene.palette);
    scene.list.add({ kind: 'row', id: message.index, text: message.label, number: message.number, box: row.labelBox, opacity: look.alpha });
  });
}

/** The margin with its numbers, which stays at the left when the rows are panned, and the word beside the standing connections. */
export function paintMargin(p: Painter, scene: SequenceScene): void {
  const { frame, layout, palette, left, top, bottom } = scene;
  const current = new Set(frame.hops.map(({ message }) => message));
  const lookOf = looks(scene);
  if (left > 0) {
    p.g.rect(left, top, layout.margin, bottom - top).fill({ color: palette.page });
    paintStepBand(p, scene, left + layout.margin);
  }
  eachRow(scene, (row, message) => {
    if (!current.has(message.index)) paintNumber(p, row, message, marginAt(scene), lookOf(message));
  });
  paintStandingWord(p, scene);
}

/** How a row of no current hop looks: it came, or it will come. */
function looks(scene: SequenceScene): (message: Message) => RowLook {
  const { trace, frame, palette } = scene;
  const past = trace.steps[frame.step]?.first ?? 0;
  const ground = groundOf(scene);
  return (message) => {
    const look = message.index < past ? pastLook(palette) : futureLook(palette);
    return message.step === frame.step ? { ...look, ground } : look;
  };
}

/** The middle of the numbers' margin, which stays at the left when the rows are panned. */
export function marginAt({ left, layout }: SequenceScene): number {
  return Math.max(0, left) + layout.margin / 2;
}

function pastLook(palette: Palette): RowLook {
  return { color: palette.quiet, text: palette.text, alpha: OPACITY.past, width: 2.25, progress: 1, bold: false, ground: palette.page };
}

function futureLook(palette: Palette): RowLook {
  return { color: palette.line, text: palette.quiet, alpha: OPACITY.future, width: 1.75, progress: 1, bold: false, ground: palette.page };
}

/** Calls for each row that is in view. */
export function eachRow({ trace, layout, top, bottom }: SequenceScene, act: (row: SequenceRow, message: Message) => void): void {
  for (let i = firstRowBelow(layout, top); i < layout.rows.length; i++) {
    const row = layout.rows[i] as SequenceRow;
    if (row.top > bottom) return;
    const message = trace.messages[row.message];
    if (message) act(row, message);
  }
}

/** So many rows of one step fill the view: a band would mark nothing. */
const MOST_BANDED = 14;

/** The ground of a row of the current step. */
export function groundOf({ trace, frame, palette }: SequenceScene): number {
  const step = trace.steps[frame.step];
  return step && step.last - step.first <= MOST_BANDED ? bandColor(palette) : palette.page;
}

function bandColor(palette: Palette): number {
  return palette.firm ? blend(palette.page, palette.text, TINT.firmBand) : blend(palette.page, palette.frame, TINT.band);
}

/** Of the band around a note. */
const NOTE_RIM = 6;

/** The rows and notes of the current step lie on a band. */
function paintStepBand(p: Painter, { trace, layout, frame, palette, top, bottom, left }: SequenceScene, right = layout.size.width - 8): void {
  const step = trace.steps[frame.step];
  if (!step || step.last <= step.first || step.last - step.first > MOST_BANDED || layout.rows.length === 0) return;
  const first = layout.rows[rowOf(layout, step.first)];
  const last = layout.rows[rowOf(layout, step.last - 1)];
  if (!first || !last) return;
  const notes = layout.notes.filter((note) => note.step === frame.step).map(({ box }) => box);
  const from = Math.max(Math.min(first.top, ...notes.map(({ y }) => y - NOTE_RIM)), top - 40);
  const to = Math.min(Math.max(last.top + last.height, ...notes.map(({ y, height }) => y + height + NOTE_RIM)), bottom + 40);
  if (to <= from) return;
  const x = Math.max(8, left);
  round(p.g, { x, y: from, width: right - x, height: to - from }, left > 0 ? 0 : 12).fill({ color: bandColor(palette) });
}

function paintLifeline(p: Painter, { x }: Lifeline, { layout, palette, top, bottom }: SequenceScene): void {
  const period = 12;
  const from = layout.headHeight + Math.floor(Math.max(0, top - layout.headHeight) / period) * period;
  const to = Math.min(layout.size.height - 8, bottom);
  for (let y = from; y < to; y += period) p.g.rect(x - 0.75, y, 1.5, 6);
  p.g.fill({ color: palette.line, alpha: palette.firm ? 0.8 : 0.6 });
}

function paintActivations(p: Painter, { layout, palette, top, bottom }: SequenceScene): void {
  for (const { x, top: from, bottom: to } of layout.activations) {
    if (to < top || from > bottom) continue;
    const box = { x: x - 6, y: from, width: 12, height: to - from };
    round(p.g, box, 4).fill({ color: blend(palette.page, palette.line, 0.45) });
    round(p.g, inflate(box, -0.5), 3.5).stroke({ width: 1, color: palette.line });
  }
}

function paintFragments(p: Painter, { layout, palette, top, bottom }: SequenceScene): void {
  for (const { box, dividers } of layout.fragments) {
    if (box.y + box.height < top || box.y > bottom) continue;
    round(p.g, inflate(box, -0.75), 10).stroke({ width: 1.5, color: palette.line, alpha: 0.9 });
    for (const y of dividers) {
      for (let x = box.x + 6; x < box.x + box.width - 6; x += 14) p.g.rect(x, y - 0.75, 7, 1.5);
      p.g.fill({ color: palette.line, alpha: 0.8 });
    }
  }
}

/** Above bars and lifelines, on a ground of their own. */
function paintFragmentNames(p: Painter, { layout, palette, top, bottom }: SequenceScene): void {
  for (const { label, box } of layout.fragments) {
    if (!label || box.y + 30 < top || box.y > bottom) continue;
    const width = textWidth(label, { size: TYPE.fragment, weight: 500 }) + 24;
    const tab = { x: box.x, y: box.y, width: Math.min(width, box.width), height: 30 };
    round(p.g, tab, 10).fill({ color: palette.card });
    round(p.g, inflate(tab, -0.75), 9).stroke({ width: 1.5, color: palette.line, alpha: 0.9 });
    p.text(label, tab.x + 12, tab.y + tab.height / 2, { size: TYPE.fragment, weight: 500, color: palette.quiet });
  }
}

/** Connections that stand before the first step, with a ring at each side that dialled; those of one row to one side are one line. */
function paintStanding(p: Painter, scene: SequenceScene): void {
  const { trace, layout, palette, list, top, bottom } = scene;
  const rows = new Map<string, SequenceLayout['standing'][number][]>();
  for (const one of layout.standing) {
    if (one.y < top - 8 || one.y > bottom + 8) continue;
    const key = `${one.y}:${one.toX}`;
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  const text = word('already-open', trace.variant.lang);
  for (const row of rows.values()) {
    paintStandingLines(p, row, palette);
    for (const { edge, fromX, toX, y } of row) {
      p.g.circle(fromX, y, 6).fill({ color: palette.page });
      p.g.circle(fromX, y, 6).stroke({ width: 2, color: palette.line });
      list.add({ kind: 'standing', id: edge, text, box: { x: Math.min(fromX, toX), y: y - 6, width: Math.abs(toX - fromX), height: 12 }, opacity: 1 });
    }
  }
}

/** From the side that was dialled to the farthest ring on its left and on its right: no line is drawn on another. */
function paintStandingLines(p: Painter, row: SequenceLayout['standing'], palette: Palette): void {
  const { toX, y } = row[0] as SequenceLayout['standing'][number];
  const xs = row.map(({ fromX }) => fromX);
  for (const end of [Math.min(toX, ...xs), Math.max(toX, ...xs)]) {
    if (end === toX) continue;
    dots(p.g, pathOf([{ x: end, y }, { x: toX, y }], 0), { width: 2.5, color: palette.line, alpha: palette.firm ? 1 : 0.8 }, 9, 14);
  }
}

function paintStandingWord(p: Painter, { trace, layout, palette, top, bottom, right }: SequenceScene): void {
  const first = layout.standing[0];
  if (!first || first.y > bottom + 20 || first.y < top - 20) return;
  const text = word('already-open', trace.variant.lang);
  const width = textWidth(text, { size: TYPE.margin, weight: 500 });
  const x = Math.min(right, layout.size.width) - 16 - width;
  line(p.g, [{ x: x - 4, y: first.y }, { x: x + width + 4, y: first.y }], { width: TYPE.margin * 1.3, color: palette.page }, 'butt');
  p.text(text, x, first.y, { size: TYPE.margin, weight: 500, color: palette.quiet });
}
