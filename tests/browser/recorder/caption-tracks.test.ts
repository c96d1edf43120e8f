import { expect, it } from 'vitest';
import { captionsOf } from '../../../src/export/captions.ts';
import { chaptersFile, chaptersOf } from '../../../src/export/chapters.ts';
import type { StepMark, Trace } from '../../../src/compile/trace.ts';
import { trace } from '../../unit/timeline/story.ts';

const told = trace({ level: 2 });

/** The cues that the browser's own parser finds in a file. */
async function cuesOf(text: string, kind: TextTrackKind): Promise<VTTCue[]> {
  const video = document.createElement('video');
  const track = document.createElement('track');
  track.kind = kind;
  track.src = URL.createObjectURL(new Blob([text], { type: 'text/vtt' }));
  const loaded = new Promise((resolve, reject) => {
    track.addEventListener('load', resolve);
    track.addEventListener('error', reject);
  });
  video.append(track);
  track.track.mode = 'hidden';
  document.body.append(video);
  await loaded;
  const cues = [...(track.track.cues ?? [])] as VTTCue[];
  video.remove();
  URL.revokeObjectURL(track.src);
  return cues;
}

it('captions are read by the browser as they were told, special signs included', async () => {
  const odd: Trace = { ...told, steps: told.steps.map((step: StepMark, at) => (at === 0 ? { ...step, say: 'a < b & <i>c</i> --> "파드"' } : step)) };
  const cues = await cuesOf(captionsOf(odd, 'vtt'), 'captions');
  expect(cues.map((cue) => cue.getCueAsHTML().textContent)).toEqual(odd.steps.filter(({ say }) => say).map(({ say }) => say));
  expect(cues[0]?.startTime).toBe(0);
  expect(cues.at(-1)?.endTime).toBeCloseTo(told.duration, 2);
});

it('chapters are read by the browser, with ids to jump to', async () => {
  const cues = await cuesOf(chaptersFile(told), 'chapters');
  expect(cues.map(({ id, text }) => [id, text])).toEqual(chaptersOf(told).map(({ id, title }) => [id, title]));
});
