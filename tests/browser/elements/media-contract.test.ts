import { expect, it, onTestFinished } from 'vitest';
import { loaded, mount, once, record, settled, until } from './support.ts';
import { story } from './story.ts';

/** What player and real media element share. */
type Media = Pick<HTMLMediaElement, 'play' | 'pause' | 'load' | 'currentTime' | 'playbackRate' | 'loop' | 'paused' | 'ended' | 'duration' | 'readyState'> & EventTarget;

/** Two seconds of silence, as the smallest file that every browser plays. */
function silence(seconds: number): string {
  const rate = 8000;
  const bytes = new DataView(new ArrayBuffer(44 + rate * seconds));
  const text = (at: number, value: string): void => [...value].forEach((c, i) => bytes.setUint8(at + i, c.charCodeAt(0)));
  text(0, 'RIFF'); bytes.setUint32(4, 36 + rate * seconds, true); text(8, 'WAVEfmt '); bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true); bytes.setUint16(22, 1, true); bytes.setUint32(24, rate, true); bytes.setUint32(28, rate, true);
  bytes.setUint16(32, 1, true); bytes.setUint16(34, 8, true); text(36, 'data'); bytes.setUint32(40, rate * seconds, true);
  for (let i = 0; i < rate * seconds; i++) bytes.setUint8(44 + i, 128);
  const url = URL.createObjectURL(new Blob([bytes.buffer as ArrayBuffer], { type: 'audio/wav' }));
  onTestFinished(() => URL.revokeObjectURL(url));
  return url;
}

async function realMedia(): Promise<Media> {
  const video = document.createElement('video');
  video.muted = true;
  video.src = silence(2);
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
async function same(script: (media: Media) => Promise<void>): Promise<string[]> {
  const lists: string[][] = [];
  for (const media of [await realMedia(), (await loaded()) as unknown as Media]) {
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
    media.currentTime = media.duration - 0.1;
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
    media.currentTime = media.duration - 0.1;
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
    if (media === video) video.src = silence(1);
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
    if (media === video) video.src = silence(1);
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

it('has the defaults of a media element', () => {
  const video = document.createElement('video');
  const player = mount();
  const names = ['paused', 'ended', 'seeking', 'loop', 'autoplay', 'controls', 'playbackRate', 'currentTime', 'duration', 'readyState', 'networkState', 'error', 'src', 'poster'] as const;
  for (const name of names) expect([name, player[name]]).toEqual([name, video[name]]);
  for (const name of ['buffered', 'seekable', 'played'] as const) expect(player[name].length).toBe(0);
  expect(() => player.buffered.start(0)).toThrow(/range/);
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
