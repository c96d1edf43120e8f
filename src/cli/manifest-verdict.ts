import { coarseDifference } from '../recorder/coarse-picture.ts';
import type { Manifest } from './record-manifest.ts';

/**
 * How far a frame may be from its coarse picture, of 255, where another browser or system draws: one cell, and the mean of all. Another build of Chromium
 * that places letters by whole pixels comes to 24 and 0.54; the same film half a second later to 129 and 12.5.
 */
export const TOLERANCE = { most: 32, mean: 1 };

/** What was drawn, and what drew it: as a manifest keeps it. */
export type Drawing = Pick<Manifest, 'hopline' | 'drawn' | 'prints'>;

/** Whether two drawings are the same, and the words for it. */
export interface Verdict {
  readonly same: boolean;
  readonly text: string;
}

/** Compares two drawings: pixel for pixel where one browser on one system made both, else coarsely and within a tolerance. */
export function compareDrawings(then: Drawing, now: Drawing): Verdict {
  const frames = then.prints.hashes.length;
  if (frames !== now.prints.hashes.length) return { same: false, text: `it has ${now.prints.hashes.length} frames and not ${frames}${changes(then, now)}.` };
  const alike = then.drawn.browser === now.drawn.browser && then.drawn.system === now.drawn.system;
  return alike ? compareHashes(then, now) : compareSamples(then, now);
}

function compareHashes(then: Drawing, now: Drawing): Verdict {
  const { hashes } = then.prints;
  const other = hashes.map((_, at) => at).filter((at) => hashes[at] !== now.prints.hashes[at]);
  if (other.length === 0) return { same: true, text: `all ${hashes.length} frames are the same, pixel for pixel.` };
  return { same: false, text: `${other.length} of ${hashes.length} frames differ, the first is frame ${other[0]}${changes(then, now)}.` };
}

function compareSamples(then: Drawing, now: Drawing): Verdict {
  const frames = Object.keys(then.prints.samples).map(Number);
  const differences = frames.map((at) => coarseDifference(then.prints.samples[at] ?? '', now.prints.samples[at] ?? ''));
  const most = Math.max(...differences.map((one) => one.most));
  const mean = Math.max(...differences.map((one) => one.mean));
  const found = `${frames.length} frames compared coarsely differ by at most ${most} of 255 in a cell and ${mean.toFixed(2)} on average`;
  const allowed = `${TOLERANCE.most} and ${TOLERANCE.mean} are allowed`;
  const where = `drawn by ${then.drawn.browser} on ${then.drawn.system}, now by ${now.drawn.browser} on ${now.drawn.system}`;
  if (frames.length > 0 && most <= TOLERANCE.most && mean <= TOLERANCE.mean) return { same: true, text: `the same within the tolerance: ${found}; ${allowed} (${where}).` };
  const first = frames[differences.findIndex((one) => one.most > TOLERANCE.most || one.mean > TOLERANCE.mean)];
  return { same: false, text: `not the same, first seen in frame ${first ?? 0}: ${found}; ${allowed} (${where})${changes(then, now)}.` };
}

/** What else has changed since: it may be the reason. */
function changes(then: Drawing, now: Drawing): string {
  const fonts = [then.drawn.fonts.join(', '), now.drawn.fonts.join(', ')];
  return [
    then.hopline === now.hopline ? '' : `; made by Hopline ${then.hopline}, this is ${now.hopline}`,
    fonts[0] === fonts[1] ? '' : `; the fonts were ${fonts[0] || 'none'}, now ${fonts[1] || 'none'}`,
  ].join('');
}
