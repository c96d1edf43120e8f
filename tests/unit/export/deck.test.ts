import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { deckFile } from '../../../src/export/deck.ts';
import { speakerNotes } from '../../../src/export/speaker-notes.ts';
import { trace } from '../timeline/story.ts';

const PNG = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (letter) => letter.charCodeAt(0));
const CLIP = Uint8Array.of(0, 0, 0, 8, 1, 2, 3, 4);

/** The parts of a PowerPoint file that are text, by their names. */
async function textsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name));
  return new Map(await Promise.all(names.map(async (name) => [name, (await zip.file(name)?.async('text')) ?? ''] as const)));
}

describe('a PowerPoint deck', () => {
  it('has a slide for each step with its picture from rim to rim, its clip and its notes', async () => {
    const bytes = await deckFile({
      title: 'A & B', width: 1920, height: 1080, background: '0a0f1e',
      slides: [{ title: '1. 요청', poster: PNG, clip: CLIP, notes: '말하는 것 <1>' }, { title: '2. b', poster: PNG, notes: 'two' }],
    });
    const texts = await textsOf(bytes);
    expect([...texts.keys()].filter((name) => /slides\/slide\d+\.xml$/.test(name))).toHaveLength(2);
    expect(texts.get('ppt/slides/slide1.xml')).toContain('videoFile');
    expect(texts.get('ppt/slides/slide2.xml')).not.toContain('videoFile');
    expect(texts.get('ppt/notesSlides/notesSlide1.xml')).toContain('말하는 것 &lt;1&gt;');
    const [, width, height] = /<p:sldSz cx="(\d+)" cy="(\d+)"/.exec(texts.get('ppt/presentation.xml') ?? '') ?? [];
    expect(Number(width) / Number(height)).toBeCloseTo(16 / 9, 2);
    for (const slide of [1, 2]) {
      const [, across, down] = /<a:ext cx="(\d+)" cy="(\d+)"\/>\s*<\/a:xfrm>\s*<a:prstGeom/.exec(texts.get(`ppt/slides/slide${slide}.xml`) ?? '') ?? [];
      expect([across, down]).toEqual([width, height]);
    }
    const zip = await JSZip.loadAsync(bytes);
    const clip = Object.keys(zip.files).filter((name) => name.endsWith('.mp4'));
    expect(clip).toHaveLength(1);
    expect(await zip.file(clip[0] as string)?.async('uint8array')).toEqual(CLIP);
  });
});

describe("a speaker's notes", () => {
  it('are the narration, the quiet line and the sources', () => {
    const told = trace();
    const step = { ...told.steps[0], say: 'One\n two', aside: 'Quiet.', cite: [{ href: 'https://example.org/', version: 'v2' }] } as (typeof told.steps)[number];
    expect(speakerNotes(told, step)).toBe('One two\n\nQuiet.\n\nSources:\n(v2) https://example.org/');
    expect(speakerNotes(told, { ...step, aside: '', cite: [] })).toBe('One two');
  });
});
