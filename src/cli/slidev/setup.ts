import { dirname } from 'node:path';
import { notesWithSteps } from './step-notes.ts';
import { changedFlows } from './transform-slide.ts';

const FILES = Symbol.for('hopline.slidev.files');

/** What is asked of Slidev’s context for a slide that it transforms. */
interface SlideContext {
  readonly s: { readonly original: string; overwrite(start: number, end: number, text: string): unknown };
  readonly slide: { readonly source: { readonly filepath: string } };
  readonly options: { readonly userRoot: string };
}

/** What is asked of Vite’s server, and of Slidev’s options. */
interface Server {
  readonly moduleGraph: { readonly idToModuleMap: ReadonlyMap<string, object>; invalidateModule(module: never): void };
  readonly ws: { send(message: { readonly type: 'full-reload' }): void };
}

/** The files that flows were read from, of the deck that this process serves; Slidev loads this module anew for each of its setup files. */
const read: Set<string> = ((globalThis as { [FILES]?: Set<string> })[FILES] ??= new Set());

/** Slidev’s `setup/transformers.ts`: flows are read where the slide is. */
export function transformers(): { readonly pre: readonly ((context: SlideContext) => Promise<void>)[] } {
  return { pre: [transformFlows] };
}

async function transformFlows({ s, slide, options }: SlideContext): Promise<void> {
  for (const { start, end, text, read: files } of await changedFlows(s.original, { file: slide.source.filepath, deck: options.userRoot })) {
    for (const file of files) read.add(file.replaceAll('\\', '/'));
    s.overwrite(start, end, text);
  }
}

/** Slidev’s `setup/vite-plugins.ts`: a deck that is served shows a scenario anew when its file has changed. */
export function vitePlugins(): readonly object[] {
  return [{
    name: 'hopline:slidev',
    apply: 'serve',
    handleHotUpdate({ file, server }: { readonly file: string; readonly server: Server }): void {
      if (!read.has(file)) return;
      for (const [id, module] of server.moduleGraph.idToModuleMap) if (/__slidev_\d+\.md/.test(id)) server.moduleGraph.invalidateModule(module as never);
      server.ws.send({ type: 'full-reload' });
    },
  }];
}

/** What is asked of Slidev when it reads a Markdown file. */
interface Preparser {
  readonly name: string;
  transformSlide(content: string, frontmatter: Readonly<Record<string, unknown>>): Promise<undefined>;
  transformNote(note: string | undefined, frontmatter: Readonly<Record<string, unknown>>): Promise<string | undefined>;
}

/** Slidev’s `setup/preparser.ts`: what is told in each step stands in the speaker’s notes. */
export function preparser({ filepath, headmatter = {} }: { readonly filepath: string; readonly headmatter?: Readonly<Record<string, unknown>> }): Preparser[] {
  const slides = new WeakMap<object, string>();
  return [{
    name: 'hopline',
    // Slidev gives the text of a slide first, and then its notes.
    transformSlide: async (content, frontmatter) => void slides.set(frontmatter, content),
    transformNote: (note, frontmatter) => notesWithSteps(note, slides.get(frontmatter) ?? '', { file: filepath, deck: dirname(filepath) }, languageIn(frontmatter) ?? languageIn(headmatter)),
  }];
}

function languageIn({ lang }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof lang === 'string' ? lang : undefined;
}
