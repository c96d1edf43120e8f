import type { Diagnostic } from '../scenario/diagnostic.ts';
import type { StepMark, Trace } from '../compile/trace.ts';
import type { Lang } from '../shared/text.ts';
import type { Messages } from './messages.ts';
import type { NameTable } from '../compile/narration.ts';
import type { Panel, PlayerTheme, PlayerView, Selection } from './requests.ts';

/** What the parts of the player show. Made anew when something changes; what changes with each frame (the time) is not in here. */
export interface UiState {
  readonly t: Messages;
  /** Undefined until something is loaded. */
  readonly trace: Trace | undefined;
  readonly step: StepMark | undefined;
  readonly names: NameTable;
  readonly lang: Lang;
  readonly level: number;
  readonly view: PlayerView;
  /** The views that there is room for. */
  readonly views: readonly PlayerView[];
  readonly theme: PlayerTheme;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly rate: number;
  readonly loop: boolean;
  readonly captions: boolean;
  readonly panel: Panel;
  readonly selection: Selection | undefined;
  /** What the viewer has lit and hidden of the architecture's layers. */
  readonly litLayer: string | undefined;
  readonly hiddenLayers: ReadonlySet<string>;
  readonly presenter: boolean;
  readonly fullscreen: boolean;
  readonly help: boolean;
  readonly loading: boolean;
  /** Errors of the last load; empty while there are none or they were put away. */
  readonly problems: readonly Diagnostic[];
  readonly scenarios: readonly { readonly id: string; readonly title?: string }[];
  readonly scenarioId: string;
}
