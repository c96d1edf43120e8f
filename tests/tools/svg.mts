/** Layouts as plain SVG, for looking at them and for nothing else. */
import type { StepMark, Trace } from '../../src/compile/trace.ts';
import type { MapLayout, NodeBox, Route, SequenceLayout } from '../../src/layout/types.ts';
import { pillText } from '../../src/layout/pill.ts';
import { textInset } from '../../src/layout/card-text.ts';
import { iconPath } from '../../src/look/icons.ts';
import { accentColours, THEMES } from '../../src/look/tokens.ts';
import { LINE_HEIGHT, SHAPE } from '../../src/look/type.ts';
import type { Scenario } from '../../src/scenario/model.ts';
import type { Point, Rect } from '../../src/shared/geometry.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const theme = THEMES.dark;
const esc = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const box = (r: Rect, radius: number, style: string): string => `<rect x="${r.x}" y="${r.y}" width="${r.width}" height="${r.height}" rx="${radius}" ${style}/>`;

function lines(text: { lines: readonly string[]; size: number }, x: number, top: number, style: string): string {
  return text.lines.map((line, i) => `<text x="${x}" y="${top + (i + 0.78) * text.size * LINE_HEIGHT}" font-size="${text.size}" ${style}>${esc(line)}</text>`).join('');
}

function way({ points }: Route, style: string): string {
  const corner = (i: number): string => {
    const [a, b, c] = [points[i - 1], points[i], points[i + 1]] as [Point, Point, Point | undefined];
    if (!c) return `L${b.x} ${b.y}`;
    const r = Math.min(12, (Math.abs(a.x - b.x) + Math.abs(a.y - b.y)) / 2, (Math.abs(c.x - b.x) + Math.abs(c.y - b.y)) / 2);
    const toward = (p: Point): string => `${b.x + Math.sign(p.x - b.x) * r} ${b.y + Math.sign(p.y - b.y) * r}`;
    return `L${toward(a)}Q${b.x} ${b.y} ${toward(c)}`;
  };
  return `<path d="M${points[0]?.x} ${points[0]?.y}${points.slice(1).map((_, i) => corner(i + 1)).join('')}" fill="none" ${style}/>`;
}

function card(scenario: Scenario, id: string, node: NodeBox, lang: string): string {
  const colours = accentColours(theme, node.accent);
  const text = node.text.get(lang) ?? [...node.text.values()][0];
  if (!text) return '';
  const inset = textInset(node.shape);
  const high = node.inner ? 80 : node.height;
  const used = text.title.lines.length * text.title.size * LINE_HEIGHT + text.subtitle.lines.length * text.subtitle.size * LINE_HEIGHT;
  const top = node.y + (high - used) / 2;
  const icon = iconPath(scenario.architecture.nodes.get(id)?.icon ?? '', scenario.architecture.icons);
  const radius = node.shape === 'card' ? SHAPE.cardRadius : SHAPE.partRadius;
  const drawn = node.shape === 'card'
    ? box({ x: node.x + 16, y: node.y + (high - 48) / 2, width: 48, height: 48 }, 12, `fill="${colours.iconFill}"`)
      + `<path transform="translate(${node.x + 26} ${node.y + (high - 28) / 2}) scale(${28 / 24})" d="${icon}" fill="none" stroke="${colours.accent}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"/>`
    : '';
  return box(node, radius, `fill="${theme.card}" stroke="${theme.frame}" stroke-width="2"`) + drawn
    + lines(text.title, node.x + inset.left, top, `font-weight="700" fill="${theme.text}"`)
    + lines(text.subtitle, node.x + inset.left, top + text.title.lines.length * text.title.size * LINE_HEIGHT, `font-weight="500" fill="${theme.quiet}"`);
}

function pill(layout: MapLayout, action: string, label: string, number: string, colour: string): string {
  const place = layout.labels.get(action);
  if (!place) return '';
  const text = pillText(label);
  const style = place.crowded ? 'stroke="#ff7b7b" stroke-dasharray="6 4"' : `stroke="${colour}"`;
  return box(place, 22, `fill="${theme.page}" ${style} stroke-width="2"`)
    + `<circle cx="${place.x + 22}" cy="${place.y + place.height / 2}" r="16" fill="${colour}"/>`
    + `<text x="${place.x + 22}" y="${place.y + place.height / 2 + 6}" text-anchor="middle" font-size="16" font-weight="700" fill="${theme.page}">${esc(number)}</text>`
    + lines(text, place.x + 52, place.y + (place.height - text.lines.length * text.size * LINE_HEIGHT) / 2, `font-weight="700" fill="${theme.text}"`);
}

