import type { Checklist, DiscussionRound, Session, SessionDiscussion, SessionLink, SessionPart, SessionSection } from '../../scenario/session/model.ts';
import type { LocalizedText } from '../../shared/text.ts';

/** What the deck has to know of a scenario before it is loaded. */
export interface ScenarioFacts {
  readonly title: LocalizedText;
  readonly summary?: LocalizedText;
  /** Number of steps at level 1, 2, 3. */
  readonly steps: readonly number[];
}

/** Facts by folder and name, as in links: `kubernetes/pod-creation`. */
export type ScenarioTable = Readonly<Record<string, ScenarioFacts>>;

interface Base {
  /** Address of the slide: `#/pod-creation`. */
  readonly id: string;
  readonly part?: SessionPart;
  /** Seconds that the agenda leaves for it. */
  readonly seconds: number;
}

/** A slide on which a scenario is played. */
export interface FlowSlide extends Base {
  readonly kind: 'flow';
  readonly link: SessionLink;
  readonly facts: ScenarioFacts;
  readonly steps: number;
  /** What stands over it and before its first step; the scenario's own words where the session has none. */
  readonly section?: SessionSection;
  /** Stands behind the end, for questions. */
  readonly extra: boolean;
}

export type Slide =
  | (Base & { readonly kind: 'title' | 'position' | 'agenda' })
  | (Base & { readonly kind: 'points' | 'next' | 'references' | 'layers' | 'phases'; readonly part: SessionPart; readonly section: SessionSection })
  | (Base & { readonly kind: 'divider'; readonly part: SessionPart })
  | (Base & { readonly kind: 'checklist'; readonly part: SessionPart; readonly checklist: Checklist })
  | (Base & { readonly kind: 'topic'; readonly part: SessionPart; readonly discussion: SessionDiscussion })
  | (Base & { readonly kind: 'round'; readonly part: SessionPart; readonly round: DiscussionRound })
  | (Base & { readonly kind: 'appendix'; readonly groups: readonly AppendixGroup[] })
  | FlowSlide;

/** The scenarios behind the end that belong to a section. */
export interface AppendixGroup {
  readonly title: LocalizedText;
  readonly slides: readonly FlowSlide[];
}

/** The scenarios of the printed handout: they are played in the agenda's time. All others wait behind the end until somebody asks. */
const MAIN_LINE: ReadonlySet<string> = new Set(
  ['integrated-view', 'layers', 'pod-creation', 'service-traffic', 'production', 'adoption-phases'].map((name) => `kubernetes/${name}`),
);

/** Shares of a part's minutes: a divider is short, a flow is worth more the more steps it has. */
const DIVIDER_SHARE = 0.4;
const STEPS_OF_A_SHARE = 5;

/** The slides of a session in their order; scenarios that the table does not have are left out. */
export function outlineOf(session: Session, table: ScenarioTable): Slide[] {
  const opening: Slide[] = [{ kind: 'title', id: 'title', seconds: 0 }, { kind: 'position', id: 'position', seconds: 0 }];
  const [goals = [], ...rest] = session.parts.map((part, index) => timed(part, slidesOf(part, table, index > 0)));
  // The agenda comes after the goals, which open the handout, and before the first part.
  return [...opening, ...goals, { kind: 'agenda', id: 'agenda', seconds: 0 }, ...rest.flat(), ...appendixOf(session, table)];
}

/** All minutes of the agenda. */
export function minutesOf(session: Session): number {
  return session.parts.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}

/** The parts that have a line in the agenda. */
export function agendaOf(session: Session): readonly SessionPart[] {
  return session.parts.filter(({ minutes }) => minutes !== undefined);
}

/** The slide that plays a scenario; undefined where the deck has none. */
export function slideFor(slides: readonly Slide[], scenario: string): FlowSlide | undefined {
  return slides.find((slide): slide is FlowSlide => slide.kind === 'flow' && slide.link.scenario === scenario);
}

