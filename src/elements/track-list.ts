/** The events of a list of text tracks. */
type ListEvent = 'addtrack' | 'removetrack' | 'change';

/** What `textTracks` returns: a `TextTrackList`, of which browsers let nobody make one, nor take a track out of theirs. */
export class PlayerTrackList extends EventTarget implements Iterable<TextTrack> {
  readonly [index: number]: TextTrack;
  length = 0;
  onaddtrack: ((event: TrackEvent) => unknown) | null = null;
  onremovetrack: ((event: TrackEvent) => unknown) | null = null;
  onchange: ((event: Event) => unknown) | null = null;

  constructor() {
    super();
    for (const name of ['addtrack', 'removetrack', 'change'] as const) this.addEventListener(name, (event) => this[`on${name}`]?.(event as TrackEvent));
  }

  getTrackById(id: string): TextTrack | null {
    return [...this].find((track) => track.id === id) ?? null;
  }

  *[Symbol.iterator](): Generator<TextTrack, undefined> {
    for (let index = 0; index < this.length; index++) yield this[index]!;
    return undefined;
  }

  /** @internal Takes other tracks, and tells which are no longer in it and which are new, after the running script. */
  set(tracks: readonly TextTrack[]): void {
    const before = [...this];
    for (const index of before.keys()) delete (this as { [index: number]: TextTrack })[index];
    Object.assign(this, tracks, { length: tracks.length });
    for (const track of before) if (!tracks.includes(track)) this.tell('removetrack', track);
    for (const track of tracks) if (!before.includes(track)) this.tell('addtrack', track);
  }

  private tell(name: ListEvent, track: TextTrack): void {
    setTimeout(() => this.dispatchEvent(new TrackEvent(name, { track })));
  }
}
