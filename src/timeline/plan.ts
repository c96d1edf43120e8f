import { countWhile } from '../compile/search.ts';
import type { Message, Span, StepMark, Trace } from '../compile/trace.ts';
import { MOTION } from './motion.ts';

/** Seconds that a window may have at most, and how many messages may start in it: building it must not be felt. */
const LONGEST = 10;
const MOST_STARTS = 40;
/** In a dense crowd a window has at least this many seconds: what is under way at its start is built again for each one. */
const SHORTEST = 0.25;
/** Messages that start within this many seconds are gone to in one move, so that many together do not make it jump. */
const TOGETHER = 0.2;

/** The picture's line of sight goes to another row. */
export interface RowMove {
  readonly time: number;
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}

/** What moves between two times of a step; the end is not in. */
export interface WindowPlan {
  readonly step: StepMark;
  readonly from: number;
  readonly to: number;
  /** Messages that move in it. */
  readonly messages: readonly Message[];
  readonly spans: readonly Span[];
  readonly row: readonly RowMove[];
  /** Row before the first move. */
  readonly rowBefore: number;
}

/** What is the same for all windows of a step. */
export interface StepPlan {
  readonly step: StepMark;
  /** Where the windows begin, ascending; the first is the step's start. */
  readonly starts: readonly number[];
  readonly moves: readonly RowMove[];
}

/** Cuts a step into windows. */
export function planStep(trace: Trace, step: StepMark): StepPlan {
  const own = trace.messages.slice(step.first, step.last);
  return { step, starts: windowStarts(step, own), moves: rowMoves(own, Math.max(0, step.first - 1), step.end) };
}

function windowStarts(step: StepMark, own: readonly Message[]): number[] {
  const starts = [step.start];
  let last = step.start;
  let begun = 0;
  const cut = (time: number): void => {
    starts.push(time);
    last = time;
    begun = 0;
  };
  const cutSilence = (until: number): void => {
    for (let time = last + LONGEST; time < until; time += LONGEST) cut(time);
  };
  for (const { start } of own) {
    cutSilence(start);
    if (begun >= MOST_STARTS && start - last >= SHORTEST) cut(start);
    begun++;
  }
  cutSilence(step.end);
  return starts;
}

/** The plan of one of a step's windows. */
export function planWindow(trace: Trace, { step, starts, moves }: StepPlan, index: number): WindowPlan {
  const from = starts[index] as number;
  const to = starts[index + 1] ?? step.end;
  const begun = countWhile(trace.messages, (message) => message.start < to, step.first, step.last);
  const over = countWhile(moves, (move) => move.time + move.seconds <= from);
  const messages: Message[] = [];
  for (let i = step.first; i < begun; i++) {
    const message = trace.messages[i] as Message;
    if (message.end + MOTION.ring > from) messages.push(message);
  }
  return {
    step, from, to, messages,
    spans: spansOf(trace, step.index).filter((span) => span.start < to && span.end > from),
    row: moves.slice(over, countWhile(moves, (move) => move.time < to)),
    rowBefore: over > 0 ? (moves[over - 1] as RowMove).to : Math.max(0, step.first - 1),
  };
}

function spansOf(trace: Trace, step: number): Span[] {
  const first = countWhile(trace.spans, (span) => span.step < step);
  return trace.spans.slice(first, countWhile(trace.spans, (span) => span.step <= step, first));
}

/** One move for all messages that start within a moment of each other, done before the next one begins. */
function rowMoves(messages: readonly Message[], before: number, end: number): RowMove[] {
  const moves: RowMove[] = [];
  let from = before;
  for (let i = 0; i < messages.length;) {
    const { start } = messages[i] as Message;
    const next = countWhile(messages, (message) => message.start < start + TOGETHER, i);
    const to = (messages[next - 1] as Message).index;
    const room = (messages[next]?.start ?? end) - start;
    if (to !== from) moves.push({ time: start, from, to, seconds: Math.min(MOTION.row, room) });
    from = to;
    i = next;
  }
  return moves;
}
