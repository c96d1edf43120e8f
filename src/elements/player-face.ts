import type { ReactiveControllerHost } from 'lit';
import type { StepMark, Trace } from '../compile/trace.ts';
import type { Lang } from '../shared/text.ts';
import type { Messages } from './interface-words.ts';
import type { LayerChoice } from './layer-choice.ts';
import type { LoadController } from './load-controller.ts';
import type { PlaybackController } from './playback-controller.ts';
import type { ChoicePath } from './player-attributes.ts';
import type { PlayerScene } from './player-scene.ts';
import type { PresenterController } from './presenter-controller.ts';
import type { Panel, PlayerTheme, PlayerView, Selection } from './requests.ts';
import type { ScenarioSource } from './scenario-source.ts';
import type { Drawing, StageController } from './stage-controller.ts';

/** The player as its helpers see it: what a page sets, and what can be asked of it. */
export interface PlayerElement extends HTMLElement, ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly hasUpdated: boolean;
  src: string;
  scenario: string;
  scenarios: readonly ScenarioSource[];
  path: ChoicePath;
  theme: PlayerTheme;
  view: PlayerView;
  level: number;
  controls: boolean;
  autoplay: boolean;
  loop: boolean;
  step: string;
  rate: number;
  playbackRate: number;
  readonly usualRate: number | undefined;
  poster: string;
  motion: 'auto' | 'full' | 'reduced';
  captions: 'auto' | 'on' | 'off';
  pace: number;
  renderer: 'canvas' | 'webgl';
  announce: 'steps' | 'off';
  sync: string;
  readonly paused: boolean;
  readonly currentTime: number;
  readonly steps: readonly StepMark[];
  readonly currentStep: StepMark | undefined;
  readonly trace: Trace | undefined;
  play(): Promise<void>;
  pause(): void;
  next(): void;
  previous(): void;
  goToStep(step: string | number): boolean;
}

/** What is inside the player, as its helpers see it. */
export interface PlayerInside {
  readonly media: PlaybackController;
  readonly loader: LoadController;
  readonly stage: StageController;
  readonly presenter: PresenterController;
  readonly hands: { zoomMiddle(factor: number): void; resetCamera(): void };
  readonly layers: LayerChoice;
  readonly messages: Messages;
  readonly scene: PlayerScene | undefined;
  readonly selection: Selection | undefined;
  readonly presenting: boolean;
  panel: Panel;
  help: boolean;
  dismissed: boolean;
  /** The language that is asked for; the scenario may not have it. */
  readonly lang: Lang;
  /** The view and the views there is room for. */
  readonly view: PlayerView;
  readonly views: readonly PlayerView[];
  /** The level that is shown: the deepest of the scenario's up to the one that is asked for. */
  readonly level: number;
  readonly captionsShown: boolean;
  /** What would be drawn now. */
  drawing(): Drawing | undefined;
  select(selection: Selection | undefined): void;
  /** The viewer has lit or hidden a layer. */
  layersChanged(): void;
  present(on: boolean): Promise<void>;
}
