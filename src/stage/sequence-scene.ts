import type { Frame } from '../compile/frame.ts';
import type { Trace } from '../compile/trace.ts';
import type { SequenceLayout } from '../layout/types.ts';
import type { DisplayRecorder } from './display-list.ts';
import type { Palette } from './palette.ts';

/** What the sequence is painted from; `top`, `bottom`, `left` and `right` bound what is in view, in layout units. */
export interface SequenceScene {
  readonly trace: Trace;
  readonly layout: SequenceLayout;
  readonly frame: Frame;
  readonly palette: Palette;
  readonly list: DisplayRecorder;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
