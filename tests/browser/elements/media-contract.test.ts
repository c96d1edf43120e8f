import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { makeFilm } from './film.ts';
import { loaded, mount, once, record, settled, until } from './support.ts';
import { story } from './story.ts';

/** What player and real media element share. */
type Media = Pick<HTMLMediaElement,
  'play' | 'pause' | 'load' | 'fastSeek' | 'currentTime' | 'playbackRate' | 'defaultPlaybackRate' | 'volume' | 'muted' | 'loop' | 'paused' | 'ended' | 'duration' | 'readyState'> & EventTarget;

let film = '';
beforeAll(async () => void (film = await makeFilm(2)));
afterAll(() => URL.revokeObjectURL(film));

async function realMedia(): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.src = film;
  document.body.append(video);
  onTestFinished(() => video.remove());
  await once(video, 'canplaythrough');
  await settled();
  return video;
}

/** Without what a media element tells of its buffer, which runs dry with each seek; ours cannot. */
function withoutBuffering(events: readonly string[]): string[] {
  const loading = events.includes('loadstart');
  let playing = false;
  return events.filter((name) => {
    if (name === 'waiting' || (!loading && name.startsWith('canplay'))) return false;
    if (name === 'play' || name === 'pause') playing = false;
    if (name !== 'playing') return true;
    const again = playing;
    playing = true;
    return !again;
  }).filter((name, at, all) => name !== 'timeupdate' || all[at - 1] !== name);
}

/** Runs the same script on a real media element and on a player, and compares what they told. */
async function same(script: (media: Media) => Promise<void>, properties: { muted?: boolean } = {}): Promise<string[]> {
  const lists: string[][] = [];
  for (const media of [await realMedia(), await loaded(properties)] as Media[]) {
    const events = record(media);
    await script(media);
    await settled();
    lists.push(withoutBuffering(events));
  }
  expect(lists[1]).toEqual(lists[0]);
  return lists[1]!;
}

it('tells play and pause as a media element does', async () => {
  const events = await same(async (media) => {
    await media.play();
    expect(media.paused).toBe(false);
    media.pause();
    expect(media.paused).toBe(true);
    await settled();
  });
  expect(events).toEqual(['play', 'playing', 'timeupdate', 'pause']);
});

it('tells a seek while paused as a media element does', async () => {
  const events = await same(async (media) => {
    const done = once(media, 'seeked');
    media.currentTime = 1;
    expect(media.currentTime).toBe(1);
    await done;
  });
  expect(events).toEqual(['seeking', 'timeupdate', 'seeked']);
});

it('tells only the end of the last of several seeks, as a media element does', async () => {
  await same(async (media) => {
    const done = once(media, 'seeked');
    media.currentTime = 0.5;
    media.currentTime = 1;
    media.currentTime = 1.5;
    await done;
  });
});

it('tells a change of speed as a media element does', async () => {
  await same(async (media) => {
    const done = once(media, 'ratechange');
    media.playbackRate = 2;
    expect(media.playbackRate).toBe(2);
    await done;
  });
});

it('tells its end as a media element does', async () => {
  const events = await same(async (media) => {
    media.currentTime = media.duration - 0.4;
    await once(media, 'seeked');
    const done = once(media, 'ended');
    await media.play();
    await done;
    expect([media.paused, media.ended, media.currentTime]).toEqual([true, true, media.duration]);
  });
  expect(events.slice(-3)).toEqual(['timeupdate', 'pause', 'ended']);
});

it('begins anew after its end as a media element does', async () => {
  await same(async (media) => {
    media.currentTime = media.duration;
    await once(media, 'seeked');
    await until(() => media.ended, 'it has ended');
    await settled();
    const seeked = once(media, 'seeked');
    await media.play();
    await seeked;
    expect(media.currentTime).toBeLessThan(0.5);
    media.pause();
    await settled();
  });
});