function page(width: number, height: number, body: string): string {
  const face = (weight: number): string => {
    const data = readFileSync(join(import.meta.dirname, `../../assets/fonts/hopline-sans-${weight}-base.woff2`)).toString('base64');
    return `@font-face{font-family:H;font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="H"><style>${face(500)}${face(700)}</style>`
    + `<rect width="100%" height="100%" fill="${theme.page}"/>${body}</svg>`;
}

/** A map; with a step, that step's edges and labels. */
export function drawMap(scenario: Scenario, layout: MapLayout, lang: string, trace?: Trace, step?: StepMark): string {
  const groups = [...layout.groups].map(([id, group]) => {
    const colours = accentColours(theme, group.accent);
    const title = scenario.architecture.groups.get(id)?.title ?? {};
    return box(group, 24, `fill="${colours.groupFill}" stroke="${colours.groupFrame}" stroke-width="2"`)
      + `<text x="${group.titleBox.x}" y="${group.titleBox.y + 27}" font-size="26" font-weight="700" fill="${colours.accent}">${esc(title[lang] ?? title['und'] ?? '')}</text>`;
  });
  const lit = new Set(trace?.messages.filter((m) => m.step === step?.index).map((m) => m.edge));
  const colour = theme.accents.clients;
  const edges = [...layout.routes].map(([id, route]) => {
    const dots = scenario.architecture.edges.get(id)?.kind === 'watch' ? 'stroke-dasharray="2 6"' : '';
    return way(route, lit.has(id) ? `stroke="${colour}" stroke-width="4"` : `stroke="${theme.line}" stroke-width="2" ${dots}`)
      + `<circle cx="${route.points.at(-1)?.x}" cy="${route.points.at(-1)?.y}" r="3.5" fill="${theme.line}"/>`;
  });
  const cards = (shape: string): string[] => [...layout.nodes].filter(([, node]) => (node.shape === 'part') === (shape === 'part')).map(([id, node]) => card(scenario, id, node, lang));
  const pills = (trace?.messages ?? []).filter((m) => m.step === step?.index && m.label !== '').map((m) => pill(layout, m.action, m.label, m.number, colour));
  return page(layout.size.width, layout.size.height, [...groups, ...cards('card'), ...cards('part'), ...edges, ...pills].join('\n'));
}

/** A sequence diagram. */
export function drawSequence(trace: Trace, layout: SequenceLayout, lang: string): string {
  const body = layout.lifelines.map((line) => {
    const colours = accentColours(theme, line.accent);
    return `<path d="M${line.x} ${line.head.y + line.head.height}V${layout.size.height}" stroke="${theme.frame}" stroke-width="2" stroke-dasharray="4 6"/>`
      + box(line.head, 12, `fill="${theme.card}" stroke="${colours.accent}" stroke-width="2"`)
      + lines(line.title, line.x, line.head.y + (line.head.height - line.title.lines.length * line.title.size * LINE_HEIGHT) / 2, `font-weight="700" text-anchor="middle" fill="${theme.text}"`);
  });
  for (const bar of layout.activations) body.push(box({ x: bar.x - 5, y: bar.top, width: 10, height: bar.bottom - bar.top }, 3, `fill="${theme.card}" stroke="${theme.line}"`));
  for (const line of layout.standing) body.push(`<path d="M${line.fromX} ${line.y}H${line.toX}" stroke="${theme.line}" stroke-width="2" stroke-dasharray="2 6"/><circle cx="${line.fromX}" cy="${line.y}" r="5" fill="none" stroke="${theme.line}"/>`);
  for (const frame of layout.fragments) {
    body.push(box(frame.box, 10, `fill="none" stroke="${theme.line}" stroke-width="1.5"`));
    body.push(`<text x="${frame.box.x + 12}" y="${frame.box.y + 22}" font-size="20" font-weight="700" fill="${theme.quiet}">${esc(`${frame.kind} ${frame.label}`)}</text>`);
    for (const y of frame.dividers) body.push(`<path d="M${frame.box.x} ${y}h${frame.box.width}" stroke="${theme.line}" stroke-dasharray="6 6"/>`);
  }
  for (const row of layout.rows) {
    const message = trace.messages[row.message];
    if (!message) continue;
    body.push(`<text x="12" y="${row.y + 6}" font-size="18" font-weight="700" fill="${theme.quiet}">${esc(message.number)}</text>`);
    const dash = message.kind === 'reply' ? 'stroke-dasharray="10 6"' : message.kind === 'event' ? 'stroke-dasharray="2 6"' : '';
    const path = row.fromX === row.toX ? `M${row.fromX} ${row.y - 12}h32v24h-32` : `M${row.fromX} ${row.y}H${row.toX}`;
    body.push(`<path d="${path}" fill="none" stroke="${theme.quiet}" stroke-width="2.5" ${dash}/><circle cx="${row.toX}" cy="${row.y + (row.fromX === row.toX ? 12 : 0)}" r="5" fill="${theme.quiet}"/>`);
    body.push(box(row.labelBox, 4, `fill="${theme.page}"`));
    body.push(lines(row.label, row.labelBox.x, row.labelBox.y, `font-weight="500" fill="${theme.text}"`));
  }
  for (const { box: sheet, text, textX } of layout.notes) {
    body.push(box(sheet, 2, `fill="${theme.card}" stroke="${theme.quiet}" stroke-width="2"`));
    body.push(lines(text, textX, sheet.y + 9, `font-weight="500" fill="${theme.text}"`));
  }
  return page(layout.size.width, layout.size.height, body.join('\n')).replace('lang=""', `lang="${lang}"`);
}
