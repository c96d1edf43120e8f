import type { CardText, FittedText, NodeBox } from '../layout/types.ts';
import { OPACITY, TINT } from '../look/opacity.ts';
import { LINE_HEIGHT, SHAPE, TYPE } from '../look/type.ts';
import type { Status } from '../scenario/model.ts';
import { ALONE_ICON, ALONE_PADDING, ROLE_GAP, type AloneText } from './card-text.ts';
import { blend, lerp, type Palette } from './palette.ts';
import { dashes, round, type Easel } from './paint.ts';
import { rimPath } from './route-path.ts';
import { inflate, type Rect } from '../shared/geometry.ts';

/** What a card shows at an instant. */
export interface CardFacts {
  readonly text: CardText;
  /** Of a card that has parts which are not drawn: it uses their room. */
  readonly alone?: AloneText;
  /** Path data of its icon; empty: none. */
  readonly icon: string;
  /** 0 receded … 1 takes part. */
  readonly involved: number;
  readonly status: Status;
}

/** A component, a part of one, or a service's tag, at rest. Fills are opaque; what recedes does so by the opacity of its leaves. */
export function paintNode(p: Easel, box: NodeBox, facts: CardFacts, palette: Palette): void {
  if (box.shape === 'part') paintPart(p, box, facts, palette);
  else if (box.shape === 'tag') paintTag(p, box, facts, palette);
  else paintCard(p, box, facts, palette);
}

/** A component that is not there yet: its outline where it will appear; without text while it grows into it. */
export function paintAbsent(p: Easel, box: NodeBox, text: CardText | undefined, note: string, alpha: number, palette: Palette): void {
  const accent = palette.accents[box.accent].accent;
  dashes(p.g, rimPath(inflate(box, -1), radiusOf(box)), { width: 2, color: accent, alpha: alpha * (palette.firm ? 1 : 0.75) }, 9, 7);
  if (!text) return;
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const withNote = box.shape === 'card' && note !== '' && box.height >= 72 && text.title.lines.length < 2;
  const size = text.title.size;
  p.text(text.title.lines.join('\n'), x, withNote ? y - 13 : y, {
    size, weight: 700, color: palette.quiet, alpha, align: 0.5, leading: LINE_HEIGHT,
  });
  if (withNote) p.text(note, x, y + size * 0.72, { size: TYPE.subtitle, weight: 500, color: palette.quiet, alpha, align: 0.5 });
}

/** The corner radius of a shape. */
export function radiusOf(box: NodeBox): number {
  return box.shape === 'card' ? SHAPE.cardRadius : box.shape === 'part' ? SHAPE.partRadius : SHAPE.tagRadius;
}

/** The part of a card that holds icon and title: above its parts where it has some. */
export function headOf(box: NodeBox): Rect {
  return box.inner ? { x: box.x, y: box.y, width: box.width, height: Math.max(SHAPE.iconBox, box.inner.y - box.y) } : box;
}

function paintCard(p: Easel, box: NodeBox, facts: CardFacts, palette: Palette): void {
  const paint = palette.accents[box.accent];
  round(p.g, box, SHAPE.cardRadius).fill({ color: palette.card });
  paintRim(p, box, facts.status, palette);
  const head = facts.alone ? box : headOf(box);
  const middle = head.y + head.height / 2;
  const tile = Math.min(facts.alone ? ALONE_ICON : SHAPE.iconBox, head.height - 12);
  const x = box.x + (facts.alone ? ALONE_PADDING : SHAPE.cardPadding);
  const strength = lerp(palette.firm ? 0.8 : 0.55, 1, facts.involved);
  let textX = x;
  if (facts.icon) {
    round(p.g, { x, y: middle - tile / 2, width: tile, height: tile }, 12).fill({ color: blend(palette.card, paint.iconFill, strength) });
    const icon = (tile * SHAPE.icon) / SHAPE.iconBox + 2;
    p.icon(facts.icon, x + (tile - icon) / 2, middle - icon / 2, icon, paint.accent, strength);
    textX = x + Math.max(SHAPE.iconBox, tile) + SHAPE.iconGap;
  }
  paintCardText(p, textX, middle, facts, palette);
}