it('goes round in a loop as a media element does', async () => {
  const events = await same(async (media) => {
    media.loop = true;
    media.currentTime = media.duration - 0.4;
    await once(media, 'seeked');
    await media.play();
    await once(media, 'seeked');
    expect(media.paused).toBe(false);
    media.pause();
    await settled();
  });
  expect(events).not.toContain('ended');
});

it('breaks the promise of play() when it is paused before it plays, as a media element does', async () => {
  const lists: string[][] = [];
  const video = Object.assign(document.createElement('video'), { muted: true });
  for (const media of [video, mount()]) {
    const events = record(media);
    if (media === video) video.src = film;
    else (media as ReturnType<typeof mount>).scenarios = [story()];
    const promise = media.play();
    expect(media.paused).toBe(false);
    media.pause();
    await expect(promise).rejects.toMatchObject({ name: 'AbortError' });
    await once(media, 'canplaythrough');
    lists.push(events.filter((name) => name === 'play' || name === 'playing' || name === 'pause'));
    expect(media.paused).toBe(true);
  }
  expect(lists[1]).toEqual(lists[0]);
});

it('plays when it is loaded if that was asked for before, as a media element does', async () => {
  const player = mount({ scenarios: [story()] });
  const events = record(player);
  await player.play();
  expect(player.paused).toBe(false);
  expect(events.filter((name) => name.startsWith('play'))).toEqual(['play', 'playing']);
});

it('loads with the events of a media element, in their order', async () => {
  const video = document.createElement('video');
  const player = mount();
  const lists: string[][] = [];
  for (const media of [video, player]) {
    const events = record(media);
    if (media === video) video.src = film;
    else player.scenarios = [story()];
    await once(media, 'canplaythrough');
    lists.push(events);
  }
  expect(lists[1]).toEqual(['loadstart', 'durationchange', 'loadedmetadata', 'loadeddata', 'canplay', 'canplaythrough']);
  expect(lists[1]).toEqual(lists[0]);
  expect([player.readyState, player.networkState, player.error]).toEqual([4, 1, null]);
});

it('tells a second load as a media element does', async () => {
  await same(async (media) => {
    const done = once(media, 'canplaythrough');
    media.load();
    await done;
  });
});

it('tells a failing load as a media element does', async () => {
  const lists: string[][] = [];
  for (const media of [Object.assign(document.createElement('video'), { muted: true }), mount()]) {
    const events = record(media);
    media.src = '/no-such-file';
    await once(media, 'error');
    lists.push(events);
    expect(media.networkState).toBe(3);
    expect(media.readyState).toBe(0);
    expect(media.error?.code).toBe(4);
    await expect(media.play()).rejects.toMatchObject({ name: 'NotSupportedError' });
  }
  expect(lists[1]).toEqual(lists[0]);
});

/** What media elements have and the player does not offer: it has no sound, no tracks of a page's own, no keys, one way to load, and no picture in picture. */
const LEFT_OUT = [
  'addTextTrack', 'audioTracks', 'canPlayType', 'captureStream', 'controlsList', 'crossOrigin', 'disableRemotePlayback', 'getStartDate', 'loading', 'mediaKeys', 'onencrypted',
  'onwaitingforkey', 'preload', 'remote', 'setMediaKeys', 'setSinkId', 'sinkId', 'srcObject', 'videoTracks', 'webkitAudioDecodedByteCount', 'webkitVideoDecodedByteCount',
];

it('has every member of a media element that it does not leave out, of the same type', async () => {
  const [video, player] = [document.createElement('video'), mount()] as unknown as Record<string, unknown>[];
  const names = Object.keys(Object.getOwnPropertyDescriptors(HTMLMediaElement.prototype)).filter((name) => name !== 'constructor' && !LEFT_OUT.includes(name));
  expect(names.length).toBeGreaterThan(30);
  for (const name of names) expect([name, typeof player![name]]).toEqual([name, typeof video![name]]);
  expect(LEFT_OUT.filter((name) => name in player!)).toEqual([]);
});