/** A part of the agenda has a slide that opens it; the discussion opens with its question, and what has no minutes opens itself. */
function slidesOf(part: SessionPart, table: ScenarioTable, mayOpen: boolean): Slide[] {
  const slides = part.sections.flatMap((section) => sectionSlides(part, section, table));
  const isOpened = mayOpen && part.minutes !== undefined && slides[0]?.kind !== 'topic';
  return isOpened ? [{ kind: 'divider', id: `part-${part.id}`, part, seconds: 0 }, ...slides] : slides;
}

function sectionSlides(part: SessionPart, section: SessionSection, table: ScenarioTable): Slide[] {
  const base = { part, section, seconds: 0 };
  const slides: Slide[] = [];
  if (section.points.length > 0) slides.push({ kind: 'points', id: section.id, ...base });
  if (section.phases.length > 0) slides.push({ kind: 'phases', id: 'phases', ...base });
  for (const link of section.scenarios) if (MAIN_LINE.has(link.scenario)) slides.push(...flow(link, table, { part, section, extra: false }));
  if (section.layers.length > 0) slides.push({ kind: 'layers', id: 'five-layers', ...base });
  for (const checklist of section.checklists) slides.push({ kind: 'checklist', id: `checklist-${checklist.id}`, part, checklist, seconds: 0 });
  if (section.discussion) slides.push(...discussionSlides(part, section.discussion));
  if (section.references.length > 0) slides.push({ kind: 'references', id: 'references', ...base });
  const isText = slides.length === 0 && section.text && section.scenarios.length === 0;
  return isText ? [{ kind: 'next', id: section.id, ...base }] : slides;
}

function discussionSlides(part: SessionPart, discussion: SessionDiscussion): Slide[] {
  const rounds = discussion.rounds.map((round): Slide => ({ kind: 'round', id: `round-${round.id}`, part, round, seconds: round.minutes * 60 }));
  return [{ kind: 'topic', id: part.id, part, discussion, seconds: 0 }, ...rounds];
}

function flow(link: SessionLink, table: ScenarioTable, more: Partial<FlowSlide> & Pick<FlowSlide, 'extra'>): FlowSlide[] {
  const facts = table[link.scenario];
  if (!facts) return [];
  const steps = facts.steps[Math.min(link.level ?? 1, facts.steps.length) - 1] ?? 0;
  return [{ kind: 'flow', id: nameOf(link), link, facts, steps, seconds: 0, ...more }];
}

function nameOf({ scenario }: SessionLink): string {
  return scenario.split('/').at(-1) ?? scenario;
}

function appendixOf(session: Session, table: ScenarioTable): Slide[] {
  const groups = session.parts.flatMap(({ sections }) => sections.map((section): AppendixGroup => {
    const links = section.scenarios.filter(({ scenario }) => !MAIN_LINE.has(scenario));
    return { title: section.title, slides: links.flatMap((link) => flow(link, table, { extra: true })) };
  })).filter(({ slides }) => slides.length > 0);
  if (groups.length === 0) return [];
  return [{ kind: 'appendix', id: 'appendix', groups, seconds: 0 }, ...groups.flatMap(({ slides }) => slides)];
}

/** Gives each slide of a part its share of the part's minutes; what has a time of its own keeps it. */
function timed(part: SessionPart, slides: readonly Slide[]): Slide[] {
  const fixed = slides.reduce((sum, { seconds }) => sum + seconds, 0);
  const open = slides.filter(({ seconds }) => seconds === 0);
  const left = Math.max(0, (part.minutes ?? 0) * 60 - fixed);
  const shares = open.reduce((sum, slide) => sum + shareOf(slide), 0);
  return slides.map((slide) => (slide.seconds > 0 ? slide : { ...slide, seconds: Math.round((left * shareOf(slide)) / shares) }));
}

function shareOf(slide: Slide): number {
  if (slide.kind === 'divider') return DIVIDER_SHARE;
  return slide.kind === 'flow' ? Math.max(1, slide.steps / STEPS_OF_A_SHARE) : 1;
}
