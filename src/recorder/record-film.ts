import { CanvasSource, Mp4OutputFormat, Output, StreamTarget, TextSubtitleSource, WebMOutputFormat, type StreamTargetChunk } from 'mediabunny';
import { encodingOf, type FilmFormat } from './film-codec.ts';
import type { FilmPicture } from './film-picture.ts';
import { stampText, type FilmTags } from './film-stamp.ts';
import type { FramePlan } from './frame-plan.ts';

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
 * Records a story as a film into a file's bytes. Each picture is drawn and captured in one task, and the next one waits until the encoder has room, so that
 * memory does not grow with the film. Closes the file when it is whole; where encoding or writing fails it aborts it and rejects.
 */
export async function recordFilm(
  picture: FilmPicture, plan: FramePlan, format: FilmFormat, file: WritableStream<FilmChunk>, { signal, tags, captions, onDrawn, onProgress, breathe }: Recording = {},
): Promise<void> {
  signal?.throwIfAborted();
  const { width, height } = picture.canvas;
  const writer = file.getWriter();
  // An output that is cancelled closes its stream as one that is finished does: only we know which of the two it was.
  const target = new StreamTarget(new WritableStream({ write: (chunk) => writer.write(chunk) }), { chunked: true, chunkSize: CHUNK });
  const output = new Output({ format: container(format), target });
  const source = new CanvasSource(picture.canvas, encodingOf(format, { width, height, fps: plan.fps }));
  output.addVideoTrack(source, { frameRate: plan.fps, maximumPacketCount: plan.frames });
  if (tags) output.setMetadataTags({ title: tags.title, comment: stampText(tags) });
  const subtitles = captions && new TextSubtitleSource('webvtt');
  if (subtitles) output.addSubtitleTrack(subtitles, { languageCode: LANGUAGE_CODES[captions.lang.split('-', 1)[0] ?? ''] ?? 'und', maximumPacketCount: 2 * cueCount(captions.text) + 1 });
  try {
    await output.start();
    await subtitles?.add(captions?.text ?? '');
    subtitles?.close();
    for (let frame = 0; frame < plan.frames; frame++) {
      picture.draw({ time: plan.storyTime(frame) });
      onDrawn?.(frame);
      await source.add(frame / plan.fps, 1 / plan.fps);
      await breathe?.();
      signal?.throwIfAborted();
      onProgress?.(frame + 1);
    }
    await output.finalize();
    await writer.close();
  } catch (error) {
    // Where the file itself failed there is nothing left to give up.
    await writer.abort(error).catch(() => undefined);
    if (output.state === 'pending' || output.state === 'started') await output.cancel().catch(() => undefined);
    throw error;
  }
}

/** An mp4 keeps room for its table at the front, so that it plays before all of it is loaded; the number of frames is known. */
function container(format: FilmFormat): Mp4OutputFormat | WebMOutputFormat {
  return format === 'mp4' ? new Mp4OutputFormat({ fastStart: 'reserve' }) : new WebMOutputFormat();
}

/** ISO 639-2 codes, by which containers name languages. */
const LANGUAGE_CODES: Readonly<Record<string, string>> = { ko: 'kor', en: 'eng', ja: 'jpn', zh: 'zho', de: 'deu', fr: 'fra', es: 'spa', pt: 'por', it: 'ita' };

function cueCount(text: string): number {
  return text.split(' --> ').length - 1;
}
