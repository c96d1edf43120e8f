import type { Session, SessionLink, SessionPart } from '../../scenario/session/model.ts';
import { textIn, type LocalizedText } from '../../shared/text.ts';
import type { LinkTheme } from '../link.ts';
import type { DeckOptions } from './deck-options.ts';
import { deckWords, type DeckWords } from './deck-words.ts';
import { agendaOf, slideFor, type FlowSlide, type Slide } from './outline.ts';

/** Accents of the agenda's parts, in its order. */
const ACCENTS = ['clients', 'control-plane', 'worker', 'networking', 'storage', 'observability'] as const;

/** What every slide is made with. */
export class DeckContext {
  readonly t: DeckWords;
  readonly agenda: readonly SessionPart[];

  constructor(
    readonly session: Session,
    readonly slides: readonly Slide[],
    readonly options: DeckOptions,
    readonly theme: LinkTheme,
    /** Address of the app's page, seen from the deck: `../`. */
    readonly app: string,
  ) {
    this.t = deckWords(options.language);
    this.agenda = agendaOf(session);
  }

  /** A text in the deck's language. */
  text(text: LocalizedText | undefined): string {
    return textIn(text, this.options.language, this.session.languages);
  }

  /** The accent of a part; what has no line in the agenda is neutral. */
  accentOf(part: SessionPart | undefined): string {
    const at = part ? this.agenda.indexOf(part) : -1;
    return at < 0 ? 'clients' : (ACCENTS[at % ACCENTS.length] as string);
  }

  /** Number of a part in the agenda, from 0: the goals come before part 1. */
  numberOf(part: SessionPart | undefined): number {
    return part ? this.agenda.indexOf(part) : -1;
  }

  /** Slides that play what some links lead to, each once; links whose scenario the deck does not have lead nowhere. */
  flowsOf(links: readonly SessionLink[]): FlowSlide[] {
    return [...new Set(links.map(({ scenario }) => slideFor(this.slides, scenario)))].filter((slide) => slide !== undefined);
  }
}
