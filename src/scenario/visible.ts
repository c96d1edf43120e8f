import type { Step } from './model.ts';

/** The steps that are seen at a level, in their order: where a step goes deeper at that level, the deeper ones in its place. */
export function leafSteps(steps: readonly Step[], level: number): Step[] {
  return steps.flatMap((step) => (step.deeper && step.deeper.level <= level ? leafSteps(step.deeper.steps, level) : [step]));
}
