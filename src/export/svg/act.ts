import { aroundPoints, inflate, type Rect } from '../../shared/geometry.ts';
import { slice } from '../../stage/route-path.ts';
import type { Actor } from './actor.ts';
import type { Stroke } from './drawing.ts';
import type { Inks } from './inks.ts';
import { element, n, type Attributes } from './markup.ts';
import { isStepped, type MotionSheet, type Writer } from './motion-sheet.ts';
import { pathData } from './path-data.ts';
import { easedSamples, type Sample, type Series } from './series.ts';
import { isLine, sketch } from './sketch.ts';

/** How far keyframes may be from what is drawn: opacity, map units, shades of 255. */
const NEAR = { alpha: 0.02, place: 0.8, colour: 4, width: 0.6, reach: 2 };
/** A gap after which no dash comes any more, map units. */
const FAR = 9999;

/** What pictures in motion are written with. */
export interface Workshop {
  readonly inks: Inks;
  readonly sheet: MotionSheet;
  /** Keeps markup that others refer to, and gives its id. */
  readonly define: (write: (id: string) => string) => string;
}

interface Move {
  readonly series: Series;
  readonly tolerance: number;
  readonly write: Writer;
  readonly travels: boolean;
}

/** What is far from straight and yet the same to the eye: how quickly something comes. */
const HARDLY = 0.14;

function count(all: readonly (readonly Sample[])[]): number {
  return all.reduce((sum, samples) => sum + samples.length, 0);
}

/** Collects the motions of one element. */
class Motions {
  private readonly moves: Move[] = [];

  constructor(private readonly sheet: MotionSheet) {}

  /** `travels`: it goes along a way, slowly at both ends, so that fewer keyframes may do. */
  add(series: Series, tolerance: number, write: Writer, travels = false): void {
    if (!series.within(tolerance)) this.moves.push({ series, tolerance, write, travels });
  }

  /** The attributes that set it in motion; none where nothing moves. */
  get attributes(): Attributes {
    if (this.moves.length === 0) return {};
    const straight = this.moves.map(({ series, tolerance }) => series.simplified(tolerance));
    const stepped = straight.every(isStepped);
    const eased = stepped || this.moves.every(({ travels }) => !travels) ? straight
      : this.moves.map(({ series, tolerance, travels }) => easedSamples(series.samples, travels ? tolerance : HARDLY));
    const [all, pace] = count(eased) < count(straight) ? [eased, 'e'] as const : [straight, stepped ? 'd' : 'a'] as const;
    const names = all.map((samples, i) => this.sheet.add(samples, (this.moves[i] as Move).write, stepped));
    return { style: `animation-name:${names.join()}`, class: pace };
  }
}

/** The attributes of something that comes and goes. */
export function fading(alpha: Series, sheet: MotionSheet): Attributes {
  const motions = new Motions(sheet);
  motions.add(alpha, NEAR.alpha, writeAlpha);
  return motions.attributes;
}

/** The attributes of something whose place, from 0, 0 where it is written, changes: `x`, `y` in map units. */
export function moving(places: Series, sheet: MotionSheet): Attributes {
  const motions = new Motions(sheet);
  motions.add(places, NEAR.reach, writeMove([0, 0]), true);
  return motions.attributes;
}

/** The attributes of a pattern that is shifted along its line by some map units; and that comes and goes, if that is given. */
export function shifting(along: Series, sheet: MotionSheet, alpha?: Series): Attributes {
  const motions = new Motions(sheet);
  if (alpha) motions.add(alpha, NEAR.alpha, writeAlpha);
  motions.add(along, NEAR.reach, ([far = 0]) => `stroke-dashoffset:${n(-far, 0)}px`, true);
  return motions.attributes;
}

