import type { Lang, LocalizedText } from '../../shared/text.ts';
import type { Loose, TextDocument } from '../documents.ts';
import type { Findings } from '../findings.ts';
import type { Path, SourceDocument } from '../source.ts';
import { NO_TEXT, type Texts } from '../texts.ts';
import type {
  Checklist, ChecklistItem, DiscussionRound, PhaseStation, Session, SessionDiscussion, SessionLayer, SessionLink, SessionPart, SessionPhase,
  SessionPoint, SessionPrompt, SessionReference, SessionSection,
} from './model.ts';
import type { SessionDocument } from './schema.ts';

type Part = SessionDocument['parts'][number];
type Section = Part['sections'][number];
type Item<K extends keyof Section> = NonNullable<Section[K]> extends readonly (infer T)[] ? T : NonNullable<Section[K]>;
type List<T> = readonly (Loose<T> | undefined)[] | undefined;
type Link = Item<'scenarios'>;
type Identified = { readonly id?: string | undefined } | undefined;

/** Turns a session's valid data into the model; whatever is wrong with it beyond its shape is in the findings. */
export class SessionResolver {
  constructor(
    private readonly document: SourceDocument,
    private readonly texts: Texts,
    private readonly findings: Findings,
  ) {}

  resolve(source: Loose<SessionDocument>): Session {
    const parts = this.each(source.parts, ['parts'], (part, path) => this.part(part, path));
    const promised = (source.languages ?? []).filter((lang) => lang !== undefined);
    const base = { id: source.id ?? '', source: this.document.file, title: this.text(source, 'title', source.title, []) };
    const rest = { ...this.optional(source, 'position', source.position, []), ...this.prose(source, 'summary', source.summary, []), ...this.prose(source, 'closing', source.closing, []) };
    this.distinct(source.parts, ['parts']);
    return { ...base, languages: this.languages(promised), ...rest, parts };
  }

  private languages(promised: readonly Lang[]): Lang[] {
    const found = [...this.texts.languages].filter((lang) => lang !== 'und');
    const all = promised.length > 0 ? promised : found;
    return all.length > 0 ? [...new Set(all)] : ['und'];
  }

  private part(part: Loose<Part>, path: Path): SessionPart {
    this.distinct(part.sections, [...path, 'sections']);
    return {
      id: part.id ?? '',
      title: this.text(part, 'title', part.title, path),
      ...(part.minutes !== undefined && { minutes: part.minutes }),
      ...this.prose(part, 'notes', part.notes, path),
      sections: this.each(part.sections, [...path, 'sections'], (section, at) => this.section(section, at)),
    };
  }

  private section(section: Loose<Section>, path: Path): SessionSection {
    for (const key of ['layers', 'checklists', 'phases'] as const) this.distinct(section[key], [...path, key]);
    return {
      id: section.id ?? '',
      title: this.text(section, 'title', section.title, path),
      ...this.prose(section, 'text', section.text, path),
      ...this.optional(section, 'handout', section.handout, path),
      points: this.points(section.points, [...path, 'points']),
      scenarios: this.links(section.scenarios, [...path, 'scenarios']),
      layers: this.each(section.layers, [...path, 'layers'], (layer, at) => this.layer(layer, at)),
      checklists: this.each(section.checklists, [...path, 'checklists'], (checklist, at) => this.checklist(checklist, at)),
      phases: this.each(section.phases, [...path, 'phases'], (phase, at) => this.phase(phase, at)),
      ...(section.discussion && { discussion: this.discussion(section.discussion, [...path, 'discussion']) }),
      references: this.each(section.references, [...path, 'references'], (reference, at) => this.reference(reference, at)),
    };
  }

  private layer(layer: Loose<Item<'layers'>>, path: Path): SessionLayer {
    return {
      id: layer.id ?? '',
      title: this.text(layer, 'title', layer.title, path),
      ...this.optional(layer, 'handout', layer.handout, path),
      points: this.points(layer.points, [...path, 'points']),
      links: this.links(layer.links, [...path, 'links']),
    };
  }

  private checklist(checklist: Loose<Item<'checklists'>>, path: Path): Checklist {
    const at = [...path, 'items'];
    this.distinct(checklist.items, at);
    const items = this.each(checklist.items, at, (item, place) => this.item(item, place));
    return { id: checklist.id ?? '', title: this.text(checklist, 'title', checklist.title, path), items };
  }

  private item(item: Loose<Item<'checklists'>['items'][number]>, path: Path): ChecklistItem {
    const isLinked = item.links !== undefined && item.links.length > 0;
    if (!isLinked && item.unlinked === undefined) {
      this.error('no-evidence', 'Nothing demonstrates this item.', path, 'Give it `links`, or say in `unlinked` why there are none.');
    } else if (isLinked && item.unlinked !== undefined) {
      this.error('linked-twice', 'This item has `links` and says that it has none.', [...path, 'unlinked'], 'Remove one of the two.');
    }
    return {
      id: item.id ?? '',
      text: this.text(item, 'text', item.text, path, true),
      why: this.text(item, 'why', item.why, path, true),
      ...this.optional(item, 'handout', item.handout, path),
      links: this.links(item.links, [...path, 'links']),
      ...this.prose(item, 'unlinked', item.unlinked, path),
    };
  }

