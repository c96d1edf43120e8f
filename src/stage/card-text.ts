import type { CardText, FittedText, NodeBox } from '../layout/types.ts';
import { fitText } from '../look/fit.ts';
import { LINE_HEIGHT, SHAPE, TYPE } from '../look/type.ts';

/** The square behind the icon of a card whose parts are not drawn. */
export const ALONE_ICON = 64;
export const ALONE_PADDING = 24;
/** Between second line and role. */
export const ROLE_GAP = 6;

/** What a card says whose parts are not drawn: a larger title and, where there is room, what it is for. */
export interface AloneText {
  readonly title: FittedText;
  readonly role: FittedText;
}

/** No title is larger; it stays the card's first line, not a heading. */
const LARGEST_TITLE = 34;
const NO_LINES: FittedText = { lines: [], size: TYPE.subtitle };

/** The larger title of a card without its parts, and its role where all of that fits under the second line. */
export function aloneText({ title, subtitle }: CardText, role: string, box: NodeBox, hasIcon: boolean): AloneText {
  const width = box.width - 2 * ALONE_PADDING - (hasIcon ? ALONE_ICON + SHAPE.iconGap : 0);
  // The larger icon takes room from the title: where the written size does not fit in one line, two lines, then smaller ones.
  const fit = (minSize: number, lines: number) => fitText(title.lines.join(' '), { width, size: LARGEST_TITLE, minSize, weight: 700, maxLines: lines });
  const shown = [fit(title.size, 1), fit(title.size, 2), fit(TYPE.titleLeast, 1), fit(TYPE.titleLeast, 2)].find(({ overflow }) => !overflow) ?? title;
  const height = (text: FittedText): number => text.lines.length * text.size * LINE_HEIGHT;
  const room = box.height - 2 * SHAPE.cardPadding - height(shown) - height(subtitle) - ROLE_GAP;
  const maxLines = Math.min(3, Math.floor(room / (TYPE.subtitle * LINE_HEIGHT)));
  if (role === '' || maxLines < 1) return { title: shown, role: NO_LINES };
  const fitted = fitText(role, { width, size: TYPE.subtitle, minSize: TYPE.subtitleLeast, weight: 500, maxLines });
  return { title: shown, role: fitted.overflow ? NO_LINES : fitted };
}
