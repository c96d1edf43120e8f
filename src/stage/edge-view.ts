import type { DiagramEdge } from '../scenario/model.ts';
import { lerp, type Palette } from './palette.ts';
import { chevron, dashes, dots, line } from './paint.ts';
import type { Painter } from './painter.ts';
import { placeAt, type RoutePath } from './route-path.ts';

/** What an edge shows at an instant. */
export interface EdgeFacts {
  readonly kind: DiagramEdge['kind'] | 'undeclared';
  /** A standing connection. */
  readonly open: boolean;
  /** 0 receded … 1 takes part. */
  readonly involved: number;
}

/** An edge at rest: thin, its direction hinted at; a watch is dotted, with a ring at the side that dialled it once it stands. */
export function paintEdge(p: Painter, path: RoutePath, { kind, open, involved }: EdgeFacts, palette: Palette): void {
  const alpha = lerp(palette.firm ? 0.75 : 0.7, 1, involved);
  const width = lerp(1.5, 2, involved);
  const color = palette.line;
  if (kind === 'uses') {
    dashes(p.g, path, { width: 1.5, color, alpha: alpha * 0.5 }, 3, 9);
    return;
  }
  if (kind === 'undeclared') {
    dashes(p.g, path, { width, color, alpha }, 8, 8);
    return;
  }
  if (kind === 'watch') paintWatch(p, path, open, alpha, palette);
  else if (open) paintWatch(p, path, true, alpha, palette);
  else {
    line(p.g, path.points, { width, color, alpha }, 'butt');
    chevron(p.g, placeAt(path, path.length - 1), 7, { width: 1.75, color, alpha });
  }
}

function paintWatch(p: Painter, path: RoutePath, open: boolean, alpha: number, palette: Palette): void {
  const ring = 6;
  dots(p.g, path, { width: 3, color: palette.line, alpha: open ? alpha : alpha * 0.6 }, 9, open ? 2 * ring + 6 : 6, path.length - 4);
  if (!open) return;
  const end = placeAt(path, ring + 2);
  p.g.circle(end.x, end.y, ring).fill({ color: palette.page });
  p.g.circle(end.x, end.y, ring).stroke({ width: 2, color: palette.line, alpha: Math.max(alpha, 0.9) });
}
