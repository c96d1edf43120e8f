import { Output, StreamTarget, TextSubtitleSource, VideoSample, type StreamTargetChunk } from 'mediabunny';
import { chaptered, type FilmChapter } from './container-chapters.ts';
import type { FilmCoding, FilmFormat } from './film-codec.ts';
import type { FilmPicture } from './film-picture.ts';
import type { FilmSound } from './film-sound.ts';
import { stampText, type FilmTags } from './film-stamp.ts';
import { filmTrackOf } from './film-track.ts';
import { straightPixels } from './straight-pixels.ts';
import type { FramePlan } from './frame-plan.ts';
import { languageCode } from './language-code.ts';
import { PictureQueue } from './picture-queue.ts';

/** Bytes of a film and where they stand in its file. */
export type FilmChunk = StreamTargetChunk;

/** The captions of a film, as WebVTT. */
export interface FilmCaptions {
  readonly text: string;
  /** A BCP 47 tag. */
  readonly lang: string;
}

/** What goes on while recording. */
export interface Recording {
  /** Stops it: the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** What the file says of itself. */
  readonly tags?: FilmTags;
  /** Captions that the file carries beside its pictures, as WebVTT; only films can. */
  readonly captions?: FilmCaptions;
  /** Where its chapters begin; only films have any. */
  readonly chapters?: readonly FilmChapter[];
  /** How a film is stored, where that is not as usual for its kind of file. */
  readonly coding?: FilmCoding;
  /** What is heard with a film. */
  readonly sound?: FilmSound;
  /** Hears of each picture as soon as it is drawn. */
  readonly onDrawn?: (frame: number) => void;
  /** Hears how many pictures are done. */
  readonly onProgress?: (frames: number) => void;
  /** Waited for after each picture: lets in what else the page or the worker has to do. */
  readonly breathe?: () => Promise<void>;
}

/** Bytes that are written at once. */
const CHUNK = 1 << 20;

/**
 * Records a story as a film into a file's bytes. Each picture is drawn and captured in one task, a few of them ahead of the encoder and no more, so that
 * memory does not grow with the film. Closes the file when it is whole; where encoding or writing fails it aborts it and rejects.
 */
export async function recordFilm(
  picture: FilmPicture, plan: FramePlan, format: FilmFormat, file: WritableStream<FilmChunk>, recording: Recording = {},
): Promise<void> {
  const { signal, tags, captions, chapters = [], coding, sound, onDrawn, onProgress, breathe } = recording;
  signal?.throwIfAborted();
  const { width, height } = picture.canvas;
  const writer = file.getWriter();
  // An output that is cancelled closes its stream as one that is finished does: only we know which of the two it was.
  const target = new StreamTarget(new WritableStream({ write: (chunk) => writer.write(chunk) }), { chunked: true, chunkSize: CHUNK });
  const container = chaptered(format, chapters);
  const output = new Output({ format: container.format, target });
  const track = filmTrackOf(format, { width, height, fps: plan.fps, ...coding });
  const queue = new PictureQueue(track, picture.room);
  output.addVideoTrack(track.source, { frameRate: plan.fps, maximumPacketCount: plan.frames });
  sound?.join(output);
  output.setMetadataTags({ ...(tags && { title: tags.title, comment: stampText(tags) }), ...(container.raw && { raw: container.raw }) });
  const subtitles = captions && new TextSubtitleSource('webvtt');
  if (subtitles) output.addSubtitleTrack(subtitles, { languageCode: languageCode(captions.lang), maximumPacketCount: 2 * cueCount(captions.text) + 1 });
  try {
    await output.start();
    await track.start();
    await subtitles?.add(captions?.text ?? '');
    subtitles?.close();
    for (let frame = 0; frame < plan.frames; frame++) {
      const changed = picture.draw({ time: plan.storyTime(frame) });
      onDrawn?.(frame);
      await queue.add(sampleOf(picture, { timestamp: frame / plan.fps, duration: 1 / plan.fps }), !changed);
      picture.lend();
      await sound?.advance((frame + 1) / plan.fps);
      await breathe?.();
      signal?.throwIfAborted();
      onProgress?.(frame + 1);
    }
    await queue.finish();
    await track.finish();
    await sound?.finish();
    await output.finalize();
    for (const { position, data } of container.patches()) await writer.write({ type: 'write', position, data });
    await writer.close();
  } catch (error) {
    queue.stop();
    // Where the file itself failed there is nothing left to give up.
    await writer.abort(error).catch(() => undefined);
    await track.cancel().catch(() => undefined);
    if (output.state === 'pending' || output.state === 'started') await output.cancel().catch(() => undefined);
    throw error;
  }
}

function sampleOf(picture: FilmPicture, times: { readonly timestamp: number; readonly duration: number }): VideoSample {
  const { canvas: { width, height }, transparent } = picture;
  if (!transparent) return new VideoSample(picture.canvas, times);
  return new VideoSample(straightPixels(picture), { ...times, format: 'RGBA', codedWidth: width, codedHeight: height });
}

function cueCount(text: string): number {
  return text.split(' --> ').length - 1;
}
