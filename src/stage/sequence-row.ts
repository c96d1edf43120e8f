import type { Message } from '../compile/trace.ts';
import type { SequenceRow } from '../layout/types.ts';
import { LINE_HEIGHT, TYPE } from '../look/type.ts';
import { arrowhead, cross, dashes, dots, line } from './paint.ts';
import type { Painter } from './painter.ts';
import type { Palette } from './palette.ts';
import { pathOf, placeAt, slice, type RoutePath } from './route-path.ts';

/** How a row is drawn: what came, what is now, what will come. */
export interface RowLook {
  /** Of arrow and number. */
  readonly color: number;
  readonly text: number;
  readonly alpha: number;
  readonly width: number;
  /** 0–1 of the arrow; it has its head at 1. */
  readonly progress: number;
  readonly bold: boolean;
  /** What lies under the label, so that no lifeline runs through its letters. */
  readonly ground: number;
}

const LOOP = { out: 34, down: 22 };
/** Where a hop that never arrives is cut, when the frame does not say it. */
export const CUT = 0.7;

/** A message: arrow by kind, label, a cross where it failed. */
export function paintRow(p: Painter, row: SequenceRow, message: Message, look: RowLook, palette: Palette): void {
  const path = rowPath(row, message);
  const failed = message.outcome.kind !== 'ok';
  const arrives = message.outcome.kind === 'ok' || message.outcome.kind === 'error';
  const reach = path.length * (arrives ? look.progress : Math.min(look.progress, CUT));
  paintArrow(p, path, message, reach, look);
  if (arrives && look.progress >= 0.999) arrowhead(p.g, placeAt(path, path.length), 13, look.color, look.alpha);
  if (failed && look.progress >= (arrives ? 0.999 : CUT - 0.01)) {
    const at = placeAt(path, arrives ? Math.max(path.length / 2, path.length - 34) : reach);
    cross(p.g, at.x, at.y, 24, palette.failure, palette.page, Math.max(0.75, look.alpha));
  }
  paintLabel(p, row, message, look, failed ? palette.failure : look.text);
}

/** The number of a message, in the margin around `x`. */
export function paintNumber(p: Painter, row: SequenceRow, message: Message, x: number, look: RowLook): void {
  p.text(message.number, x, row.y, { size: TYPE.margin, weight: 700, color: look.bold ? look.color : look.text, alpha: look.alpha, align: 0.5 });
}

/** The way of an arrow: straight across, or a loop at one's own lifeline. */
export function rowPath(row: SequenceRow, message: Message): RoutePath {
  if (message.kind !== 'work' && Math.abs(row.fromX - row.toX) > 1) return pathOf([{ x: row.fromX, y: row.y }, { x: row.toX, y: row.y }], 0);
  const x = row.fromX;
  const y = row.y - LOOP.down / 2;
  return pathOf([{ x, y }, { x: x + LOOP.out, y }, { x: x + LOOP.out, y: y + LOOP.down }, { x: x + 1, y: y + LOOP.down }], 6);
}

function paintArrow(p: Painter, path: RoutePath, message: Message, reach: number, look: RowLook): void {
  const pen = { width: look.width, color: look.color, alpha: look.alpha };
  const tip = look.progress >= 0.999 ? 10 : 0;
  if (message.kind === 'event') dots(p.g, path, { ...pen, width: look.width + 1 }, 8, 4, reach - tip);
  else if (message.kind === 'reply' || message.traffic?.reply) dashes(p.g, path, pen, 9, 7, 0, reach - tip);
  else line(p.g, slice(path, 0, reach - tip), pen, 'butt');
}

/** Of traffic only the first packet says what it is: the others say the same. */
function paintLabel(p: Painter, row: SequenceRow, message: Message, look: RowLook, color: number): void {
  const { labelBox: box, label } = row;
  if (message.traffic && (message.traffic.connection > 1 || message.traffic.request > 1)) return;
  if (label.lines.length > 0) p.g.rect(box.x - 3, box.y, box.width + 6, box.height).fill({ color: look.ground });
  const self = message.kind === 'work' || Math.abs(row.fromX - row.toX) <= 1;
  p.text(label.lines.join('\n'), self ? box.x : box.x + box.width / 2, box.y + box.height / 2, {
    size: label.size, weight: look.bold ? 700 : 500, color, alpha: look.alpha, align: self ? 0 : 0.5, leading: LINE_HEIGHT,
  });
}
