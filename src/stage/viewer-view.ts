import { inflate } from '../shared/geometry.ts';
import type { SceneState } from '../compile/trace.ts';
import type { EdgeId } from '../scenario/model.ts';
import { radiusOf } from './card-view.ts';
import type { MapFacts } from './map-facts.ts';
import type { MapSight } from './map-sight.ts';
import { isShown } from './map-still.ts';
import { line, round } from './paint.ts';
import type { Painter } from './painter.ts';
import type { Palette } from './palette.ts';
import type { RoutePath } from './route-path.ts';
import type { Hit, ViewerLayer } from './viewer.ts';

/** What the viewer points at and has chosen, on the map. */
export function paintViewer(p: Painter, facts: MapFacts, viewer: ViewerLayer, state: SceneState, palette: Palette, sight: MapSight): void {
  const isSeen = (hit: Hit): boolean => hit.kind !== 'node' || !sight.hides(String(hit.id));
  if (viewer.hover && isSeen(viewer.hover)) paintHit(p, facts, viewer.hover, state, palette, 2, 0.55);
  if (viewer.selected && isSeen(viewer.selected)) paintHit(p, facts, viewer.selected, state, palette, 3, 1);
}

function paintHit(p: Painter, facts: MapFacts, hit: Hit, state: SceneState, palette: Palette, width: number, alpha: number): void {
  if (hit.kind === 'node') {
    const box = facts.layout.nodes.get(String(hit.id));
    if (!box || facts.isHidden(String(hit.id)) || (!isShown(String(hit.id), state) && alpha < 1)) return;
    round(p.g, inflate(box, 5), radiusOf(box) + 5).stroke({ width, color: palette.text, alpha });
    return;
  }
  const path = wayOf(facts, hit);
  if (path) line(p.g, path.points, { width: width + 2, color: palette.text, alpha: alpha * 0.8 });
}

function wayOf(facts: MapFacts, hit: Hit): RoutePath | undefined {
  if (hit.kind === 'edge') return facts.path(String(hit.id) as EdgeId);
  const message = facts.trace.messages[Number(hit.id)];
  return message && message.kind !== 'work' ? facts.way(message) : undefined;
}
