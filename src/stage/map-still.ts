import { componentOf } from '../shared/node-id.ts';
import type { Frame, PresenceFrame } from '../compile/frame.ts';
import type { SceneState } from '../compile/trace.ts';
import type { CardText, NodeBox } from '../layout/types.ts';
import { ICONS } from '../look/icons.ts';
import { OPACITY } from '../look/opacity.ts';
import { fittedSubtitle } from '../look/second-line.ts';
import { word } from '../look/words.ts';
import type { NodeId } from '../scenario/model.ts';
import { inflate, overlaps, type Rect } from '../shared/geometry.ts';
import { textIn } from '../shared/text.ts';
import type { Work } from '../shared/work.ts';
import { paintAbsent, paintNode } from './card-view.ts';
import type { DisplayRecorder } from './display-list.ts';
import { edgeAlpha, paintEdge } from './edge-view.ts';
import { crossedTitles, groundOfGroup } from './crossed-titles.ts';
import { paintGroup, paintGroupTitle } from './group-view.ts';
import { involvement } from './involvement.ts';
import { isIn, type MapPart } from './map-change.ts';
import { dialled, dialler, type MapFacts } from './map-facts.ts';
import type { MapSight } from './map-sight.ts';
import { lerp, type Palette } from './palette.ts';
import { aloneText } from './card-text.ts';
import type { Easel } from './paint.ts';

/** What the resting map depends on: two frames with the same key have the same resting map. */
export function stillKey(frame: Frame, state: SceneState): string {
  const moving = movingNodes(frame).map(({ node, kind }) => kind + node).join();
  const appeared = [...state.present].join();
  const status = [...state.status].join();
  const subtitles = [...state.subtitles].join();
  return [frame.step, frame.emphasis, moving, appeared, status, subtitles, [...state.open].join()].join('|');
}

/** All that the resting map is painted from. */
export interface StillMap {
  readonly facts: MapFacts;
  readonly frame: Frame;
  readonly state: SceneState;
  readonly palette: Palette;
  readonly list: DisplayRecorder;
  readonly sight: MapSight;
  /** The part of the map that can be seen; what lies wholly outside is left out. */
  readonly seen?: Rect | undefined;
  /** The part of it that is painted; undefined: all of it. */
  readonly part?: MapPart | undefined;
}

/** Rims and shadows reach so far beyond their boxes. */
const REACH = 32;

function isSeen(box: Rect, seen: Rect | undefined): boolean {
  return !seen || overlaps(inflate(box, REACH), seen);
}

/** Groups, edges, cards and outlines of the absent, with what does not take part receded; may be interrupted between any two of them. */
export function* paintStillMap(p: Easel, map: StillMap): Work<void> {
  const { facts, palette, list, sight, seen, part } = map;
  const { architecture, languages } = facts.trace.scenario;
  const groups = [...facts.layout.groups].filter(([id, box]) => !sight.hidesGroup(id) && isSeen(box, seen)).sort((a, b) => a[1].depth - b[1].depth);
  for (const [id, box] of part?.of === 'changing' ? [] : groups) {
    p.mark?.('group', id);
    paintGroup(p, box, palette);
  }
  yield;
  paintEdges(p, map);
  yield;
  const crossed = crossedTitles(facts.layout);
  for (const [id, box] of groups) {
    if (!isIn(part, 'titles', id)) continue;
    const title = textIn(architecture.groups.get(id)?.title, facts.trace.variant.lang, languages);
    p.mark?.('title', id);
    paintGroupTitle(p, box, title, crossed.has(id) ? groundOfGroup(architecture, id, palette) : undefined, palette);
    list.add({ kind: 'group', id, text: title, box: box.titleBox, opacity: 1 });
  }
  const involved = involvement(facts, map.frame, sight);
  for (const [id, box] of facts.layout.nodes) {
    if (facts.isHidden(id) || sight.hides(id) || !isSeen(box, seen) || !isIn(part, 'nodes', id)) continue;
    paintStillNode(p, id, involved.node(id), map);
    yield;
  }
}