/** An actor with all its motions; empty where it is never seen. */
export function act(actor: Actor, { inks, sheet, define }: Workshop): string {
  if (actor.hidden) return '';
  const stroke = actor.whole;
  const motions = new Motions(sheet);
  motions.add(actor.alpha, NEAR.alpha, writeAlpha);
  motions.add(actor.width, NEAR.width, ([width = 0]) => `stroke-width:${n(width)}px`);
  const line = isLine(stroke);
  motions.add(actor.colour, NEAR.colour, (value) => `${line ? 'stroke' : 'fill'}:${inks.css(coloursOf(value))}`);
  move(actor, motions);
  const reveal = grow(actor, motions, sheet, define);
  const ink = inks.css(coloursOf(actor.colour.first ?? []));
  const { class: paced, style, ...others } = motions.attributes;
  const classes = [inks.classFor(line ? 'stroke' : 'fill', ink), paced].filter(Boolean).join(' ');
  const alpha = actor.alpha.constant ? actor.alpha.first?.[0] ?? 1 : 1;
  return sketch(placed(stroke, actor), { ...others, ...reveal, class: classes, opacity: alpha < 1 ? alpha : undefined, style });
}

/** A line that grows is one whose dash does; a pattern that grows is seen through a line that does. */
function grow(actor: Actor, motions: Motions, sheet: MotionSheet, define: Workshop['define']): Attributes {
  const { whole, length, reach } = actor;
  if (reach.constant || whole.kind !== 'shape') return {};
  const { outline, ink } = whole;
  const writeReach: Writer = ([far = 0]) => `stroke-dashoffset:${n(length - far, 0)}px`;
  if (outline.kind === 'lines') {
    motions.add(reach, NEAR.reach, writeReach, true);
    return { 'stroke-dasharray': `${n(length, 1)} ${FAR}` };
  }
  if (outline.kind !== 'dashes') return {};
  const points = slice(outline.path, outline.from, outline.to);
  const width = (ink.width ?? 0) + 4;
  const box = inflate(aroundPoints(points) as Rect, width);
  const own = new Motions(sheet);
  own.add(reach, NEAR.reach, writeReach, true);
  const id = define((name) => element('mask', { id: name, maskUnits: 'userSpaceOnUse', ...box }, element('path', {
    d: pathData(points), fill: 'none', stroke: '#fff', 'stroke-width': width, 'stroke-dasharray': `${n(length, 1)} ${FAR}`, ...own.attributes,
  })));
  return { mask: `url(#${id})` };
}

/** What changes its size does so itself; what only goes somewhere else is moved. */
function move({ place, stroke }: Actor, motions: Motions): void {
  if (place.constant) return;
  const base = place.first as readonly number[];
  const outline = stroke.kind === 'shape' ? stroke.outline.kind : stroke.kind;
  const resized = place.simplified(NEAR.place).some(({ value }) => value.slice(2).some((size, i) => Math.abs(size - (base[i + 2] as number)) > 0.05));
  if (!resized) motions.add(place, NEAR.place, writeMove(base));
  else if (outline === 'rect') {
    motions.add(place, NEAR.place, ([x = 0, y = 0, width = 0, height = 0, radius = 0]) =>
      `x:${n(x, 1)}px;y:${n(y, 1)}px;width:${n(width, 1)}px;height:${n(height, 1)}px;rx:${n(radius, 1)}px`);
  } else motions.add(place, NEAR.place, ([x = 0, y = 0, radius = 0]) => `cx:${n(x, 1)}px;cy:${n(y, 1)}px;r:${n(radius, 1)}px`);
}

/** A length with a tenth. */
function px(length: number): string {
  const text = n(length, 1);
  return text === '0' ? text : `${text}px`;
}

function writeAlpha([alpha = 0]: readonly number[]): string {
  return `opacity:${n(alpha)}`;
}

function writeMove([baseX = 0, baseY = 0]: readonly number[]): Writer {
  return ([x = 0, y = 0]) => `translate:${px(x - baseX)} ${px(y - baseY)}`;
}

/** The stroke where it first was: from there it is moved. */
function placed(stroke: Stroke, { stroke: first }: Actor): Stroke {
  if (stroke.kind !== 'shape' || first.kind !== 'shape') return first;
  const moves = first.outline.kind === 'rect' || first.outline.kind === 'circle';
  return moves ? first : stroke;
}

function coloursOf(channels: readonly number[]): number[] {
  return Array.from({ length: channels.length / 3 }, (_, i) => {
    const [r = 0, g = 0, b = 0] = channels.slice(3 * i, 3 * i + 3);
    return (r << 16) | (g << 8) | b;
  });
}
