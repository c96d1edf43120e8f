import { describe, expect, it } from 'vitest';
import { ProgressBoard } from '../../../src/cli/progress-board.ts';
import { clock, cut, placesOf, progressLine } from '../../../src/cli/progress-line.ts';

describe('a line of progress', () => {
  const half = { done: 5172, frames: 10345, speed: 88.4 };

  it('has a bar, frames, frames a second and the time that is left', () => {
    expect(progressLine(half, 79)).toBe('████████████░░░░░░░░░░░░  49 %  5172 / 10345  88 frames/s  0:59 left');
    expect(progressLine(half, 199)).toBe(progressLine(half, 79));
    expect(progressLine({ done: 0, frames: 10, speed: 0 }, 79)).toBe('░░░░░░░░░░░░░░░░░░░░░░░░   0 %  0 / 10');
    expect(progressLine({ done: 10, frames: 10, speed: 5 }, 79)).toContain('100 %  10 / 10  5.0 frames/s  0:00 left');
  });

  it('becomes shorter where there is less room, and says as much as it can', () => {
    expect(progressLine(half, 39)).toBe('██████░░░░░░░ 49 % 5172/10345 88/s 0:59');
    expect(progressLine(half, 30)).toBe('49 % 5172/10345 88/s 0:59');
    expect(progressLine(half, 12)).toBe('49 % 5172/1…');
    for (let columns = 1; columns <= 210; columns++) expect(placesOf(progressLine(half, columns))).toBeLessThanOrEqual(columns);
  });

  it('counts and cuts what is wide', () => {
    expect(placesOf('파드 ab')).toBe(7);
    expect(cut('파드 생성', 7)).toBe('파드 …');
    expect(cut('파드', 4)).toBe('파드');
  });

  it('writes hours where there are any', () => {
    expect([0, 59.2, 61, 3600, 3725].map(clock)).toEqual(['0:00', '1:00', '1:01', '1:00:00', '1:02:05']);
  });
});

describe('the progress of several', () => {
  const TASKS = [{ name: '파드-생성.mp4', frames: 100 }, { name: 'dns.mp4', frames: 100 }, { name: 'etcd.mp4', frames: 200 }];

  function watch(columns: number, tasks = TASKS): { board: ProgressBoard; lines: string[]; wait: (seconds: number) => void } {
    const lines: string[] = [];
    let time = 0;
    const board = new ProgressBoard(tasks, { status: (line) => void lines.push(line), columns: () => columns }, () => time);
    return { board, lines, wait: (seconds) => void (time += 1000 * seconds) };
  }

  it('is one line for all that are under way, in any width', () => {
    const told = [40, 80, 200].map((columns) => {
      const { board, lines, wait } = watch(columns);
      const [one, other] = [board.follow(0), board.follow(1)];
      one?.(0);
      wait(2);
      one?.(20);
      other?.(30);
      expect(lines.every((line) => placesOf(line) < columns)).toBe(true);
      return lines.at(-1);
    });
    expect(told).toEqual([
      '[0/3] █░░░░░░░░░░ 12 % 50/400 25/s 0:14',
      '[0/3] ███░░░░░░░░░░░░░░░░░░░░░  12 %  50 / 400  25 frames/s  0:14 left',
      '[0/3] ███░░░░░░░░░░░░░░░░░░░░░  12 %  50 / 400  25 frames/s  0:14 left  파드-생성.mp4 20 %, dns.mp4 30 %',
    ]);
  });

  it('counts what has ended, and forgets what needed nothing', () => {
    const { board, lines, wait } = watch(200);
    board.end(0, false);
    board.follow(1)?.(0);
    wait(4);
    board.follow(1)?.(100);
    board.end(1, true);
    board.follow(2)?.(100);
    expect(lines.at(-1)).toBe('[2/3] ████████████████░░░░░░░░  66 %  200 / 300  50 frames/s  0:02 left  etcd.mp4 50 %');
  });

  it('is no list where there is one', () => {
    const { board, lines } = watch(80, [{ name: 'a.mp4', frames: 4 }]);
    board.follow(0)?.(1);
    expect(lines).toEqual(['██████░░░░░░░░░░░░░░░░░░  25 %  1 / 4']);
  });

  it('is silent where nobody is watching', () => {
    expect(new ProgressBoard(TASKS, {}).follow(0)).toBeUndefined();
  });
});
