/**
 * What moves, at one instant: the plain records that the timeline's tweens write and the stage draws. Discrete facts are not in here:
 * `stateAt(trace, frame.time)` looks them up. Where a mark is on screen is the stage's affair: a frame knows no coordinates.
 */

/** One message of the current step, from its start on. Messages that have not started are not listed. */
export interface HopFrame {
  /** Index into `Trace.messages`. */
  readonly message: number;
  /** 0–1 along its way, eased; stays where it failed (0.5–0.9) for one that does not arrive. For work: 0–1 of its ring. */
  readonly progress: number;
  /** Opacity of the travelling head and its trail: 1 under way, fades within 0.3 s after the end. */
  readonly head: number;
  /** Opacity of label and of the lit edge: rises within 0.15 s, 1 under way, then rests at 0.72 until the step ends. Failures stay at 1. */
  readonly label: number;
  /** 0–1 of the receiver's short ring after arrival (0.45 s); 0 before and after. */
  readonly ring: number;
  /** It has ended: arrived or failed. */
  readonly done: boolean;
}

export interface PresenceFrame {
  readonly node: string;
  readonly kind: 'appear' | 'vanish';
  /** 0–1, eased. */
  readonly progress: number;
}

export interface Frame {
  /** Seconds in the trace. */
  readonly time: number;
  /** Index of the current step. */
  readonly step: number;
  readonly part: 'act' | 'hold';
  /** 0–1 within the part. */
  readonly fraction: number;
  readonly hops: readonly HopFrame[];
  readonly presence: readonly PresenceFrame[];
  /** 0–1: the picture's emphasis goes from the previous step's participants to this step's (0.3 s). */
  readonly emphasis: number;
  /** 0–1: the camera goes from the previous step's view to this step's (0.8 s, ease in-out). */
  readonly camera: number;
  /** Simulated seconds while a clock runs; undefined: `stateAt` knows. */
  readonly clock?: number;
  /** Fractional index of the message that the sequence keeps in view, moving smoothly. */
  readonly row: number;
  /** A still shows all hops of the step with label and number, and the state at its end. */
  readonly still: boolean;
}
