import type { Frame } from '../compile/frame.ts';
import { narrationParts, nameTable, type NameTable } from '../compile/narration.ts';
import { stepAccent } from '../compile/step-accent.ts';
import type { StepMark, Trace } from '../compile/trace.ts';
import { fitText } from '../look/fit.ts';
import { accentColours, mix, type Theme } from '../look/tokens.ts';
import { FONT_STACK, TYPE, WEIGHT, type Weight } from '../look/type.ts';
import type { Rect, Size } from '../shared/geometry.ts';
import { textIn } from '../shared/text.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** Height of the band in px of a picture whose shorter side is 1080. */
export const BAND_HEIGHT = 236;
/** Room at the sides of a film's picture, in the same px. */
export const SIDE = 28;

const BOX = { top: 18, height: 124, radius: 20, padding: 30 };
const DISC = 30;
const NARRATION = { gap: 26, least: 26, line: 1.34 };
const TICKS = { top: 164, height: 10, gap: 14 };
const FOOT = { middle: 206, size: 22 };
/** What the band stands on where the picture has no ground. */
const PLATE = { side: 8, top: 2, bottom: 4, radius: 28 };

/**
 * The lower part of a film's picture: the step's number and narration, a tick for each step, what is told and how far. A step's words are drawn once; only
 * the tick of the current step changes with each frame.
 */
export class CaptionBand {
  private readonly names: NameTable;
  private readonly sheet: OffscreenCanvas;
  /** Where it begins, device px. */
  readonly top: number;
  private shown = -1;

  /** `size` in px of a picture whose shorter side is 1080; a px has `ratio` device px. On a `plate` it stands over any other picture. */
  constructor(
    private readonly trace: Trace, private readonly theme: Theme, private readonly size: Size, private readonly ratio: number, private readonly plate = false,
  ) {
    this.names = nameTable(trace.scenario, trace.variant.lang);
    this.top = Math.round((size.height - BAND_HEIGHT) * ratio);
    this.sheet = new OffscreenCanvas(Math.round(size.width * ratio), Math.round(BAND_HEIGHT * ratio));
  }

  /** How far the current step's tick is filled, device px from the left. The band of two frames of a step is the same where this is. */
  progress({ step, time, still }: Frame): number {
    const mark = this.trace.steps[step];
    if (!mark) return 0;
    const { x, width } = this.tick(step);
    const share = still || mark.end <= mark.start ? 1 : Math.min(1, Math.max(0, (time - mark.start) / (mark.end - mark.start)));
    return Math.round((x + width * share) * this.ratio);
  }

  /** Draws the band of a frame at the foot of a picture. */
  draw(context: Context, frame: Frame): void {
    const mark = this.trace.steps[frame.step];
    if (!mark) return;
    if (this.shown !== frame.step) this.drawSheet(mark);
    this.shown = frame.step;
    context.drawImage(this.sheet, 0, this.top);
    context.save();
    context.translate(0, this.top);
    context.scale(this.ratio, this.ratio);
    this.drawProgress(context, mark, this.progress(frame) / this.ratio);
    context.restore();
  }

  private drawSheet(mark: StepMark): void {
    const context = this.sheet.getContext('2d', { alpha: this.plate, willReadFrequently: true });
    if (!context) throw new Error('This browser gives no canvas to draw on.');
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    this.drawGround(context);
    this.drawBox(context, mark);
    this.trace.steps.forEach((step) => fillRound(context, this.tick(step.index), step.index < mark.index ? this.past : this.theme.frame));
    this.drawFoot(context, mark);
  }

  private drawGround(context: Context): void {
    const { width } = this.size;
    if (this.plate) {
      context.clearRect(0, 0, width + 1, BAND_HEIGHT + 1);
      fillRound(context, { x: PLATE.side, y: PLATE.top, width: width - 2 * PLATE.side, height: BAND_HEIGHT - PLATE.top - PLATE.bottom }, this.theme.page, PLATE.radius);
    } else {
      context.fillStyle = this.theme.page;
      context.fillRect(0, 0, width + 1, BAND_HEIGHT + 1);
    }
  }

