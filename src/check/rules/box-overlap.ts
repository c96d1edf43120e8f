import type { GroupBox, NodeBox } from '../../layout/types.ts';
import { componentOf } from '../../shared/node-id.ts';
import { covers, isWithin } from '../boxes.ts';
import type { DocumentPath, Finding } from '../finding.ts';
import { nodePlace } from '../places.ts';
import type { Rule } from '../subject.ts';

/** Components that cover each other, a group's title or the rim of a group; parts that cover each other or leave their card; groups that cut each other. */
export const boxOverlap: Rule = ({ scenario: { architecture }, map }) => {
  const nodes = [...map.nodes];
  const groups = [...map.groups];
  const cards = nodes.filter(([, { shape }]) => shape !== 'part');
  const inGroup = (node: string, group: string): boolean => {
    let at = architecture.nodes.get(node)?.group;
    while (at !== undefined && at !== group) at = architecture.groups.get(at)?.parent;
    return at === group;
  };
  return [
    ...nodes.flatMap(([id, box], at) => nodes.slice(at + 1).filter(([other, { shape }]) => isRival(id, box, other, shape) && covers(box, map.nodes.get(other) as NodeBox))
      .map(([other]) => finding(nodePlace(other), `\`${other}\` covers \`${id}\`.`, 'Move one of them with `at:`.'))),
    ...nodes.filter(([id, box]) => box.shape === 'part' && !isWithin(box, map.nodes.get(componentOf(id)) ?? box))
      .map(([id]) => finding(nodePlace(id), `The part \`${id}\` does not stand in its card.`, 'Make the card larger with `size:`, or move the part with `at:`.')),
    ...cards.flatMap(([id, box]) => groups.flatMap(([group, frame]) => cutsGroup(id, box, group, frame, inGroup(id, group)))),
    ...groups.flatMap(([id, box], at) => groups.slice(at + 1)
      .filter(([, other]) => covers(box, other) && !isWithin(other, box) && !isWithin(box, other))
      .map(([other]) => finding(['groups', other], `The groups \`${id}\` and \`${other}\` cut each other.`, 'Move one of them with `at:`, or make it smaller.'))),
    ...groups.flatMap(([id, { titleBox }], at) => groups.slice(at + 1).filter(([, other]) => covers(titleBox, other.titleBox))
      .map(([other]) => finding(['groups', other], `The titles of the groups \`${id}\` and \`${other}\` cover each other.`, 'Leave more room between them.'))),
  ];
};

/** Two that must not touch: cards and tags, or parts of one card. */
function isRival(id: string, { shape }: NodeBox, other: string, otherShape: NodeBox['shape']): boolean {
  if (shape === 'part' || otherShape === 'part') return shape === otherShape && componentOf(id) === componentOf(other);
  return true;
}

function cutsGroup(id: string, box: NodeBox, group: string, frame: GroupBox, own: boolean): Finding[] {
  if (covers(box, frame.titleBox)) return [finding(nodePlace(id), `\`${id}\` covers the title of the group \`${group}\`.`, 'Move it down with `at:`.')];
  if (own && box.shape === 'card' && !isWithin(box, frame)) return [finding(nodePlace(id), `\`${id}\` does not stand in its group \`${group}\`.`, 'Move it with `at:`, or make the group larger.')];
  if (!own && box.shape === 'card' && covers(box, frame)) return [finding(nodePlace(id), `\`${id}\` stands in the group \`${group}\`, to which it does not belong.`, 'Move it with `at:`.')];
  return [];
}

function finding(path: DocumentPath, message: string, hint: string): Finding {
  return { severity: 'warning', code: 'box-overlap', message, document: 'architecture', path, hint };
}
