import type { Rect } from '../shared/geometry.ts';
import type { Lang } from '../shared/text.ts';
import { textWidth } from './measure.ts';
import { TYPE, WEIGHT } from './type.ts';
import { word, type StatusName } from './words.ts';

/** What hangs under a card. */
export interface Badge {
  readonly kind: 'badge' | 'count' | 'gauge' | 'status' | 'load';
  readonly text: string;
  /** What is left of the text where there is no room for it: of a status its sign alone. */
  readonly short?: string;
  /** Of a gauge: 0–1. */
  readonly share?: number;
  readonly status?: StatusName;
  /** Drawn as a failure. */
  readonly bad?: boolean;
  /** Its row would reach too far beyond the card: it stands closer to its neighbours, and its text to its rim. */
  readonly narrow?: boolean;
}

/** The facts at an instant that hang under a card. */
export interface BadgeFacts {
  readonly status: StatusName;
  /** Its status changes at some time, so that even `ready` is worth a word. */
  readonly changesStatus: boolean;
  readonly badge?: string | undefined;
  readonly count?: number | undefined;
  readonly gauge?: { readonly value: number; readonly label: string } | undefined;
  readonly load?: { readonly total: number; readonly active: number } | undefined;
}

/** Sizes of badges in map units. */
export const BADGE = {
  /** Together with the gap above it as high as the strip that the layout keeps free under a card. */
  height: 28,
  padding: 12,
  gap: 6,
  sign: 22,
  bar: 72,
  /** Between the card's foot and its badges. */
  hang: 8,
} as const;
/** Room in a row that would else reach beyond the group in which its card stands. */
const NARROW = { padding: 6.5, gap: 2 };
/** How much wider than its card a row may be: before its badges move together, before they take their short form, and before they go into a second row. */
const OVER = { narrow: 24, short: 72, row: 180 };

/** What hangs under a card, in a language: status, badge, count, gauge, and its share of the traffic. */
export function badgesFor({ status, changesStatus, badge, count, gauge, load }: BadgeFacts, lang: Lang): Badge[] {
  const badges: Badge[] = [];
  const shown = status !== 'ready' || changesStatus;
  // A badge that names the status says both.
  const said = shown && badge !== undefined && (badge.toLowerCase().includes(status) || badge.includes(word(status, lang)));
  if (shown) {
    const short = status === 'ready' ? { short: '' } : {};
    badges.push({ kind: 'status', status, text: said ? badge : word(status, lang), bad: status === 'failed', ...short });
  }
  if (load) badges.push({ kind: 'load', text: `${word('total', lang)} ${load.total} · ${word('active', lang)} ${load.active}` });
  if (badge && !said) badges.push({ kind: 'badge', text: badge });
  if (count !== undefined) badges.push({ kind: 'count', text: `×${count}` });
  if (gauge) badges.push({ kind: 'gauge', text: gauge.label || `${Math.round(gauge.value * 100)}%`, share: gauge.value });
  return badges;
}

/** Badges in the form in which they are drawn, each with its box: in rows centred under a card, below its foot, in the order given. */
export function placeBadges(card: Rect, foot: number, badges: readonly Badge[]): { readonly badge: Badge; readonly box: Rect }[] {
  const fitted = narrowed(shortened(badges, card.width + OVER.short), card.width + OVER.narrow);
  const boxes = rowsOf(card, foot, fitted);
  return fitted.map((badge, i) => ({ badge, box: boxes[i] as Rect }));
}

/** Between a badge's rim and what stands in it. */
export function paddingOf({ narrow }: Badge): number {
  return narrow ? NARROW.padding : BADGE.padding;
}

/** Short forms, one after the other, until all fit in one row; how traffic is counted never changes. */
function shortened(badges: readonly Badge[], room: number): readonly Badge[] {
  const list = [...badges];
  for (let i = list.length - 1; i >= 0 && rowWidth(list) > room; i--) {
    const badge = list[i] as Badge;
    if (badge.short !== undefined) list[i] = { ...badge, text: badge.short };
  }
  return list;
}

function narrowed(badges: readonly Badge[], room: number): readonly Badge[] {
  return rowWidth(badges) > room ? badges.map((badge) => ({ ...badge, narrow: true })) : badges;
}

/** Rows a little wider than the card, each centred. */
function rowsOf(card: Rect, foot: number, badges: readonly Badge[]): Rect[] {
  const rows: Badge[][] = [];
  for (const badge of badges) {
    const row = rows.at(-1);
    if (row && rowWidth([...row, badge]) <= card.width + OVER.row) row.push(badge);
    else rows.push([badge]);
  }
  return rows.flatMap((row, at) => {
    const y = foot + BADGE.hang + at * (BADGE.height + BADGE.gap);
    let x = card.x + card.width / 2 - rowWidth(row) / 2;
    return row.map((badge) => {
      const box = { x, y, width: widthOf(badge), height: BADGE.height };
      x += box.width + gapOf(badge);
      return box;
    });
  });
}

function rowWidth(row: readonly Badge[]): number {
  return row.reduce((sum, badge, at) => sum + widthOf(badge) + (at > 0 ? gapOf(badge) : 0), 0);
}

function gapOf({ narrow }: Badge): number {
  return narrow ? NARROW.gap : BADGE.gap;
}

function widthOf(badge: Badge): number {
  const text = Math.ceil(textWidth(badge.text, { size: TYPE.badge, weight: WEIGHT.strong }));
  const lead = badge.kind === 'status' ? (text > 0 ? BADGE.sign : BADGE.sign - 8) : badge.kind === 'gauge' ? BADGE.bar + BADGE.gap : 0;
  return Math.max(BADGE.height, text + lead + 2 * paddingOf(badge));
}
