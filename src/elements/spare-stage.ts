import type { Theme } from '../look/tokens.ts';
import type { Scene, Stage } from '../stage/stage.ts';
import type { PlayerView } from './requests.ts';

let spare: Stage | undefined;
let asked = false;

/** Has a stage ready, one for the page: the printer waits for nobody, and shows also the players that have none. It holds no picture until it is used. */
export function readySpare(create: () => Promise<Stage>): void {
  if (asked) return;
  asked = true;
  void create().then((stage) => (spare = stage), () => undefined);
}

/** What the player without a stage asks for. */
interface SpareOrder {
  readonly scene: Scene;
  readonly settings: { readonly theme: Theme; readonly view: PlayerView };
  readonly size: { readonly width: number; readonly height: number; readonly ratio: number };
  readonly drawing: Parameters<Stage['draw']>;
}

/** Draws what a player without a stage would show, at once; undefined where there is no stage to do it. Throws what cannot be drawn. */
export function drawOnSpare({ scene, settings, size, drawing }: SpareOrder): HTMLCanvasElement | undefined {
  if (!spare) return undefined;
  spare.setTheme(settings.theme);
  spare.setView(settings.view);
  spare.setScene(scene);
  spare.resize(size.width, size.height, size.ratio);
  spare.draw(...drawing);
  return spare.canvas as HTMLCanvasElement;
}

/** Gives its memory back, after the printing. */
export function releaseSpare(): void {
  spare?.release();
}
