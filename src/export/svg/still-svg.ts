import { stateAt } from '../../compile/state.ts';
import { FrameSource } from '../../timeline/frames.ts';
import { Band, BAND_HEIGHT } from './band.ts';
import { Inks } from './inks.ts';
import { MotionSheet } from './motion-sheet.ts';
import { fadeAbove, sheetOf, type Sheet } from './page.ts';
import { MapPainter } from './reel.ts';
import { stillMarkup } from './still-markup.ts';
import { paneFor, WIDTH, type SvgStory } from './svg-story.ts';

/** One SVG of an instant (`time`, seconds) or of a step's still (`still`, its index), with the step's words under the map. */
export function stillSvg(story: SvgStory, at: { readonly time: number } | { readonly still: number }): Sheet {
  const { trace, map, themes } = story;
  const pane = paneFor(map);
  const frames = new FrameSource(trace);
  const frame = 'still' in at ? frames.still(at.still) : frames.at(at.time);
  frames.dispose();
  const inks = new Inks(themes);
  // Nothing moves: there is only one time.
  const workshop = { inks, sheet: new MotionSheet(0, 1), define: () => '' };
  const painter = new MapPainter({ trace, map, pane, themes });
  const state = stateAt(trace, frame.time);
  const camera = painter.camera(frame);
  const layers = [painter.resting(frame, state), painter.live(frame, state, camera.scale)];
  const step = trace.steps[frame.step];
  const share = step && !frame.still ? (frame.time - step.start) / (step.end - step.start || 1) : 1;
  const band = step ? new Band(trace, workshop, pane.height, WIDTH).still(step, share) : '';
  const body = stillMarkup({ layers, above: painter.clock(frame, state) }, camera, workshop) + fadeAbove(pane) + band;
  return sheetOf({ trace, size: { width: WIDTH, height: pane.height + BAND_HEIGHT }, pane, inks, body, rules: [] });
}
