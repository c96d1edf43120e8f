/** A training session as the app and the deck read it: every text in all its languages, every list there, though it may be empty. */
import type { Lang, LocalizedText } from '../../shared/text.ts';

/** A place in a scenario that shows what is spoken of. */
export interface SessionLink {
  /** Folder and name, as in the app's links: `kubernetes/pod-creation`. */
  readonly scenario: string;
  /** Ids of a step and of those inside it: `store/propose`. Without it the link leads to the beginning. */
  readonly step?: string;
  /** The depth in which the step exists, from 1. */
  readonly level?: number;
  /** Options by choice; empty for the defaults. */
  readonly choices: Readonly<Record<string, string>>;
  /** What is to be seen there, as a short phrase. */
  readonly text?: LocalizedText;
}

/** Something that is named, with what it means. */
export interface SessionPoint {
  readonly term: LocalizedText;
  readonly text?: LocalizedText;
  /** The words of the printed handout where they differ. */
  readonly handout?: LocalizedText;
  readonly links: readonly SessionLink[];
}

/** A point of the discussion, with a question that gets people to talk. */
export interface SessionPrompt extends SessionPoint {
  readonly id: string;
  readonly question: LocalizedText;
}

/** A section of the discussion, with a time of its own. */
export interface DiscussionRound {
  readonly id: string;
  readonly title: LocalizedText;
  readonly minutes: number;
  /** Scenarios to start the conversation with. */
  readonly links: readonly SessionLink[];
  readonly prompts: readonly SessionPrompt[];
}

export interface SessionDiscussion {
  readonly topic: LocalizedText;
  readonly rounds: readonly DiscussionRound[];
}

/** Something to see to before production. */
export interface ChecklistItem {
  readonly id: string;
  readonly text: LocalizedText;
  /** Why it matters, in one sentence. */
  readonly why: LocalizedText;
  readonly handout?: LocalizedText;
  /** What demonstrates it; where there is nothing, `unlinked` says why. */
  readonly links: readonly SessionLink[];
  readonly unlinked?: LocalizedText;
}

export interface Checklist {
  readonly id: string;
  readonly title: LocalizedText;
  readonly items: readonly ChecklistItem[];
}

/** A layer of the architecture, from what people touch down to the machines. */
export interface SessionLayer {
  readonly id: string;
  readonly title: LocalizedText;
  readonly handout?: LocalizedText;
  readonly points: readonly SessionPoint[];
  readonly links: readonly SessionLink[];
}

/** One stop on the way of a phase. */
export interface PhaseStation {
  readonly id: string;
  readonly title: LocalizedText;
  readonly text?: LocalizedText;
  readonly links: readonly SessionLink[];
}

/** A phase of adopting something, with its stations in their order. */
export interface SessionPhase {
  readonly id: string;
  readonly title: LocalizedText;
  readonly text?: LocalizedText;
  readonly stations: readonly PhaseStation[];
  readonly links: readonly SessionLink[];
}

/** A page to read on. */
export interface SessionReference {
  readonly title: LocalizedText;
  readonly href: string;
}

/** What stands under one heading of a part; its contents follow each other in the order of these fields. */
export interface SessionSection {
  readonly id: string;
  readonly title: LocalizedText;
  readonly text?: LocalizedText;
  readonly handout?: LocalizedText;
  readonly points: readonly SessionPoint[];
  readonly scenarios: readonly SessionLink[];
  readonly layers: readonly SessionLayer[];
  readonly checklists: readonly Checklist[];
  readonly phases: readonly SessionPhase[];
  readonly discussion?: SessionDiscussion;
  readonly references: readonly SessionReference[];
}

/** A part of the session: a line of the agenda. */
export interface SessionPart {
  readonly id: string;
  readonly title: LocalizedText;
  /** Minutes that the agenda gives it; undefined for what has none. */
  readonly minutes?: number;
  /** For the one who speaks. */
  readonly notes?: LocalizedText;
  readonly sections: readonly SessionSection[];
}

/** A whole session. Resolved and valid: nothing in it needs checking again, except whether what it links to exists. */
export interface Session {
  readonly id: string;
  /** Name of the file. */
  readonly source: string;
  /** The promised languages, else those that were found; the first one is the fallback. */
  readonly languages: readonly Lang[];
  readonly title: LocalizedText;
  /** Where it stands in the course. */
  readonly position?: LocalizedText;
  readonly summary?: LocalizedText;
  /** The last words. */
  readonly closing?: LocalizedText;
  readonly parts: readonly SessionPart[];
}
