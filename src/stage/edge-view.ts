import type { DiagramEdge } from '../scenario/model.ts';
import { lerp, type Palette } from './palette.ts';
import { chevron, dashes, dots, line, type Easel } from './paint.ts';
import { placeAt, type RoutePath } from './route-path.ts';

/** What an edge shows at an instant. */
export interface EdgeFacts {
  readonly kind: DiagramEdge['kind'] | 'undeclared';
  /** A standing connection. */
  readonly open: boolean;
  /** Nothing ever travels on it in this trace. */
  readonly unused: boolean;
  /** 0 receded … 1 takes part. */
  readonly involved: number;
}

/** How much of a resting line is left: cards and groups are to be seen first, then the lines of this story, then all others. */
const REST = {
  plain: { used: 0.5, watch: 0.34, unused: 0.25 },
  firm: { used: 0.62, watch: 0.5, unused: 0.4 },
} as const;

/** The opacity of an edge. */
export function edgeAlpha({ kind, open, unused, involved }: EdgeFacts, firm: boolean): number {
  const rest = REST[firm ? 'firm' : 'plain'];
  const least = unused || kind === 'uses' ? rest.unused : kind === 'watch' || open ? rest.watch : rest.used;
  return lerp(least, 1, involved);
}

/** An edge at rest: thin, its direction hinted at; a watch is dotted, with a ring at the side that dialled it once it stands. */
export function paintEdge(p: Easel, path: RoutePath, facts: EdgeFacts, palette: Palette): void {
  const { kind, open, unused, involved } = facts;
  const alpha = edgeAlpha(facts, palette.firm);
  const width = lerp(unused ? 1.25 : 1.5, 2, involved);
  const color = palette.line;
  if (kind === 'uses') dashes(p.g, path, { width: 1.5, color, alpha }, 3, 9);
  else if (kind === 'undeclared') dashes(p.g, path, { width, color, alpha }, 8, 8);
  else if (kind === 'watch' || open) paintWatch(p, path, open, alpha, palette);
  else {
    line(p.g, path.points, { width, color, alpha }, 'butt');
    if (!unused) chevron(p.g, placeAt(path, path.length - 1), 7, { width: 1.75, color, alpha });
  }
}

function paintWatch(p: Easel, path: RoutePath, open: boolean, alpha: number, palette: Palette): void {
  const ring = 6;
  const { color, width } = { color: palette.line, width: lerp(2, 3, alpha) };
  dots(p.g, path, { width, color, alpha: open ? alpha : alpha * 0.7 }, 9, open ? 2 * ring + 6 : 6, path.length - 4);
  if (!open) return;
  const end = placeAt(path, ring + 2);
  p.g.circle(end.x, end.y, ring).fill({ color: palette.page });
  p.g.circle(end.x, end.y, ring).stroke({ width: lerp(1.5, 2, alpha), color, alpha: Math.min(1, alpha * 1.4) });
}
