import { n } from './markup.ts';
import { AT_ONCE, type Sample } from './series.ts';

/** How a series of numbers is written as declarations. */
export type Writer = (value: readonly number[]) => string;

/** The least distance of two keyframes: a jump has one on each side, percent. */
const JUMP = 0.01;

/** The rules that move a picture: keyframes over the whole of its loop, each once, whoever uses it. */
export class MotionSheet {
  private readonly bodies = new Map<string, string>();
  private readonly classes = new Map<string, string>();

  /** `from` and `to`: the stretch of the story that is shown, seconds. */
  constructor(private readonly from: number, private readonly to: number) {}

  /** The name of the keyframes for some samples. `stepped`: each value stays until the next one. */
  add(samples: readonly Sample[], write: Writer, stepped: boolean): string {
    const frames = stepped ? this.steps(samples, write) : this.lines(samples, write);
    const last = frames.at(-1);
    // Without it a browser would glide back to where the element is without keyframes.
    if (last && last.at < 100) frames.push({ at: 100, text: last.text });
    const body = grouped(frames);
    const known = this.bodies.get(body) ?? `k${this.bodies.size.toString(36)}`;
    this.bodies.set(body, known);
    return known;
  }

  /** The class of a rule, each once. */
  rule(body: string): string {
    const known = this.classes.get(body) ?? `c${this.classes.size.toString(36)}`;
    this.classes.set(body, known);
    return known;
  }

  /** All keyframes and rules. */
  rules(): string {
    return [...[...this.classes].map(([body, name]) => `.${name}{${body}}`), ...this.keyframes()].join('\n');
  }

  private keyframes(): string[] {
    return [...this.bodies].map(([body, name]) => `@keyframes ${name}{${body}}`);
  }

  private at(time: number): number {
    return Math.min(100, Math.max(0, ((time - this.from) / (this.to - this.from)) * 100));
  }

  private steps(samples: readonly Sample[], write: Writer): Frame[] {
    const frames: Frame[] = [];
    for (const { time, value } of samples) {
      const text = write(value);
      if (frames.at(-1)?.text === text) continue;
      push(frames, this.at(time), text);
    }
    return frames;
  }

  private lines(samples: readonly Sample[], write: Writer): Frame[] {
    const frames: Frame[] = [];
    const [first] = samples;
    // Before it is first seen it is as it will be then.
    if (first && this.at(first.time) > 0) push(frames, 0, write(first.value));
    for (const { time, value } of samples) push(frames, this.at(time), write(value));
    return withoutRepeats(frames);
  }
}

/** Whether values jump and never glide. */
export function isStepped(samples: readonly Sample[]): boolean {
  return samples.every((sample, i) => {
    const before = samples[i - 1];
    return !before || sample.time - before.time <= AT_ONCE || sample.value.every((value, k) => value === before.value[k]);
  });
}

interface Frame {
  readonly at: number;
  readonly text: string;
}

/** Percentages only grow: of two that are equal a browser would forget the first. */
function push(frames: Frame[], at: number, text: string): void {
  const last = frames.at(-1);
  const wanted = Math.round((last === undefined ? 0 : at) / JUMP);
  const next = last === undefined ? 0 : Math.max(wanted, Math.round(last.at / JUMP) + 1);
  if (next * JUMP <= 100) frames.push({ at: next * JUMP, text });
}

function withoutRepeats(frames: readonly Frame[]): Frame[] {
  return frames.filter(({ text }, i) => !(frames[i - 1]?.text === text && (frames[i + 1]?.text ?? text) === text));
}

/** Each text once, with all its percentages, in the order of the first. */
function grouped(frames: readonly Frame[]): string {
  const places = new Map<string, string[]>();
  for (const { at, text } of frames) places.set(text, [...(places.get(text) ?? []), `${n(at)}%`]);
  return [...places].map(([text, at]) => `${at.join()}{${text}}`).join('');
}
