import { describe, expect, it } from 'vitest';
import { fileName, firstChoice, madeFormat, orderOf, withFormat, withSteps, type ExportChoice, type ExportSubject } from '../../../src/app/export/choice.ts';
import { filmName, FORMAT_NAMES, FORMATS, kindsFor, SIZES } from '../../../src/app/export/formats.ts';
import { exportMessagesIn } from '../../../src/app/export/messages.ts';
import { compile } from '../../../src/compile/compile.ts';
import type { Outline } from '../../../src/recorder/studio-order.ts';
import { outlineOf } from '../../../src/recorder/studio-story.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { STORY } from '../../browser/elements/story.ts';

async function story(level = 1): Promise<{ subject: ExportSubject; outline: Outline }> {
  const { scenario } = await parseScenario({ file: 'story.yaml', text: STORY, read: () => Promise.reject(new Error('nothing to read')) });
  if (!scenario) throw new Error('The story does not play.');
  const trace = compile(scenario, { lang: 'ko', level });
  return { subject: { trace, moment: { step: trace.steps[1]?.id ?? '', part: 'act', fraction: 0.5 }, theme: 'light', view: 'split' }, outline: outlineOf(trace) };
}

const H264 = { format: 'mp4', codec: 'h264' } as const;

describe('a choice', () => {
  it('begins with what the viewer sees', async () => {
    const { subject, outline } = await story();
    const choice = firstChoice(subject);
    expect(choice).toMatchObject({ format: 'mp4', language: 'ko', level: 1, theme: 'light', view: 'split', range: 'all' });
    expect(orderOf(subject, choice, H264, outline)).toMatchObject({
      settings: { width: 1920, height: 1080, theme: 'light', view: 'split', captions: 'burn' }, work: { kind: 'film', film: H264, steps: {}, fps: 30, embed: false },
    });
    expect(orderOf(subject, choice, undefined, outline)).toBeUndefined();
  });

  it('takes what is usual for another kind of file, and keeps what was chosen', async () => {
    const film = firstChoice((await story()).subject);
    const gif = withFormat(film, 'gif');
    expect([gif.size, gif.fps]).toEqual(['540p', 15]);
    expect(withFormat(gif, 'webm')).toMatchObject({ size: '1080p', fps: 30 });
    const own: ExportChoice = { ...film, size: '720p', fps: 25, captions: 'embed' };
    expect(withFormat(own, 'webm')).toMatchObject({ size: '720p', fps: 25, captions: 'embed' });
    expect(withFormat(own, 'gif')).toMatchObject({ size: '720p', fps: 25, captions: 'burn' });
  });

  it('finds its steps again at another level', async () => {
    const { outline } = await story(2);
    const ids = outline.steps.map(({ id }) => id);
    expect(ids).toContain('think/read');
    const { subject } = await story();
    expect(withSteps({ ...firstChoice(subject), from: 'think', to: 'tell' }, outline)).toMatchObject({ from: 'think/read', to: 'tell' });
    expect(withSteps({ ...firstChoice(subject), from: 'tell', to: 'ask' }, outline)).toMatchObject({ from: 'tell', to: 'tell' });
  });

  it.each([
    [{ range: 'all' }, 'story-ko.mp4'],
    [{ range: 'step' }, 'story-ko-2-think.mp4'],
    [{ range: 'steps', from: 'ask', to: 'think' }, 'story-ko-1-2.mp4'],
    [{ format: 'png' }, 'story-ko-2-think.png'],
    [{ format: 'chapters', language: 'en' }, 'story-en.chapters.vtt'],
  ] satisfies [Partial<ExportChoice>, string][])('has a name that tells its file from others: %o', async (part, name) => {
    const { subject, outline } = await story();
    const choice = { ...firstChoice(subject), ...part };
    expect(fileName(subject, choice, FORMATS[choice.format], outline)).toBe(name);
  });

  it('is made as another film where it cannot be as it was asked for', async () => {
    const { subject, outline } = await story();
    const [, instead] = kindsFor('mp4');
    expect(instead).toEqual({ format: 'webm', codec: 'vp9' });
    expect(madeFormat(firstChoice(subject), instead)).toBe('webm');
    expect(orderOf(subject, { ...firstChoice(subject), format: 'pptx' }, undefined, outline)?.work).toMatchObject({ kind: 'deck', clips: false });
    for (const name of ['mp4', 'webm', 'av1'] as const) expect(kindsFor(name).map(filmName)[0]).toBe(name);
  });
});

describe('the formats', () => {
  it('have words in both languages, and films have even sides', () => {
    for (const language of ['en', 'ko']) {
      const { formats, sizes } = exportMessagesIn(language);
      expect(Object.keys(formats)).toEqual(FORMAT_NAMES);
      expect(Object.keys(sizes)).toEqual(Object.keys(SIZES));
    }
    expect(Object.values(SIZES).flat().filter((side) => side % 2)).toEqual([]);
  });
});
