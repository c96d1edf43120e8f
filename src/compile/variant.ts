import type { Scenario, Step } from '../scenario/model.ts';
import { leafSteps } from '../scenario/visible.ts';
import type { Variant } from './trace.ts';

/** The whole variant. Where nothing, or nothing known, is asked: level 1, each choice's default, the first language, reading pace. */
export function completeVariant(scenario: Scenario, asked: Partial<Variant>): Variant {
  const path: Record<string, string> = {};
  for (const choice of scenario.choices) {
    const wanted = asked.path && Object.hasOwn(asked.path, choice.id) ? asked.path[choice.id] : undefined;
    path[choice.id] = choice.options.find(({ id }) => id === wanted)?.id ?? choice.default;
  }
  return {
    level: finite(asked.level, 1),
    path,
    lang: asked.lang ?? scenario.languages[0] ?? 'en',
    pace: Math.max(0, finite(asked.pace, 1)),
  };
}

/** The steps that are played at a level, in order, each with the index of the top-level step it belongs to. */
export function playedSteps(scenario: Scenario, level: number): { readonly step: Step; readonly top: number }[] {
  return scenario.steps.flatMap((step, top) => leafSteps([step], level).map((leaf) => ({ step: leaf, top })));
}

function finite(value: number | undefined, fallback: number): number {
  return value !== undefined && Number.isFinite(value) ? value : fallback;
}
