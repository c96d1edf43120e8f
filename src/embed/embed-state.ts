import type { HoplinePlayer } from '../elements/hopline-player.ts';
import { textIn } from '../shared/text.ts';
import type { EmbedState, EmbedStep } from './protocol.ts';

type Mark = HoplinePlayer['steps'][number];

/** A step as plain data; null where there is none. */
export function stepOf(mark: Mark | undefined): EmbedStep | null {
  if (!mark) return null;
  const { id, index, number, title, say, start, end } = mark;
  return { id, index, number, title, say, start, end };
}

/** How a player stands, as plain data. `problem` is why the page itself would not load what was asked for. */
export function stateOf(player: HoplinePlayer, problem?: string): EmbedState {
  const { trace, paused, ended, currentTime, duration, rate, loop, view, theme } = player;
  const { variant, scenario } = trace ?? {};
  return {
    title: titleOf(player),
    paused, ended, time: currentTime, duration: Number.isFinite(duration) ? duration : 0, rate, loop,
    lang: variant?.lang ?? player.lang, level: variant?.level ?? player.level, view, theme, path: { ...(variant?.path ?? player.path) },
    languages: scenario?.languages ?? [], levels: scenario?.levels ?? [],
    step: stepOf(player.currentStep), steps: player.steps.map((step) => stepOf(step)!),
    error: problem ?? player.error?.message ?? null,
  };
}

/** The title of what is shown, in its language; empty while nothing is loaded. */
export function titleOf({ trace }: HoplinePlayer): string {
  return trace ? textIn(trace.scenario.title, trace.variant.lang, trace.scenario.languages) : '';
}
