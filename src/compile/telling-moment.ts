import type { StepMark, Trace } from './trace.ts';

/** A step of more hops is no picture of its own: all of them at once are a tangle. */
const MOST_HOPS = 3;
/** Where in its act a burst of traffic is caught. */
const BURST_AT = 0.4;

/** The instant (seconds) or the step (its index, told all at once) that shows best what a story is about: what stands for it before it plays. */
export function tellingMoment(trace: Trace): { readonly time: number } | { readonly still: number } {
  const step = tellingStep(trace);
  // The still of a burst would be all of its hops at once; caught in the middle, it shows what it is.
  const burst = step && step.last - step.first > MOST_HOPS;
  return burst ? { time: step.start + (step.actEnd - step.start) * BURST_AT } : { still: step?.index ?? 0 };
}

/** The step with the most traffic; without traffic, of those with at most three hops the first one with the most hops and components. */
function tellingStep({ steps, messages }: Trace): StepMark | undefined {
  const rank = ({ first, last, nodes }: StepMark): number => {
    const packets = messages.slice(first, last).filter(({ kind }) => kind === 'packet').length;
    return packets * 1000 + (last - first > MOST_HOPS ? 0 : (last - first) * 100 + nodes.size);
  };
  return [...steps].sort((a, b) => rank(b) - rank(a))[0];
}
