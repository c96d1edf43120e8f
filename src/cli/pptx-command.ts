import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { StepMark } from '../compile/trace.ts';
import { deckFile, slideOf, type DeckSlide } from '../export/deck.ts';
import { THEMES } from '../look/tokens.ts';
import { planFrames } from '../recorder/frame-plan.ts';
import { textIn } from '../shared/text.ts';
import { GET_FFMPEG } from './ffmpeg.ts';
import { FileSink } from './file-sink.ts';
import { interruptible } from './interruptible.ts';
import { MemorySink } from './memory-sink.ts';
import { PartFile } from './part-file.ts';
import { ProgressBoard } from './progress-board.ts';
import { clock } from './progress-line.ts';
import { encode, EncoderError } from './record-encode.ts';
import { readOptions, type RecordOptions, type RecordSettings } from './record-options.ts';
import type { RecordOrder, RecordWork } from './record-order.ts';
import { usualName } from './record-products.ts';
import { readStory, type Story } from './record-story.ts';
import { SessionRow } from './session-row.ts';
import { UsageError, type Terminal } from './terminal.ts';
import { without } from './without.ts';

/** Flags of `hopline pptx`, as written. */
export interface DeckOptions extends Pick<RecordOptions, 'size' | 'fps' | 'lang' | 'theme' | 'level' | 'view' | 'path' | 'rate' | 'captions'> {
  readonly out?: string;
  /** False: posters alone. */
  readonly clips: boolean;
}

/** `hopline pptx`: a scenario becomes a PowerPoint deck with a slide for each step; the exit code is 0 where it is written, 130 where Ctrl+C came first. */
export async function pptxCommand(file: string, options: DeckOptions, terminal: Terminal): Promise<number> {
  const written = options.out ?? usualName(file, '.pptx');
  if (!/\.pptx$/i.test(written)) throw new UsageError(`The name "${written}" should end in .pptx.`);
  const settings = readOptions(options, 'clip.mp4');
  const story = await readStory(file, options, terminal.cwd);
  return interruptible(terminal, (signal) => makeDeck(story, settings, { written, clips: options.clips, signal }, terminal));
}

interface DeckWish {
  readonly written: string;
  readonly clips: boolean;
  readonly signal: AbortSignal;
}

async function makeDeck(story: Story, settings: RecordSettings, { written, clips: withClips, signal }: DeckWish, terminal: Terminal): Promise<number> {
  const target = await PartFile.create(resolve(terminal.cwd, written));
  const begun = performance.now();
  try {
    const slides = await slidesOf(story, settings, { written, clips: withClips, signal }, terminal);
    const { scenario, variant } = story.trace;
    const title = textIn(scenario.title, variant.lang, scenario.languages);
    await target.write(0, await deckFile({ title, ...settings, background: THEMES[settings.theme].page.slice(1), slides }));
    await target.finish();
    const clips = slides.filter(({ clip }) => clip).length;
    const weight = (target.size / 1e6).toFixed(1);
    terminal.out(`${written}: ${slides.length} slides, ${clips} of them with a clip, ${weight} MB; made in ${clock((performance.now() - begun) / 1000)}`);
    return 0;
  } finally {
    terminal.status?.('');
    await target.discard();
  }
}

async function slidesOf(story: Story, settings: RecordSettings, { written, clips, signal }: DeckWish, terminal: Terminal): Promise<DeckSlide[]> {
  const browsers = new SessionRow();
  signal.addEventListener('abort', () => void browsers.end(), { once: true });
  const folder = await mkdtemp(join(tmpdir(), 'hopline-deck-'));
  const studio = new Studio(story, settings, { written, clips, folder }, browsers, terminal);
  try {
    const slides: DeckSlide[] = [];
    for (const step of story.trace.steps) {
      signal.throwIfAborted();
      const poster = await studio.poster(step);
      const clip = await studio.clip(step);
      slides.push(slideOf(story.trace, step, poster, clip));
      studio.end(step);
    }
    return slides;
  } finally {
    await browsers.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The deck's name as the person wrote it, whether its slides play, and where clips stand until they are in it. */
interface StudioRoom {
  readonly written: string;
  readonly clips: boolean;
  readonly folder: string;
}

/** Makes the pictures and clips of one story. */
class Studio {
  private encodes = true;
  private readonly board: ProgressBoard;

  private readonly said = new Set<string>();

  constructor(
    private readonly story: Story, private readonly settings: RecordSettings, private readonly room: StudioRoom, private readonly browsers: SessionRow,
    private readonly terminal: Terminal,
  ) {
    const { fps, rate } = settings;
    this.board = new ProgressBoard(story.trace.steps.map(({ title, start, end }) => ({
      name: title, frames: room.clips && end > start ? planFrames({ from: start, to: end, fps, rate }).frames : 1,
    })), terminal);
  }

  /** A step that is done. */
  end({ index }: StepMark): void {
    this.board.end(index, true);
  }

  /** A step's picture, as PNG. */
  async poster(step: StepMark): Promise<Uint8Array> {
    const sink = new MemorySink(this.room.clips ? undefined : this.board.follow(step.index));
    await this.browsers.record(this.order({ kind: 'picture', at: { still: step.index } }, step), sink);
    return sink.data;
  }

  /** A step's clip. Where nobody can make H.264 it says so once: PowerPoint plays nothing else everywhere. */
  async clip(step: StepMark): Promise<Uint8Array | undefined> {
    if (!this.room.clips || !this.encodes || step.end <= step.start) return undefined;
    const { fps, rate } = this.settings;
    const work = { kind: 'film', format: 'mp4', range: { from: step.start, to: step.end, fps, rate } } as const;
    const path = join(this.room.folder, `${step.number}.mp4`);
    const part = await PartFile.create(path);
    try {
      const job = { order: this.order(work, step), written: this.room.written };
      await encode(job, new FileSink(path, work, part, this.board.follow(step.index)), part, { browsers: this.browsers, remark: (text) => this.say(text) });
      await part.finish();
      return await readFile(path);
    } catch (error) {
      if (!(error instanceof EncoderError)) throw error;
      this.encodes = false;
      this.say(`No browser here encodes H.264, so the slides have pictures without clips. Install Google Chrome or Microsoft Edge, or ${GET_FFMPEG}.`);
      return undefined;
    } finally {
      await part.discard();
      await rm(path, { force: true });
    }
  }

  private order(work: RecordWork, step: StepMark): RecordOrder {
    const { file, texts, trace } = this.story;
    const { width, height, theme, view } = this.settings;
    const captions = this.settings.captions === 'burn' ? 'burn' : 'none';
    const missing = without();
    return {
      file, texts, work, variant: trace.variant, settings: { width, height, theme, view, captions }, tags: { title: step.title, stamp: '' }, prints: 'none',
      ...(missing.length > 0 && { without: missing }),
    };
  }

  /** What the person should know, once. */
  private say(text: string): void {
    if (!this.said.has(text)) this.terminal.err(text);
    this.said.add(text);
  }
}
