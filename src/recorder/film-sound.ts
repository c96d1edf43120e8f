import {
  ADTS, AudioSampleSink, AudioSampleSource, BlobSource, EncodedAudioPacketSource, EncodedPacketSink, FLAC, Input, MATROSKA, MP3, MP4, OGG, QTFF, Quality, WAVE, WEBM,
  canEncodeAudio, type AudioCodec, type AudioEncodingConfig, type AudioSource, type InputAudioTrack, type Output,
} from 'mediabunny';
import type { FilmFormat } from './film-codec.ts';

/** What a file with sound is. */
export interface SoundFacts {
  /** As mediabunny names it: `aac`, `mp3`, `opus`, `pcm-s16` …; undefined where it is unknown. */
  readonly codec: string | undefined;
  /** Seconds. */
  readonly duration: number;
}

/** A sound on its way into a film. */
export interface FilmSound {
  /** Gives the film a track for it; before the film is begun. */
  join(output: Output): void;
  /** Writes all of it up to a time of the film, in seconds. */
  advance(time: number): Promise<void>;
  /** Writes the rest and ends the track. */
  finish(): Promise<void>;
}

const FORMATS = [MP3, MP4, QTFF, WAVE, OGG, FLAC, ADTS, WEBM, MATROSKA];
/** What is taken over as it is: what every player of that kind of file knows. */
const TAKEN: Readonly<Record<FilmFormat, readonly string[]>> = { mp4: ['aac', 'mp3'], webm: ['opus', 'vorbis'] };
/** What all else becomes. */
const MADE: Readonly<Record<FilmFormat, AudioCodec>> = { mp4: 'aac', webm: 'opus' };
const RATE = 48_000;
/** Shortest packet of either codec that browsers make, in seconds. */
const SHORTEST_PACKET = 0.01;
const ROUNDING = 1e-3;

/** What a file's sound is; undefined where it has none, or is of an unknown kind. */
export async function readSound(file: Blob): Promise<SoundFacts | undefined> {
  using input = new Input({ source: new BlobSource(file), formats: FORMATS });
  const track = await trackOf(input);
  return track && { codec: (await track.getCodec()) ?? undefined, duration: await track.computeDuration() };
}

/**
 * Opens a sound for a film of so many seconds: what is longer is cut off. Undefined where this browser can neither take it over nor make it fit, or must not.
 */
export async function openSound(file: Blob, format: FilmFormat, duration: number, mayEncode = true): Promise<FilmSound | undefined> {
  const track = await trackOf(new Input({ source: new BlobSource(file), formats: FORMATS }));
  const codec = await track?.getCodec();
  if (!track || !codec) return undefined;
  if (TAKEN[format].includes(codec)) return taken(track, codec, duration);
  if (!mayEncode) return undefined;
  const made = MADE[format];
  const channels = Math.min(2, await track.getNumberOfChannels());
  const fits = (await track.canDecode()) && (await canEncodeAudio(made, { numberOfChannels: channels, sampleRate: RATE, quality: new Quality('high') }));
  return fits ? encoded(track, { codec: made, quality: new Quality('high'), transform: { sampleRate: RATE, numberOfChannels: channels } }, duration) : undefined;
}

async function trackOf(input: Input): Promise<InputAudioTrack | undefined> {
  try {
    return (await input.getPrimaryAudioTrack()) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Packets as they are, without the loss of another encoding. */
async function taken(track: InputAudioTrack, codec: AudioCodec, duration: number): Promise<FilmSound> {
  const source = new EncodedAudioPacketSource(codec);
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined;
  let meta: EncodedAudioChunkMetadata | undefined = decoderConfig && { decoderConfig };
  const { packetCount } = await track.computePacketStats();
  const add = async function* (): AsyncGenerator<number> {
    for await (const packet of new EncodedPacketSink(track).packets()) {
      if (packet.timestamp + packet.duration > duration + ROUNDING) return;
      yield packet.timestamp;
      await source.add(packet, meta);
      meta = undefined;
    }
  };
  return new SoundTrack(source, packetCount + 1, add());
}

async function encoded(track: InputAudioTrack, config: AudioEncodingConfig, duration: number): Promise<FilmSound> {
  const source = new AudioSampleSource(config);
  const add = async function* (): AsyncGenerator<number> {
    for await (const sample of new AudioSampleSink(track).samples(0, duration)) {
      yield sample.timestamp;
      const frames = Math.round((duration - sample.timestamp) * sample.sampleRate);
      const part = frames < sample.numberOfFrames ? sample.trim(0, Math.max(0, frames)) : sample;
      if (part.numberOfFrames > 0) await source.add(part);
      part.close();
      if (part !== sample) sample.close();
    }
  };
  return new SoundTrack(source, Math.ceil(duration / SHORTEST_PACKET) + 16, add());
}

/** Writes a sound in step with the pictures. */
class SoundTrack implements FilmSound {
  private next: number | undefined;

  /** `steps` says the time of what it will write, in seconds, and writes it when it is asked again. */
  constructor(private readonly source: AudioSource, private readonly packets: number, private readonly steps: AsyncGenerator<number>) {}

  join(output: Output): void {
    output.addAudioTrack(this.source, { maximumPacketCount: this.packets });
  }

  async advance(time: number): Promise<void> {
    while ((this.next ?? 0) <= time) {
      const { done, value } = await this.steps.next();
      this.next = done ? Infinity : value;
      if (done) this.source.close();
    }
  }

  async finish(): Promise<void> {
    if (this.next !== Infinity) await this.advance(Number.MAX_VALUE);
  }
}
