import type { FragmentDraft } from './recorder.ts';
import type { Fragment } from './trace.ts';

/**
 * The frames that can be drawn: those with messages, a `parallel` with at least two branches that have some, and whose rows are
 * all their own (rows stand in the order of time, so what runs beside a frame may fall between its rows).
 */
export function drawableFragments(drafts: readonly FragmentDraft[]): Fragment[] {
  return drafts.flatMap((draft) => drawable(draft) ?? []);
}

function drawable({ kind, label, branches }: FragmentDraft): Fragment | undefined {
  const extents = [...branches.entries()].sort(([a], [b]) => a - b).map(([, extent]) => extent);
  if (extents.length < (kind === 'parallel' ? 2 : 1)) return undefined;
  const first = Math.min(...extents.map((extent) => extent.first));
  const last = Math.max(...extents.map((extent) => extent.last));
  const own = extents.reduce((sum, extent) => sum + extent.count, 0);
  if (own !== last - first) return undefined;
  const apart = extents.every((extent, i) => i === 0 || extent.first === extents[i - 1]?.last);
  return { kind, label, first, last, dividers: apart ? extents.slice(1).map((extent) => extent.first) : [] };
}
