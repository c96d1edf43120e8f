/** The shipped scenarios in a real browser: every variant that a viewer can choose, and stages that draw them. */
import { variantsOf } from '../../../src/check/variants.ts';
import { compile } from '../../../src/compile/compile.ts';
import type { Frame } from '../../../src/compile/frame.ts';
import { stateAt } from '../../../src/compile/state.ts';
import type { SceneState, Trace, Variant } from '../../../src/compile/trace.ts';
import { layoutMapAuto } from '../../../src/layout/map.ts';
import type { MapLayout } from '../../../src/layout/types.ts';
import { sequenceFor } from '../../../src/elements/player-scene.ts';
import { loadFonts } from '../../../src/look/fonts.ts';
import { THEMES, type ThemeName } from '../../../src/look/tokens.ts';
import type { Scenario } from '../../../src/scenario/model.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { panesFor } from '../../../src/stage/panes.ts';
import { Stage, type DisplayItem, type Scene, type ViewName } from '../../../src/stage/stage.ts';
import { FrameSource } from '../../../src/timeline/frames.ts';

const FILES = import.meta.glob<string>('/scenarios/*/*.yaml', { query: '?raw', import: 'default', eager: true });

/** A shipped scenario with its one map. */
export interface Shipped {
  readonly name: string;
  readonly scenario: Scenario;
  readonly map: MapLayout;
  readonly variants: readonly Variant[];
}

/** All that is under scenarios/, placed, with the fonts for every text in it. Fails with the diagnostics of one that does not play. */
export async function shippedScenarios(): Promise<Shipped[]> {
  const files = Object.keys(FILES).filter((path) => /^steps:/mu.test(FILES[path] as string)).sort();
  await loadFonts(Object.values(FILES).join(''));
  return Promise.all(files.map(async (file) => {
    const read = async (path: string): Promise<string> => FILES[path] ?? Promise.reject(new Error(`There is no ${path}`));
    const { scenario, diagnostics } = await parseScenario({ file, text: FILES[file] as string, read });
    if (!scenario) throw new Error(diagnostics.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'));
    const name = file.replace(/^\/scenarios\/|\.yaml$/g, '');
    return { name, scenario, map: await layoutMapAuto(scenario), variants: variantsOf(scenario) };
  }));
}

/** Every level with every option of every choice, in one of the languages in turn: for what does not hang on how they go together. */
export function fewest(variants: readonly Variant[]): Variant[] {
  const languages = [...new Set(variants.map(({ lang }) => lang))];
  const kept: Variant[] = [];
  const seen = new Set<string>();
  const take = (enough: (unseen: boolean[]) => boolean): void => {
    for (const { level, path } of variants) {
      const keys = [`${level}`, ...Object.entries(path).map((entry) => `${level} ${entry.join(' ')}`)].slice(Object.keys(path).length > 0 ? 1 : 0);
      if (!enough(keys.map((key) => !seen.has(key)))) continue;
      for (const key of keys) seen.add(key);
      const lang = languages[kept.length % languages.length];
      kept.push(variants.find((each) => each.level === level && each.lang === lang && nameOf(each) === nameOf({ ...each, path })) as Variant);
    }
  };
  // First those that bring nothing twice, then what is left.
  take((unseen) => unseen.every(Boolean));
  take((unseen) => unseen.some(Boolean));
  return kept;
}

/** A variant in a few words, for the messages of failures. */
export function nameOf({ level, lang, path }: Variant): string {
  return [`level ${level}`, lang, ...Object.values(path)].join(', ');
}

/** What is drawn of one variant, the sequence for the pane that it has in a picture, as players do it. */
export function sceneOf({ scenario, map }: Shipped, variant: Partial<Variant>, { view, ...size }: Pick<Setting, 'view' | 'width' | 'height'>): Scene {
  const trace = compile(scenario, variant);
  return { trace, map, sequence: sequenceFor(trace, panesFor(view, size, 1).sequence?.width) };
}

/** How a stage is set up; device pixels are `width × ratio`. */
export interface Setting {
  readonly view: ViewName;
  readonly width: number;
  readonly height: number;
  readonly ratio?: number;
  readonly theme?: ThemeName;
  /** True: everything is painted and listed as ever, but no pixel is drawn, which takes most of the time. */
  readonly blind?: boolean;
}

/** A stage with one scene at a time, and the frames of it. */
export class Easel {
  private source: FrameSource;

  private constructor(readonly stage: Stage, private shown: Scene) {
    this.source = new FrameSource(shown.trace);
  }

  static async create(scene: Scene, { view, width, height, ratio = 1, theme = 'dark', blind = false }: Setting): Promise<Easel> {
    const stage = await Stage.create({ theme: THEMES[theme] });
    if (blind) (stage as unknown as { renderer: { render(): void } }).renderer.render = () => undefined;
    stage.setScene(scene);
    stage.setView(view);
    stage.resize(width, height, ratio);
    return new Easel(stage, scene);
  }

  get trace(): Trace {
    return this.shown.trace;
  }

  get frames(): FrameSource {
    return this.source;
  }

  /** Takes another scene in place of the last. */
  show(scene: Scene): void {
    this.source.dispose();
    this.source = new FrameSource(scene.trace);
    this.shown = scene;
    this.stage.setScene(scene);
  }

  /** Draws a frame; gives the facts that were drawn with it and what is in the picture. */
  draw(frame: Frame): { state: SceneState; list: readonly DisplayItem[] } {
    const state = stateAt(this.trace, frame.time);
    this.stage.draw(frame, state);
    return { state, list: this.stage.displayList() };
  }

  /** Draws an instant; the hash of its pixels. */
  async hashAt(time: number): Promise<string> {
    this.draw(this.source.at(time));
    const canvas = this.stage.canvas as HTMLCanvasElement;
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
    const digest = await crypto.subtle.digest('SHA-256', data.buffer as ArrayBuffer);
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  destroy(): void {
    this.source.dispose();
    this.stage.destroy();
  }
}
