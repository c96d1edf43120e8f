import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { packFiles } from '../../shared/packed-files.ts';
import { attributeOf, flowTags, hasAttribute, writtenTag, type FlowTag } from './flow-tags.ts';
import { readFlow, type Flow } from './read-flow.ts';

/** Where a slide's text comes from. */
export interface SlidePlace {
  /** The Markdown file, by its whole path. */
  readonly file: string;
  /** The deck's folder, with `public/` in it. */
  readonly deck: string;
}

/** A flow to be written otherwise, and the files that were read for it. */
export interface FlowChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly read: readonly string[];
}

const ADDRESS = /^([a-z][a-z\d+.-]*:|\/\/)/i;

/**
 * Puts into every flow of a slide what it plays and how many steps it has, so that its clicks are known before anything is loaded. Rejects with
 * everything that is wrong in a scenario; what a server has, or what only the browser knows, stays as it is.
 */
export async function changedFlows(markdown: string, place: SlidePlace): Promise<FlowChange[]> {
  const changes = await Promise.all(flowTags(markdown).map((tag) => changedFlow(tag, place)));
  return changes.filter((change) => change !== undefined);
}

async function changedFlow(tag: FlowTag, place: SlidePlace): Promise<FlowChange | undefined> {
  const flow = hasAttribute(tag, 'files') ? undefined : await flowOf(tag, place);
  if (!flow) return undefined;
  const more = { files: await packFiles(flow.files), ...(hasAttribute(tag, 'steps') ? {} : { steps: flow.trace.steps.length }) };
  return { start: tag.start, end: tag.end, text: writtenTag(tag, more), read: flow.read };
}

/** What a flow plays; undefined where a server has it, or only the browser knows it. Rejects with everything that is wrong in it. */
export async function flowOf(tag: FlowTag, place: SlidePlace, lang = attributeOf(tag, 'lang')): Promise<Flow | undefined> {
  const source = sourceOf(tag, place);
  const path = attributeOf(tag, 'path');
  return source && readFlow(source.path, source.text, {
    level: Number(attributeOf(tag, 'level') ?? 1),
    ...(path === undefined ? {} : { path: Object.fromEntries(new URLSearchParams(path)) }),
    ...(lang === undefined ? {} : { lang }),
  });
}

interface Source {
  /** Where the scenario lies; one that is written in the slide lies where the slide does. */
  readonly path: string;
  readonly text: string | undefined;
}

/** What a flow plays, where that is a file of the deck or stands in the slide. */
function sourceOf(tag: FlowTag, { file, deck }: SlidePlace): Source | undefined {
  if (tag.yaml !== undefined) return { path: join(dirname(file), `${basename(file, '.md')}.yaml`), text: tag.yaml };
  const src = attributeOf(tag, 'src');
  if (src === undefined || src === '' || ADDRESS.test(src)) return undefined;
  if (!src.startsWith('/')) return { path: resolve(dirname(file), src), text: undefined };
  const path = join(deck, 'public', src);
  return existsSync(path) ? { path, text: undefined } : undefined;
}
