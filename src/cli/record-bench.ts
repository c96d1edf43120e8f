import type { Trace } from '../compile/trace.ts';
import { captionsOf } from '../export/captions.ts';
import type { FilmRange } from '../recorder/frame-plan.ts';
import { textIn } from '../shared/text.ts';
import type { RecordJob, SideFile } from './record-job.ts';
import type { RecordSettings } from './record-options.ts';
import type { RecordOrder, RecordWork } from './record-order.ts';
import { stampOf } from './record-stamp.ts';
import type { Story } from './record-story.ts';

/** Puts jobs together: all of one story in one look. */
export class Bench {
  constructor(private readonly story: Story, private readonly settings: RecordSettings, private readonly version: string, private readonly prints: RecordOrder['prints']) {}

  /** The moving kind that was asked for, over a range. */
  clip(range: FilmRange, written: string): RecordJob {
    const { kind } = this.settings;
    return this.job(kind.kind === 'picture' ? { kind: 'frames', range } : { ...kind, range }, written);
  }

  job(work: RecordWork, written: string): RecordJob {
    const { file, texts, trace } = this.story;
    const { width, height, theme, view, captions: how, mostBytes } = this.settings;
    const vtt = work.kind === 'picture' || how === 'burn' || how === 'none' ? undefined : captionsOf(trace, 'vtt', work.range);
    const settings = { width, height, theme, view, captions: how === 'burn' ? 'burn' : 'none' } as const;
    const captions = how === 'embed' && vtt !== undefined ? { text: vtt, lang: trace.variant.lang } : undefined;
    const order = { file, texts, variant: trace.variant, settings, work, prints: this.prints, ...(captions && { captions }) };
    const beside: SideFile[] = how === 'file' && vtt !== undefined ? [{ path: `${withoutEnding(written)}.vtt`, text: vtt }] : [];
    return { order: { ...order, tags: { title: titleOf(trace), stamp: stampOf(order, this.version) } }, written, beside, ...(work.kind === 'moving' && mostBytes !== undefined && { mostBytes }) };
  }
}

/** A file's name without what follows its last dot. */
export function withoutEnding(name: string): string {
  return name.replace(/\.[^./\\]+$/, '');
}

function titleOf({ scenario, variant }: Trace): string {
  return textIn(scenario.title, variant.lang, scenario.languages);
}
