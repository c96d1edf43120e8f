import type { Frame } from '../../compile/frame.ts';
import { stateAt } from '../../compile/state.ts';
import type { SceneState, Trace } from '../../compile/trace.ts';
import type { MapLayout } from '../../layout/types.ts';
import { between, type Camera } from '../../look/camera.ts';
import type { Theme } from '../../look/tokens.ts';
import type { Size } from '../../shared/geometry.ts';
import { atOnce } from '../../shared/work.ts';
import { paintClock } from '../../stage/clock-view.ts';
import { DisplayRecorder } from '../../stage/display-list.ts';
import { headScale } from '../../stage/hop-view.ts';
import { MapFacts } from '../../stage/map-facts.ts';
import { StepFramings } from '../../stage/map-framing.ts';
import { paintLiveMap } from '../../stage/map-live.ts';
import { sightOf } from '../../stage/map-sight.ts';
import { paintStillMap, stillKey } from '../../stage/map-still.ts';
import type { MarkKind } from '../../stage/paint.ts';
import { paletteOf, type Palette } from '../../stage/palette.ts';
import { FrameSource } from '../../timeline/frames.ts';
import { Cast, type Role } from './cast.ts';
import { Drawing } from './drawing.ts';
import { momentsOf, type Span } from './moments.ts';
import { Runners } from './runners.ts';
import { Series } from './series.ts';

/** What the runners show. */
const TRAVELLING: readonly MarkKind[] = ['trail', 'head', 'token'];

/** Seconds between two readings of a clock that runs. */
const TICK = 0.14;

/** What a picture of a story is made of: the run, its map, the room for the map, px, and the themes that it may be seen in. */
export interface Scene {
  readonly trace: Trace;
  readonly map: MapLayout;
  readonly pane: Size;
  readonly themes: readonly Theme[];
}

/** A story as things that move. */
export interface Reel {
  /** Parts that rest, and parts that come and go; the lowest first. */
  readonly resting: readonly Role[];
  readonly live: readonly Role[];
  readonly runners: Runners;
  /** Above the map, in the pane's own px. */
  readonly above: readonly Role[];
  /** Where the map stands in its pane: x, y, scale. */
  readonly camera: Series;
}

/** Paints the map of a story as the stage does, on easels that keep what is painted; each theme has one. */
export class MapPainter {
  readonly facts: MapFacts;
  private readonly framings: StepFramings;
  private readonly palettes: readonly Palette[];
  private readonly sight;

  constructor(private readonly scene: Scene) {
    this.facts = new MapFacts(scene.trace, scene.map);
    this.framings = new StepFramings(this.facts);
    this.palettes = scene.themes.map((theme) => paletteOf(theme));
    this.sight = sightOf(scene.trace, undefined);
  }

  /** Where the map stands at a frame. */
  camera(frame: Frame): Camera {
    const { pane } = this.scene;
    const to = this.cameraOfStep(frame);
    const from = frame.step > 0 ? this.framings.view(pane, frame.step - 1, frame).camera : to;
    return between(pane, from, to, frame.camera);
  }

  /** Where the map stands once the view has come to a frame's step. */
  cameraOfStep(frame: Frame): Camera {
    return this.framings.view(this.scene.pane, frame.step, frame).camera;
  }

  resting(frame: Frame, state: SceneState): Drawing[] {
    return this.palettes.map((palette) => {
      const drawing = new Drawing();
      atOnce(paintStillMap(drawing, { facts: this.facts, frame, state, palette, list: new DisplayRecorder(), sight: this.sight }));
      return drawing;
    });
  }

  /** The simulated clock in the corner of the pane. */
  clock({ clock }: Pick<Frame, 'clock'>, state: SceneState): Drawing[] {
    const { pane, trace } = this.scene;
    return this.palettes.map((palette) => {
      const drawing = new Drawing();
      paintClock(drawing, { x: 0, y: 0, ...pane }, { seconds: clock ?? state.clock, illustrative: state.illustrative }, trace, palette, new DisplayRecorder());
      return drawing;
    });
  }

  live(frame: Frame, state: SceneState, cameraScale: number): Drawing[] {
    const scale = headScale(cameraScale, this.scene.pane.width);
    return this.palettes.map((palette) => {
      const drawing = new Drawing();
      paintLiveMap(drawing, { facts: this.facts, frame, state, palette, list: new DisplayRecorder(), headScale: scale });
      return drawing;
    });
  }
}

/** Looks at a story wherever something of it moves, and tells its things apart. */
export function shootReel(scene: Scene, span: Span): Reel {
  const { trace, pane } = scene;
  const painter = new MapPainter(scene);
  const frames = new FrameSource(trace);
  const still = new StillCast(span.from);
  const live = new Cast(span.from, TRAVELLING);
  const above = new Cast(span.from);
  const clock = new Ticking();
  const runners = new Runners(painter.facts, span.from);
  const camera = new Series();
  for (const time of momentsOf(trace, span)) {
    const frame = frames.at(time);
    const state = stateAt(trace, time);
    const { x, y, scale } = painter.camera(frame);
    camera.add(time, [x, y, scale * 1000]);
    still.see(frame, `${stillKey(frame, state)}|${absent(painter.facts, time)}`, () => painter.resting(frame, state));
    const target = painter.cameraOfStep(frame).scale;
    live.see(time, painter.live(frame, state, target));
    runners.see(frame, target, pane.width);
    above.see(time, painter.clock(clock.shown(frame), state));
  }
  frames.dispose();
  return { resting: still.cast.roles, live: live.roles, above: above.roles, runners, camera };
}

/** A clock that runs is read a few times a second: each of its readings is a text of its own. */
class Ticking {
  private last: { readonly time: number; readonly seconds: number } | undefined;

  shown({ time, clock }: Frame): Pick<Frame, 'clock'> {
    if (clock === undefined) this.last = undefined;
    else if (!this.last || time - this.last.time >= TICK) this.last = { time, seconds: clock };
    return this.last ? { clock: this.last.seconds } : {};
  }
}

/** Components that are still to come. */
function absent(facts: MapFacts, time: number): string {
  return [...facts.layout.nodes.keys()].filter((id) => facts.willAppear(id, time)).join();
}

/** What rests is painted anew only where it changes. */
class StillCast {
  readonly cast: Cast;
  private key: string | undefined;
  private last: Drawing[] = [];
  private time = 0;

  constructor(from: number) {
    this.cast = new Cast(from);
  }

  see({ time }: Frame, key: string, paint: () => Drawing[]): void {
    if (key !== this.key) {
      // Up to the moment before it was as it had been.
      if (this.key !== undefined) this.cast.see(this.time, this.last);
      this.last = paint();
      this.cast.see(time, this.last);
    }
    this.key = key;
    this.time = time;
  }
}
