import { covers } from '../boxes.ts';
import type { DocumentPath, Finding } from '../finding.ts';
import { actionPlaces } from '../places.ts';
import type { Diagram, Rule } from '../subject.ts';
import { notePlaces } from '../texts.ts';

/** What the diagram writes: a label at its arrow or a note. */
interface Written {
  readonly text: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly path: DocumentPath;
  /** Lifelines between these two may be crossed: the arrow does so, too. */
  readonly left: number;
  readonly right: number;
}

/** A label or note of the sequence diagram that covers another one, or a lifeline that its arrow does not cross. */
export const crowdedRows: Rule = ({ scenario, runs }) => {
  const placeOf = actionPlaces(scenario);
  const placeOfNote = notePlaces(scenario);
  return runs.flatMap(({ trace, diagrams }) => diagrams.flatMap(({ layout }): Finding[] => {
    const { lang } = trace.variant;
    const rows = layout.rows.flatMap(({ message, label, labelBox, fromX, toX }): Written[] => {
      const action = trace.messages[message]?.action;
      if (label.lines.length === 0 || action === undefined) return [];
      const path = [...placeOf(action), action.endsWith('/returns') ? 'returns' : 'label'];
      return [{ text: label.lines.join(' '), box: labelBox, path, left: Math.min(fromX, toX), right: Math.max(fromX, toX) }];
    });
    const notes = layout.notes.map(({ node, text, box, lifelineX }): Written => (
      { text: text.lines.join(' '), box, path: placeOfNote(node, text.lines[0] ?? '', lang), left: lifelineX, right: lifelineX }));
    const all = [...rows, ...notes].sort((a, b) => a.box.y - b.box.y);
    return all.flatMap((one, at) => {
      const covered = [...others(one, all, at), ...lifelines(one, layout)];
      return covered.length === 0 ? [] : [{
        severity: 'warning', code: 'label-overlap', message: 'A text of the sequence diagram covers something.', document: 'scenario', path: one.path,
        found: `"${one.text}" covers ${covered.join(', ')}`, hint: 'Shorten it.',
      } as const];
    });
  }));
};

/** Only what begins before this one ends can be under it. */
function others(one: Written, all: readonly Written[], at: number): string[] {
  const found: string[] = [];
  for (let i = at + 1; i < all.length && (all[i] as Written).box.y < one.box.y + one.box.height; i++) {
    const other = all[i] as Written;
    if (covers(one.box, other.box)) found.push(`"${other.text}"`);
  }
  return found;
}

function lifelines({ box, left, right }: Written, layout: Diagram['layout']): string[] {
  return layout.lifelines.filter(({ x }) => x > box.x + 2 && x < box.x + box.width - 2 && (x < left - 1 || x > right + 1)).map(({ node }) => `the lifeline of \`${node}\``);
}
