import type { PresenterRoute } from '../router.ts';
import './presenter-page.ts';
import { newRoom } from './room.ts';

/** What the presenter's window shows; without a room, as by an address that somebody has typed, it has one of its own. */
export function openPresenter(route: PresenterRoute): PresenterRoute {
  return { ...route, room: route.room ?? newRoom() };
}
