import { inflate } from '../shared/geometry.ts';
import type { PresenceFrame } from '../compile/frame.ts';
import type { Span } from '../compile/trace.ts';
import type { NodeBox } from '../layout/types.ts';
import { radiusOf } from './card-view.ts';
import { cardTextOf, movingNodes } from './map-still.ts';
import type { LiveMap } from './live-map.ts';
import { dashes, round, type Easel } from './paint.ts';
import { lerp } from './palette.ts';
import { rimPath } from './route-path.ts';

/** Components that come and go: one grows out of its parent, one fades to a dashed outline. */
export function paintPresence(p: Easel, map: LiveMap): void {
  for (const presence of movingNodes(map.frame)) {
    const box = map.facts.layout.nodes.get(presence.node);
    if (!box) continue;
    p.mark?.('presence', presence.node);
    if (presence.kind === 'appear') paintGrowing(p, map, box, presence);
    else paintFading(p, map, box, presence);
  }
}

/** A frame that grows from the parent's middle to its own place; once it is there, the card comes up in it. */
function paintGrowing(p: Easel, map: LiveMap, box: NodeBox, { node, progress }: PresenceFrame): void {
  const { facts, palette, frame } = map;
  const within = (span: Span): boolean => span.start <= frame.time && frame.time <= span.end + 1e-6;
  const span = facts.trace.spans.find((each) => each.kind === 'appear' && each.node === node && within(each));
  const parent = (span?.kind === 'appear' && span.from ? facts.box(span.from) : undefined) ?? box;
  const from = { x: parent.x + parent.width / 2, y: parent.y + parent.height / 2 };
  const size = lerp(0.15, 1, progress);
  const centre = { x: lerp(from.x, box.x + box.width / 2, progress), y: lerp(from.y, box.y + box.height / 2, progress) };
  const [width, height] = [box.width * size, box.height * size];
  const now = { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  const accent = palette.accents[box.accent].accent;
  round(p.g, now, radiusOf(box) * size).fill({ color: palette.card, alpha: Math.min(1, 0.3 + progress) });
  round(p.g, inflate(now, -1), radiusOf(box) * size).stroke({ width: 3, color: accent, alpha: lerp(0.5, 1, progress) });
  const text = cardTextOf(facts, node, map.state);
  if (text && progress > 0.6) {
    p.text(text.title.lines.join('\n'), centre.x, centre.y, {
      size: text.title.size, weight: 700, color: palette.text, alpha: (progress - 0.6) / 0.4, align: 0.5,
    });
  }
}

/** The card pales (its leaves, over an opaque ground) while its dashed outline comes up. */
function paintFading(p: Easel, map: LiveMap, box: NodeBox, { node, progress }: PresenceFrame): void {
  const { facts, palette, state } = map;
  const text = cardTextOf(facts, node, state);
  round(p.g, box, radiusOf(box)).fill({ color: palette.card, alpha: 1 - progress });
  if (text) {
    p.text(text.title.lines.join('\n'), box.x + box.width / 2, box.y + box.height / 2, {
      size: text.title.size, weight: 700, color: palette.text, alpha: 1 - progress, align: 0.5,
    });
  }
  const accent = palette.accents[box.accent].accent;
  const alpha = progress < 0.5 ? progress * 2 : 1;
  dashes(p.g, rimPath(inflate(box, -1), radiusOf(box)), { width: 2, color: accent, alpha: alpha * lerp(1, 0.5, progress) }, 9, 7);
}
