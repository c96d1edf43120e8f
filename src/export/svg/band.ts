import { narrationParts, nameTable, type NameTable } from '../../compile/narration.ts';
import { stepAccent } from '../../compile/step-accent.ts';
import type { StepMark, Trace } from '../../compile/trace.ts';
import { fitText } from '../../look/fit.ts';
import { WEIGHT } from '../../look/type.ts';
import type { Rect } from '../../shared/geometry.ts';
import { textIn } from '../../shared/text.ts';
import { fading, type Workshop } from './act.ts';
import { element, esc, n } from './markup.ts';
import { isStepped } from './motion-sheet.ts';
import { AT_ONCE, Series } from './series.ts';
import { letters } from './sketch.ts';
import type { Span } from './moments.ts';

/** Height of the band under a map, px of a picture that is 1280 wide. */
export const BAND_HEIGHT = 206;
/** Room at its sides. */
export const SIDE = 26;

const BOX = { top: 6, height: 132, radius: 20, padding: 26 };
const DISC = 28;
const GAP = 24;
const TITLE = { size: 22, height: 33 };
const NARRATION = { size: 28, least: 22, line: 1.3 };
const TICKS = { top: 154, height: 8, gap: 12 };
const FOOT = { middle: 183, size: 19 };
/** A step that is over, of the full strength of its tick. */
const PAST = 0.55;

/** What tells the story under the map: number, title and narration of each step, a tick for each, what is told and how far. */
export class Band {
  private readonly names: NameTable;

  /** `top` and `width` of the picture's foot, px. */
  constructor(private readonly trace: Trace, private readonly workshop: Workshop, private readonly top: number, private readonly width: number) {
    this.names = nameTable(trace.scenario, trace.variant.lang);
  }

  /** All steps of a stretch, each while it is told. */
  markup(span: Span): string {
    const told = this.trace.steps.filter(({ start, end }) => start < span.to && end > span.from);
    const steps = told.map((step) => element('g', this.shown(step, span), this.step(step))).join('');
    return this.box() + steps + told.map((step) => this.tick(step, span)).join('') + this.untold(told);
  }

  /** One step; `past`: the share of its tick. */
  still(step: StepMark, share: number): string {
    const ticks = this.trace.steps.map(({ index }) => this.bar(index, index < step.index ? 1 : index === step.index ? share : 0, index < step.index ? PAST : 1)).join('');
    return this.box() + this.step(step) + ticks;
  }

  private get area(): Rect {
    return { x: SIDE, y: this.top + BOX.top, width: this.width - 2 * SIDE, height: BOX.height };
  }

  private box(): string {
    const { inks } = this.workshop;
    const plain = inks.themes.every(({ name }) => name === 'contrast');
    const ground = plain ? inks.of(({ card }) => card) : inks.mix('page', ({ card }) => card, 0.6);
    const { x, y, width, height } = this.area;
    return element('rect', { class: inks.classFor('fill', ground), x, y, width, height, rx: BOX.radius })
      + element('rect', { class: inks.classFor('stroke', inks.of(({ frame }) => frame)), x: x + 1, y: y + 1, width: width - 2, height: height - 2, rx: BOX.radius - 1, 'stroke-width': 2 });
  }

  private shown(step: StepMark, span: Span): ReturnType<typeof fading> {
    const alpha = new Series();
    const between = (time: number): number => Math.min(Math.max(time, span.from), span.to);
    const [start, end] = [between(step.start), between(step.end)];
    if (start > span.from) {
      alpha.add(span.from, [0]);
      alpha.add(start - AT_ONCE, [0]);
    }
    alpha.add(start, [1]);
    alpha.add(end - AT_ONCE, [1]);
    if (end < span.to) alpha.add(end, [0]);
    return fading(alpha, this.workshop.sheet);
  }

  /** Number, title and narration, in the middle of the box; what is told and how far, under the ticks. */
  private step(step: StepMark): string {
    const { inks } = this.workshop;
    const { x, y, width, height } = this.area;
    const accent = stepAccent(this.trace, step.index);
    const middle = y + height / 2;
    const cx = x + BOX.padding + DISC;
    const left = cx + DISC + GAP;
    const room = x + width - BOX.padding - left;
    const fitted = fitText(step.say, { width: room, size: NARRATION.size, minSize: NARRATION.least, weight: WEIGHT.strong, maxLines: 2 });
    const [title = ''] = fitText(step.title, { width: room, size: TITLE.size, weight: WEIGHT.strong }).lines;
    const lineHeight = fitted.size * NARRATION.line;
    const top = middle - (TITLE.height + fitted.lines.length * lineHeight) / 2;
    const narration = fitted.lines.map((line, i) => this.narration(line, left, top + TITLE.height + (i + 0.5) * lineHeight, fitted.size)).join('');
    return element('circle', { class: inks.classFor('fill', inks.accent(accent)), cx, cy: middle, r: DISC })
      + this.words(String(step.number), { x: cx, y: middle, size: 26, weight: 700, align: 0.5 }, inks.onAccent(accent))
      + this.words(title, { x: left, y: top + TITLE.height / 2 - 2, size: TITLE.size, weight: 700 }, inks.accent(accent))
      + narration + this.foot(step);
  }

