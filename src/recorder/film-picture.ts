import { compile } from '../compile/compile.ts';
import type { Frame } from '../compile/frame.ts';
import { stateAt } from '../compile/state.ts';
import type { Trace, Variant } from '../compile/trace.ts';
import { wordsOf } from '../compile/words.ts';
import { layoutMapAuto } from '../layout/map.ts';
import { layoutSequence } from '../layout/sequence.ts';
import { requireFonts } from '../look/fonts.ts';
import { THEMES, type Theme, type ThemeName } from '../look/tokens.ts';
import type { Scenario } from '../scenario/model.ts';
import type { Rect } from '../shared/geometry.ts';
import { remembered } from '../shared/remembered.ts';
import { panesFor } from '../stage/panes.ts';
import { Stage, type ViewName } from '../stage/stage.ts';
import { FrameSource } from '../timeline/frames.ts';
import { BAND_HEIGHT, CaptionBand, SIDE } from './caption-band.ts';
import type { PictureTime } from './film-times.ts';
import { looksSame, type Shown } from './looks-same.ts';
import { PictureSheets, type PictureSheet } from './picture-sheet.ts';

/** Pieces, languages and themes of a story have the same map. */
const placed = remembered((scenario: Scenario) => layoutMapAuto(scenario));

/** How the pictures of a film look. */
export interface PictureSettings {
  /** Device px. */
  readonly width: number;
  readonly height: number;
  readonly theme: ThemeName;
  readonly view: ViewName;
  /** `burn`: the narration stands under the stage, in the picture; `none`: the stage alone. */
  readonly captions: 'burn' | 'none';
  /** True: the story has no ground, so that it can stand over another picture; the caption stands on a plate. */
  readonly transparent?: boolean;
}

/** The shorter side of the picture for which the look's sizes are made, px: a film of another size is the same picture, larger or smaller. */
const SHORT_SIDE = 1080;
/** A stage without frames ends softly above the caption, in the same px. */
const FADE = 36;
/** Of a pane's frame, in the same px. */
const PLATE_RADIUS = 18;

/**
 * The picture of a story at any instant, of a fixed size: the stage, and the caption under it. It is a second host of what the player shows, without a viewer:
 * no camera, hover or selection of anyone's can come into it.
 */
export class FilmPicture {
  private readonly sheets: PictureSheets;
  private readonly frames: FrameSource;
  private readonly band: CaptionBand | undefined;
  private readonly margin: number;
  private readonly fade: CanvasGradient | undefined;
  private readonly fadeTop: number;
  readonly theme: Theme;
  readonly transparent: boolean;
  /** What the diagram stands on where the picture has no ground: rows of words need one. */
  private readonly plate: Rect | undefined;
  private readonly plateRadius: number;
  /** What the stage shows, and how many pictures it has drawn. */
  private staged: Shown | undefined;
  private drawn = 0;
  /** What the last picture was put together from, and whether somebody else reads it. */
  private shown = '';
  private lent = false;

  private constructor(readonly trace: Trace, private readonly stage: Stage, settings: PictureSettings) {
    const { width, height } = settings;
    const ratio = Math.min(width, height) / SHORT_SIDE;
    this.theme = THEMES[settings.theme];
    this.transparent = settings.transparent ?? false;
    this.sheets = new PictureSheets(width, height, this.transparent);
    this.frames = new FrameSource(trace);
    const size = { width: width / ratio, height: height / ratio };
    this.band = settings.captions === 'burn' ? new CaptionBand(trace, this.theme, size, ratio, this.transparent) : undefined;
    // Panes in frames would else touch the picture's rim.
    const margin = settings.view === 'split' ? SIDE : 0;
    this.margin = Math.round(margin * ratio);
    const end = this.band?.top ?? height;
    this.fadeTop = Math.floor(end - FADE * ratio);
    this.fade = this.band && margin === 0 ? fadeAbove(this.sheets.current.context, end, FADE * ratio, this.theme.page) : undefined;
    const room = { width: Math.max(1, Math.round(size.width - 2 * margin)), height: Math.max(1, Math.round(size.height - margin - (this.band ? BAND_HEIGHT : margin))) };
    const [, frame] = this.transparent ? panesFor(settings.view, room, ratio).frames : [];
    this.plate = frame && { x: frame.x * ratio, y: frame.y * ratio, width: frame.width * ratio, height: frame.height * ratio };
    this.plateRadius = PLATE_RADIUS * ratio;
    stage.setView(settings.view);
    stage.resize(room.width, room.height, ratio);
  }