/** Title, second line and role; as the lines under it go, the title moves to the middle. */
function paintCardText(p: Easel, x: number, middle: number, { text, alone, involved }: CardFacts, palette: Palette): void {
  const title = alone?.title ?? text.title;
  const height = ({ lines, size }: FittedText): number => lines.length * size * LINE_HEIGHT;
  const role = alone && alone.role.lines.length > 0 ? alone.role : undefined;
  const under = height(text.subtitle) + (role ? ROLE_GAP + height(role) : 0);
  let y = middle - (under / 2) * involved;
  p.text(title.lines.join('\n'), x, y, { size: title.size, weight: 700, color: palette.text, alpha: lerp(OPACITY.receded, 1, involved), leading: LINE_HEIGHT });
  y += height(title) / 2;
  const quiet = (line: FittedText, alpha: number): void => {
    y += height(line) / 2;
    p.text(line.lines.join('\n'), x, y, { size: line.size, weight: 500, color: palette.quiet, alpha, leading: LINE_HEIGHT });
    y += height(line) / 2;
  };
  quiet(text.subtitle, involved);
  if (!role) return;
  y += ROLE_GAP;
  quiet(role, OPACITY.role * involved);
}

/** A ready component has a plain rim; the others are told apart by the rim's shape: dashed, hatched, or both. */
function paintRim(p: Easel, box: Rect, status: Status, palette: Palette): void {
  const rim = inflate(box, -1);
  if (status === 'ready' || status === 'running') {
    round(p.g, rim, SHAPE.cardRadius - 1).stroke({ width: 2, color: palette.frame });
    return;
  }
  if (status === 'not-ready' || status === 'failed') hatch(p, box, palette);
  const color = status === 'failed' ? palette.failure : palette.line;
  dashes(p.g, rimPath(rim, SHAPE.cardRadius - 1), { width: 2.5, color }, status === 'pending' ? 4 : 12, status === 'pending' ? 6 : 8);
}

/** Diagonal strokes over a card: it is there, but not to be counted on. */
function hatch(p: Easel, box: Rect, palette: Palette): void {
  const inset = inflate(box, -5);
  const step = 18;
  for (let d = step; d < inset.width + inset.height; d += step) {
    const x0 = Math.min(d, inset.width);
    const y0 = d - x0;
    const y1 = Math.min(d, inset.height);
    const x1 = d - y1;
    p.g.moveTo(inset.x + x0, inset.y + y0).lineTo(inset.x + x1, inset.y + y1);
  }
  p.g.stroke({ width: 2, color: palette.line, alpha: palette.firm ? 0.4 : 0.22 });
}

function paintPart(p: Easel, box: NodeBox, facts: CardFacts, palette: Palette): void {
  const paint = palette.accents[box.accent];
  round(p.g, box, SHAPE.partRadius).fill({ color: palette.firm ? palette.card : blend(palette.card, paint.accent, TINT.part) });
  round(p.g, inflate(box, -0.75), SHAPE.partRadius - 1).stroke({ width: 1.5, color: blend(palette.frame, paint.accent, 0.3 * facts.involved) });
  const { title, subtitle } = facts.text;
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const room = subtitle.lines.length > 0 ? (subtitle.size * LINE_HEIGHT * subtitle.lines.length) / 2 : 0;
  p.text(title.lines.join('\n'), x, y - room * facts.involved, {
    size: title.size, weight: 700, color: palette.text, alpha: lerp(OPACITY.receded, 1, facts.involved), align: 0.5, leading: LINE_HEIGHT,
  });
  p.text(subtitle.lines.join('\n'), x, y + title.size * 0.62, {
    size: subtitle.size, weight: 500, color: palette.quiet, alpha: facts.involved, align: 0.5, leading: LINE_HEIGHT,
  });
}

function paintTag(p: Easel, box: NodeBox, facts: CardFacts, palette: Palette): void {
  const paint = palette.accents[box.accent];
  const strength = lerp(0.55, 1, facts.involved);
  round(p.g, box, SHAPE.tagRadius).fill({ color: blend(palette.card, paint.accent, palette.firm ? 0 : TINT.tag) });
  round(p.g, inflate(box, -1), SHAPE.tagRadius - 1).stroke({ width: 2, color: blend(palette.card, paint.accent, 0.3 + 0.4 * strength) });
  const title = facts.text.title;
  const middle = box.y + box.height / 2;
  const icon = Math.min(24, box.height - 12);
  if (facts.icon) p.icon(facts.icon, box.x + 12, middle - icon / 2, icon, paint.accent, strength);
  const x = facts.icon ? box.x + 12 + icon + 8 : box.x + 14;
  p.text(title.lines.join('\n'), x, middle, {
    size: title.size, weight: 700, color: palette.text, alpha: lerp(OPACITY.receded, 1, facts.involved), leading: LINE_HEIGHT,
  });
}