  /** A line of it, names in the accents of their groups. */
  private narration(line: string, x: number, y: number, size: number): string {
    const { inks } = this.workshop;
    const runs = narrationParts(line, this.names).map(({ text, accent }) =>
      (accent ? element('tspan', { class: inks.classFor('fill', inks.accent(accent)) }, esc(text)) : esc(text)));
    return element('text', { x, y: y + size * 0.3785, 'font-size': size, class: `b ${inks.classFor('fill', inks.of(({ text }) => text))}`, 'xml:space': 'preserve' }, runs.join(''));
  }

  private foot(step: StepMark): string {
    const { scenario, variant, steps } = this.trace;
    const { inks } = this.workshop;
    const quiet = inks.of((theme) => theme.quiet);
    const look = { y: this.top + FOOT.middle, size: FOOT.size, weight: 500 } as const;
    const [title = ''] = fitText(textIn(scenario.title, variant.lang, scenario.languages), { width: this.width - 2 * SIDE - 160, size: FOOT.size, weight: 500 }).lines;
    return this.words(title, { ...look, x: SIDE + 2 }, quiet) + this.words(`${step.number} / ${steps.length}`, { ...look, x: this.width - SIDE - 2, align: 1 }, quiet);
  }

  private words(text: string, place: Omit<Parameters<typeof letters>[0], 'lines'>, colour: string): string {
    return text === '' ? '' : letters({ ...place, lines: [text] }, { class: this.workshop.inks.classFor('fill', colour) });
  }

  /** A tick that fills while its step is told. */
  private tick(step: StepMark, span: Span): string {
    const { length } = this.tickAt(step.index);
    const filled = new Series();
    const strength = new Series();
    const share = (time: number): number => Math.min(1, Math.max(0, (time - step.start) / (step.end - step.start || 1)));
    for (const time of [span.from, step.start, Math.min(step.end, span.to), span.to]) {
      if (time < span.from || time > span.to) continue;
      filled.add(time, [length + TICKS.height - share(time) * (length + TICKS.height)]);
    }
    for (const time of [span.from, step.end, step.end + 0.3, span.to]) if (time >= span.from && time <= span.to) strength.add(time, [time <= step.end ? 1 : PAST]);
    const { sheet } = this.workshop;
    const samples = filled.simplified(0.1);
    const moves = [sheet.add(samples, ([offset = 0]) => `stroke-dashoffset:${n(offset, 1)}px`, isStepped(samples))];
    if (!strength.constant) moves.push(sheet.add(strength.simplified(0.01), ([value = 1]) => `opacity:${n(value)}`, false));
    return this.rail(step.index) + this.rod(step.index, { class: 'a', style: `animation-name:${moves.join()}` });
  }

  private bar(index: number, share: number, opacity: number): string {
    const { length } = this.tickAt(index);
    const offset = (1 - share) * (length + TICKS.height);
    return this.rail(index) + (share > 0 ? this.rod(index, { class: '', 'stroke-dashoffset': offset, opacity: opacity < 1 ? opacity : undefined }) : '');
  }

  /** Ticks of steps that the stretch leaves out. */
  private untold(told: readonly StepMark[]): string {
    return this.trace.steps.filter((step) => !told.includes(step)).map(({ index }) => this.rail(index)).join('');
  }

  private rail(index: number): string {
    const { x, y, length } = this.tickAt(index);
    const { inks } = this.workshop;
    const frame = inks.classFor('stroke', inks.of((theme) => theme.frame));
    return element('path', { class: frame, d: `M${n(x)} ${n(y)}h${n(length)}`, 'stroke-width': TICKS.height, 'stroke-linecap': 'round' });
  }

  private rod(index: number, look: { readonly class: string } & Record<string, string | number | undefined>): string {
    const { x, y, length } = this.tickAt(index);
    const { inks } = this.workshop;
    const { class: classes, ...others } = look;
    const full = length + TICKS.height;
    return element('path', {
      class: `${inks.classFor('stroke', inks.accent('control-plane'))} ${classes}`.trim(), d: `M${n(x)} ${n(y)}h${n(length)}`,
      'stroke-width': TICKS.height, 'stroke-linecap': 'round', 'stroke-dasharray': `${n(length)} ${n(2 * full)}`, ...others,
    });
  }

  /** The line in the middle of a tick, without its round ends. */
  private tickAt(index: number): { readonly x: number; readonly y: number; readonly length: number } {
    const count = this.trace.steps.length;
    const pitch = (this.width - 2 * SIDE) / count;
    const gap = Math.min(TICKS.gap, pitch / 4);
    const width = pitch - gap + gap / count;
    return { x: SIDE + index * (width + gap) + TICKS.height / 2, y: this.top + TICKS.top + TICKS.height / 2, length: Math.max(0.1, width - TICKS.height) };
  }
}

