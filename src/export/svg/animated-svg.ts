import { MARKS } from '../../stage/paint.ts';
import { act, type Workshop } from './act.ts';
import { Band, BAND_HEIGHT } from './band.ts';
import type { Role } from './cast.ts';
import { Inks } from './inks.ts';
import { element, n } from './markup.ts';
import type { Span } from './moments.ts';
import { isStepped, MotionSheet } from './motion-sheet.ts';
import { overviewMarkup } from './overview.ts';
import { fadeAbove, sheetOf, type Sheet } from './page.ts';
import { shootReel, type Reel } from './reel.ts';
import { paneFor, WIDTH, type SvgStory } from './svg-story.ts';

/** The stretch that is told, seconds of the story, and how fast. */
export interface Telling extends Span {
  readonly rate: number;
}

/** One SVG that tells a stretch of a story and begins again, without script; where less motion is wanted it is a picture of the whole story. */
export function animatedSvg(story: SvgStory, telling: Telling): Sheet {
  const pane = paneFor(story.map);
  const inks = new Inks(story.themes);
  const sheet = new MotionSheet(telling.from, telling.to);
  const definitions: string[] = [];
  const define = (write: (id: string) => string): string => {
    const plain = write('');
    const known = definitions.findIndex((one) => one === plain);
    if (known < 0) definitions.push(plain);
    return `d${(known < 0 ? definitions.length - 1 : known).toString(36)}`;
  };
  const workshop: Workshop = { inks, sheet, define };
  const scene = { ...story, pane };
  const reel = shootReel(scene, telling);
  const play = element('g', { class: 'play' }, mapMarkup(reel, workshop) + fadeAbove(pane) + new Band(story.trace, workshop, pane.height, WIDTH).markup(telling));
  const rest = element('g', { class: 'rest' }, overviewMarkup(scene, telling, workshop));
  const seconds = (telling.to - telling.from) / telling.rate;
  return sheetOf({
    trace: story.trace, size: { width: WIDTH, height: pane.height + BAND_HEIGHT }, pane, inks, body: rest + play,
    definitions: definitions.map((one, i) => one.replace(/^(<\w+)/, `$1 id="d${i.toString(36)}"`)),
    rules: [
      '.play{display:none}',
      '@media (prefers-reduced-motion:no-preference){.play{display:inline}.rest{display:none}}',
      `.a,.d,.e{animation-duration:${n(seconds, 3)}s;animation-iteration-count:infinite;animation-timing-function:linear}`,
      '.d{animation-timing-function:step-end}',
      // As near to how hops go as one curve can be: never farther off than 0.4 % of the way.
      '.e{animation-timing-function:cubic-bezier(.485,.045,.515,.955)}',
      sheet.rules(),
    ],
  });
}

/** The map under its camera, cut to its pane. */
function mapMarkup(reel: Reel, workshop: Workshop): string {
  const drawn = (roles: readonly Role[]): string => roles.map(({ actors }) => actors.map((actor) => act(actor, workshop)).join('')).join('');
  const heads = reel.runners.markup(workshop);
  const isAbove = ({ kind }: Role): boolean => MARKS.indexOf(kind) > MARKS.indexOf('head');
  const below = reel.live.filter((role) => !isAbove(role));
  const above = reel.live.filter(isAbove);
  const content = drawn(reel.resting) + drawn(below) + heads + drawn(above);
  return element('g', { 'clip-path': 'url(#pane)' }, element('g', cameraOf(reel, workshop.sheet), content) + drawn(reel.above));
}

function cameraOf({ camera }: Reel, sheet: MotionSheet): Record<string, string> {
  const write = ([x = 0, y = 0, scale = 1000]: readonly number[]): string => `transform:translate(${n(x, 1)}px,${n(y, 1)}px)scale(${n(scale / 1000, 4)})`;
  if (camera.constant) return { style: write(camera.first ?? []) };
  const samples = camera.simplified(1);
  const stepped = isStepped(samples);
  return { class: stepped ? 'd' : 'a', style: `animation-name:${sheet.add(samples, write, stepped)}` };
}
