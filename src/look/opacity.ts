/** Opacity of text that steps back. The stage draws with these numbers and `hopline check` computes contrasts from them. */
export const OPACITY = {
  /** A title that takes no part in the step: 4.5 : 1 on a card in every theme. */
  receded: 0.64,
  /** Outline and name of what is not there and takes no part: 4.5 : 1 on every group in every theme. */
  absent: 0.9,
  /** What a card without its parts is for. */
  role: 0.85,
  /** Rows and notes of the diagram that came, and that will come. */
  past: 0.92,
  future: 0.92,
} as const;

/** Shares of the upper colour in the grounds that lie under text. */
export const TINT = {
  /** Of the accent over the card. */
  part: 0.07, tag: 0.1,
  /** Of the accent over the page. */
  badge: 0.1, group: 0.05,
  /** Of the frame over the page, under the rows of the current step; in high contrast of the text. */
  band: 0.42, firmBand: 0.16,
} as const;
