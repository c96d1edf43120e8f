import type { HopFrame } from '../compile/frame.ts';
import { SHAPE } from '../look/type.ts';
import type { NodeId } from '../scenario/model.ts';
import { inflate, overlaps, type Rect } from '../shared/geometry.ts';
import { radiusOf } from './card-view.ts';
import {
  failurePlace, hasFailed, paintActiveCard, paintFailure, paintHead, paintLitEdge, paintRing, paintTrail, paintWork, type HopDraw,
} from './hop-view.ts';
import { paintPill } from './label-view.ts';
import { paintLit } from './lit-view.ts';
import type { LiveMap } from './live-map.ts';
import type { MapFacts } from './map-facts.ts';
import { paintMapBadges } from './map-badges.ts';
import { isShown } from './map-still.ts';
import { paintNote } from './note-view.ts';
import { numberPlace } from './number-place.ts';
import { paintPresence } from './presence-view.ts';
import { placeAt } from './route-path.ts';
import { MOST_HEADS, paintStreams } from './stream-view.ts';
import type { PillRoom } from '../look/pill-place.ts';
import { word } from '../look/words.ts';
import type { Easel } from './paint.ts';

/** What moves and what changes: lit edges, heads, rings, badges, notes, labels, failures; labels are read, so what moves passes below them. */
export function paintLiveMap(p: Easel, map: LiveMap): void {
  const hops = hopsOf(map);
  const moving = hops.filter(({ frame, message }) => message.kind !== 'work' && frame.head > 0.01);
  const streaming = moving.length > MOST_HEADS;
  paintLit(p, map);
  paintActive(p, map, hops);
  if (!streaming) litEdges(p, uppermost(hops));
  paintWorks(p, map, hops);
  paintPresence(p, map);
  const taken = paintMapBadges(p, map);
  if (streaming) streamsTo(p, map, moving);
  if (!streaming) headsTo(p, map, moving);
  const pills = paintLabels(p, map, hops, streaming);
  paintFailures(p, map, hops, [...taken, ...pills]);
  paintNotes(p, map, [...taken, ...pills]);
}

function hopsOf({ facts, frame, palette }: LiveMap): HopDraw[] {
  return frame.hops.flatMap((hop: HopFrame) => {
    const message = facts.trace.messages[hop.message];
    if (!message) return [];
    const accent = facts.box(message.from)?.accent ?? 'neutral';
    return [{ message, frame: hop, way: facts.way(message), paint: palette.accents[accent] }];
  });
}

function litEdges(p: Easel, hops: readonly HopDraw[]): void {
  for (const hop of hops) {
    p.mark?.('way', hop.message.edge);
    paintLitEdge(p, hop);
  }
}

/** Of the hops that share an edge only the latest lights it: a line cannot be solid and dashed at once. */
function uppermost(hops: readonly HopDraw[]): HopDraw[] {
  const latest = new Map<string, HopDraw>();
  for (const hop of hops) {
    if (hop.message.kind === 'work') continue;
    const other = latest.get(hop.message.edge);
    if (!other || hop.message.start >= other.message.start) latest.set(hop.message.edge, hop);
  }
  return [...latest.values()];
}

/** Halo and rim of the cards at both ends, the strongest of all hops that touch them. */
function paintActive(p: Easel, { facts, frame, state }: LiveMap, hops: readonly HopDraw[]): void {
  const active = new Map<NodeId, { halo: number; rim: number; hop: HopDraw }>();
  for (const hop of hops) {
    const halo = frame.still ? 0.8 : haloOf(hop.frame);
    for (const id of [hop.message.from, hop.message.to]) {
      const known = active.get(id);
      const rim = Math.max(hop.frame.label, known?.rim ?? 0);
      if (!known || known.halo <= halo) active.set(id, { halo, rim, hop });
    }
  }
  for (const [id, { halo, rim, hop }] of active) {
    const box = facts.box(id);
    p.mark?.('active', id);
    if (box && isShown(id, state)) paintActiveCard(p, box, radiusOf(box), halo, rim, hop.paint);
  }
  paintRings(p, facts, hops);
}

/** Of the cards at both ends: full under way, then it calms down with head and ring. */
function haloOf({ done, head, ring, label }: HopFrame): number {
  return done ? Math.max(head, ring > 0 ? 1 - ring : 0) : label;
}

/** One ring for each receiver, of the latest arrival: a busy one would else be hidden by its own. */
function paintRings(p: Easel, facts: MapFacts, hops: readonly HopDraw[]): void {
  const rings = new Map<NodeId, HopDraw>();
  for (const hop of hops) {
    const known = rings.get(hop.message.to);
    if (hop.frame.ring <= 0 || hop.message.kind === 'work' || hasFailed(hop)) continue;
    if (!known || hop.frame.ring < known.frame.ring) rings.set(hop.message.to, hop);
  }
  for (const [id, hop] of rings) {
    const box = facts.box(id);
    p.mark?.('ring', id);
    if (box) paintRing(p, box, radiusOf(box), hop.frame.ring, hop.paint);
  }
}