  /** Places the story, loads the fonts for its own words and makes the stage; rejects where nothing can be drawn. */
  static async create(scenario: Scenario, variant: Partial<Variant>, settings: PictureSettings): Promise<FilmPicture> {
    const trace = compile(scenario, variant);
    const [map, stage] = await Promise.all([
      placed(scenario),
      Stage.create({ theme: THEMES[settings.theme], canvas: new OffscreenCanvas(1, 1), bare: settings.transparent ?? false }),
      requireFonts(wordsOf(trace)),
    ]);
    stage.setScene({ trace, map, sequence: layoutSequence(trace) });
    return new FilmPicture(trace, stage, settings);
  }

  /** Where the last picture stands: to be read, until the next one is drawn. */
  get canvas(): OffscreenCanvas {
    return this.sheets.current.canvas;
  }

  /** Draws an instant, or a step's still, all at once; false: the picture is, pixel for pixel, the one that was there, and stays where it stands. */
  draw(at: PictureTime): boolean {
    const frame = 'still' in at ? this.frames.still(at.still) : this.frames.at(at.time);
    const now = { frame, state: stateAt(this.trace, frame.time) };
    if (!this.staged || !looksSame(this.trace, this.stage, this.staged, now)) {
      this.stage.draw(now.frame, now.state);
      this.staged = now;
      this.drawn++;
    }
    const shown = `${this.drawn},${frame.step},${this.band?.progress(frame)}`;
    if (shown === this.shown) return false;
    this.shown = shown;
    if (this.lent) this.sheets.turn();
    this.lent = false;
    this.compose(frame);
    return true;
  }

  /** How many pictures can be left to whoever reads them before one of their canvases is drawn on again. */
  get room(): number {
    return this.sheets.most - 1;
  }

  /** Leaves the picture to whoever reads it for longer: the next one that differs is drawn on another canvas. */
  lend(): void {
    this.lent = true;
  }

  /** Frees the stage, every timeline and all canvases: the last picture is gone with them. */
  dispose(): void {
    this.frames.dispose();
    this.sheets.dispose();
    this.stage.destroy();
  }

  private compose(frame: Frame): void {
    const sheet = this.sheets.current;
    if (sheet.shown !== this.drawn || this.transparent) this.placeStage(sheet);
    sheet.shown = this.drawn;
    this.band?.draw(sheet.context, frame);
  }

  private placeStage({ context, canvas, shown }: PictureSheet): void {
    const { margin } = this;
    if (this.transparent) {
      context.clearRect(0, 0, canvas.width, canvas.height);
      this.drawPlate(context);
    } else {
      // The stage covers what it showed before, and above and beside it nothing ever changes.
      const top = shown === 0 ? 0 : margin + this.stage.canvas.height;
      context.fillStyle = this.theme.page;
      context.fillRect(0, top, canvas.width, canvas.height - top);
    }
    context.drawImage(this.stage.canvas, margin, margin);
    if (this.fade) {
      // What has no ground fades into nothing.
      if (this.transparent) context.globalCompositeOperation = 'destination-out';
      context.fillStyle = this.fade;
      context.fillRect(0, this.fadeTop, canvas.width, canvas.height - this.fadeTop);
      context.globalCompositeOperation = 'source-over';
    }
  }

  private drawPlate(context: OffscreenCanvasRenderingContext2D): void {
    if (!this.plate) return;
    const { x, y, width, height } = this.plate;
    context.beginPath();
    context.roundRect(this.margin + x, this.margin + y, width, height, this.plateRadius);
    context.fillStyle = this.theme.page;
    context.fill();
  }
}

/** Fills with nothing down to a height above `bottom`, and from there ever more with a colour. Device px. */
function fadeAbove(context: OffscreenCanvasRenderingContext2D, bottom: number, height: number, colour: string): CanvasGradient {
  const gradient = context.createLinearGradient(0, bottom - height, 0, bottom);
  gradient.addColorStop(0, `${colour}00`);
  gradient.addColorStop(1, colour);
  return gradient;
}
