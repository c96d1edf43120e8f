import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { HoplinePlayer } from '../../../src/elements/hopline-player.ts';
import { timeStamp } from '../../../src/export/time-stamp.ts';
import { makeFilm } from './film.ts';
import { story } from './story.ts';
import { frames, loaded, mount, once, part, settled, until } from './support.ts';

type Media = HTMLVideoElement | HoplinePlayer;

/** The narrations of the story, at the times of the film that the real media element plays, and then at its own. */
const SAID = {
  en: ['The Shop asks the Store.', 'The Store thinks about it for a while.', 'The Store answers, and the Shop writes it down.'],
  ko: ['상점이 저장소에 요청합니다.', '저장소가 잠시 생각합니다.', '저장소가 답하고 상점이 기록합니다.'],
} as const;
const LENGTH = 3;

let film = '';
beforeAll(async () => void (film = await makeFilm(LENGTH)));
afterAll(() => URL.revokeObjectURL(film));

/** A film with captions in two languages and with chapters, as a page would write it. */
async function video(): Promise<HTMLVideoElement> {
  const media = Object.assign(document.createElement('video'), { muted: true });
  const vtt = (texts: readonly string[]): string => `data:text/vtt;charset=utf-8,${encodeURIComponent(['WEBVTT', ...texts.map((text, at) => `${timeStamp(at)} --> ${timeStamp(at + 1)}\n${text}`)].join('\n\n'))}`;
  const add = (track: Partial<HTMLTrackElement>): void => media.append(Object.assign(document.createElement('track'), track));
  add({ kind: 'captions', label: 'English', srclang: 'en', src: vtt(SAID.en) });
  add({ kind: 'captions', label: '한국어', srclang: 'ko', src: vtt(SAID.ko) });
  add({ kind: 'chapters', label: 'Steps', srclang: 'en', src: vtt(['Ask', 'Think', 'Tell']) });
  media.src = film;
  document.body.append(media);
  onTestFinished(() => media.remove());
  await once(media, 'canplaythrough');
  return media;
}

/** Runs the same script on both, and compares what it brings back. */
async function same<T>(script: (media: Media) => Promise<T>): Promise<T> {
  const ofVideo = await script(await video());
  const ofPlayer = await script(await loaded());
  expect(ofPlayer).toEqual(ofVideo);
  return ofPlayer;
}

/** Names and types of what browsers give a list of tracks. */
const membersOf = (list: object): unknown[] => Object.keys(Object.getOwnPropertyDescriptors(TextTrackList.prototype)).filter((name) => name !== 'constructor').map((name) => [name, typeof (list as Record<string, unknown>)[name]]);
const described = (media: Media): unknown[] => [...media.textTracks].map(({ kind, label, language, mode }) => ({ kind, label, language, mode }));
const texts = (list: Iterable<TextTrackCue> | null | undefined): string[] => [...(list ?? [])].map((cue) => (cue as VTTCue).text);
const changes = (media: Media): Promise<Event> => once(media.textTracks, 'change');

it('has the tracks of a media element: a narration for each language, and the chapters', async () => {
  const tracks = await same(async (media) => {
    media.textTracks[2]!.mode = 'hidden';
    await until(() => texts(media.textTracks[2]!.cues).length === 3, 'the chapters are there');
    expect(media.textTracks).toBe(media.textTracks);
    for (const track of media.textTracks) expect(track).toBeInstanceOf(TextTrack);
    return [described(media), media.textTracks[0]!.cues, texts(media.textTracks[2]!.cues), media.textTracks.length, media.textTracks[3], media.textTracks.getTrackById('none'), membersOf(media.textTracks)];
  });
  expect(tracks[0]).toEqual([
    { kind: 'captions', label: 'English', language: 'en', mode: 'disabled' },
    { kind: 'captions', label: '한국어', language: 'ko', mode: 'disabled' },
    { kind: 'chapters', label: 'Steps', language: 'en', mode: 'hidden' },
  ]);
});

it('gives the texts of a track that is shown or hidden, in any language, as a media element does', async () => {
  for (const [at, mode] of [[0, 'showing'], [1, 'hidden'], [1, 'showing']] as const) {
    const said = await same(async (media) => {
      const told = changes(media);
      media.textTracks[at]!.mode = mode;
      await told;
      await until(() => texts(media.textTracks[at]!.cues).length === 3, 'the texts are there');
      return texts(media.textTracks[at]!.cues);
    });
    expect(said).toEqual(at === 0 ? SAID.en : SAID.ko);
  }
});

