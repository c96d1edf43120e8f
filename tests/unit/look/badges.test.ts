import { expect, it } from 'vitest';
import { badgesFor, placeBadges, type Badge } from '../../../src/look/badges.ts';

const CARD = { x: 100, y: 50, width: 168, height: 56 };
const FOOT = 106;

const boxesOf = (badges: readonly Badge[]) => placeBadges(CARD, FOOT, badges).map(({ box }) => box);
const width = (boxes: readonly { x: number; width: number }[]): number => Math.max(...boxes.map(({ x, width: wide }) => x + wide)) - Math.min(...boxes.map(({ x }) => x));

it('stand in one row, in order, centred under their card, and none on another', () => {
  for (const lang of ['en', 'ko']) {
    const badges = badgesFor({ status: 'ready', changesStatus: true, load: { total: 4, active: 0 }, badge: 'silent' }, lang);
    const boxes = boxesOf(badges);
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
    boxes.slice(1).forEach((box, i) => expect(box.x).toBeGreaterThan(boxes[i]!.x + boxes[i]!.width));
    const middle = (boxes[0]!.x + boxes.at(-1)!.x + boxes.at(-1)!.width) / 2;
    expect(middle).toBeCloseTo(CARD.x + CARD.width / 2, 6);
  }
});

it('move together where they would reach far beyond the card, and only there', () => {
  const [first, second] = [{ kind: 'badge', text: 'replicas 12' }, { kind: 'badge', text: 'generation 9' }] as const;
  const placed = placeBadges(CARD, FOOT, [first, second]);
  expect(placed.every(({ badge }) => badge.narrow)).toBe(true);
  const apart = [first, second].map((badge) => width(boxesOf([badge]))).reduce((sum, each) => sum + each, 0);
  expect(width(placed.map(({ box }) => box))).toBeLessThan(apart);
  expect(placeBadges({ ...CARD, width: 400 }, FOOT, [first, second]).some(({ badge }) => badge.narrow)).toBe(false);
});

it('go into a second row where a row is too long, a status having lost its word before', () => {
  const badges = badgesFor({ status: 'ready', changesStatus: true, badge: 'waits for a volume in zone AZ-1', count: 3, load: { total: 1200, active: 34 } }, 'en');
  const placed = placeBadges(CARD, FOOT, badges);
  expect(placed[0]!.badge.text).toBe('');
  expect(new Set(placed.map(({ box }) => box.y)).size).toBeGreaterThan(1);
});