  private drawBox(context: Context, mark: StepMark): void {
    const { theme } = this;
    const box = { x: SIDE + 1, y: BOX.top + 1, width: this.size.width - 2 * SIDE - 2, height: BOX.height - 2 };
    context.beginPath();
    context.roundRect(box.x, box.y, box.width, box.height, BOX.radius);
    context.fillStyle = theme.name === 'contrast' ? theme.card : mix(theme.page, theme.card, 0.6);
    context.fill();
    context.strokeStyle = theme.frame;
    context.lineWidth = 2;
    context.stroke();
    const middle = box.y + box.height / 2;
    const left = box.x + BOX.padding;
    this.drawNumber(context, mark, left + DISC, middle);
    const start = left + 2 * DISC + NARRATION.gap;
    this.drawNarration(context, mark.say, start, middle, box.x + box.width - BOX.padding - start);
  }

  private drawNumber(context: Context, mark: StepMark, x: number, y: number): void {
    const { accent, onAccent } = accentColours(this.theme, stepAccent(this.trace, mark.index));
    context.beginPath();
    context.arc(x, y, DISC, 0, 2 * Math.PI);
    context.fillStyle = accent;
    context.fill();
    write(context, String(mark.number), { x, y, size: 28, weight: WEIGHT.strong, colour: onAccent, align: 'center' });
  }

  private drawNarration(context: Context, say: string, x: number, middle: number, width: number): void {
    const { lines, size } = fitText(say, { width, size: TYPE.caption, minSize: NARRATION.least, weight: WEIGHT.strong, maxLines: 2 });
    const line = size * NARRATION.line;
    lines.forEach((text, index) => {
      const y = middle + (index - (lines.length - 1) / 2) * line;
      let at = x;
      for (const { text: run, accent } of narrationParts(text, this.names)) {
        at += write(context, run, { x: at, y, size, weight: WEIGHT.strong, colour: accent ? this.theme.accents[accent] : this.theme.text, align: 'left' });
      }
    });
  }

  private drawFoot(context: Context, mark: StepMark): void {
    const { scenario, variant, steps } = this.trace;
    const look = { y: FOOT.middle, size: FOOT.size, weight: WEIGHT.regular, colour: this.theme.quiet } as const;
    const title = textIn(scenario.title, variant.lang, scenario.languages);
    const room = this.size.width - 2 * SIDE - 160;
    const [line = ''] = fitText(`${title} · ${mark.title}`, { width: room, size: FOOT.size, weight: WEIGHT.regular }).lines;
    write(context, line, { ...look, x: SIDE, align: 'left' });
    write(context, `${mark.number} / ${steps.length}`, { ...look, x: this.size.width - SIDE, align: 'right' });
  }

  /** `right`: where the tick's filled part ends. It is a whole device px, so that a picture that stands still does so from frame to frame. */
  private drawProgress(context: Context, mark: StepMark, right: number): void {
    const tick = this.tick(mark.index);
    context.beginPath();
    context.rect(tick.x, tick.y, right - tick.x, tick.height);
    context.clip();
    fillRound(context, tick, this.theme.accents['control-plane']);
  }

  private tick(index: number): Rect {
    const pitch = (this.size.width - 2 * SIDE) / this.trace.steps.length;
    const gap = Math.min(TICKS.gap, pitch / 4);
    // The row ends where the box above it ends.
    const width = pitch - gap + gap / this.trace.steps.length;
    return { x: SIDE + index * (width + gap), y: TICKS.top, width, height: TICKS.height };
  }

  private get past(): string {
    return mix(this.theme.page, this.theme.accents['control-plane'], this.theme.name === 'contrast' ? 0.75 : 0.55);
  }
}

interface Writing {
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly align: 'left' | 'center' | 'right';
}

/** Share of the size by which a line's letters stand above its baseline, halved: capitals and Hangul alike then look centred. */
const CENTRE = 0.355;

/** Writes one line and gives its width. */
function write(context: Context, text: string, { x, y, size, weight, colour, align }: Writing): number {
  context.font = `${weight} ${size}px ${FONT_STACK}`;
  context.fillStyle = colour;
  context.textAlign = align;
  context.textBaseline = 'alphabetic';
  context.fillText(text, x, y + size * CENTRE);
  return context.measureText(text).width;
}

function fillRound(context: Context, { x, y, width, height }: Rect, colour: string, radius = Math.min(height, width) / 2): void {
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.fillStyle = colour;
  context.fill();
}