function paintStillNode(p: Easel, id: NodeId, share: number, { facts, frame, state, palette, list }: StillMap): void {
  const box = facts.layout.nodes.get(id) as NodeBox;
  const text = cardTextOf(facts, id, state);
  if (!text) return;
  p.mark?.('node', id);
  if (!isShown(id, state) || movingNodes(frame).some(({ node }) => node === componentOf(id))) {
    if (id !== componentOf(id) || !isOutlined(facts, id, frame)) return;
    const growing = isShown(id, state);
    paintAbsent(p, box, growing ? undefined : text, word('not-there', facts.trace.variant.lang), lerp(OPACITY.absent, 1, share), palette);
    list.add({ kind: 'node', id, text: text.title.lines.join(' '), box, opacity: lerp(OPACITY.absent, 1, share) });
    return;
  }
  const icon = iconOf(facts, id);
  const alone = box.inner && !facts.showsParts(id) ? aloneText(text, roleOf(facts, id), box, icon !== '') : undefined;
  paintNode(p, box, { text, ...(alone ? { alone } : {}), icon, involved: share, status: statusOf(facts, id, state) }, palette);
  list.add({ kind: 'node', id, text: text.title.lines.join(' '), box, opacity: lerp(OPACITY.receded, 1, share) });
}

/** The text of a node's card now: the fitted one, with the second line that a `set` gave it. */
export function cardTextOf(facts: MapFacts, id: NodeId, state: SceneState): CardText | undefined {
  const box = facts.layout.nodes.get(id);
  if (!box) return undefined;
  const lang = facts.trace.variant.lang;
  const text = box.text.get(lang) ?? box.text.get(lang.split('-', 1)[0] as string) ?? [...box.text.values()][0];
  const own = state.subtitles.get(id);
  return text && own !== undefined ? { title: text.title, subtitle: fittedSubtitle(own, box) } : text;
}

/** What a node is for, in the language of the trace. */
function roleOf(facts: MapFacts, id: NodeId): string {
  const { architecture, languages } = facts.trace.scenario;
  return textIn(architecture.nodes.get(id)?.role, facts.trace.variant.lang, languages);
}

/** Path data of a node's icon; empty where it has none. */
export function iconOf(facts: MapFacts, id: NodeId): string {
  const { nodes, icons } = facts.trace.scenario.architecture;
  const name = nodes.get(id)?.icon ?? '';
  return icons.get(name) ?? (Object.hasOwn(ICONS, name) ? (ICONS[name] as string) : '');
}

/** The status of a node now. */
export function statusOf(facts: MapFacts, id: NodeId, state: SceneState): 'ready' | NonNullable<ReturnType<SceneState['status']['get']>> {
  return state.status.get(id) ?? facts.trace.scenario.architecture.nodes.get(id)?.status ?? 'ready';
}

/** Whether a component is there; a part and a service's tag are there with their component. */
export function isShown(id: NodeId, state: SceneState): boolean {
  return state.present.has(id) || (id !== componentOf(id) && state.present.has(componentOf(id)));
}

/** The components that are growing or fading right now: the live map draws them. */
export function movingNodes(frame: Frame): readonly PresenceFrame[] {
  return frame.presence.filter(({ progress }) => progress < 0.999);
}

function isOutlined(facts: MapFacts, id: NodeId, frame: Frame): boolean {
  return facts.willAppear(id, frame.time) || movingNodes(frame).some(({ node, kind }) => node === id && kind === 'appear');
}

function paintEdges(p: Easel, { facts, frame, state, palette, list, sight, seen, part }: StillMap): void {
  const involved = involvement(facts, frame, sight);
  for (const [id, edge] of facts.trace.scenario.architecture.edges) {
    const path = facts.path(id);
    if (!path || path.length === 0 || !isIn(part, 'edges', id)) continue;
    const ends = [dialler(id), dialled(id)];
    if (ends.some((end) => sight.hides(end))) continue;
    const there = (end: NodeId): boolean => isShown(end, state) || (facts.layout.nodes.has(end) && isOutlined(facts, componentOf(end), frame));
    if (!ends.every(there) || ends.every((end) => facts.isHidden(end))) continue;
    if (!isSeen(path.box, seen)) continue;
    const look = { kind: edge.kind, open: state.open.has(id), unused: !facts.isUsed(id), involved: involved.edge(id) };
    p.mark?.('edge', id);
    paintEdge(p, path, look, palette);
    list.add({ kind: 'edge', id, box: path.box, opacity: edgeAlpha(look, palette.firm) });
  }
}
