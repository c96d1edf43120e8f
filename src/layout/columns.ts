import type { Point, Size } from '../shared/geometry.ts';
import type { Container } from './containers.ts';

/** `LR`: from left to right, ranks are columns. `TB`: from top to bottom, ranks are rows. */
export type Direction = 'LR' | 'TB';

/** How the children of one container stand: along which direction, and how long a rank may be across it before it is broken (Infinity: never). */
export interface Plan {
  readonly direction: Direction;
  readonly limit: number;
}

export interface Child {
  readonly id: string;
  readonly size: Size;
  readonly group: boolean;
}

/** Gap along the flow: room for a hop and its label, which takes more room beside than above. */
const FLOW_GAP = { LR: 144, TB: 104 } as const;
const GROUP_GAP = { LR: 96, TB: 72 } as const;
/** Gap across the flow; without links nothing needs to pass. */
const GAP = 56;
const LOOSE_GAP = 32;
const SWEEPS = 6;
/** Groups that are so little off a line are put on it. */
const SNAP = 96;

interface Item { readonly id: string; readonly length: number; readonly depth: number; at: number }
interface Rank { readonly items: Item[]; readonly gap: number }

const lengthOf = (items: readonly Item[], gap: number): number => items.reduce((sum, item) => sum + item.length + gap, -gap);

/** Ranks that are too long are broken; short neighbours become one where groups stand in them. */
function fitted(ranks: readonly Item[][], limit: number, mayJoin: boolean, gap: number): Item[][] {
  const broken = ranks.flatMap((rank) => {
    const parts = Math.min(rank.length, Math.ceil(lengthOf(rank, gap) / limit));
    if (parts < 2) return [rank];
    const each = Math.ceil(rank.length / parts);
    return Array.from({ length: Math.ceil(rank.length / each) }, (_, i) => rank.slice(i * each, (i + 1) * each));
  });
  if (!mayJoin || limit === Infinity) return broken;
  const joined: Item[][] = [];
  for (const rank of broken) {
    const last = joined.at(-1);
    if (last && lengthOf([...last, ...rank], gap) <= limit) last.push(...rank);
    else joined.push([...rank]);
  }
  return joined;
}

/** What nothing leads to fills up the shortest ranks, or, alone, makes even ones. */
function addLoose(ranks: Item[][], loose: readonly Item[], limit: number, gap: number): void {
  if (ranks.length === 0) {
    const count = limit === Infinity ? 1 : Math.max(1, Math.min(loose.length, Math.ceil(lengthOf(loose, gap) / limit)));
    for (let i = 0; i < count; i++) ranks.push([]);
    const each = Math.ceil(loose.length / count);
    loose.forEach((item, i) => ranks[Math.floor(i / each)]?.push(item));
    return;
  }
  for (const item of loose) {
    const shortest = ranks.reduce((best, rank) => (lengthOf(rank, gap) <= lengthOf(best, gap) ? rank : best));
    shortest.push(item);
  }
}

interface Block { at: number; weight: number; readonly from: number; length: number }

/** Moves the items of a rank as near to where they are wanted as their order, the gaps and the room allow. */
function settle({ items, gap }: Rank, wanted: readonly number[], room: number): void {
  const blocks: Block[] = [];
  items.forEach((item, i) => {
    blocks.push({ at: wanted[i] as number, weight: 1, from: i, length: item.length });
    while (blocks.length > 1) {
      const [before, last] = [blocks.at(-2) as Block, blocks.at(-1) as Block];
      if (before.at + before.length + gap <= last.at) break;
      const shift = last.at - before.length - gap;
      before.at = (before.at * before.weight + shift * last.weight) / (before.weight + last.weight);
      before.weight += last.weight;
      before.length += gap + last.length;
      blocks.pop();
    }
  });
  // From both ends into the room; the order and the gaps stay.
  let low = 0;
  for (const block of blocks) low = (block.at = Math.max(block.at, low)) + block.length + gap;
  let high = room;
  for (const block of [...blocks].reverse()) high = (block.at = Math.min(block.at, high - block.length)) - gap;
  for (const [k, block] of blocks.entries()) {
    let at = block.at;
    for (let i = block.from; i < (blocks[k + 1]?.from ?? items.length); i++) {
      const item = items[i] as Item;
      item.at = at;
      at += item.length + gap;
    }
  }
}

