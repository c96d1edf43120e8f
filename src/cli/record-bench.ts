import type { Trace } from '../compile/trace.ts';
import { captionsOf } from '../export/captions.ts';
import { chaptersOf } from '../export/chapters.ts';
import type { FilmRange } from '../recorder/frame-plan.ts';
import { textIn } from '../shared/text.ts';
import type { RecordJob, SideFile } from './record-job.ts';
import type { RecordSettings } from './record-options.ts';
import type { RecordOrder, RecordWork } from './record-order.ts';
import { stampOf } from './record-stamp.ts';
import type { Story } from './record-story.ts';
import type { SoundFile } from './sound-file.ts';
import { without } from './without.ts';

/** What all jobs of one story in one look have in common. */
interface BenchTools {
  readonly story: Story;
  readonly settings: RecordSettings;
  readonly version: string;
  readonly prints: RecordOrder['prints'];
  readonly sound?: SoundFile | undefined;
}

/** Puts jobs together. */
export class Bench {
  constructor(private readonly tools: BenchTools) {}

  /** The moving kind that was asked for, over a range. */
  clip(range: FilmRange, written: string): RecordJob {
    const { kind } = this.tools.settings;
    return this.job(kind.kind === 'picture' ? { kind: 'frames', range } : { ...kind, range }, written);
  }

  job(work: RecordWork, written: string): RecordJob {
    const { story: { file, texts, trace }, settings: asked, version, prints, sound } = this.tools;
    const { width, height, theme, view, transparent, captions: how, mostBytes } = asked;
    const vtt = work.kind === 'picture' || how === 'burn' || how === 'none' ? undefined : captionsOf(trace, 'vtt', work.range);
    const settings = { width, height, theme, view, captions: how === 'burn' ? 'burn' : 'none', ...(transparent && { transparent }) } as const;
    const captions = how === 'embed' && vtt !== undefined ? { text: vtt, lang: trace.variant.lang } : undefined;
    const order = { file, texts, variant: trace.variant, settings, work, prints, ...(captions && { captions }), ...this.forFilms(work) };
    const beside: SideFile[] = how === 'file' && vtt !== undefined ? [{ path: `${withoutEnding(written)}.vtt`, text: vtt }] : [];
    return {
      order: { ...order, tags: { title: titleOf(trace), stamp: stampOf({ ...order, sound: sound?.digest }, version) } },
      written, beside, ...(work.kind === 'moving' && mostBytes !== undefined && { mostBytes }), ...(sound && { sound }),
    };
  }

  /** A film of one chapter needs no list of them. */
  private forFilms(work: RecordWork): Pick<RecordOrder, 'chapters' | 'coding' | 'without'> {
    if (work.kind !== 'film' && work.kind !== 'raw') return {};
    const { story: { trace }, settings: { coding } } = this.tools;
    const chapters = chaptersOf(trace, work.range).map(({ title, start, end }) => ({ title, start, end }));
    const missing = without();
    return { ...(chapters.length > 1 && { chapters }), ...(coding && { coding }), ...(missing.length > 0 && { without: missing }) };
  }
}

/** A file's name without what follows its last dot. */
export function withoutEnding(name: string): string {
  return name.replace(/\.[^./\\]+$/, '');
}

function titleOf({ scenario, variant }: Trace): string {
  return textIn(scenario.title, variant.lang, scenario.languages);
}
