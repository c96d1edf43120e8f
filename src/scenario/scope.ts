import type { LocalizedText } from '../shared/text.ts';
import type { DetailDocument, Loose, TextDocument } from './documents.ts';
import type { Details, Findings } from './findings.ts';
import type { ActionId, Architecture, Choice, ChoiceId, EdgeId, HopDetail, NodeId } from './model.ts';
import type { Path, SourceDocument } from './source.ts';
import type { Texts } from './texts.ts';
import { didYouMean } from './nearest.ts';

/** A named request, as its reply needs it. */
export interface NamedRequest {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly edge?: EdgeId;
}

/** Requests by name; undefined for one that could not be resolved, of which nothing more is said. */
export type Requests = Map<string, NamedRequest | undefined>;

/** What resolving the steps of a scenario needs at every place, and what it notes on its way. */
export class Scope {
  /** Where each action stands, for later checks. */
  readonly places = new Map<ActionId, Path>();
  /** Where each step stands. */
  readonly stepPlaces = new Map<string, Path>();
  /** Requests that can be answered at the current place. */
  requests: Requests = new Map();
  readonly usedChoices = new Set<ChoiceId>();
  stepCount = 0;
  actionCount = 0;
  readonly document: SourceDocument;
  readonly findings: Findings;
  readonly texts: Texts;
  readonly architecture: Architecture;
  readonly choices: ReadonlyMap<ChoiceId, Choice>;

  constructor(
    document: SourceDocument,
    findings: Findings,
    texts: Texts,
    architecture: Architecture,
    choices: ReadonlyMap<ChoiceId, Choice>,
  ) {
    this.document = document;
    this.findings = findings;
    this.texts = texts;
    this.architecture = architecture;
    this.choices = choices;
  }

  error(code: string, message: string, path: Path, details?: Details | (() => Details), within?: string): void {
    this.findings.error(code, message, { document: this.document, path, ...(within !== undefined && { within }) }, details);
  }

  warning(code: string, message: string, path: Path, details?: Details | (() => Details)): void {
    this.findings.warning(code, message, { document: this.document, path }, details);
  }

  /** The id if such a component exists; else a finding and undefined. */
  node(id: string | undefined, path: Path): NodeId | undefined {
    if (id === undefined) return undefined;
    if (this.architecture.nodes.has(id)) return id;
    this.unknownNode(id, path, this.architecture.nodes.keys());
    return undefined;
  }

  unknownNode(id: string, path: Path, candidates: Iterable<string>): void {
    const details = (): Details => ({ found: id, expected: 'a component of the architecture', hint: didYouMean(id, candidates) });
    this.error('unknown-component', `There is no component \`${id}\`.`, path, details, id);
  }

  /** The text of `parent[key]`; see `Texts`. */
  text(parent: object, key: string, value: Loose<TextDocument> | null | undefined, path: Path, prose = false): LocalizedText | undefined {
    return this.texts.read(parent, key, value, path, prose);
  }

  /** `{ detail }` where one is written. */
  detail(parent: object, key: string, detail: Loose<DetailDocument> | undefined, path: Path): HopDetail | undefined {
    if (!detail) return undefined;
    const note = this.text(detail, 'note', detail.note, [...path, key]);
    const { protocol, verb, path: address, payload } = detail;
    return {
      ...(protocol !== undefined && { protocol }),
      ...(verb !== undefined && { verb }),
      ...(address !== undefined && { path: address }),
      ...(payload !== undefined && { payload }),
      ...(note && { note }),
    };
  }
}
