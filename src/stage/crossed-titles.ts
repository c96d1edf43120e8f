import type { MapLayout } from '../layout/types.ts';
import { TINT } from '../look/opacity.ts';
import type { Architecture, GroupId } from '../scenario/model.ts';
import { overlaps, type Rect } from '../shared/geometry.ts';
import { blend, type Palette } from './palette.ts';

/** Found once for each map. */
const found = new WeakMap<MapLayout, ReadonlySet<GroupId>>();

/** Groups whose title a line runs through: some cards stand right under one. */
export function crossedTitles(layout: MapLayout): ReadonlySet<GroupId> {
  const known = found.get(layout);
  if (known) return known;
  const pieces = [...layout.routes.values()].flatMap(({ points }) => points.slice(1).map((b, i): Rect => {
    const a = points[i] as (typeof points)[number];
    return { x: Math.min(a.x, b.x) - 1, y: Math.min(a.y, b.y) - 1, width: Math.abs(a.x - b.x) + 2, height: Math.abs(a.y - b.y) + 2 };
  }));
  const crossed = new Set([...layout.groups].filter(([, { titleBox }]) => pieces.some((piece) => overlaps(piece, titleBox))).map(([id]) => id));
  found.set(layout, crossed);
  return crossed;
}

/** The colour of a group's ground: its tint over that of the groups around it. */
export function groundOfGroup(architecture: Architecture, id: GroupId, palette: Palette): number {
  const group = architecture.groups.get(id);
  if (!group || palette.firm) return palette.page;
  const under = group.parent === undefined ? palette.page : groundOfGroup(architecture, group.parent, palette);
  return blend(under, palette.accents[group.accent].accent, TINT.group);
}
