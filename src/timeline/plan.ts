import { countWhile } from '../compile/search.ts';
import type { Message, Span, StepMark, Trace } from '../compile/trace.ts';
import { MOTION } from './motion.ts';

/** Longest window, in seconds, and the most messages that may start in one: building it must not be felt. */
const LONGEST = 10;
const MOST_STARTS = 40;
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

/** Where a step is cut into windows: their starts, ascending, the first is the step's. */
export function windowStarts(trace: Trace, step: StepMark): readonly number[] {
  const starts = [step.start];
  let begun = 0;
  const cut = (time: number): void => {
    starts.push(time);
    begun = 0;
  };
  const cutLong = (until: number): void => {
    while (until - (starts.at(-1) as number) > LONGEST) cut((starts.at(-1) as number) + LONGEST);
  };
  for (let index = step.first; index < step.last; index++) {
    const { start } = trace.messages[index] as Message;
    cutLong(start);
    if (begun >= MOST_STARTS && start > (starts.at(-1) as number)) cut(start);
    begun++;
  }
  cutLong(step.end);
  return starts;
}

/** The plan of the window that begins at one of the step's starts. */
export function planWindow(trace: Trace, step: StepMark, starts: readonly number[], index: number): WindowPlan {
  const from = starts[index] as number;
  const to = starts[index + 1] ?? step.end;
  const own = trace.messages.slice(step.first, step.last);
  const moves = rowMoves(own, Math.max(0, step.first - 1), step.end);
  const over = countWhile(moves, (move) => move.time + move.seconds <= from);
  return {
    step, from, to,
    messages: own.filter((message) => message.start < to && message.end + MOTION.ring > from),
    spans: spansOf(trace, step.index).filter((span) => span.start < to && span.end > from),
    row: moves.slice(over).filter((move) => move.time < to),
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
