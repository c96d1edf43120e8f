import { expect, it } from 'vitest';
import { outlineOf } from '../../../../src/app/deck/outline.ts';
import { sessionAddress, slideOf } from '../../../../src/app/session/session-agenda.ts';
import { routeOf } from '../../../../src/app/router.ts';
import { shippedSession } from '../../session.ts';

const session = shippedSession();

it.each(session.parts.map((part, index) => [part.id, part, index] as const))('the part %s begins on a slide that the deck has', (_, part, index) => {
  expect(outlineOf(session, {}).map(({ id }) => id)).toContain(slideOf(part, index));
});

it('the address of a part leads to it', () => {
  expect(routeOf(sessionAddress(session))).toEqual({ page: 'session', session: session.id });
  for (const { id } of session.parts) expect(routeOf(sessionAddress(session, id))).toEqual({ page: 'session', session: session.id, part: id });
});