it('has the defaults of a media element', () => {
  const video = document.createElement('video');
  const player = mount();
  const names = [
    'paused', 'ended', 'seeking', 'loop', 'autoplay', 'controls', 'playbackRate', 'defaultPlaybackRate', 'preservesPitch', 'currentTime', 'duration', 'readyState', 'networkState',
    'error', 'src', 'currentSrc', 'poster', 'muted', 'defaultMuted', 'volume', 'NETWORK_EMPTY', 'NETWORK_NO_SOURCE', 'HAVE_NOTHING', 'HAVE_ENOUGH_DATA',
  ] as const;
  for (const name of names) expect([name, player[name]]).toEqual([name, video[name]]);
  for (const name of ['buffered', 'seekable', 'played'] as const) expect(player[name].length).toBe(0);
  expect(() => player.buffered.start(0)).toThrow(/range/);
  expect(Object.assign(document.createElement('hopline-player'), { src: 'flow.yaml' }).currentSrc).toBe('');
});

it('keeps volume and silence, and tells of them as a media element does', async () => {
  const events = await same(async (media) => {
    media.muted = false;
    media.volume = 0.5;
    media.volume = 0.5;
    media.muted = true;
    expect([media.volume, media.muted]).toEqual([0.5, true]);
    expect(() => (media.volume = 2)).toThrow(expect.objectContaining({ name: 'IndexSizeError' }) as Error);
    expect(() => (media.volume = Number.NaN)).toThrow(TypeError);
    await settled();
  }, { muted: true });
  expect(events).toEqual(['volumechange', 'volumechange', 'volumechange']);
  const [video, player] = [document.createElement('video'), mount()];
  for (const media of [video, player]) media.setAttribute('muted', '');
  expect([video.defaultMuted, player.defaultMuted]).toEqual([true, true]);
});

it('goes back to its usual speed with a load, as a media element does, once someone has set one', async () => {
  await same(async (media) => {
    media.defaultPlaybackRate = 1.5;
    media.playbackRate = 2;
    const done = once(media, 'canplaythrough');
    media.load();
    await done;
    expect(media.playbackRate).toBe(1.5);
  });
  const player = await loaded({ rate: 2 });
  player.load();
  await once(player, 'canplaythrough');
  expect(player.playbackRate).toBe(2);
});

it('waits as a media element does when it has to play what is not loaded', async () => {
  const lists: string[][] = [];
  const [video, player] = [Object.assign(document.createElement('video'), { muted: true }), mount()];
  for (const media of [video, player]) {
    const events = record(media);
    if (media === video) video.src = film;
    else player.scenarios = [story()];
    await media.play();
    await settled();
    // A media element may wait twice.
    lists.push(events.filter((name, at) => name !== 'timeupdate' && name !== events[at - 1]));
    media.pause();
  }
  expect(lists[1]).toEqual(lists[0]);
  expect(lists[1]).toContain('waiting');
});

it('names what it has loaded in full, as a media element does', async () => {
  const player = mount({ src: '/no-such-file.yaml' });
  await once(player, 'error');
  expect(player.currentSrc).toBe(new URL('/no-such-file.yaml', location.href).href);
});

it('starts where it is told to before it is loaded', async () => {
  const player = mount({ scenarios: [story()] });
  player.currentTime = 1.5;
  await once(player, 'seeked');
  expect(player.currentTime).toBe(1.5);
});

it('plays by itself when it may', async () => {
  const player = mount({ scenarios: [story()], autoplay: true });
  const events = record(player);
  await once(player, 'playing');
  expect(events).toEqual(['loadstart', 'durationchange', 'loadedmetadata', 'loadeddata', 'canplay', 'canplaythrough', 'play', 'playing']);
  expect(player.paused).toBe(false);
});

it('tells what was played', async () => {
  const player = await loaded();
  await player.play();
  await until(() => player.currentTime > 0.2, 'some time has passed');
  player.pause();
  expect(player.played.length).toBe(1);
  expect(player.played.start(0)).toBeLessThan(0.1);
  expect(player.played.end(0)).toBeCloseTo(player.currentTime, 3);
  expect(player.buffered.end(0)).toBe(player.duration);
});
