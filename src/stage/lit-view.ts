import { SHAPE } from '../look/type.ts';
import { radiusOf } from './card-view.ts';
import { paintActiveCard } from './hop-view.ts';
import type { LiveMap } from './live-map.ts';
import { isShown } from './map-still.ts';
import { grow, round } from './paint.ts';
import type { Painter } from './painter.ts';

/** Of the halo of a lit card; that of a hop's ends is stronger. */
const HALO = 0.7;

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
    paintActiveCard(p, box, radiusOf(box), box.shape === 'card' ? HALO * alpha : 0, alpha, palette.accents[box.accent]);
  }
}
