import { MemoryFile } from '../../recorder/memory-file.ts';
import type { Studio } from '../../recorder/studio.ts';
import type { Estimate, FilmKind, Outline, StudioOrder } from '../../recorder/studio-order.ts';
import { currentStep, firstChoice, madeFormat, orderOf, rangeOf, shotOf, storyOf, withFormat, withSteps, type ExportChoice, type ExportSubject } from './choice.ts';
import { FORMATS, isFilm, kindsFor, SIZES, type FormatName } from './formats.ts';

/** Milliseconds of rest before a part is made to see what all would weigh: who is still choosing does not wait for it. */
const REST_MS = 250;
/** Longer side of the picture beside the choices, px. */
const PREVIEW_SIDE = 960;
/** Signs of a text that are shown beside the choices. */
const PREVIEW_SIGNS = 1200;

/** What a file will be like: a picture of it, or the beginning of its text. */
export type Preview = { readonly picture: ImageBitmap } | { readonly text: string };

/** What somebody chooses, and what is known about it so far. All of it comes by and by; `onChange` is called whenever something has. */
export class ExportDesk {
  subject!: ExportSubject;
  choice!: ExportChoice;
  outline!: Outline;
  /** The kind of film that this browser makes for the choice; null where it makes none; undefined while nobody knows. */
  film: FilmKind | null | undefined;
  estimate: Estimate | undefined;
  preview: Preview | undefined;
  /** Why nothing can be seen or measured, as the browser says it. */
  problem = '';
  private turn = new AbortController();
  private asked = '';

  /** `measures`: whether there is time to measure now. */
  constructor(private readonly studio: () => Promise<Studio>, private readonly measures: () => boolean, private readonly onChange: () => void) {}

  /** Begins with what is open in the app; who has chosen something before keeps it, as far as the story has it. */
  open(subject: ExportSubject): void {
    const { scenario, variant, steps, duration } = subject.trace;
    const same = this.subject?.trace.scenario === scenario;
    const fresh = firstChoice(subject);
    this.subject = subject;
    this.outline = { title: '', steps, duration };
    const { format, size, fps, captions, clips, shot } = this.choice ?? fresh;
    this.choice = same ? { ...this.choice, language: variant.lang, level: variant.level } : { ...fresh, format, size, fps, captions, clips, shot };
    void this.look();
  }

  /** Chooses something else. */
  choose(part: Partial<ExportChoice>): void {
    const { format, ...rest } = part;
    const choice = { ...this.choice, ...rest };
    this.choice = format ? withFormat(choice, format) : choice;
    if (rest.from !== undefined || rest.to !== undefined) this.choice = ordered(this.choice, this.outline, rest.to !== undefined);
    void this.look();
  }

  /** Measures again where that was put off. */
  measureLater(): void {
    if (!this.estimate) void this.look();
  }

  /** Stops whatever is going on here. */
  close(): void {
    this.turn.abort();
  }

  /** What the recorder is asked for; undefined while something is not known yet, or where this browser cannot do it. */
  get order(): StudioOrder | undefined {
    return this.film === undefined ? undefined : orderOf(this.subject, this.choice, this.film ?? undefined, this.outline);
  }

  /** The format of the file that will be made. */
  get made(): FormatName {
    return madeFormat(this.choice, this.film ?? undefined);
  }

  /** Finds out all that can be known of the choice, what is seen first; the last call counts. */
  private async look(): Promise<void> {
    this.turn.abort();
    const { signal } = (this.turn = new AbortController());
    this.estimate = undefined;
    this.film = undefined;
    this.onChange();
    const step = async (work: (studio: Studio) => Promise<void>): Promise<void> => {
      const studio = await this.studio();
      signal.throwIfAborted();
      await work(studio);
      signal.throwIfAborted();
      this.onChange();
    };
    try {
      await step((studio) => this.findSteps(studio, signal));
      await step((studio) => this.findEncoder(studio, signal));
      await step((studio) => this.draw(studio, signal));
      this.problem = '';
      await rest(signal);
      if (this.measures()) await step((studio) => this.measure(studio, signal));
    } catch (error) {
      if (signal.aborted) return;
      this.problem = error instanceof Error ? error.message : String(error);
      this.film ??= null;
      this.onChange();
    }
  }

  private async findSteps(studio: Studio, signal: AbortSignal): Promise<void> {
    const story = storyOf(this.subject, this.choice);
    const asked = JSON.stringify([story.scenario.id, story.variant]);
    if (asked === this.asked) return;
    const outline = await studio.outline(story);
    signal.throwIfAborted();
    this.asked = asked;
    this.outline = outline;
    this.choice = withSteps(this.choice, outline);
  }

  /** Of a deck: whether its clips can be made. */
  private async findEncoder(studio: Studio, signal: AbortSignal): Promise<void> {
    const { format, size, fps } = this.choice;
    if (!isFilm(format) && format !== 'pptx') {
      this.film = null;
      return;
    }
    const [width, height] = SIZES[size];
    const kinds = isFilm(format) ? kindsFor(format) : kindsFor('mp4').slice(0, 1);
    const film = (await studio.encoder(kinds, { width, height, fps })) ?? null;
    if (!signal.aborted) this.film = film;
  }

  private async draw(studio: Studio, signal: AbortSignal): Promise<void> {
    const preview = FORMATS[this.choice.format].kind === 'text' ? await this.readText(studio, signal) : await this.takePicture(studio);
    if (signal.aborted) return;
    if (this.preview && 'picture' in this.preview) this.preview.picture.close();
    this.preview = preview;
  }

  private async takePicture(studio: Studio): Promise<Preview> {
    const { subject, choice, outline } = this;
    const order = orderOf(subject, choice, this.film ?? undefined, outline);
    const [width, height] = SIZES[choice.size];
    const scale = Math.min(1, PREVIEW_SIDE / Math.max(width, height));
    const settings = { theme: choice.theme, view: choice.view, captions: choice.captions === 'burn' ? 'burn' : 'none', ...order?.settings, width: Math.round(width * scale), height: Math.round(height * scale) } as const;
    const { from = currentStep(subject, outline) } = rangeOf(subject, choice, outline);
    const at = choice.format === 'png' ? shotOf(subject, choice, outline) : { still: choice.range === 'all' ? currentStep(subject, outline) : from };
    return { picture: await studio.preview(storyOf(subject, choice), settings, at) };
  }

  private async readText(studio: Studio, signal: AbortSignal): Promise<Preview> {
    const { order } = this;
    const file = new MemoryFile();
    if (order) await studio.make(order, file.stream, { signal });
    return { text: new TextDecoder().decode(file.bytes()).slice(0, PREVIEW_SIGNS) };
  }

  private async measure(studio: Studio, signal: AbortSignal): Promise<void> {
    const { order } = this;
    const estimate = order && (await studio.estimate(order, signal));
    if (!signal.aborted) this.estimate = estimate;
  }
}

/** The step that was changed last stays; the other end of the range moves with it where it would be on its wrong side. */
function ordered(choice: ExportChoice, { steps }: Outline, toChanged: boolean): ExportChoice {
  const place = (id: string): number => steps.findIndex((step) => step.id === id);
  if (place(choice.to) >= place(choice.from)) return choice;
  return toChanged ? { ...choice, from: choice.to } : { ...choice, to: choice.from };
}

function rest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, REST_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });
}
