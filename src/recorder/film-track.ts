import {
  EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, NullTarget, Output, VideoSampleSource, type VideoSample, type VideoSource,
} from 'mediabunny';
import { bytesOf } from './avc-description.ts';
import { AvcRepeats } from './avc-repeats.ts';
import { readAvcStream } from './avc-stream.ts';
import { encodingOf, FILM_CODECS, KEY_INTERVAL, type FilmFormat, type FilmSize } from './film-codec.ts';

/** What takes the pictures of a film, in order, and gives its file what they become. */
export interface FilmTrack {
  /** Where the file has them from. */
  readonly source: VideoSource;
  /** `same`: the picture is, pixel for pixel, the one before. Resolves when there is room for another one; rejects with what the encoder or the file said of an earlier one. */
  add(sample: VideoSample, same: boolean): Promise<void>;
  /** Begins; the file has begun. */
  start(): Promise<void>;
  /** Waits until the file has all of them. */
  finish(): Promise<void>;
  /** Gives up what is under way. */
  cancel(): Promise<void>;
}

/** Half of a story stands still while it is read: in H.264 such pictures are written without an encoder. */
export function filmTrackOf(format: FilmFormat, size: FilmSize): FilmTrack {
  return (size.codec ?? FILM_CODECS[format][0]) === 'h264' ? new AvcTrack(format, size) : new PlainTrack(format, size);
}

/** Every picture is encoded. */
class PlainTrack implements FilmTrack {
  readonly source: VideoSampleSource;

  constructor(format: FilmFormat, size: FilmSize) {
    this.source = new VideoSampleSource(encodingOf(format, size));
  }

  add(sample: VideoSample): Promise<void> {
    return this.source.add(sample);
  }

  async start(): Promise<void> {}
  async finish(): Promise<void> {}
  async cancel(): Promise<void> {}
}

type Times = Pick<VideoSample, 'timestamp' | 'duration'>;

/** Pictures that differ from the one before are encoded, into a file that nobody keeps; all others are put between them. */
class AvcTrack implements FilmTrack {
  readonly source = new EncodedVideoPacketSource('avc');
  private readonly encoder: VideoSampleSource;
  private readonly encoded = new Output({ format: new Mp4OutputFormat({ fastStart: 'fragmented' }), target: new NullTarget() });
  private repeats: AvcRepeats | undefined;
  /** How many pictures the encoder was given, and how many it gave back. */
  private given = 0;
  private taken = 0;
  private lastKey = -1;
  /** Pictures that equal the last one that was given; it is not back yet. */
  private waiting: { readonly after: number; readonly times: Times }[] = [];
  private written: Promise<void> = Promise.resolve();

  constructor(format: FilmFormat, size: FilmSize) {
    const encoding = encodingOf(format, size);
    this.encoder = new VideoSampleSource({
      ...encoding,
      onEncodedPacket: (packet, metadata) => {
        encoding.onEncodedPacket?.(packet, metadata);
        this.take(packet, metadata);
      },
    });
    this.encoded.addVideoTrack(this.encoder, { frameRate: size.fps });
  }

  async add(sample: VideoSample, same: boolean): Promise<void> {
    const key = Math.floor(sample.timestamp / KEY_INTERVAL);
    if (same && key === this.lastKey && this.repeats?.ready) {
      this.waiting.push({ after: this.given, times: { timestamp: sample.timestamp, duration: sample.duration } });
      this.repeat();
    } else {
      this.lastKey = key;
      this.given++;
      await this.encoder.add(sample);
    }
    await this.written;
  }

  start(): Promise<void> {
    return this.encoded.start();
  }

  async finish(): Promise<void> {
    await this.encoded.finalize();
    await this.written;
  }

  async cancel(): Promise<void> {
    if (this.encoded.state === 'pending' || this.encoded.state === 'started') await this.encoded.cancel();
  }

  private take(packet: EncodedPacket, metadata: EncodedVideoChunkMetadata | undefined): void {
    const description = metadata?.decoderConfig?.description;
    if (description) {
      const stream = readAvcStream(bytesOf(description));
      this.repeats = stream && new AvcRepeats(stream);
    }
    this.write(this.repeats ? packet.clone({ data: this.repeats.next(packet.data) }) : packet, metadata);
    this.taken++;
    this.repeat();
  }

  private repeat(): void {
    while (this.repeats && this.waiting[0]?.after === this.taken) {
      const { timestamp, duration } = this.waiting.shift()!.times;
      this.write(new EncodedPacket(this.repeats.repeat(), 'delta', timestamp, duration));
    }
  }

  private write(packet: EncodedPacket, metadata?: EncodedVideoChunkMetadata): void {
    const before = this.written;
    this.written = (async () => {
      await before;
      await this.source.add(packet, metadata);
    })();
    // Whoever adds the next picture hears of it.
    this.written.catch(() => undefined);
  }
}
