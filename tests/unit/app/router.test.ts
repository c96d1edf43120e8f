import { describe, expect, it } from 'vitest';
import { routeOf } from '../../../src/app/router.ts';

describe('the address', () => {
  it.each(['', '#', '#/'])('without a scenario opens the player: %s', (fragment) => {
    expect(routeOf(fragment)).toEqual({ page: 'player' });
  });

  it.each([
    ['#/session', { page: 'session' }],
    ['#/session/', { page: 'session' }],
    ['#/session/week2-day1-session8', { page: 'session', session: 'week2-day1-session8' }],
    ['#/session/week2-day1-session8/discussion', { page: 'session', session: 'week2-day1-session8', part: 'discussion' }],
  ])('leads to a session and its parts: %s', (fragment, route) => {
    expect(routeOf(fragment)).toEqual(route);
  });

  it('leads to the gallery', () => {
    expect(routeOf('#/gallery')).toEqual({ page: 'gallery' });
  });

  it('leads to a scenario', () => {
    expect(routeOf('#/shop/order/pay?level=2')).toEqual({
      page: 'player',
      link: { scenario: 'shop/order', path: {}, level: 2, moment: { step: 'pay', part: 'act', fraction: 0 } },
    });
  });

  it('keeps what it does not understand, to say so', () => {
    expect(routeOf('#/nonsense')).toEqual({ page: 'player', unknown: 'nonsense' });
  });
});
