import type { SceneState } from '../compile/trace.ts';
import type { NodeId } from '../scenario/model.ts';
import type { Rect } from '../shared/geometry.ts';
import { paintBadges, type Badge } from './badge-view.ts';
import type { LiveMap } from './live-map.ts';
import type { MapFacts } from './map-facts.ts';
import { isShown, movingNodes, statusOf } from './map-still.ts';
import type { Painter } from './painter.ts';
import { word } from './words.ts';

const LISTED_AS = { badge: 'badge', status: 'badge', count: 'count', load: 'count', gauge: 'gauge' } as const;

/** The badges under all cards; says what is taken by cards and badges now. */
export function paintMapBadges(p: Painter, { facts, frame, state, palette, list }: LiveMap): Rect[] {
  const taken: Rect[] = [];
  const moving = new Set(movingNodes(frame).map(({ node }) => node));
  for (const [id, box] of facts.layout.nodes) {
    if (facts.isHidden(id)) continue;
    taken.push(box);
    if (!isShown(id, state) || moving.has(id)) continue;
    const badges = badgesOf(facts, id, state);
    if (badges.length === 0) continue;
    const boxes = paintBadges(p, box, facts.foot(id, box), badges, palette.accents[box.accent], palette);
    badges.forEach((badge, i) => {
      list.add({ kind: LISTED_AS[badge.kind], id, text: badge.text, box: boxes[i] as Rect, opacity: 1 });
    });
    taken.push(...boxes);
  }
  return taken;
}

/** What hangs under a card: status, badge, count, gauge, and its share of the traffic. */
function badgesOf(facts: MapFacts, id: NodeId, state: SceneState): Badge[] {
  const lang = facts.trace.variant.lang;
  const badges: Badge[] = [];
  const status = statusOf(facts, id, state);
  const badge = state.badges.get(id);
  const shown = status !== 'ready' || facts.changesStatus(id);
  // A badge that names the status says both.
  const said = shown && badge !== undefined && (badge.toLowerCase().includes(status) || badge.includes(word(status, lang)));
  if (shown) {
    const short = status === 'ready' ? { short: '' } : {};
    badges.push({ kind: 'status', status, text: said ? badge : word(status, lang), bad: status === 'failed', ...short });
  }
  const load = state.load.get(id);
  if (load) {
    const text = `${word('total', lang)} ${load.total} · ${word('active', lang)} ${load.active}`;
    badges.push({ kind: 'load', text });
  }
  if (badge && !said) badges.push({ kind: 'badge', text: badge });
  const count = state.counts.get(id);
  if (count !== undefined) badges.push({ kind: 'count', text: `×${count}` });
  const gauge = state.gauges.get(id);
  if (gauge) badges.push({ kind: 'gauge', text: gauge.label || `${Math.round(gauge.value * 100)}%`, share: gauge.value });
  return badges;
}
