import type { Architecture, DiagramNode, NodeId } from '../scenario/model.ts';
import { around, type Rect, type Size } from '../shared/geometry.ts';
import type { Lang } from '../shared/text.ts';
import { SHAPE } from '../look/type.ts';
import { HEAD_HEIGHT, wantedSize, wantedWidth } from './card-text.ts';
import { upTo8 } from './rects.ts';

/** A card's size and where its parts stand in it, measured from its corner. */
export interface PartsPlan {
  readonly size: Size;
  readonly parts: ReadonlyMap<NodeId, Rect>;
}

const PADDING = 16;
const ROW_GAP = 16;
/** Between two neighbours; wider where hops run between parts. */
const GAP = 16;
const LINKED_GAP = 48;
const MOST_ROW_WIDTH = 720;

function gapOf(architecture: Architecture, node: DiagramNode): number {
  const inside = new Set(node.parts);
  for (const edge of architecture.edges.values()) if (inside.has(edge.from) && inside.has(edge.to)) return LINKED_GAP;
  return GAP;
}

function columnsFor(count: number, widest: number, gap: number, room: number | undefined): number {
  const fits = (columns: number): boolean => columns * widest + (columns - 1) * gap <= (room ?? MOST_ROW_WIDTH);
  let columns = count;
  while (columns > 1 && !fits(columns)) columns--;
  // Full rows look better than a long one with a short rest.
  return Math.ceil(count / Math.ceil(count / columns));
}

function grid(parts: readonly DiagramNode[], languages: readonly Lang[], gap: number, size: Size | undefined): Map<NodeId, Rect> {
  const wanted = parts.map((part) => part.size ?? wantedSize(part, 'part', languages));
  const room = size && size.width - 2 * PADDING;
  const widest = Math.max(...wanted.map((one) => one.width));
  const columns = columnsFor(parts.length, widest, gap, room);
  const rows = Math.ceil(parts.length / columns);
  const width = room === undefined ? widest : Math.min((room - (columns - 1) * gap) / columns, Math.max(widest, 200));
  const freeHeight = size && (size.height - HEAD_HEIGHT - PADDING - (rows - 1) * ROW_GAP) / rows;
  const height = Math.min(Math.max(...wanted.map((one) => one.height)), freeHeight ?? Infinity);
  const left = room === undefined ? PADDING : PADDING + (room - columns * width - (columns - 1) * gap) / 2;
  return new Map(parts.map((part, i) => [part.id, {
    x: Math.round(left + (i % columns) * (width + gap)),
    y: Math.round(HEAD_HEIGHT + Math.floor(i / columns) * (height + ROW_GAP)),
    width: Math.floor(width), height: Math.floor(height),
  }]));
}

/** Sizes a card and puts its parts below its title: at their own `at`, else in even rows. */
export function planParts(architecture: Architecture, node: DiagramNode, languages: readonly Lang[]): PartsPlan {
  const parts = node.parts.map((id) => architecture.nodes.get(id)).filter((part) => part !== undefined);
  if (parts.length === 0) {
    const size = node.size ?? wantedSize(node, 'card', languages);
    return { size: { width: size.width, height: Math.max(size.height, SHAPE.cardLeastHeight) }, parts: new Map() };
  }
  const free = parts.filter((part) => !part.at);
  const places = free.length > 0 ? grid(free, languages, gapOf(architecture, node), node.size) : new Map<NodeId, Rect>();
  for (const part of parts) {
    if (part.at) places.set(part.id, { ...part.at, ...(part.size ?? wantedSize(part, 'part', languages)) });
  }
  const inner = around(places.values()) as Rect;
  const least = { width: upTo8(inner.x + inner.width + PADDING), height: upTo8(inner.y + inner.height + PADDING) };
  const size = node.size ?? { width: Math.max(least.width, wantedWidth(node, 'card', languages)), height: least.height };
  return { size, parts: node.size ? places : centred(places, size.width - least.width) };
}

/** Moves parts to the middle of a card that its title made wider than they are. */
function centred(places: ReadonlyMap<NodeId, Rect>, spare: number): ReadonlyMap<NodeId, Rect> {
  const by = Math.floor(spare / 2);
  return new Map([...places].map(([id, place]) => [id, { ...place, x: place.x + by }]));
}
