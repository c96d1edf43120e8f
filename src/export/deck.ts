import type { StepMark, Trace } from '../compile/trace.ts';
import { base64 } from '../shared/base64.ts';
import { speakerNotes } from './speaker-notes.ts';

/** A slide of a deck: one step of a story. Pictures and clips are the bytes of files. */
export interface DeckSlide {
  readonly title: string;
  /** A PNG of the whole step. */
  readonly poster: Uint8Array;
  /** An MP4 that plays in its place, where there is one. */
  readonly clip?: Uint8Array;
  /** What the speaker says. */
  readonly notes: string;
}

/** A deck of slides. */
export interface Deck {
  readonly title: string;
  /** Of the pictures, px: the slides have their shape. */
  readonly width: number;
  readonly height: number;
  /** Six hexadecimal digits. */
  readonly background: string;
  readonly slides: readonly DeckSlide[];
}

/** The slide of a step. */
export function slideOf(trace: Trace, step: StepMark, poster: Uint8Array, clip: Uint8Array | undefined): DeckSlide {
  return { title: `${step.number}. ${step.title}`, poster, notes: speakerNotes(trace, step), ...(clip && { clip }) };
}

/** Inches of a slide's longer side, as PowerPoint's wide slides have. */
const LONGER_SIDE = 13.333;

/** The bytes of a PowerPoint file: a slide for each step with its poster from rim to rim, its clip over it, and its narration as the speaker's notes. */
export async function deckFile({ title, width, height, background, slides }: Deck): Promise<Uint8Array> {
  const { default: PptxGenJS } = await import('pptxgenjs');
  const deck = new PptxGenJS();
  const scale = LONGER_SIDE / Math.max(width, height);
  const place = { x: 0, y: 0, w: width * scale, h: height * scale };
  deck.defineLayout({ name: 'film', width: place.w, height: place.h });
  deck.layout = 'film';
  deck.title = title;
  for (const { title: name, poster, clip, notes } of slides) {
    const slide = deck.addSlide();
    slide.background = { color: background };
    const picture = `data:image/png;base64,${base64(poster)}`;
    if (clip) slide.addMedia({ type: 'video', extn: 'mp4', data: `data:video/mp4;base64,${base64(clip)}`, cover: picture, objectName: name, ...place });
    else slide.addImage({ data: picture, altText: name, ...place });
    slide.addNotes(notes);
  }
  return (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
}
