import type { Camera } from '../../look/camera.ts';
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
  const markup = (drawings: readonly Drawing[]): string => rolesOf(drawings).map((role) => drawn(role, larger, workshop)).join('');
  const content = layers.map(markup).join('');
  const place = `translate(${n(camera.x)} ${n(camera.y)})scale(${n(camera.scale, 4)})`;
  return element('g', { 'clip-path': 'url(#pane)' }, element('g', { transform: place }, content) + markup(above));
}

function rolesOf(drawings: readonly Drawing[]): readonly Role[] {
  const cast = new Cast(0);
  cast.see(0, drawings);
  return cast.roles;
}

function drawn({ kind, actors }: Role, larger: number, workshop: Workshop): string {
  const markup = actors.map((actor) => act(actor, workshop)).join('');
  return larger === 1 || kind !== 'label' ? markup : element('g', { style: `transform-box:fill-box;transform-origin:center;scale:${n(larger)}` }, markup);
}
