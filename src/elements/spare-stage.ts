import type { Scene, Stage } from '../stage/stage.ts';
import type { Drawing, StageSettings } from './stage-controller.ts';

let spare: Stage | undefined;
let asked = false;

/** Has a stage ready, one for the page: the printer waits for nobody, and shows also the players that have none. It holds no picture until it is used. */
export function readySpare(create: () => Promise<Stage>): void {
  if (asked) return;
  asked = true;
  void create().then((stage) => (spare = stage), () => undefined);
}

/** Draws what a player without a stage would show, at once; undefined where there is no stage to do it. Throws what cannot be drawn. */
export function drawOnSpare(scene: Scene, { theme, view }: StageSettings, size: { width: number; height: number; ratio: number }, drawing: Drawing): HTMLCanvasElement | undefined {
  if (!spare) return undefined;
  spare.setTheme(theme);
  spare.setView(view);
  spare.setScene(scene);
  spare.resize(size.width, size.height, size.ratio);
  spare.draw(drawing.frame, drawing.state, drawing.viewer);
  return spare.canvas as HTMLCanvasElement;
}

/** Gives its memory back, after the printing. */
export function releaseSpare(): void {
  spare?.release();
}
