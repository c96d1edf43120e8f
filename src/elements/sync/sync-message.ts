import type { Moment } from '../../compile/trace.ts';
import type { ChoicePath } from '../player-attributes.ts';

/** Where a player is, in a form that holds in every language and at every level. */
export interface SyncState {
  /** The scenario's own id, and its id among `scenarios`; empty where there are none. */
  readonly scenario: string;
  readonly source: string;
  readonly level: number;
  readonly path: ChoicePath;
  readonly rate: number;
  readonly moment: Moment;
  /** `step`: plays to the end of the step's actions only. */
  readonly playing: 'no' | 'step' | 'on';
  /** Seconds that the actions and the hold of this step last where it is shown: readers of another language need longer. */
  readonly lasts: readonly [act: number, hold: number];
}

/** Whose word a state is: the higher turn is the newer one; of two of the same turn the greater name holds, the same for everybody. */
export interface Stamp {
  readonly turn: number;
  readonly by: string;
}

/** What players in step tell each other. */
export type SyncMessage =
  | { readonly type: 'hello' | 'bye'; readonly from: string }
  | (Stamp & {
      readonly type: 'state';
      readonly from: string;
      /** The one that has asked; undefined: it is for all. */
      readonly to?: string | undefined;
      /** The sender is in a hidden window, where time stands still. */
      readonly hidden: boolean;
      readonly state: SyncState;
    });

/** Messages of another form are those of another version. */
export const FORM = 'hopline-sync-1';

/** What came over a channel as a message; undefined for everything else: whatever runs on the same origin may write there. */
export function readMessage(data: unknown): SyncMessage | undefined {
  if (!isRecord(data) || data['form'] !== FORM || typeof data['from'] !== 'string') return undefined;
  const { type, from, to, turn, by, hidden, state } = data;
  if (type === 'hello' || type === 'bye') return { type, from };
  if (type !== 'state' || !isTurn(turn) || typeof by !== 'string' || !(to === undefined || typeof to === 'string') || !isState(state)) return undefined;
  return { type, from, to, turn, by, hidden: hidden === true, state };
}

function isState(value: unknown): value is SyncState {
  if (!isRecord(value)) return false;
  const { scenario, source, level, path, rate, moment, playing, lasts } = value;
  const isPlaying = playing === 'no' || playing === 'step' || playing === 'on';
  const isPath = isRecord(path) && Object.values(path).every((option) => typeof option === 'string');
  const isLasts = Array.isArray(lasts) && lasts.length === 2 && lasts.every(isShare);
  return typeof scenario === 'string' && typeof source === 'string' && isShare(level) && isShare(rate) && isPlaying && isPath && isLasts && isMoment(moment);
}

function isMoment(value: unknown): value is Moment {
  if (!isRecord(value)) return false;
  const { step, part, fraction } = value;
  return typeof step === 'string' && (part === 'act' || part === 'hold') && isShare(fraction);
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isTurn(value: unknown): value is number {
  return Number.isSafeInteger(value) && isShare(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
