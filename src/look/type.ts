/** The family of the bundled fonts, as the page knows it. */
export const FONT_FAMILY = 'Hopline Sans';

/** For `font-family` and canvas: the bundled font, then what a system has. */
export const FONT_STACK = `'${FONT_FAMILY}', system-ui, -apple-system, 'Segoe UI', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif`;

/** The two bundled weights. */
export type Weight = 500 | 700;
export const WEIGHT = { regular: 500, strong: 700 } as const satisfies Record<string, Weight>;

/** Font sizes in map units, for a picture of 1920 × 1080; a caption is in the page's px. */
export const TYPE = {
  title: 28, titleLeast: 22,
  subtitle: 22, subtitleLeast: 20,
  /** Title of a part inside a card. */
  part: 22, partLeast: 20,
  group: 26,
  label: 24, labelLeast: 20,
  number: 20,
  badge: 22, note: 20, count: 20,
  caption: 36,
  sequenceHead: 24, sequenceHeadLeast: 20,
  sequenceLabel: 22, fragment: 20,
  /** Numbers of rows: as large as their labels, since a diagram is often drawn smaller. */
  margin: 22,
} as const;

/** From one baseline to the next, in font sizes. */
export const LINE_HEIGHT = 1.28;

/** Lengths of the look in map units. */
export const SHAPE = {
  cardRadius: 16, groupRadius: 24, partRadius: 12, tagRadius: 12,
  cardHeight: 88, cardLeastHeight: 72, cardPadding: 16,
  /** The square behind an icon and the icon in it. */
  iconBox: 48, icon: 28, iconGap: 16,
  partHeight: 48, tagHeight: 40,
  /** `groupFoot`: under the lowest card of a group that grows with its cards, so that what hangs under the card stays within the frame. */
  groupPadding: 24, groupTitleHeight: 56, groupFoot: 40,
  /** A hop's label: pill around number chip and text. */
  pillHeight: 44, pillPadding: 16, chip: 32,
  token: 34, cross: 26,
  line: 2, activeLine: 4, iconStroke: 1.75,
} as const;
