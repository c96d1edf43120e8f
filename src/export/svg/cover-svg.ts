import { stateAt } from '../../compile/state.ts';
import { tellingMoment } from '../../compile/telling-moment.ts';
import type { Trace } from '../../compile/trace.ts';
import type { MapLayout } from '../../layout/types.ts';
import type { Theme } from '../../look/tokens.ts';
import { FrameSource } from '../../timeline/frames.ts';
import { Inks } from './inks.ts';
import { element } from './markup.ts';
import { MotionSheet } from './motion-sheet.ts';
import { MapPainter } from './reel.ts';
import { sharePaths } from './share-paths.ts';
import { ICON_RULE } from './sketch.ts';
import { stillMarkup } from './still-markup.ts';

/** A story that a cover stands for, and what is said of the picture to those who do not see it. */
export interface CoverStory {
  readonly trace: Trace;
  readonly map: MapLayout;
  readonly label: string;
}

/** Covers of one page: they have their colours, classes and longer paths together. */
export interface CoverSheet {
  /** One `<svg>` for each story. */
  readonly covers: readonly string[];
  /** Stands in the page before them; empty where nothing is shared. */
  readonly definitions: string;
  /** Rules for what stands in a cover, but for the letters' family. */
  readonly rules: string;
  /** The custom properties of the theme of that index, as declarations. */
  readonly colours: (theme: number) => string;
}

/** Small enough that names can be read on a card. Px. */
const PANE = { width: 960, height: 540 } as const;
/** No text has it: it is no character of XML. */
const CUT = '\u0001';

/** Still maps of stories, each at its most telling moment, to stand in one HTML page. */
export function coverSheet(stories: readonly CoverStory[], themes: readonly Theme[]): CoverSheet {
  const inks = new Inks(themes);
  const ground = inks.classFor('fill', inks.of((theme) => theme.page));
  const { markup, definitions } = sharePaths(stories.map((story) => markupOf(story, inks)).join(CUT), 'hopline-path-');
  const view = `0 0 ${PANE.width} ${PANE.height}`;
  const covers = markup.split(CUT).map((body, at) =>
    element('svg', { class: 'cover', viewBox: view, role: 'img', 'aria-label': stories[at]?.label, lang: stories[at]?.trace.variant.lang }, element('rect', { class: ground, ...PANE }) + body));
  return {
    covers: stories.length > 0 ? covers : [],
    definitions: definitions.length > 0 ? `<svg width="0" height="0" aria-hidden="true" class="cover-paths"><defs>${definitions.join('')}</defs></svg>` : '',
    rules: [inks.classRules(), ICON_RULE, '.cover path,.cover use{stroke-linejoin:round}', '.cover text{font-weight:500}', '.cover text.b{font-weight:700}'].join('\n'),
    colours: (theme) => inks.values(theme),
  };
}

function markupOf({ trace, map }: CoverStory, inks: Inks): string {
  const at = tellingMoment(trace);
  const frames = new FrameSource(trace);
  const frame = 'still' in at ? frames.still(at.still) : frames.at(at.time);
  frames.dispose();
  const painter = new MapPainter({ trace, map, pane: PANE, themes: inks.themes });
  const state = stateAt(trace, frame.time);
  const camera = painter.camera(frame);
  const workshop = { inks, sheet: new MotionSheet(0, 1), define: () => '' };
  const layers = [painter.resting(frame, state), painter.live(frame, state, camera.scale)];
  // The picture's own edge cuts it off.
  return stillMarkup({ layers, above: painter.clock(frame, state) }, camera, workshop).replace(' clip-path="url(#pane)"', '');
}
