import type { Frame } from '../../compile/frame.ts';
import type { Message } from '../../compile/trace.ts';
import { textWidth } from '../../look/measure.ts';
import type { AccentName } from '../../look/tokens.ts';
import { SHAPE, TYPE } from '../../look/type.ts';
import { headAlong, headScale, scaleOn, trailDots } from '../../stage/hop-view.ts';
import type { MapFacts } from '../../stage/map-facts.ts';
import { placeAt, type RoutePath } from '../../stage/route-path.ts';
import { DOT, MOST_HEADS } from '../../stage/stream-view.ts';
import { fading, moving, shifting, type Workshop } from './act.ts';
import { element, n } from './markup.ts';
import { pathData } from './path-data.ts';
import { AT_ONCE, Series } from './series.ts';
import { letters } from './sketch.ts';

/** A message under way: where its head is and how much of it is seen. */
interface Run {
  readonly message: Message;
  /** One of so many that they are dots. */
  readonly dot: boolean;
  readonly way: RoutePath;
  readonly accent: AccentName;
  readonly scale: number;
  readonly begin: number;
  readonly samples: { readonly time: number; readonly along: number; readonly alpha: number }[];
}

/** One head and trail, used by all messages that go the same way in the same look, one after the other. */
interface Runner {
  readonly first: Run;
  readonly runs: Run[];
}

/** Where a head is does not hang on its colours. */
const NO_PAINT = { accent: 0, iconFill: 0, onAccent: 0 };
/** More than any way is long, map units. */
const FAR = 9999;

/** The heads that travel, with their numbers and trails. */
export class Runners {
  private readonly runs = new Map<string, Run>();
  private time = 0;

  constructor(private readonly facts: MapFacts, private readonly from: number) {}

  /** Notes where all heads are at the time of a frame; `cameraScale` and `width`: of the view that they are drawn in. */
  see(frame: Frame, cameraScale: number, width: number): void {
    const { facts } = this;
    const under = frame.hops.flatMap((hop) => {
      const message = facts.trace.messages[hop.message];
      return message && message.kind !== 'work' && hop.head > 0.01 ? [{ hop, message }] : [];
    });
    this.time = frame.time;
    const begin = frame.time;
    const most = headScale(cameraScale, width);
    const dot = under.length > MOST_HEADS;
    for (const { hop, message } of under) {
      const way = facts.way(message);
      const key = `${hop.message} ${dot}`;
      const accent = (facts.box(message.from)?.accent ?? 'neutral') as AccentName;
      const run: Run = this.runs.get(key) ?? { message, dot, way, accent, scale: scaleOn({ way }, most), begin, samples: [] };
      this.runs.set(key, run);
      const along = dot ? way.length * hop.progress : headAlong({ message, frame: hop, way, paint: NO_PAINT }, run.scale);
      run.samples.push({ time: frame.time, along, alpha: dot ? 1 : hop.head });
    }
  }

  /** All of them as markup, with what moves them. */
  markup(workshop: Workshop): string {
    return this.runners().map((runner) => this.draw(runner, workshop)).join('');
  }

  private runners(): Runner[] {
    const found = new Map<string, Runner[]>();
    for (const run of this.runs.values()) {
      const { message, dot, accent, scale, way } = run;
      const look = dot ? 'dot' : `${message.kind === 'event'} ${scale.toFixed(2)} ${widthOf(run).toFixed(0)}`;
      const key = [message.edge, message.from, accent, way.length.toFixed(0), look].join(' ');
      const known = found.get(key) ?? [];
      found.set(key, known);
      const free = known.find(({ runs }) => (runs.at(-1)?.samples.at(-1)?.time ?? 0) + 2 * AT_ONCE < run.begin);
      if (free) free.runs.push(run);
      else known.push({ first: run, runs: [run] });
    }
    return [...found.values()].flat();
  }

  private draw({ first, runs }: Runner, workshop: Workshop): string {
    const { inks, sheet } = workshop;
    const [alpha, along, places] = [new Series(), new Series(), new Series()];
    alpha.add(this.from, [0]);
    for (const { samples, way, begin } of runs) {
      alpha.add(Math.max(this.from, begin - AT_ONCE), [0]);
      const last = samples.at(-1);
      for (const { time, along: far, alpha: share } of samples) {
        alpha.add(time, [share]);
        along.add(time, [far]);
        const { x, y } = placeAt(way, far);
        places.add(time, [x, y]);
      }
      if (last) alpha.add(Math.min(this.time, last.time) + AT_ONCE, [0]);
    }
    if (first.dot) return this.dot(first, along, alpha, workshop);
    const trail = this.trail(first, along, workshop);
    const head = element('g', moving(places, sheet), this.disc(first, inks) + this.numbers(runs, workshop));
    return element('g', fading(alpha, sheet), trail + head);
  }

