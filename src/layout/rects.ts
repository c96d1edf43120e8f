import type { Rect } from '../shared/geometry.ts';

export const right = (r: Rect): number => r.x + r.width;
export const bottom = (r: Rect): number => r.y + r.height;
export const centreX = (r: Rect): number => r.x + r.width / 2;
export const centreY = (r: Rect): number => r.y + r.height / 2;

/** The next multiple of 8 that is not smaller: the grid that things stand on. */
export const upTo8 = (value: number): number => Math.ceil(value / 8 - 1e-9) * 8;

/** The nearest multiple of 8. */
export const to8 = (value: number): number => Math.round(value / 8) * 8;
