import { inflate } from '../shared/geometry.ts';
import type { SceneState } from '../compile/trace.ts';
import type { SequenceLayout } from '../layout/types.ts';
import { LINE_HEIGHT, SHAPE } from '../look/type.ts';
import type { NodeId } from '../scenario/model.ts';
import { componentOf } from '../shared/node-id.ts';
import type { MapSight } from './map-sight.ts';
import { round } from './paint.ts';
import type { Painter } from './painter.ts';
import { blend } from './palette.ts';
import type { SequenceScene } from './sequence-scene.ts';

/** How heads differ from the plain ones: lit by the story or by the viewer, or left aside by the viewer. */
export type HeadLooks = ReadonlyMap<NodeId, 'lit' | 'aside'>;

/** Of a head that the viewer's layers leave out. */
const ASIDE = 0.45;

/** How the heads of a sequence look now. */
export function looksOfHeads({ lifelines }: SequenceLayout, { lit }: SceneState, sight: MapSight): HeadLooks {
  const looks = new Map<NodeId, 'lit' | 'aside'>();
  for (const { node } of lifelines) {
    if (sight.hides(node) || sight.strength(node) < 1) looks.set(node, 'aside');
    else if (sight.lit !== undefined || lit.has(node) || lit.has(componentOf(node))) looks.set(node, 'lit');
  }
  return looks;
}

/** The heads, which stay in view above the rows; a lit one has a fuller frame and a tint. */
export function paintHeads(p: Painter, { layout, palette, list }: Pick<SequenceScene, 'layout' | 'palette' | 'list'>, looks: HeadLooks): void {
  for (const { node, accent, head, title } of layout.lifelines) {
    const colour = palette.accents[accent].accent;
    const look = looks.get(node);
    const isLit = look === 'lit';
    const alpha = look === 'aside' ? ASIDE : 1;
    round(p.g, head, SHAPE.partRadius).fill({ color: isLit && !palette.firm ? blend(palette.card, colour, 0.16) : palette.card });
    round(p.g, inflate(head, isLit ? -2 : -1), SHAPE.partRadius - 1).stroke({ width: isLit ? 4 : 2, color: colour, alpha: isLit ? 1 : 0.9 * alpha });
    p.text(title.lines.join('\n'), head.x + head.width / 2, head.y + head.height / 2, {
      size: title.size, weight: 700, color: palette.text, align: 0.5, leading: LINE_HEIGHT, alpha,
    });
    list.add({ kind: 'node', id: node, text: title.lines.join(' '), box: head, opacity: alpha });
  }
}