  private phase(phase: Loose<Item<'phases'>>, path: Path): SessionPhase {
    const at = [...path, 'stations'];
    this.distinct(phase.stations, at);
    return {
      id: phase.id ?? '',
      title: this.text(phase, 'title', phase.title, path),
      ...this.prose(phase, 'text', phase.text, path),
      stations: this.each(phase.stations, at, (station, place) => this.station(station, place)),
      links: this.links(phase.links, [...path, 'links']),
    };
  }

  private station(station: Loose<Item<'phases'>['stations'][number]>, path: Path): PhaseStation {
    const title = this.text(station, 'title', station.title, path);
    return { id: station.id ?? '', title, ...this.prose(station, 'text', station.text, path), links: this.links(station.links, [...path, 'links']) };
  }

  private discussion(discussion: Loose<Item<'discussion'>>, path: Path): SessionDiscussion {
    const at = [...path, 'rounds'];
    this.distinct(discussion.rounds, at);
    return { topic: this.text(discussion, 'topic', discussion.topic, path, true), rounds: this.each(discussion.rounds, at, (round, place) => this.round(round, place)) };
  }

  private round(round: Loose<Item<'discussion'>['rounds'][number]>, path: Path): DiscussionRound {
    const at = [...path, 'prompts'];
    this.distinct(round.prompts, at);
    const prompts = this.each(round.prompts, at, (prompt, place): SessionPrompt => {
      const question = this.text(prompt, 'question', prompt.question, place, true);
      return { id: prompt.id ?? '', ...this.point(prompt, place), question };
    });
    return {
      id: round.id ?? '',
      title: this.text(round, 'title', round.title, path),
      minutes: round.minutes ?? 0,
      links: this.links(round.links, [...path, 'links']),
      prompts,
    };
  }

  private reference(reference: Loose<Item<'references'>>, path: Path): SessionReference {
    return { title: this.text(reference, 'title', reference.title, path), href: reference.href ?? '' };
  }

  private points(points: List<Item<'points'>>, path: Path): SessionPoint[] {
    return this.each(points, path, (point, at) => this.point(point, at));
  }

  private point(point: Loose<Item<'points'>>, path: Path): SessionPoint {
    return {
      term: this.text(point, 'term', point.term, path),
      ...this.prose(point, 'text', point.text, path),
      ...this.optional(point, 'handout', point.handout, path),
      links: this.links(point.links, [...path, 'links']),
    };
  }

  private links(links: List<Link>, path: Path): SessionLink[] {
    return this.each(links, path, (link, at) => {
      if (typeof link === 'string') return { ...placeOf(link), choices: {} };
      const choices: Record<string, string> = {};
      for (const [choice, option] of Object.entries(link.choices ?? {})) if (option !== undefined) choices[choice] = option;
      return { ...placeOf(link.to ?? ''), ...(link.level !== undefined && { level: link.level }), choices, ...this.prose(link, 'text', link.text, at) };
    });
  }

  private each<T, R>(list: readonly (T | undefined)[] | undefined, path: Path, resolve: (item: T, path: Path) => R): R[] {
    return (list ?? []).flatMap((item, index) => (item === undefined || item === null ? [] : [resolve(item, [...path, index])]));
  }

  private distinct(list: readonly Identified[] | undefined, path: Path): void {
    const seen = new Set<string>();
    for (const [index, item] of (list ?? []).entries()) {
      const id = item?.id;
      if (id === undefined) continue;
      if (seen.has(id)) this.findings.error('duplicate-id', `\`${id}\` stands twice here.`, { document: this.document, path: [...path, index, 'id'] }, { found: id });
      seen.add(id);
    }
  }

  private text(parent: object, key: string, value: Loose<TextDocument> | null | undefined, path: Path, prose = false): LocalizedText {
    return this.texts.read(parent, key, value, path, prose) ?? NO_TEXT;
  }

  private optional<K extends string>(parent: object, key: K, value: Loose<TextDocument> | null | undefined, path: Path, prose = false): Partial<Record<K, LocalizedText>> {
    const text = this.texts.read(parent, key, value, path, prose);
    return text ? ({ [key]: text } as Partial<Record<K, LocalizedText>>) : {};
  }

  private prose<K extends string>(parent: object, key: K, value: Loose<TextDocument> | null | undefined, path: Path): Partial<Record<K, LocalizedText>> {
    return this.optional(parent, key, value, path, true);
  }

  private error(code: string, message: string, path: Path, hint: string): void {
    this.findings.error(code, message, { document: this.document, path }, { hint });
  }
}

/** The scenario that a place names, and the step in it. */
function placeOf(place: string): { scenario: string; step?: string } {
  const [folder = '', name = '', ...step] = place.split('/');
  return { scenario: `${folder}/${name}`, ...(step.length > 0 && { step: step.join('/') }) };
}
