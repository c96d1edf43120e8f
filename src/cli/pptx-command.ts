import { resolve } from 'node:path';
import type { StepMark } from '../compile/trace.ts';
import { deckFile, slideOf, type DeckSlide } from '../export/deck.ts';
import { THEMES } from '../look/tokens.ts';
import { planFrames } from '../recorder/frame-plan.ts';
import { textIn } from '../shared/text.ts';
import { findBrowsers } from './browser.ts';
import { interruptible } from './interruptible.ts';
import { MemorySink } from './memory-sink.ts';
import { PartFile } from './part-file.ts';
import { ProgressBoard } from './progress-board.ts';
import { clock } from './progress-line.ts';
import { readOptions, type RecordOptions, type RecordSettings } from './record-options.ts';
import type { RecordOrder, RecordWork } from './record-order.ts';
import { usualName } from './record-products.ts';
import { RecordSession } from './record-session.ts';
import { readStory, type Story } from './record-story.ts';
import { UsageError, type Terminal } from './terminal.ts';

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
    const slides = await slidesOf(story, settings, withClips, terminal, signal);
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

async function slidesOf(story: Story, settings: RecordSettings, clips: boolean, terminal: Terminal, signal: AbortSignal): Promise<DeckSlide[]> {
  const [likely] = await findBrowsers('h264');
  const session = await RecordSession.open(likely);
  signal.addEventListener('abort', () => void session.close(), { once: true });
  const studio = new Studio(story, settings, clips, session, terminal);
  try {
    const slides: DeckSlide[] = [];
    for (const step of story.trace.steps) {
      signal.throwIfAborted();
      const poster = await studio.record({ kind: 'picture', at: { still: step.index } }, step);
      const clip = await studio.clip(step);
      slides.push(slideOf(story.trace, step, poster ?? new Uint8Array(), clip));
      studio.end(step);
    }
    return slides;
  } finally {
    await session.close();
  }
}

/** Makes the pictures and clips of one story. */
class Studio {
  private encodes = true;
  private readonly board: ProgressBoard;

  constructor(
    private readonly story: Story, private readonly settings: RecordSettings, private readonly clips: boolean, private readonly session: RecordSession,
    private readonly terminal: Terminal,
  ) {
    const { fps, rate } = settings;
    this.board = new ProgressBoard(story.trace.steps.map(({ title, start, end }) => ({
      name: title, frames: clips && end > start ? planFrames({ from: start, to: end, fps, rate }).frames : 1,
    })), terminal);
  }

  /** A step that is done. */
  end({ index }: StepMark): void {
    this.board.end(index, true);
  }

  /** The bytes of what was asked for; undefined where this browser cannot encode it. */
  async record(work: RecordWork, step: StepMark): Promise<Uint8Array | undefined> {
    const { file, texts, trace } = this.story;
    const { width, height, theme, view } = this.settings;
    const captions = this.settings.captions === 'burn' ? 'burn' : 'none';
    const order: RecordOrder = {
      file, texts, work, variant: trace.variant, settings: { width, height, theme, view, captions }, tags: { title: step.title, stamp: '' }, prints: 'none',
    };
    const sink = new MemorySink(work.kind === 'picture' && this.clips ? undefined : this.board.follow(step.index));
    return (await this.session.record(order, sink)).outcome === 'done' ? sink.data : undefined;
  }

  /** A step's clip. Where there is no H.264 it says so once: PowerPoint plays nothing else everywhere. */
  async clip(step: StepMark): Promise<Uint8Array | undefined> {
    if (!this.clips || !this.encodes || step.end <= step.start) return undefined;
    const { fps, rate } = this.settings;
    const clip = await this.record({ kind: 'film', format: 'mp4', range: { from: step.start, to: step.end, fps, rate } }, step);
    if (clip) return clip;
    this.encodes = false;
    this.terminal.err(`${this.session.browserPath} cannot encode H.264, so the slides have pictures without clips. A Chrome or Edge can.`);
    return undefined;
  }
}
