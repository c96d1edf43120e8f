import { NullTarget, Output, VideoSample, VideoSampleSource } from 'mediabunny';
import { chaptered } from '../../../src/recorder/container-chapters.ts';
import { encodingOf, type FilmFormat } from '../../../src/recorder/film-codec.ts';
import { FilmPicture, type PictureSettings } from '../../../src/recorder/film-picture.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { Variant } from '../../../src/compile/trace.ts';

/** A picture of a story, and how often it is encoded as what. */
export interface StillOrder {
  readonly address: string;
  readonly variant: Partial<Variant>;
  readonly settings: PictureSettings;
  /** Seconds of the story. */
  readonly time: number;
  readonly format: FilmFormat;
  readonly fps: number;
  readonly frames: number;
}

const WARM_UP_FRAMES = 30;

/** Frames a second that the browser encodes while nothing is drawn: the same picture again and again, as a film of the recorder's would be. */
export async function encodeStill({ address, variant, settings, time, format, fps, frames }: StillOrder): Promise<number> {
  const read = async (path: string): Promise<string> => (await fetch(path)).text();
  const { scenario } = await parseScenario({ file: new URL(address, location.href).href, text: await read(address), read });
  if (!scenario) throw new Error(`${address} does not play.`);
  const picture = await FilmPicture.create(scenario, variant, settings);
  picture.draw({ time });
  const { width, height } = settings;
  const output = new Output({ format: chaptered(format, []).format, target: new NullTarget() });
  const source = new VideoSampleSource(encodingOf(format, { width, height, fps }));
  output.addVideoTrack(source, { frameRate: fps, maximumPacketCount: frames + WARM_UP_FRAMES });
  await output.start();
  let from = 0;
  for (let frame = 0; frame < frames + WARM_UP_FRAMES; frame++) {
    if (frame === WARM_UP_FRAMES) from = performance.now();
    const sample = new VideoSample(picture.canvas, { timestamp: frame / fps, duration: 1 / fps });
    await source.add(sample);
    sample.close();
  }
  await output.finalize();
  const seconds = (performance.now() - from) / 1000;
  picture.dispose();
  return frames / seconds;
}

Object.assign(window, { encodeStill });
