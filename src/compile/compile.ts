import type { NodeId, Scenario, Step } from '../scenario/model.ts';
import { drawableFragments } from './fragments.ts';
import { readingTime } from './reading.ts';
import type { MessageDraft } from './recorder.ts';
import { runList } from './actions.ts';
import { Run } from './run.ts';
import { toMicros, toSeconds } from './scheduler.ts';
import { TIMING } from './timing.ts';
import type { StepMark, Trace, Variant } from './trace.ts';
import { completeVariant, playedSteps } from './variant.ts';

/** The quiet line is skimmed: it gets half of its reading time. */
const ASIDE_SHARE = 0.5;

/**
 * Runs a scenario in a variant and writes down what happens when: the discrete-event simulation behind every picture.
 * What the variant leaves out is level 1, each choice's default, the first promised language, reading pace.
 */
export function compile(scenario: Scenario, asked: Partial<Variant>): Trace {
  const variant = completeVariant(scenario, asked);
  const played = playedSteps(scenario, variant.level);
  const run = new Run(scenario, variant);
  const steps = played.map(({ step, top }, index) => playStep(run, step, top, index, index === played.length - 1));
  const { messages, spans, changes, fragments } = run.recorder;
  return { scenario, variant, duration: steps.at(-1)?.end ?? 0, steps, messages, fragments: drawableFragments(fragments), spans, changes };
}

function playStep(run: Run, step: Step, top: number, index: number, isLast: boolean): StepMark {
  const { scheduler, recorder } = run;
  const start = run.seconds;
  const first = recorder.messages.length;
  recorder.startStep(index);
  scheduler.spawn(runList(run, step.actions, undefined), 0);
  scheduler.runAll();
  const actEnd = endOfAct(run, start);
  const say = run.text(step.say);
  const aside = run.text(step.aside);
  const end = actEnd + holdAfter(say, aside, actEnd - start, run.variant.pace);
  scheduler.now = toMicros(end);
  const nodes = withLit(run, withOwners(run, recorder.nodes));
  if (!isLast) run.world.endStep();
  numberMessages(recorder.messages.slice(first), index + 1);
  return {
    id: step.id, index, number: index + 1, top, title: run.text(step.title), say, aside, cite: step.cite,
    start, actEnd, end: run.seconds, first, last: recorder.messages.length,
    nodes, edges: recorder.edges, ...(recorder.focus && { focus: recorder.focus }),
  };
}

/** Facts of a step come before the end of its act, so that its still has them and the next step's are not mixed in. */
function endOfAct(run: Run, start: number): number {
  const latest = run.recorder.changes.at(-1);
  const over = run.seconds;
  const settled = latest && latest.step === run.recorder.step && latest.time >= over ? over + TIMING.beat : over;
  return toSeconds(toMicros(Math.max(start + TIMING.leastAct, settled)));
}

/** Reading counts from the step's start; what the act gave already is not waited for again. */
function holdAfter(say: string, aside: string, act: number, pace: number): number {
  const reading = readingTime(say, pace) + (aside ? ASIDE_SHARE * readingTime(aside, pace) : 0);
  return Math.max(TIMING.leastHold * pace, reading - act, 0);
}

/** `4` for a step's only message, else `4.1`, `4.2` …; packets carry their connection's number. */
function numberMessages(messages: readonly MessageDraft[], step: number): void {
  const told = messages.filter(({ kind }) => kind !== 'packet');
  told.forEach((message, index) => {
    message.number = told.length === 1 ? `${step}` : `${step}.${index + 1}`;
  });
}

/** Adds who belongs to them: a part brings its component, a service the component on which it chooses. */
function withOwners({ scenario: { architecture } }: Run, ids: Set<NodeId>): Set<NodeId> {
  // A set gives what is added to it while it is walked through as well.
  for (const id of ids) {
    const node = architecture.nodes.get(id);
    if (node?.parent !== undefined) ids.add(node.parent);
    if (node?.via !== undefined) ids.add(node.via);
  }
  return ids;
}

/** Adds what is lit, a part with its component: a service alone is lit without the component on which it chooses. */
function withLit({ world: { lit }, scenario: { architecture } }: Run, ids: Set<NodeId>): ReadonlySet<NodeId> {
  for (const id of lit) {
    const node = architecture.nodes.get(id);
    // The others are groups.
    if (!node) continue;
    ids.add(id);
    if (node.parent !== undefined) ids.add(node.parent);
  }
  return ids;
}
