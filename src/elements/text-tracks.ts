import type { ReactiveController } from 'lit';
import type { Trace } from '../compile/trace.ts';
import { chaptersOf } from '../export/chapters.ts';
import { cueText } from '../export/time-stamp.ts';
import type { Step } from '../scenario/model.ts';
import { textIn, type Lang } from '../shared/text.ts';
import { languageName } from './messages.ts';
import type { PlayerElement, PlayerInside } from './player-face.ts';
import { PlayerTrackList } from './track-list.ts';

/** A track as the player left it, to see what a page has changed since. */
interface Kept {
  readonly track: TextTrack;
  readonly lang: Lang;
  mode: TextTrackMode;
  /** Whose cues are in it. */
  trace?: Trace;
  active: readonly TextTrackCue[];
}

/**
 * What the player says, as real text tracks for a page's own controls: the narration in each language of the scenario, and the chapters. Only a media
 * element can have such tracks, so a `<video>` outside the page owns each of them. A narration that a page shows is shown by the player itself, in that language.
 */
export class TextTracks implements ReactiveController {
  /** Lives as long as the player. */
  readonly list = new PlayerTrackList();

  private readonly player: PlayerElement;
  private readonly core: PlayerInside;
  private narrations: Kept[] = [];
  private chapters: Kept | undefined;
  private trace: Trace | undefined;

  constructor(player: PlayerElement, core: PlayerInside) {
    this.player = player;
    this.core = core;
    player.addController(this);
    this.hostUpdated();
  }

  hostUpdated(): void {
    // What a page has asked for changes the player, and comes back here with its next update.
    if (!this.heed()) this.show();
  }

  private changed(track: TextTrack): void {
    if (![...this.list].includes(track)) return;
    this.list.dispatchEvent(new Event('change'));
    this.hostUpdated();
  }

  private get tracks(): readonly Kept[] {
    return this.chapters ? [...this.narrations, this.chapters] : this.narrations;
  }

  /** Does what a page has asked for by the modes of narrations since the player set them; false where there was nothing to do. */
  private heed(): boolean {
    const changed = this.narrations.filter(({ track, mode }) => track.mode !== mode);
    for (const kept of changed) kept.mode = kept.track.mode;
    const chosen = changed.find(({ mode }) => mode === 'showing');
    const shown = this.core.captionsShown;
    if (chosen) {
      if (!shown) this.player.captions = 'on';
      if (chosen.lang !== this.trace?.variant.lang) this.player.lang = chosen.lang;
      else return !shown;
      return true;
    }
    if (changed.length === 0 || !shown || this.narrations.some(({ mode }) => mode === 'showing')) return false;
    this.player.captions = 'off';
    return true;
  }

  /** Brings the tracks to where the player is. */
  private show(): void {
    const { trace } = this.player;
    if (!trace) return;
    if (trace !== this.trace) this.take(trace);
    for (const kept of this.narrations) {
      const showing = this.core.captionsShown && kept.lang === trace.variant.lang;
      if (showing || kept.mode === 'showing') kept.track.mode = kept.mode = showing ? 'showing' : 'disabled';
      if (kept.mode !== 'disabled' && kept.trace !== trace) fill(kept, trace, narrationCues(trace, kept.lang));
    }
    for (const kept of this.tracks) this.tellCues(kept);
  }

  private take(trace: Trace): void {
    this.trace = trace;
    const { languages } = trace.scenario;
    if (languages.join() !== this.narrations.map(({ lang }) => lang).join()) this.narrations = languages.map((lang) => this.make('captions', lang, 'disabled'));
    // New with each variant: that tells controls which read the chapters but once.
    const mode = this.chapters?.track.mode ?? 'hidden';
    this.chapters = this.make('chapters', trace.variant.lang, 'hidden');
    fill(this.chapters, trace, chaptersOf(trace).map(({ start, end, title }) => new VTTCue(start, end, cueText(title))));
    this.chapters.track.mode = mode;
    this.list.set(this.tracks.map(({ track }) => track));
  }

  private make(kind: 'captions' | 'chapters', lang: Lang, mode: TextTrackMode): Kept {
    const named = lang !== 'und';
    const label = kind === 'chapters' ? this.core.messages.steps : named ? languageName(lang) : this.core.messages.captions;
    const owner = document.createElement('video');
    const track = owner.addTextTrack(kind, label, named ? lang : '');
    track.mode = mode;
    owner.textTracks.addEventListener('change', () => this.changed(track));
    const activeNow = (): TextTrackCue[] => [...(track.cues ?? [])].filter(({ startTime, endTime }) => startTime <= this.player.currentTime && this.player.currentTime < endTime);
    // The owner plays nothing: what is said now is known here.
    Object.defineProperty(track, 'activeCues', {
      get: () => track.cues && Object.assign(activeNow(), { getCueById: (id: string) => activeNow().find((cue) => cue.id === id) ?? null }),
    });
    return { track, lang, mode, active: [] };
  }

  /** As a media element does when its time comes to another cue. */
  private tellCues(kept: Kept): void {
    const { active: before, track } = kept;
    const now = [...(track.activeCues ?? [])];
    if (now.length === before.length && now.every((cue, at) => cue === before[at])) return;
    kept.active = now;
    for (const cue of before) if (!now.includes(cue)) cue.dispatchEvent(new Event('exit'));
    for (const cue of now) if (!before.includes(cue)) cue.dispatchEvent(new Event('enter'));
    track.dispatchEvent(new Event('cuechange'));
  }
}

function fill(kept: Kept, trace: Trace, cues: readonly VTTCue[]): void {
  kept.trace = trace;
  for (const cue of [...(kept.track.cues ?? [])]) kept.track.removeCue(cue);
  for (const cue of cues) kept.track.addCue(cue);
}

/** The narration in any of the scenario's languages, at the times of the variant that is shown. */
function narrationCues({ steps, scenario, variant }: Trace, lang: Lang): VTTCue[] {
  const said = (list: readonly Step[], id: string): Step | undefined => {
    for (const step of list) {
      const found = step.id === id ? step : said(step.deeper?.steps ?? [], id);
      if (found) return found;
    }
    return undefined;
  };
  const cues = steps.map(({ id, start, end, say }) => {
    const text = lang === variant.lang ? say : textIn(said(scenario.steps, id)?.say, lang, scenario.languages);
    return Object.assign(new VTTCue(start, end, cueText(text)), { id });
  });
  return cues.filter(({ text }) => text !== '');
}
