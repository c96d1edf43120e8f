import { GENERAL_ICONS } from './icons-general.ts';
import { KUBERNETES_ICONS } from './icons-kubernetes.ts';

/** The icons by name: SVG path data on a 24 × 24 grid, drawn as strokes of `SHAPE.iconStroke` with round ends and joins. Our own drawings. */
export const ICONS: Readonly<Record<string, string>> = { ...GENERAL_ICONS, ...KUBERNETES_ICONS };

/** The icon of a name, or that of a plain component. */
export function iconPath(name: string, own?: ReadonlyMap<string, string>): string {
  return own?.get(name) ?? (Object.hasOwn(ICONS, name) ? (ICONS[name] as string) : GENERAL_ICONS.component);
}
