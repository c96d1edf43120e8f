import type { MapLayout } from '../layout/types.ts';
import { TINT } from '../look/opacity.ts';
import type { Architecture, GroupId } from '../scenario/model.ts';
import { inflate, overlaps } from '../shared/geometry.ts';
import { blend, type Palette } from './palette.ts';
import { pieces } from './route-path.ts';

/** Found once for each map. */
const found = new WeakMap<MapLayout, ReadonlySet<GroupId>>();

/** Groups whose title a line runs through: some cards stand right under one. */
export function crossedTitles(layout: MapLayout): ReadonlySet<GroupId> {
  const known = found.get(layout);
  if (known) return known;
  const lines = [...layout.routes.values()].flatMap((route) => pieces(route)).map((piece) => inflate(piece, 1));
  const crossed = new Set([...layout.groups].filter(([, { titleBox }]) => lines.some((piece) => overlaps(piece, titleBox))).map(([id]) => id));
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
