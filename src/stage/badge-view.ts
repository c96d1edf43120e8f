import { BADGE, paddingOf, placeBadges, type Badge } from '../look/badges.ts';
import { TINT } from '../look/opacity.ts';
import { TYPE } from '../look/type.ts';
import type { StatusName } from '../look/words.ts';
import { inflate, type Rect } from '../shared/geometry.ts';
import { blend, type AccentPaint, type Palette } from './palette.ts';
import { line, round, type Easel } from './paint.ts';

/** Between a badge and what is under it: the halo of an active card ends there. */
const RIM = 3;

/** Paints badges in rows centred under a card and says where each stands, in the order given. */
export function paintBadges(p: Easel, card: Rect, foot: number, badges: readonly Badge[], paint: AccentPaint, palette: Palette): Rect[] {
  const placed = placeBadges(card, foot, badges);
  for (const { badge, box } of placed) paintBadge(p, box, badge, paint, palette);
  return placed.map(({ box }) => box);
}

function paintBadge(p: Easel, box: Rect, badge: Badge, paint: AccentPaint, palette: Palette): void {
  const accent = badge.bad ? palette.failure : paint.accent;
  round(p.g, inflate(box, RIM), BADGE.height / 2 + RIM).fill({ color: palette.page });
  round(p.g, box, BADGE.height / 2).fill({ color: blend(palette.page, accent, palette.firm ? 0 : TINT.badge) });
  round(p.g, inflate(box, -0.75), BADGE.height / 2 - 1).stroke({ width: 1.5, color: blend(palette.page, accent, palette.firm ? 1 : 0.65) });
  const look = { size: TYPE.badge, weight: 700, color: badge.bad ? palette.failure : palette.text } as const;
  const middle = box.y + box.height / 2;
  let x = box.x + paddingOf(badge);
  if (badge.kind === 'status' && badge.status) {
    paintSign(p, x + 7, middle, badge.status, accent);
    x += BADGE.sign;
  }
  if (badge.kind === 'gauge') {
    paintBar(p, x, middle, badge.share ?? 0, accent, palette);
    x += BADGE.bar + BADGE.gap;
  }
  p.text(badge.text, x, middle, look);
}

function paintBar(p: Easel, x: number, middle: number, share: number, accent: number, palette: Palette): void {
  const full = Math.min(1, Math.max(0, share));
  round(p.g, { x, y: middle - 6, width: BADGE.bar, height: 12 }, 6).fill({ color: blend(palette.page, accent, 0.28) });
  if (full > 0) round(p.g, { x, y: middle - 6, width: Math.max(12, BADGE.bar * full), height: 12 }, 6).fill({ color: accent });
}

/** The sign of a status, so that it can be told without its colour: tick, ring, dial, triangle, bar, cross. */
function paintSign(p: Easel, x: number, y: number, status: StatusName, color: number): void {
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