  private dot({ way, accent }: Run, along: Series, alpha: Series, { inks, sheet, define }: Workshop): string {
    const id = define((name) => element('path', { id: name, d: pathData(way.points) }));
    const look = sheet.rule(`stroke-width:${2 * DOT.radius}px;stroke-opacity:${DOT.alpha};stroke-dasharray:0 ${FAR};stroke-linecap:round`);
    const { class: paced, style } = shifting(along, sheet, alpha);
    return element('use', { href: `#${id}`, class: `${inks.classFor('stroke', inks.accent(accent))} ${look} ${paced}`, style });
  }

  /** Dots of no length with round ends, each on its own place in a pattern that moves along the way. */
  private trail({ way, scale, accent }: Run, along: Series, { inks, sheet, define }: Workshop): string {
    const id = define((name) => element('path', { id: name, d: pathData(way.points) }));
    const { class: paced, style } = shifting(along, sheet);
    const dots = trailDots(scale).map(({ lag, radius, alpha }) => element('use', {
      href: `#${id}`, class: sheet.rule(`stroke-width:${n(2 * radius)}px;stroke-opacity:${n(alpha)};stroke-dasharray:0 ${n(FAR - lag)} 0 ${n(lag)}`),
    }));
    return element('g', { class: `${inks.classFor('stroke', inks.accent(accent))} ${paced}`, 'stroke-linecap': 'round', style }, dots.join(''));
  }

  /** The head around the point 0, 0; an event's is hollow. */
  private disc(run: Run, inks: Workshop['inks']): string {
    const { message, scale, accent } = run;
    const [width, height, glow] = [widthOf(run), SHAPE.token * scale, 8 * scale];
    const pill = (by: number, look: Record<string, string | number>): string => element('rect', {
      x: -width / 2 - by, y: -height / 2 - by, width: width + 2 * by, height: height + 2 * by, rx: height / 2 + by, ...look,
    });
    const colour = inks.accent(accent);
    const filled = inks.classFor('fill', colour);
    const halo = pill(glow, { class: filled, opacity: 0.3 });
    if (message.kind !== 'event') return halo + pill(0, { class: filled });
    return halo + pill(0, { class: inks.classFor('fill', inks.of(({ page }) => page)) }) + pill(-1.5, { class: inks.classFor('stroke', colour), 'stroke-width': 3 });
  }

  private numbers(runs: readonly Run[], { inks, sheet }: Workshop): string {
    const texts = new Map<string, Run[]>();
    for (const run of runs) texts.set(run.message.number, [...(texts.get(run.message.number) ?? []), run]);
    return [...texts].map(([number, own]) => {
      const { message, scale, accent } = own[0] as Run;
      const colour = message.kind === 'event' ? inks.accent(accent) : inks.onAccent(accent);
      const shown = new Series();
      if (texts.size > 1) for (const run of runs) shown.add(run.begin, [own.includes(run) ? 1 : 0]);
      const { class: paced, ...motion } = fading(stepwise(shown), sheet);
      const look = { class: [inks.classFor('fill', colour), paced].filter(Boolean).join(' '), ...motion };
      return letters({ lines: [number], x: 0, y: 0, size: TYPE.number * scale, weight: 700, align: 0.5 }, look);
    }).join('');
  }
}

/** The same values, each until the next one begins. */
function stepwise(series: Series): Series {
  const out = new Series();
  series.simplified(0).forEach(({ time, value }, i, all) => {
    const before = all[i - 1];
    if (before) out.add(time - AT_ONCE / 2, before.value);
    out.add(time, value);
  });
  return out;
}

/** How wide a head is: a disc, longer for a number such as `4.12`. */
function widthOf({ message, scale }: Run): number {
  return Math.max(SHAPE.token * scale, textWidth(message.number, { size: TYPE.number * scale, weight: 700 }) + 16 * scale);
}
