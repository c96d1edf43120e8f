import type { SceneState } from '../compile/trace.ts';
import { badgesFor, type Badge } from '../look/badges.ts';
import type { NodeId } from '../scenario/model.ts';
import type { Rect } from '../shared/geometry.ts';
import { paintBadges } from './badge-view.ts';
import type { LiveMap } from './live-map.ts';
import type { MapFacts } from './map-facts.ts';
import { isShown, movingNodes, statusOf } from './map-still.ts';
import type { Easel } from './paint.ts';

const LISTED_AS = { badge: 'badge', status: 'badge', count: 'count', load: 'count', gauge: 'gauge' } as const;

/** The badges under all cards; says what is taken by cards and badges now. */
export function paintMapBadges(p: Easel, { facts, frame, state, palette, list }: LiveMap): Rect[] {
  const taken: Rect[] = [];
  const moving = new Set(movingNodes(frame).map(({ node }) => node));
  for (const [id, box] of facts.layout.nodes) {
    if (facts.isHidden(id)) continue;
    taken.push(box);
    if (!isShown(id, state) || moving.has(id)) continue;
    const badges = badgesOf(facts, id, state);
    if (badges.length === 0) continue;
    p.mark?.('badges', id);
    const boxes = paintBadges(p, box, facts.foot(id, box), badges, palette.accents[box.accent], palette);
    badges.forEach((badge, i) => {
      list.add({ kind: LISTED_AS[badge.kind], id, text: badge.text, box: boxes[i] as Rect, opacity: 1 });
    });
    taken.push(...boxes);
  }
  return taken;
}

/** What hangs under a card now. */
function badgesOf(facts: MapFacts, id: NodeId, state: SceneState): Badge[] {
  return badgesFor({
    status: statusOf(facts, id, state), changesStatus: facts.changesStatus(id),
    badge: state.badges.get(id), count: state.counts.get(id), gauge: state.gauges.get(id), load: state.load.get(id),
  }, facts.trace.variant.lang);
}
