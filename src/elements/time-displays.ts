import { countWhile } from '../compile/search.ts';
import type { HoplineControls } from './hopline-controls.ts';
import type { HoplineScrubber } from './hopline-scrubber.ts';
import type { HoplineSteps } from './hopline-steps.ts';
import type { PlayerElement } from './player-face.ts';

/** Carries the time to the parts that show it, past Lit: it changes with each frame of the screen. */
export class TimeDisplays {
  private readonly player: PlayerElement;

  constructor(player: PlayerElement) {
    this.player = player;
  }

  /** Shows a time in seconds. */
  show(time: number): void {
    const root = this.player.renderRoot;
    if (!root || !this.player.hasUpdated) return;
    for (const scrubber of root.querySelectorAll<HoplineScrubber>('hopline-scrubber')) scrubber.showTime?.(time);
    root.querySelector<HoplineControls>('hopline-controls')?.showTime?.(time);
    for (const list of root.querySelectorAll<HoplineSteps>('hopline-steps')) list.showMessage?.(this.messageAt(time));
  }

  /** The message that is under way or was last: it has started, and belongs to the current step. */
  private messageAt(time: number): number {
    const { trace, currentStep } = this.player;
    if (!trace || !currentStep) return -1;
    const begun = countWhile(trace.messages, (message) => message.start <= time, currentStep.first, currentStep.last);
    return begun > currentStep.first ? begun - 1 : -1;
  }
}
