import { describe, expect, it } from 'vitest';
import { numberedName, readOptions, type RecordOptions } from '../../../src/cli/record-options.ts';

const USUAL: RecordOptions = { theme: 'dark', level: '1', view: 'map', rate: '1', captions: 'burn' };
const read = (out: string, more: Partial<RecordOptions> = {}): ReturnType<typeof readOptions> => readOptions({ ...USUAL, ...more }, out);

describe('the flags of hopline record', () => {
  it('choose the format by the ending', () => {
    expect(read('a/pod.mp4').kind).toEqual({ kind: 'film', format: 'mp4' });
    expect(read('pod.WEBM').kind).toEqual({ kind: 'film', format: 'webm' });
    expect(read('pod.png', { at: '3' }).kind).toEqual({ kind: 'picture' });
    expect(read('frames/%05d.png').kind).toEqual({ kind: 'frames' });
    expect(read('pod.gif')).toMatchObject({ kind: { kind: 'moving', format: 'gif' }, width: 960, height: 540, fps: 15 });
    expect(read('pod.apng', { size: '721x405' })).toMatchObject({ kind: { kind: 'moving', format: 'apng' }, width: 721 });
    expect(() => read('pod.avi')).toThrow('.mp4, .webm, .mov, .gif, .apng or .png');
    expect(() => read('pod.png')).toThrow('pod-%05d.png');
    expect(() => read('pod.mp4', { at: '3' })).toThrow('--at');
    expect(() => read('pod.png', { at: '3', to: '4' })).toThrow('--at');
  });

  it('know sizes by name and by number, and only even ones for films', () => {
    expect(read('a.mp4', { size: '4K' })).toMatchObject({ width: 3840, height: 2160 });
    expect(read('a.mp4', { size: '1080x1920' })).toMatchObject({ width: 1080, height: 1920 });
    expect(() => read('a.mp4', { size: '1281x719' })).toThrow('1282x720');
    expect(read('a.png', { size: '1281x719', at: '0' })).toMatchObject({ width: 1281, height: 719 });
    expect(() => read('a.mp4', { size: 'huge' })).toThrow('720p');
    expect(() => read('a.mp4', { size: '9000x2000' })).toThrow('7680');
    expect(() => read('a.mp4', { size: '0x100' })).toThrow('--size');
  });

  it.each([
    ['fps', '0'], ['fps', '121'], ['fps', 'fast'], ['rate', '-1'], ['rate', '0'], ['theme', 'pink'], ['view', 'both'], ['captions', 'sung'], ['split', 'words'],
  ] as const)('refuse --%s %s with what would be right', (flag, value) => {
    expect(() => read('a.mp4', { [flag]: value })).toThrow(`--${flag} is`);
  });

  it('take captions into films alone, and split what moves', () => {
    expect(read('a.webm', { captions: 'embed', split: 'steps' })).toMatchObject({ captions: 'embed', split: true });
    expect(read('a.gif', { captions: 'file' }).captions).toBe('file');
    expect(() => read('a.gif', { captions: 'embed' })).toThrow('--captions file');
    expect(() => read('a.png', { at: '1', split: 'steps' })).toThrow('.mp4, .webm, .mov, .gif or .apng');
  });

  it('choose the codec among those that the file can have', () => {
    expect(read('a.webm', { codec: 'av1' }).coding).toEqual({ codec: 'av1' });
    expect(read('a.mp4').coding).toBeUndefined();
    expect(() => read('a.webm', { codec: 'h264' })).toThrow('A .webm has vp9 or av1, not h264');
    expect(() => read('a.webm', { codec: 'h265' })).toThrow('--codec is one of h264, vp9, av1');
    expect(() => read('a.gif', { codec: 'vp9' })).toThrow('--codec is for a .mp4 or .webm');
  });

  it('leave the ground out where the file can be transparent', () => {
    expect(read('a.webm', { transparent: true })).toMatchObject({ transparent: true, coding: { transparent: true } });
    for (const name of ['a.mov', 'a.apng', '%d.png']) expect(read(name, { transparent: true }).transparent).toBe(true);
    expect(() => read('a.mp4', { transparent: true })).toThrow('A .mp4 has no transparency. End the name in .webm, .mov, .apng or .png.');
    expect(() => read('a.gif', { transparent: true })).toThrow('every edge would be jagged');
    expect(() => read('a.webm', { transparent: true, codec: 'av1' })).toThrow('leave --codec out');
  });

  it('take a sound for whole films alone', () => {
    expect(read('a.mov', { audio: 'a.mp3' }).kind).toEqual({ kind: 'raw', encoder: 'prores' });
    expect(() => read('a.gif', { audio: 'a.mp3' })).toThrow('--audio is heard with a film');
    expect(() => read('a.mp4', { audio: 'a.mp3', split: 'steps' })).toThrow('--audio goes with a whole film');
  });

  it('limit the size of a GIF alone', () => {
    expect(read('a.gif', { maxSize: '2.5MB' }).mostBytes).toBe(2_500_000);
    expect(() => read('a.gif', { maxSize: 'small' })).toThrow('10MB');
    expect(() => read('a.webm', { maxSize: '2MB' })).toThrow('--max-size is for a .gif');
  });

  it('number the names of frames', () => {
    expect(numberedName('f/%05d.png', 7)).toBe('f/00007.png');
    expect(numberedName('f-%d.png', 123)).toBe('f-123.png');
  });
});
