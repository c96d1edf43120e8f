import { textWidth } from '../look/measure.ts';
import { TINT } from '../look/opacity.ts';
import { TYPE } from '../look/type.ts';
import type { Status } from '../scenario/model.ts';
import type { Rect } from '../shared/geometry.ts';
import { blend, type AccentPaint, type Palette } from './palette.ts';
import { grow, line, round } from './paint.ts';
import type { Painter } from './painter.ts';

/** What hangs under a card. */
export interface Badge {
  readonly kind: 'badge' | 'count' | 'gauge' | 'status' | 'load';
  readonly text: string;
  /** What is left of the text where there is no room for it: of a status its sign alone. */
  readonly short?: string;
  /** Of a gauge: 0–1. */
  readonly share?: number;
  readonly status?: Status;
  /** Drawn as a failure. */
  readonly bad?: boolean;
}

/** Together with the gap above it as high as the strip that the layout keeps free under a card. */
const HEIGHT = 28;
const PADDING = 12;
const GAP = 6;
const SIGN = 22;
const BAR = 72;
/** Between the card's foot and its badges. */
const HANG = 8;
/** How much wider than its card a row may be: before badges take their short form, and before they go into a second row. */
const OVER = { short: 72, row: 180 };
/** Between a badge and what is under it: the halo of an active card ends there. */
const RIM = 3;

/** Paints badges in rows centred under a card and says where each stands, in the order given. */
export function paintBadges(p: Painter, card: Rect, foot: number, badges: readonly Badge[], paint: AccentPaint, palette: Palette): Rect[] {
  const fitted = shortened(badges, card.width + OVER.short);
  const boxes = placeBadges(card, foot, fitted);
  fitted.forEach((badge, i) => paintBadge(p, boxes[i] as Rect, badge, paint, palette));
  return boxes;
}

/** Short forms, one after the other, until all fit in one row; how traffic is counted never changes. */
function shortened(badges: readonly Badge[], room: number): readonly Badge[] {
  const list = [...badges];
  const width = (): number => list.reduce((sum, badge) => sum + widthOf(badge) + GAP, -GAP);
  for (let i = list.length - 1; i >= 0 && width() > room; i--) {
    const badge = list[i] as Badge;
    if (badge.short !== undefined) list[i] = { ...badge, text: badge.short };
  }
  return list;
}

/** Rows a little wider than the card, each centred. */
function placeBadges(card: Rect, foot: number, badges: readonly Badge[]): Rect[] {
  const boxes: Rect[] = [];
  const room = card.width + OVER.row;
  let row: number[] = [];
  let top = foot + HANG;
  const flush = (): void => {
    const total = row.reduce((sum, width) => sum + width, 0) + GAP * (row.length - 1);
    let x = card.x + card.width / 2 - total / 2;
    for (const width of row) {
      boxes.push({ x, y: top, width, height: HEIGHT });
      x += width + GAP;
    }
    top += HEIGHT + GAP;
    row = [];
  };
  for (const badge of badges) {
    const width = widthOf(badge);
    if (row.length > 0 && row.reduce((sum, w) => sum + w + GAP, 0) + width > room) flush();
    row.push(width);
  }
  if (row.length > 0) flush();
  return boxes;
}

function widthOf(badge: Badge): number {
  const text = Math.ceil(textWidth(badge.text, { size: TYPE.badge, weight: 700 }));
  const lead = badge.kind === 'status' ? (text > 0 ? SIGN : SIGN - 8) : badge.kind === 'gauge' ? BAR + GAP : 0;
  return Math.max(HEIGHT, text + lead + 2 * PADDING);
}

function paintBadge(p: Painter, box: Rect, badge: Badge, paint: AccentPaint, palette: Palette): void {
  const accent = badge.bad ? palette.failure : paint.accent;
  round(p.g, grow(box, RIM), HEIGHT / 2 + RIM).fill({ color: palette.page });
  round(p.g, box, HEIGHT / 2).fill({ color: blend(palette.page, accent, palette.firm ? 0 : TINT.badge) });
  round(p.g, grow(box, -0.75), HEIGHT / 2 - 1).stroke({ width: 1.5, color: blend(palette.page, accent, palette.firm ? 1 : 0.65) });
  const look = { size: TYPE.badge, weight: 700, color: badge.bad ? palette.failure : palette.text } as const;
  const middle = box.y + box.height / 2;
  let x = box.x + PADDING;
  if (badge.kind === 'status' && badge.status) {
    paintSign(p, x + 7, middle, badge.status, accent);
    x += SIGN;
  }
  if (badge.kind === 'gauge') {
    paintBar(p, x, middle, badge.share ?? 0, accent, palette);
    x += BAR + GAP;
  }
  p.text(badge.text, x, middle, look);
}

function paintBar(p: Painter, x: number, middle: number, share: number, accent: number, palette: Palette): void {
  const full = Math.min(1, Math.max(0, share));
  round(p.g, { x, y: middle - 6, width: BAR, height: 12 }, 6).fill({ color: blend(palette.page, accent, 0.28) });
  if (full > 0) round(p.g, { x, y: middle - 6, width: Math.max(12, BAR * full), height: 12 }, 6).fill({ color: accent });
}

/** The sign of a status, so that it can be told without its colour: tick, ring, dial, triangle, bar, cross. */
function paintSign(p: Painter, x: number, y: number, status: Status, color: number): void {
  const g = p.g;
  switch (status) {
    case 'ready':
      line(g, [{ x: x - 6, y: y + 0.5 }, { x: x - 1.5, y: y + 5 }, { x: x + 7, y: y - 5.5 }], { width: 3, color });
      return;
    case 'not-ready':
      g.circle(x, y, 6).stroke({ width: 2.5, color });
      return;
    case 'pending':
      g.circle(x, y, 7).stroke({ width: 2, color });
      line(g, [{ x, y: y - 4.5 }, { x, y }, { x: x + 3.5, y: y + 2 }], { width: 2, color });
      return;
    case 'running':
      g.poly([x - 5, y - 7, x + 7, y, x - 5, y + 7]).fill({ color });
      return;
    case 'terminating':
      g.circle(x, y, 7).stroke({ width: 2, color });
      line(g, [{ x: x - 3.5, y }, { x: x + 3.5, y }], { width: 2.5, color });
      return;
    case 'failed':
      line(g, [{ x: x - 6, y: y - 6 }, { x: x + 6, y: y + 6 }], { width: 3, color });
      line(g, [{ x: x + 6, y: y - 6 }, { x: x - 6, y: y + 6 }], { width: 3, color });
  }
}
