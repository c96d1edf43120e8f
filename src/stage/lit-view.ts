import { SHAPE } from '../look/type.ts';
import { radiusOf } from './card-view.ts';
import type { LiveMap } from './live-map.ts';
import { isShown } from './map-still.ts';
import { grow, round } from './paint.ts';
import type { Painter } from './painter.ts';

/** What `highlight` lights: a ring of their accent around cards and parts, a full frame around groups. */
export function paintLit(p: Painter, { facts, frame, state, palette }: LiveMap): void {
  const before = facts.litDuring(frame.step - 1);
  for (const id of state.lit) {
    // What comes with the step comes with its emphasis; what was lit before just stays.
    const alpha = before.has(id) ? 1 : frame.emphasis;
    const group = facts.layout.groups.get(id);
    if (group && !facts.layout.nodes.has(id)) {
      const radius = Math.max(12, SHAPE.groupRadius - 4 * group.depth);
      round(p.g, grow(group, -1.5), radius - 1).stroke({ width: 4, color: palette.accents[group.accent].accent, alpha });
      continue;
    }
    const box = facts.layout.nodes.get(id);
    if (!box || facts.isHidden(id) || !isShown(id, state)) continue;
    const { accent } = palette.accents[box.accent];
    const radius = radiusOf(box);
    // Narrower than the halo of a hop's ends: whole rows of cards may be lit.
    if (box.shape === 'card') round(p.g, grow(box, 3), radius + 3).stroke({ width: 6, color: accent, alpha: 0.28 * alpha });
    round(p.g, grow(box, -1), radius - 1).stroke({ width: 3, color: accent, alpha });
  }
}
