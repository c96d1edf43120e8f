import { around, type Point, type Rect } from '../shared/geometry.ts';
import { bottom, right } from './rects.ts';
import type { GroupBox, MapLayout, NodeBox } from './types.ts';

const moved = <T extends Point>(thing: T, dx: number, dy: number): T => ({ ...thing, x: thing.x + dx, y: thing.y + dy });

/** A component's box elsewhere, with the place of its parts. */
export function movedNode(box: NodeBox, dx: number, dy: number): NodeBox {
  return { ...moved(box, dx, dy), ...(box.inner ? { inner: moved(box.inner, dx, dy) } : {}) };
}

/** A group's box elsewhere, with its title. */
export function movedGroup(box: GroupBox, dx: number, dy: number): GroupBox {
  return { ...moved(box, dx, dy), titleBox: moved(box.titleBox, dx, dy) };
}

/** Takes away the room at the rims that nothing needed, all but `margin`; places stay on the 8 px grid. */
export function cropped(map: MapLayout, margin: number): MapLayout {
  const points = [...map.routes.values()].flatMap(({ points: way }): Rect[] => way.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
  const all = around([...map.nodes.values(), ...map.groups.values(), ...map.labels.values(), ...points]);
  if (!all) return map;
  const dx = -Math.max(0, Math.floor((all.x - margin) / 8) * 8);
  const dy = -Math.max(0, Math.floor((all.y - margin) / 8) * 8);
  return {
    size: { width: Math.min(map.size.width, right(all) + margin) + dx, height: Math.min(map.size.height, bottom(all) + margin) + dy },
    nodes: new Map([...map.nodes].map(([id, box]) => [id, movedNode(box, dx, dy)])),
    groups: new Map([...map.groups].map(([id, box]) => [id, movedGroup(box, dx, dy)])),
    routes: new Map([...map.routes].map(([id, route]) => [id, { ...route, points: route.points.map((point) => moved(point, dx, dy)) }])),
    labels: new Map([...map.labels].map(([id, label]) => [id, { ...moved(label, dx, dy), anchor: moved(label.anchor, dx, dy) }])),
  };
}
