import type { Moment } from '../compile/trace.ts';
import { READY } from './load-controller.ts';
import type { PlayerElement, PlayerInside } from './player-face.ts';

/** Where a story is to start that is not loaded yet. */
export type Start = { readonly time: number } | { readonly moment: Moment } | { readonly step: string };

/** Where the story starts, and the still that stands there until something moves: a poster, or the step where a link leads. */
export class StoryStart {
  /** The index of the step whose still stands in for the instant. */
  stillOf: number | undefined;

  private readonly element: PlayerElement;
  private readonly core: PlayerInside;
  private waiting: Start | undefined;

  constructor(element: PlayerElement, core: PlayerInside) {
    this.element = element;
    this.core = core;
  }

  /** Goes there, or starts there once something is loaded. */
  goTo(start: Start): void {
    const { loader, media, scene } = this.core;
    if (loader.readyState === READY.NOTHING || !scene) this.waiting = start;
    else if ('time' in start) media.seek(start.time);
    else if ('moment' in start) media.goTo(start.moment);
    else this.showStep(start.step);
  }

  /** A new story is there: goes where it was asked for, else shows the poster. */
  begin(): void {
    const start = this.waiting ?? (this.element.step ? { step: this.element.step } : undefined);
    this.waiting = undefined;
    if (start) return this.goTo(start);
    const poster = this.core.scene?.trace.steps.find(({ id }) => id === this.element.poster);
    if (poster) this.show(poster.index);
  }

  /** Goes to a step (id, or number from 1) and shows its still until something moves. */
  showStep(which: string): void {
    const { media, scene } = this.core;
    const step = scene?.trace.steps.find(({ id, number }) => id === which || String(number) === which);
    media.goTo({ step: step?.id ?? which, part: 'act', fraction: 0 });
    this.show(media.currentStep?.index);
  }

  /** Shows the still of a step, by its index. */
  show(index: number | undefined): void {
    this.stillOf = index;
    this.core.stage.invalidate();
  }
}
