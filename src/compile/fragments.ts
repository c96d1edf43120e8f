import type { FragmentDraft } from './recorder.ts';
import type { Fragment } from './trace.ts';

/**
 * The frames that can be drawn: those with messages, a `parallel` with at least two branches that have some, and whose rows are
 * all their own (rows stand in the order of time, so what runs beside a frame may fall between its rows).
 */
export function drawableFragments(drafts: readonly FragmentDraft[]): Fragment[] {
  return drafts.flatMap((draft) => drawable(draft) ?? []);
}

function drawable({ kind, label, extents }: FragmentDraft): Fragment | undefined {
  const branches = extents.filter((extent) => extent !== undefined);
  if (branches.length < (kind === 'parallel' ? 2 : 1)) return undefined;
  const whole = { first: Infinity, last: 0, count: 0 };
  const dividers: number[] = [];
  let apart = true;
  for (const { first, last, count } of branches) {
    if (first < whole.last) apart = false;
    if (whole.count > 0) dividers.push(first);
    whole.first = Math.min(whole.first, first);
    whole.last = Math.max(whole.last, last);
    whole.count += count;
  }
  if (whole.count !== whole.last - whole.first) return undefined;
  return { kind, label, first: whole.first, last: whole.last, dividers: apart ? dividers : [] };
}
