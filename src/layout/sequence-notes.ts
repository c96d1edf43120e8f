import type { Fragment } from '../compile/trace.ts';
import { fitText } from '../look/fit.ts';
import { textWidth } from '../look/measure.ts';
import { LINE_HEIGHT, TYPE, WEIGHT } from '../look/type.ts';
import { NOTE, type NoteFact } from './sequence-note-facts.ts';
import { FRAME_BOTTOM } from './sequence-rows.ts';
import type { FittedText, Lifeline, SequenceNote, SequenceRow } from './types.ts';

/** Above and below a note. */
const GAP = 7;
const MOST_LINES = 8;

/** A note with its words broken for the room beside its lifeline, not yet at its height. */
interface FittedNote extends NoteFact {
  readonly text: FittedText;
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/** Breaks the words of a note for the room between its lifeline and `end`. */
export function fitNote(note: NoteFact, { x }: Lifeline, end: number): FittedNote {
  const room = end - NOTE.aside - x - NOTE.inset - NOTE.left - NOTE.right;
  const text = fitText(note.words, { width: room, size: TYPE.sequenceLabel, minSize: TYPE.sequenceLabel - 2, weight: WEIGHT.regular, maxLines: MOST_LINES });
  const widest = Math.max(0, ...text.lines.map((line) => textWidth(line, { size: text.size, weight: WEIGHT.regular })));
  const height = Math.ceil(text.lines.length * text.size * LINE_HEIGHT) + 2 * NOTE.y;
  return { ...note, text, x, width: Math.ceil(widest) + NOTE.left + NOTE.right, height };
}

/** Adds the notes' heights to the room before each row (and after the last). */
export function addNoteRoom(notes: readonly FittedNote[], room: Float64Array): void {
  for (const { row, height } of notes) room[row] = (room[row] as number) + height + 2 * GAP;
}

/** The notes one below the other under the row before them, below the frames that end there and above those that begin. */
export function placeNotes(notes: readonly FittedNote[], rows: readonly SequenceRow[], fragments: readonly Fragment[], top: number): SequenceNote[] {
  let [row, y] = [-1, 0];
  return notes.map((note): SequenceNote => {
    if (note.row !== row) {
      row = note.row;
      const above = rows[row - 1];
      y = (above ? above.top + above.height : top) + FRAME_BOTTOM * fragments.filter(({ first, last }) => last === row && last > first).length;
    }
    const { node, text, x, width, height, time, step } = note;
    const box = { x: x + NOTE.inset, y: y + GAP, width, height };
    y += height + 2 * GAP;
    return { node, text, textX: box.x + NOTE.left, box, lifelineX: x, afterMessage: row - 1, time, step };
  });
}
