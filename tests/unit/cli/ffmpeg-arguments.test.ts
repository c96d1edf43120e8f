import { expect, it } from 'vitest';
import { chapterMetadata, ffmpegArguments, type FfmpegWork } from '../../../src/cli/ffmpeg-arguments.ts';

const WORK: FfmpegWork = { encoder: 'h264', width: 320, height: 180, fps: 25, duration: 2, transparent: false, tags: { title: 'A; title', stamp: 'ab' } };
const line = (more: Partial<FfmpegWork> = {}): string => ffmpegArguments({ ...WORK, ...more }, 'out').join(' ');

it('says what comes in and what goes out', () => {
  expect(line()).toMatch(/-f rawvideo -pix_fmt rgba -video_size 320x180 -framerate 25 -i pipe:0 -map 0:v -map_chapters -1 /);
  expect(line()).toMatch(/-c:v libx264 .*-pix_fmt yuv420p -g 50 -metadata title=A; title -metadata comment=hopline-inputs:ab -t 2 -movflags \+faststart\+write_colr -f mp4 out$/);
});

it('numbers the files that go into the film as they come', () => {
  const files = { sound: { path: 's.mp3', as: 'is' }, captions: { path: 'c.vtt', lang: 'kor' }, chapters: 'ch.txt' } as const;
  expect(line(files)).toContain('-i pipe:0 -i s.mp3 -i c.vtt -f ffmetadata -i ch.txt -map 0:v -map 1:a:0 -map 2:s:0 -map_chapters 3 ');
  expect(line(files)).toContain('-c:a copy -c:s mov_text -metadata:s:s:0 language=kor ');
  expect(line({ captions: files.captions, chapters: files.chapters })).toContain('-map 0:v -map 1:s:0 -map_chapters 2 ');
  expect(line({ sound: { path: 's.wav', as: 'made' } })).toContain('-c:a aac ');
});

it('keeps transparency and uncompressed sound in ProRes', () => {
  expect(line({ encoder: 'prores', transparent: true, sound: { path: 's.mp3', as: 'is' } })).toMatch(/-profile:v 4444 -pix_fmt yuva444p10le .*-c:a pcm_s16le .*-f mov out$/);
  expect(line({ encoder: 'prores' })).toContain('-profile:v hq -pix_fmt yuv422p10le');
});

it('writes chapters in the way that ffmpeg reads them', () => {
  expect(chapterMetadata([{ title: 'a=b; #1', start: 0, end: 1.5 }, { title: '둘', start: 1.5, end: 2 }])).toBe(
    ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1500\ntitle=a\\=b\\; \\#1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=1500\nEND=2000\ntitle=둘\n',
  );
});