it('tells which text is said now, and when that is another one, as a media element does', async () => {
  const told = await same(async (media) => {
    const track = media.textTracks[0]!;
    track.mode = 'hidden';
    await until(() => texts(track.cues).length === 3, 'the texts are there');
    const middle = ({ startTime, endTime }: TextTrackCue): number => (startTime + endTime) / 2;
    media.currentTime = middle(track.cues![0]!);
    await until(() => texts(track.activeCues).length === 1, 'the first text is said');
    await settled();
    const events: string[] = [];
    track.addEventListener('cuechange', () => events.push(`now: ${texts(track.activeCues).join()}`));
    for (const cue of track.cues!) for (const name of ['enter', 'exit']) cue.addEventListener(name, () => events.push(`${name}: ${texts([cue]).join()}`));
    media.currentTime = middle(track.cues![1]!);
    await until(() => events.length > 2, 'the second text is said');
    await settled();
    return events;
  });
  expect(told).toEqual([`exit: ${SAID.en[0]}`, `enter: ${SAID.en[1]}`, `now: ${SAID.en[1]}`]);
});

it('shows its narration in the language of the track that is shown', async () => {
  const player = await loaded();
  await until(() => player.draws > 0, 'it is drawn');
  const caption = (): string => part(player, 'hopline-caption', '.entry:not([data-ghost]) .narration').textContent.trim();
  const [english, korean] = player.textTracks as unknown as [TextTrack, TextTrack];
  const modes = (): string[] => [english.mode, korean.mode];

  english.mode = 'showing';
  await until(() => player.captions === 'on', 'the captions are on');
  await player.updateComplete;
  expect(caption()).toBe(SAID.en[0]);

  korean.mode = 'showing';
  await until(() => player.lang === 'ko', 'the language is Korean');
  await player.updateComplete;
  expect(caption()).toBe(SAID.ko[0]);
  await until(() => english.mode === 'disabled', 'the other one is no longer shown');
  expect(texts(player.textTracks[2]!.cues)).toEqual(['요청', '생각', '응답']);

  korean.mode = 'disabled';
  await until(() => player.captions === 'off', 'the captions are off');
  await player.updateComplete;
  expect(player.shadowRoot!.querySelector('hopline-caption')).toBeNull();

  // The other way round: what the player's own keys and buttons do is told by the tracks.
  const told = changes(player);
  player.captions = 'on';
  await told;
  expect(modes()).toEqual(['disabled', 'showing']);
  player.lang = 'en';
  await until(() => english.mode === 'showing' && korean.mode === 'disabled', 'the track of the other language is shown');
  player.captions = 'off';
  await until(() => english.mode === 'disabled', 'none is shown');
});

it('follows scenario, level and path', async () => {
  const player = mount();
  const told: string[] = [];
  for (const name of ['addtrack', 'removetrack']) player.textTracks.addEventListener(name, (event) => told.push(`${name} ${(event as TrackEvent).track?.kind}`));
  expect(player.textTracks.length).toBe(0);
  player.scenarios = [story(), story('short', SHORT)];
  await once(player, 'canplaythrough');
  await settled();
  expect(told).toEqual(['addtrack captions', 'addtrack captions', 'addtrack chapters']);

  player.textTracks[0]!.mode = 'hidden';
  await until(() => texts(player.textTracks[0]!.cues).length === 3, 'the texts are there');
  player.level = 2;
  await player.updateComplete;
  expect(texts(player.textTracks[0]!.cues)).toEqual([SAID.en[0], 'The Store reads its pages.', 'The Store sorts what it found.', SAID.en[2]]);
  expect(texts(player.textTracks[2]!.cues)).toEqual(['Ask', 'Think', 'Tell']);
  const end = (): number => player.textTracks[2]!.cues![1]!.endTime;
  player.level = 1;
  await player.updateComplete;
  const slow = end();
  expect(slow).toBe(player.steps[1]!.end);
  player.path = { way: 'fast' };
  await player.updateComplete;
  expect(end()).toBeLessThan(slow);

  await settled();
  told.length = 0;
  player.scenario = 'short';
  await once(player, 'canplaythrough');
  await until(() => player.textTracks.length === 2, 'the tracks of the other one are there');
  await settled();
  expect(told).toEqual(['removetrack captions', 'removetrack captions', 'removetrack chapters', 'addtrack captions', 'addtrack chapters']);
  expect(described(player)).toEqual([
    { kind: 'captions', label: 'Captions', language: '', mode: 'disabled' },
    { kind: 'chapters', label: 'Steps', language: '', mode: 'hidden' },
  ]);
  player.textTracks[0]!.mode = 'showing';
  await until(() => player.captions === 'on', 'the captions are on');
  await frames();
  expect(texts(player.textTracks[0]!.cues)).toEqual(['One &amp; only.']);
});

/** In no language, with a sign that has a meaning in cues. */
const SHORT = `hopline: 1
id: short
title: Short
architecture:
  id: pair
  title: Pair
  components:
    a:
      kind: service
      title: A
      at: [40, 80]
    b:
      kind: service
      title: B
      at: [640, 80]
  edges:
    - a -> b
steps:
  - id: only
    title: Only
    say: One & only.
    cite: https://kubernetes.io/docs/
    do:
      - send: a -> b
        label: hello
`;
