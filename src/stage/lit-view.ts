import type { GroupBox, NodeBox } from '../layout/types.ts';
import { SHAPE } from '../look/type.ts';
import { inflate, type Rect } from '../shared/geometry.ts';
import { radiusOf } from './card-view.ts';
import type { LiveMap } from './live-map.ts';
import { isShown } from './map-still.ts';
import { round, type Easel } from './paint.ts';

/** What `highlight` lights: a ring of their accent around cards and parts, a full frame around groups. */
export function paintLit(p: Easel, map: LiveMap): void {
  const { facts, frame, state, palette, list } = map;
  const before = facts.litDuring(frame.step - 1);
  for (const id of state.lit) {
    // What comes with the step comes with its emphasis; what was lit before just stays.
    const opacity = before.has(id) ? 1 : frame.emphasis;
    const group = facts.layout.nodes.has(id) ? undefined : facts.layout.groups.get(id);
    const box = facts.layout.nodes.get(id);
    p.mark?.('lit', id);
    if (group) paintLitGroup(p, group, palette.accents[group.accent].accent, opacity);
    else if (box && !facts.isHidden(id) && isShown(id, state)) paintLitNode(p, box, palette.accents[box.accent].accent, opacity);
    else continue;
    list.add({ kind: 'lit', id, box: (group ?? box) as Rect, opacity });
  }
}

function paintLitGroup(p: Easel, group: GroupBox, color: number, alpha: number): void {
  const radius = Math.max(12, SHAPE.groupRadius - 4 * group.depth);
  round(p.g, inflate(group, -1.5), radius - 1).stroke({ width: 4, color, alpha });
}

function paintLitNode(p: Easel, box: NodeBox, color: number, alpha: number): void {
  const radius = radiusOf(box);
  // Narrower than the halo of a hop's ends: whole rows of cards may be lit.
  if (box.shape === 'card') round(p.g, inflate(box, 3), radius + 3).stroke({ width: 6, color, alpha: 0.28 * alpha });
  round(p.g, inflate(box, -1), radius - 1).stroke({ width: 3, color, alpha });
}
