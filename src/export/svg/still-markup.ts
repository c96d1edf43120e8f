import type { Camera } from '../../look/camera.ts';
import { inflate, overlaps, type Rect } from '../../shared/geometry.ts';
import { act, type Workshop } from './act.ts';
import { Cast, type Role } from './cast.ts';
import type { Drawing } from './drawing.ts';
import { element, n } from './markup.ts';

/** What was painted once; each layer has a drawing for each theme. */
export interface StillLayers {
  /** Of the map, the lowest first. */
  readonly layers: readonly (readonly Drawing[])[];
  /** In px of the pane. */
  readonly above?: readonly Drawing[];
  /** How much larger labels are than the stage draws them. */
  readonly larger?: number;
}

/** What was painted once, as markup, the map under a camera. */
export function stillMarkup({ layers, above = [], larger = 1 }: StillLayers, camera: Camera, workshop: Workshop): string {
  const markup = (drawings: readonly Drawing[]): string => {
    const roles = rolesOf(drawings);
    const scales = larger === 1 ? new Map<Role, number>() : labelScales(roles, larger);
    return roles.map((role) => drawn(role, scales.get(role) ?? 1, workshop)).join('');
  };
  const content = layers.map(markup).join('');
  const place = `translate(${n(camera.x)} ${n(camera.y)})scale(${n(camera.scale, 4)})`;
  return element('g', { 'clip-path': 'url(#pane)' }, element('g', { transform: place }, content) + markup(above));
}

function rolesOf(drawings: readonly Drawing[]): readonly Role[] {
  const cast = new Cast(0);
  cast.see(0, drawings);
  return cast.roles;
}

/** How much larger each label may be without covering another one. */
function labelScales(roles: readonly Role[], most: number): Map<Role, number> {
  const labels = roles.filter(({ kind }) => kind === 'label');
  const boxes = new Map(labels.map((role) => [role, boxOf(role)]));
  const scales = new Map<Role, number>();
  for (const role of labels) {
    const box = boxes.get(role) as Rect;
    const others = labels.filter((other) => other !== role).map((other) => grown(boxes.get(other) as Rect, scales.get(other) ?? 1));
    scales.set(role, [most, (most + 1) / 2].find((scale) => !others.some((other) => overlaps(grown(box, scale), other))) ?? 1);
  }
  return scales;
}

function boxOf({ actors }: Role): Rect {
  const [x = 0, y = 0, width = 0, height = 0] = actors[0]?.place.first ?? [];
  return { x, y, width, height };
}

function grown(box: Rect, scale: number): Rect {
  return inflate(box, (box.width * (scale - 1)) / 2, (box.height * (scale - 1)) / 2);
}

function drawn({ actors }: Role, larger: number, workshop: Workshop): string {
  const markup = actors.map((actor) => act(actor, workshop)).join('');
  return larger === 1 ? markup : element('g', { style: `transform-box:fill-box;transform-origin:center;scale:${n(larger)}` }, markup);
}
