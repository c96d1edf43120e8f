import { stateAt } from '../compile/state.ts';
import type { Trace } from '../compile/trace.ts';
import { FrameSource } from '../timeline/frames.ts';
import type { ViewerLayer } from '../stage/stage.ts';
import type { Drawing } from './stage-controller.ts';

/** Frames of the trace that is shown, with the facts that belong to them. */
export class FrameDrawings {
  private trace: Trace | undefined;
  private frames: FrameSource | undefined;

  /** The picture at a time, or the still of the step that is current then. */
  at(trace: Trace, time: number, still: number | undefined, viewer: ViewerLayer): Drawing {
    if (trace !== this.trace || !this.frames) this.take(trace);
    const frames = this.frames as FrameSource;
    const frame = still === undefined ? frames.at(time) : frames.still(still);
    return { frame, state: stateAt(trace, frame.time), viewer };
  }

  /** Frees the timelines; they are built again when asked for. */
  dispose(): void {
    this.frames?.dispose();
    this.frames = undefined;
    this.trace = undefined;
  }

  private take(trace: Trace): void {
    this.frames?.dispose();
    this.trace = trace;
    this.frames = new FrameSource(trace);
  }
}
