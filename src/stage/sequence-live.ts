import type { HopFrame } from '../compile/frame.ts';
import { paintLiveNotes } from './sequence-notes.ts';
import { paintNumber, paintRow } from './sequence-row.ts';
import type { SequenceScene } from './sequence-scene.ts';
import { eachRow, groundOf, marginAt } from './sequence-still.ts';
import { blend, lerp } from './palette.ts';
import { round } from './paint.ts';
import type { Painter } from './painter.ts';

/** The current step's notes, and the rows of its hops: in the sender's accent, the arrow growing with the hop. */
export function paintLiveSequence(p: Painter, scene: SequenceScene): void {
  paintLiveRows(p, scene);
  paintLiveNotes(p, scene);
}

function paintLiveRows(p: Painter, scene: SequenceScene): void {
  const { layout, frame, palette, list } = scene;
  const hops = new Map(frame.hops.map((hop) => [hop.message, hop]));
  if (hops.size === 0) return;
  const accents = new Map(layout.lifelines.map(({ node, accent }) => [node, accent]));
  eachRow(scene, (row, message) => {
    const hop = hops.get(message.index);
    if (!hop) return;
    const accent = palette.accents[accents.get(message.from) ?? accents.get(component(message.from)) ?? 'neutral'].accent;
    const tint = palette.firm ? 0.3 : 0.14;
    const strength = frame.still ? 1 : liveliness(hop);
    const look = {
      color: blend(palette.quiet, accent, 0.55 + 0.45 * strength), text: palette.text, alpha: 1, width: lerp(2.75, 4, strength),
      progress: hop.done ? 1 : hop.progress, bold: true, ground: blend(groundOf(scene), accent, frame.still ? 0 : tint * strength),
    };
    if (!frame.still && strength > 0.02) {
      const x = Math.max(8, scene.left);
      const band = { x, y: row.top, width: layout.size.width - 8 - x, height: row.height };
      round(p.g, band, 12).fill({ color: accent, alpha: tint * strength });
    }
    paintRow(p, row, message, look, palette);
    if (scene.left > 0) p.g.rect(scene.left, row.top, layout.margin, row.height).fill({ color: look.ground });
    paintNumber(p, row, message, marginAt(scene), look);
    list.add({ kind: 'row', id: message.index, text: message.label, number: message.number, box: row.labelBox, opacity: 1 });
  });
}

/** 1 under way, then it calms down with the head. */
function liveliness({ done, head, label }: HopFrame): number {
  return done ? head : label;
}

function component(node: string): string {
  const slash = node.indexOf('/');
  return slash < 0 ? node : node.slice(0, slash);
}
