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
}

const LOOP = { out: 34, down: 22 };
/** Where a hop that never arrives is cut, when the frame does not say it. */
export const CUT = 0.7;

/** A message: arrow by kind, label, number in the margin, a cross where it failed. */
export function paintRow(p: Painter, row: SequenceRow, message: Message, margin: number, look: RowLook, palette: Palette): void {
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
  paintRowText(p, row, message, margin, look, failed ? palette.failure : look.text);
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

function paintRowText(p: Painter, row: SequenceRow, message: Message, margin: number, look: RowLook, color: number): void {
  p.text(message.number, margin / 2, row.y, { size: TYPE.margin, weight: 700, color: look.bold ? look.color : look.text, alpha: look.alpha, align: 0.5 });
  const { labelBox: box, label } = row;
  const self = message.kind === 'work' || Math.abs(row.fromX - row.toX) <= 1;
  p.text(label.lines.join('\n'), self ? box.x : box.x + box.width / 2, box.y + box.height / 2, {
    size: label.size, weight: look.bold ? 700 : 500, color, alpha: look.alpha, align: self ? 0 : 0.5, leading: LINE_HEIGHT,
  });
}
