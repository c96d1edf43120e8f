import type { HoplinePlayer } from '../../elements/hopline-player.ts';
import type { PlayerView } from '../../elements/requests.ts';
import type { FilmKind, Outline, PictureAt, StepRange, Story, StudioOrder, StudioWork } from '../../recorder/studio-order.ts';
import type { LinkTheme } from '../link.ts';
import { filmName, FORMATS, isFilm, SIZES, type Format, type FormatName, type SizeName } from './formats.ts';

/** What is open in the app: the story with where its viewer is. */
export interface ExportSubject {
  readonly trace: NonNullable<HoplinePlayer['trace']>;
  readonly moment: NonNullable<HoplinePlayer['moment']>;
  readonly theme: LinkTheme;
  readonly view: PlayerView;
}

/** What somebody wants to have. */
export interface ExportChoice {
  readonly format: FormatName;
  readonly size: SizeName;
  readonly fps: number;
  readonly language: string;
  readonly level: number;
  readonly theme: LinkTheme;
  readonly view: PlayerView;
  /** The narration in the picture, in the file as a track of its own, or nowhere. */
  readonly captions: 'burn' | 'embed' | 'none';
  /** All of it, the step at which the viewer is, or some steps. */
  readonly range: 'all' | 'step' | 'steps';
  readonly from: string;
  readonly to: string;
  /** Of one picture: the moment at which the viewer is, or its whole step. */
  readonly shot: 'moment' | 'still';
  /** Of a deck: whether its slides play. */
  readonly clips: boolean;
}

/** What is offered first: what the viewer sees, as a film. */
export function firstChoice({ trace: { variant }, theme, view, moment }: ExportSubject): ExportChoice {
  return {
    format: 'mp4', size: '1080p', fps: 30, language: variant.lang, level: variant.level, theme, view, captions: 'burn', range: 'all', from: moment.step, to: moment.step,
    shot: 'moment', clips: true,
  };
}

/** Another format: what it does not offer becomes what is usual for it. */
export function withFormat(choice: ExportChoice, format: FormatName): ExportChoice {
  const before = FORMATS[choice.format];
  const { rates, sizes, kind } = FORMATS[format];
  const usual = <T>(current: T, known: readonly T[], now: readonly T[]): T => (now.includes(current) && !(current === known[0] && kind !== before.kind) ? current : (now[0] ?? current));
  return {
    ...choice, format, size: usual(choice.size, before.sizes, sizes), fps: usual(choice.fps, before.rates, rates),
    captions: choice.captions === 'embed' && !isFilm(format) ? 'burn' : choice.captions,
  };
}

/** Steps that are not there at another level become those that tell the same; the order of first and last is kept. */
export function withSteps(choice: ExportChoice, { steps }: Outline): ExportChoice {
  const place = (id: string): number => {
    const own = steps.findIndex((step) => step.id === id);
    if (own >= 0) return own;
    const near = steps.findIndex((step) => step.id.startsWith(`${id}/`) || id.startsWith(`${step.id}/`) || step.id.split('/', 1)[0] === id.split('/', 1)[0]);
    return Math.max(0, near);
  };
  const from = place(choice.from);
  const to = Math.max(from, place(choice.to));
  return { ...choice, from: steps[from]?.id ?? choice.from, to: steps[to]?.id ?? choice.to };
}

/** The story in the variant that was chosen. */
export function storyOf({ trace: { scenario, variant } }: ExportSubject, { language, level }: ExportChoice): Story {
  return { scenario, variant: { ...variant, lang: language, level } };
}

/** What a choice means for the recorder; `film` is the kind of film that this browser makes, undefined where it makes none. */
export function orderOf(subject: ExportSubject, choice: ExportChoice, film: FilmKind | undefined, outline: Outline): StudioOrder | undefined {
  const { theme, view, captions } = choice;
  const [width, height] = SIZES[choice.size];
  const work = workOf(subject, choice, film, outline);
  return work && { story: storyOf(subject, choice), settings: { width, height, theme, view, captions: captions === 'burn' ? 'burn' : 'none' }, work };
}

function workOf(subject: ExportSubject, choice: ExportChoice, film: FilmKind | undefined, outline: Outline): StudioWork | undefined {
  const { format, fps } = choice;
  const steps = rangeOf(subject, choice, outline);
  if (isFilm(format)) return film && { kind: 'film', film, steps, fps, embed: choice.captions === 'embed' };
  if (format === 'gif' || format === 'apng') return { kind: 'moving', format, steps, fps };
  if (format === 'png') return { kind: 'picture', at: shotOf(subject, choice, outline) };
  if (format === 'pptx') return { kind: 'deck', steps, fps, clips: choice.clips && film?.codec === 'h264' };
  return { kind: 'text', format, steps };
}

/** The steps that a choice shows. */
export function rangeOf(subject: ExportSubject, { range, from, to }: ExportChoice, outline: Outline): StepRange {
  if (range === 'all') return {};
  const current = currentStep(subject, outline);
  return range === 'step' ? { from: current, to: current } : { from, to };
}

/** The step at which the viewer is, as it is called at the level of the outline. */
export function currentStep({ moment: { step } }: ExportSubject, outline: Outline): string {
  return withSteps({ from: step, to: step } as ExportChoice, outline).from;
}

/** What one picture shows. */
export function shotOf(subject: ExportSubject, { shot }: ExportChoice, outline: Outline): PictureAt {
  return shot === 'moment' ? { moment: subject.moment } : { still: currentStep(subject, outline) };
}

/** The format of the file that is made: of a film it is the one that this browser can make. */
export function madeFormat({ format }: ExportChoice, film: FilmKind | undefined): FormatName {
  return isFilm(format) && film ? filmName(film) : format;
}

/** A name for the file that tells it from others of the same story. */
export function fileName(subject: ExportSubject, choice: ExportChoice, { ending }: Format, outline: Outline): string {
  const { id } = subject.trace.scenario;
  const { from, to } = rangeOf(subject, choice, outline);
  const step = choice.format === 'png' ? currentStep(subject, outline) : from === to ? from : undefined;
  const number = (wanted: string | undefined): string => String(outline.steps.find((one) => one.id === wanted)?.number ?? '');
  const part = step !== undefined ? `-${number(step)}-${step.replaceAll('/', '-')}` : from !== undefined ? `-${number(from)}-${number(to)}` : '';
  return `${id}-${choice.language}${part}.${ending}`;
}
