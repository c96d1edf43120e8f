import type { SequenceNote } from '../layout/types.ts';
import { OPACITY } from '../look/opacity.ts';
import { LINE_HEIGHT } from '../look/type.ts';
import { line } from './paint.ts';
import type { Painter } from './painter.ts';
import type { SequenceScene } from './sequence-scene.ts';

/** Side of the folded corner. */
const FOLD = 14;

interface NoteLook {
  readonly rim: number;
  readonly text: number;
  readonly alpha: number;
  readonly width: number;
}

/** All notes in view: those of earlier steps were said, the others will be. */
export function paintStillNotes(p: Painter, scene: SequenceScene): void {
  const { frame, palette } = scene;
  const past: NoteLook = { rim: palette.quiet, text: palette.text, alpha: OPACITY.past, width: 1.75 };
  const future: NoteLook = { rim: palette.line, text: palette.quiet, alpha: OPACITY.future, width: 1.5 };
  for (const note of scene.layout.notes) paintNote(p, note, note.step < frame.step ? past : future, scene);
}

/** The notes that the current step has said so far, over their quiet selves. */
export function paintLiveNotes(p: Painter, scene: SequenceScene): void {
  const { layout, frame, palette } = scene;
  const accents = new Map(layout.lifelines.map(({ x, accent }) => [x, accent]));
  for (const note of layout.notes) {
    if (note.step !== frame.step || note.time > frame.time) continue;
    const { accent } = palette.accents[accents.get(note.lifelineX) ?? 'neutral'];
    paintNote(p, note, { rim: accent, text: palette.text, alpha: 1, width: 2.25 }, scene);
  }
}

/** A sheet with a folded corner, and a line to its lifeline. */
function paintNote(p: Painter, { node, text, textX, box, lifelineX }: SequenceNote, look: NoteLook, { palette, list, top, bottom }: SequenceScene): void {
  if (box.y > bottom || box.y + box.height < top) return;
  const { x, y, width, height } = box;
  const right = x + width;
  const pen = { width: look.width, color: look.rim };
  line(p.g, [{ x: lifelineX, y: y + height / 2 }, { x, y: y + height / 2 }], pen, 'butt');
  const sheet = [x, y, right - FOLD, y, right, y + FOLD, right, y + height, x, y + height];
  p.g.poly(sheet, true).fill({ color: palette.card });
  p.g.poly(sheet, true).stroke({ ...pen, join: 'round' });
  line(p.g, [{ x: right - FOLD, y }, { x: right - FOLD, y: y + FOLD }, { x: right, y: y + FOLD }], pen, 'butt');
  p.text(text.lines.join('\n'), textX, y + height / 2, { size: text.size, weight: 500, color: look.text, alpha: look.alpha, leading: LINE_HEIGHT });
  list.add({ kind: 'note', id: node, text: text.lines.join(' '), box, opacity: look.alpha });
}
