import type { DiagramNode } from '../scenario/model.ts';
import type { Size } from '../shared/geometry.ts';
import { textIn, type Lang } from '../shared/text.ts';
import { fitText } from '../look/fit.ts';
import { textWidth } from '../look/measure.ts';
import { LINE_HEIGHT, SHAPE, TYPE, WEIGHT } from '../look/type.ts';
import { upTo8 } from './rects.ts';
import type { CardText, FittedText, NodeBox } from './types.ts';

type Shape = NodeBox['shape'];

/** Height of a card's upper part when parts stand below it. */
export const HEAD_HEIGHT = 80;

/** Room at the left and right of the text of a part and of a tag; a tag has a small icon before its text. */
const SMALL_PADDING = 14;
const TAG_ICON = 30;
/** Above and below the text of a card that is as low as cards may be. */
const LEAST_RIM = 4;
/** Wider cards than this are made by their authors only. */
const WIDEST = 400;

const NOTHING: FittedText = { lines: [], size: TYPE.subtitle };

/** What stands left and right of a box's text, in map units. */
export function textInset(shape: Shape): { readonly left: number; readonly right: number } {
  if (shape === 'part') return { left: SMALL_PADDING, right: SMALL_PADDING };
  if (shape === 'tag') return { left: SMALL_PADDING + TAG_ICON, right: SMALL_PADDING };
  return { left: SHAPE.cardPadding + SHAPE.iconBox + SHAPE.iconGap, right: SHAPE.cardPadding };
}

const titleSize = (shape: Shape): number => (shape === 'card' ? TYPE.title : TYPE.part);

/** The width that the widest language's text asks for, inset included, a multiple of 8. */
export function wantedWidth(node: DiagramNode, shape: Shape, languages: readonly Lang[]): number {
  const inset = textInset(shape);
  const widths = languages.map((lang) => Math.max(
    textWidth(textIn(node.title, lang), { size: titleSize(shape), weight: WEIGHT.strong }),
    shape === 'card' ? textWidth(textIn(node.subtitle, lang), { size: TYPE.subtitle, weight: WEIGHT.regular }) : 0,
  ));
  return Math.min(WIDEST, upTo8(inset.left + inset.right + Math.max(0, ...widths) + 2));
}

/** The size of a card without parts, of a part or of a tag that no author gave a size. */
export function wantedSize(node: DiagramNode, shape: Shape, languages: readonly Lang[]): Size {
  const height = shape === 'card' ? SHAPE.cardHeight : shape === 'part' ? SHAPE.partHeight : SHAPE.tagHeight;
  return { width: wantedWidth(node, shape, languages), height };
}

const heightOf = (text: FittedText): number => text.lines.length * text.size * LINE_HEIGHT;

function fitTitle(text: string, shape: Shape, box: Size): FittedText {
  const inset = textInset(shape);
  const small = shape !== 'card';
  const size = titleSize(shape);
  return fitText(text, {
    width: box.width - inset.left - inset.right, size, minSize: small ? TYPE.partLeast : TYPE.titleLeast, weight: WEIGHT.strong,
    maxLines: box.height >= 2 * size * LINE_HEIGHT + 8 ? 2 : 1,
  });
}

/** The texts of a box in one language, fitted: a title takes a second line where there is room for it and the second line loses its own before it. */
function fitOne(node: DiagramNode, shape: Shape, box: Size, lang: Lang): CardText {
  const title = fitTitle(textIn(node.title, lang), shape, box);
  const inset = textInset(shape);
  const text = textIn(node.subtitle, lang);
  const line = TYPE.subtitleLeast * LINE_HEIGHT;
  const room = Math.floor((box.height - 2 * LEAST_RIM - heightOf(title)) / line);
  if (text === '' || room < 1 || shape === 'tag') return { title, subtitle: NOTHING };
  const subtitle = fitText(text, {
    width: box.width - inset.left - inset.right, size: TYPE.subtitle, minSize: TYPE.subtitleLeast, weight: WEIGHT.regular, maxLines: Math.min(2, room),
  });
  return { title, subtitle };
}

/** The texts of a box in all languages. `box` is the part of it that holds the text. */
export function cardTexts(node: DiagramNode, shape: Shape, box: Size, languages: readonly Lang[]): ReadonlyMap<Lang, CardText> {
  return new Map(languages.map((lang) => [lang, fitOne(node, shape, box, lang)]));
}
