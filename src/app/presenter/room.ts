import { formatLink, type Link } from '../link.ts';

/** What a presenter's window and its audience's have in common: the name under which their players are in step. */
export type Room = string;

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const AUDIENCE = 'hopline-audience-';

/** A name that nobody else has. */
export function newRoom(): Room {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** The name of the audience's window: it outlives a reload, and the presenter finds the window by it. */
export function audienceName(room: Room): string {
  return AUDIENCE + room;
}

/** The name of the presenter's window. */
export function presenterName(room: Room): string {
  return `hopline-presenter-${room}`;
}

/** The room that a window belongs to, by its name; undefined for a window that has no presenter. */
export function roomOf(name: string): Room | undefined {
  return name.startsWith(AUDIENCE) ? name.slice(AUDIENCE.length) : undefined;
}

/** The fragment of a presenter's window. */
export function presenterAddress(room: Room, link?: Link): string {
  return `#/presenter/~${room}${link ? formatLink(link).slice(1) : ''}`;
}