function paintWorks(p: Easel, { facts, list }: LiveMap, hops: readonly HopDraw[]): void {
  for (const hop of hops) {
    const box = hop.message.kind === 'work' ? facts.box(hop.message.from) : undefined;
    if (!box) continue;
    p.mark?.('work', hop.message.from);
    paintWork(p, box, radiusOf(box), hop);
    list.add({ kind: 'work', id: hop.message.index, number: hop.message.number, box: inflate(box, 6), opacity: hop.frame.label });
  }
}

function headsTo(p: Easel, { headScale: size, palette, list }: LiveMap, moving: readonly HopDraw[]): void {
  for (const hop of moving) {
    p.mark?.('trail', hop.message.index);
    paintTrail(p, hop, size);
  }
  for (const hop of moving) {
    p.mark?.('head', hop.message.index);
    const box = paintHead(p, hop, size, palette);
    list.add({ kind: 'hop', id: hop.message.index, number: hop.message.number, box, opacity: hop.frame.head });
  }
}

function streamsTo(p: Easel, { palette, list }: LiveMap, moving: readonly HopDraw[]): void {
  for (const { edge, count, box } of paintStreams(p, moving, palette)) {
    list.add({ kind: 'stream', id: edge, text: `×${count}`, number: String(count), box, opacity: 1 });
  }
}

/** One pill for each action, the latest of its messages; traffic's without a number, since its connections have their own. */
function paintLabels(p: Easel, map: LiveMap, hops: readonly HopDraw[], streaming: boolean): Rect[] {
  const { facts, frame, palette, list } = map;
  const latest = new Map<string, HopDraw>();
  for (const hop of hops) {
    const known = latest.get(hop.message.action);
    if (!known || hop.message.kind !== 'packet' || hop.frame.label > known.frame.label) latest.set(hop.message.action, hop);
  }
  const boxes: Rect[] = [];
  const named = ({ message }: HopDraw): number => (facts.labelOf(message) === '' ? 1 : 0);
  const ordered = [...latest.values()].sort((a, b) => named(a) - named(b) || a.frame.label - b.frame.label);
  for (const hop of ordered) {
    const traffic = hop.message.kind === 'packet';
    const text = facts.labelOf(hop.message);
    if (hop.frame.label <= 0.01 || (traffic && text === '') || (streaming && !traffic)) continue;
    const number = traffic ? '' : hop.message.number;
    const alpha = frame.still ? Math.max(0.92, hop.frame.label) : hop.frame.label;
    const ground = Math.min(1, hop.frame.label * 1.6);
    p.mark?.('label', hop.message.action);
    const box = paintPill(p, roomOf(facts, hop, text), { text, number, paint: hop.paint, alpha, ground }, palette);
    boxes.push(box);
    list.add({ kind: 'label', id: hop.message.index, text, number, box, opacity: alpha });
  }
  return boxes;
}

/** The layout's place for a label. Without one, beside its card or over the middle of its way; a number without a text finds its own. */
function roomOf(facts: MapFacts, { message, way }: HopDraw, text: string): PillRoom {
  const place = facts.layout.labels.get(message.action);
  if (place && text !== '') return place;
  const number = text === '' ? numberPlace(facts, message) : undefined;
  if (number) return number;
  const box = message.kind === 'work' ? facts.box(message.from) : undefined;
  if (box) return { x: box.x + box.width / 2 - 160, y: box.y - 56, width: 320, height: SHAPE.pillHeight };
  const at = placeAt(way, way.length / 2);
  return { x: at.x - 160, y: at.y - 68, width: 320, height: SHAPE.pillHeight };
}

function paintFailures(p: Easel, { facts, palette, list, headScale }: LiveMap, hops: readonly HopDraw[], taken: readonly Rect[]): void {
  const lang = facts.trace.variant.lang;
  const covered = [...taken, ...titlesOf(facts)];
  for (const hop of hops) {
    if (!hasFailed(hop) || hop.message.kind === 'work') continue;
    const { outcome } = hop.message;
    const text = outcome.kind === 'error' ? outcome.code : outcome.kind === 'ok' ? '' : word(outcome.kind, lang);
    const said = hop.message.label.includes(text) ? '' : text;
    const at = failurePlace(hop, headScale);
    const free = (box: Rect): boolean => !covered.some((other) => overlaps(box, other));
    p.mark?.('failure', hop.message.index);
    const box = paintFailure(p, at, said, free, headScale, palette);
    covered.push(box);
    list.add({ kind: 'failure', id: hop.message.index, text, box, opacity: 1 });
  }
}

function titlesOf(facts: MapFacts): Rect[] {
  return [...facts.layout.groups.values()].map(({ titleBox }) => titleBox);
}

function paintNotes(p: Easel, { facts, state, palette, list }: LiveMap, taken: readonly Rect[]): void {
  const covered = [...taken, ...titlesOf(facts)];
  for (const [id, text] of state.notes) {
    const card = facts.box(id);
    if (!card) continue;
    p.mark?.('note', id);
    const box = paintNote(p, card, text, covered, facts.layout.size, palette.accents[card.accent], palette);
    covered.push(box);
    list.add({ kind: 'note', id, text, box, opacity: 1 });
  }
}