/** Brings what is linked to about the same height, within the length of the longest rank. */
function align(ranks: readonly Rank[], links: Container['links'], room: number, grouped: boolean): void {
  for (const { items, gap } of ranks) {
    let at = (room - lengthOf(items, gap)) / 2;
    for (const item of items) {
      item.at = at;
      at += item.length + gap;
    }
  }
  const where = new Map(ranks.flatMap((rank, k) => rank.items.map((item) => [item.id, { item, k }])));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const [k, rank] of (sweep % 2 === 0 ? [...ranks.entries()] : [...ranks.entries()].reverse())) {
      const wanted = rank.items.map((item) => {
        let [sum, count] = [0, 0];
        for (const link of links) {
          if (link.from !== item.id && link.to !== item.id) continue;
          const other = where.get(link.from === item.id ? link.to : link.from);
          if (!other || other.k === k) continue;
          sum += (other.item.at + other.item.length / 2) * link.count;
          count += link.count;
        }
        return count > 0 ? sum / count - item.length / 2 : item.at;
      });
      settle(rank, wanted, room);
    }
  }
  if (grouped) snap(ranks, room);
}

/** Brings starts and ends that are nearly on one line with those of other ranks onto it. */
function snap(ranks: readonly Rank[], room: number): void {
  const starts = [0];
  const ends = [room];
  for (const { items, gap } of ranks) {
    items.forEach((item, i) => {
      const before = items[i - 1];
      const low = before ? before.at + before.length + gap : 0;
      const high = (items[i + 1]?.at ?? room + gap) - gap - item.length;
      const places = [...starts, ...ends.map((end) => end - item.length)].filter((at) => at >= low && at <= high && Math.abs(at - item.at) <= SNAP);
      item.at = places.sort((a, b) => Math.abs(a - item.at) - Math.abs(b - item.at))[0] ?? item.at;
    });
    starts.push(...items.map((item) => item.at));
    ends.push(...items.map((item) => item.at + item.length));
  }
}

/** The corners of a container's children, from 0, 0. `spread`: how many times wider than usual the gaps are. */
export function placeInRanks(children: readonly Child[], container: Container, ranks: readonly (readonly string[])[], { direction, limit }: Plan, spread: number): Map<string, Point> {
  const flows = direction === 'LR';
  const itemOf = ({ id, size }: Child): Item => ({ id, at: 0, length: flows ? size.height : size.width, depth: flows ? size.width : size.height });
  const items = new Map(children.map((child) => [child.id, itemOf(child)]));
  const linked = new Set(ranks.flat());
  const grouped = children.some((child) => child.group);
  const gap = (linked.size > 0 ? GAP : LOOSE_GAP) * spread;
  const lines = fitted(ranks.map((rank) => rank.map((id) => items.get(id) as Item)), limit, grouped, gap);
  addLoose(lines, children.filter((child) => !linked.has(child.id)).map((child) => items.get(child.id) as Item), limit, gap);
  const room = Math.max(...lines.map((line) => lengthOf(line, gap)));
  align(lines.map((line) => ({ items: line, gap })), container.links, room, grouped);
  const flowGap = linked.size === 0 ? LOOSE_GAP : (grouped ? GROUP_GAP : FLOW_GAP)[direction] * spread;
  const corners = new Map<string, Point>();
  let along = 0;
  for (const line of lines) {
    const depth = Math.max(...line.map((item) => item.depth));
    for (const item of line) {
      corners.set(item.id, flows ? { x: along, y: item.at } : { x: item.at, y: along });
    }
    along += depth + flowGap;
  }
  return corners;
}
