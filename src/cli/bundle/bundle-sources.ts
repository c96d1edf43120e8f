import { relative, resolve, sep } from 'node:path';
import { compile } from '../../compile/compile.ts';
import type { Trace } from '../../compile/trace.ts';
import { layoutMapAuto } from '../../layout/map.ts';
import type { MapLayout } from '../../layout/types.ts';
import type { Scenario } from '../../scenario/model.ts';
import { commonFolder } from '../common-folder.ts';
import { readScenario } from '../record-story.ts';

/** A scenario that goes into a bundle. */
export interface BundleSource {
  /** Each is there once. */
  readonly id: string;
  /** Its text's name among `files`. */
  readonly file: string;
  readonly scenario: Scenario;
  readonly map: MapLayout;
  /** Its run in each of its languages, in their order. */
  readonly traces: readonly Trace[];
}

/** All scenarios of a bundle, and the texts that they are read from. */
export interface BundleSources {
  readonly sources: readonly BundleSource[];
  /** By names that tell nothing of the folders above those of the files. */
  readonly files: Readonly<Record<string, string>>;
}

/** Reads scenarios and all that they refer to; throws with all that is wrong in their files. */
export async function readSources(paths: readonly string[], cwd: string, signal: AbortSignal): Promise<BundleSources> {
  const read = [];
  for (const path of paths) {
    signal.throwIfAborted();
    read.push(await readScenario(path, cwd));
  }
  const all = read.flatMap(({ texts }) => Object.keys(texts)).map((path) => resolve(cwd, path));
  const above = commonFolder(all);
  const nameOf = (path: string): string => relative(above, resolve(cwd, path)).split(sep).join('/');
  const sources: BundleSource[] = [];
  for (const { file, scenario } of read) {
    signal.throwIfAborted();
    const traces = scenario.languages.map((lang) => compile(scenario, { lang }));
    sources.push({ id: freeId(scenario.id, sources), file: nameOf(file), scenario, traces, map: await layoutMapAuto(scenario) });
  }
  const files = Object.fromEntries(read.flatMap(({ texts }) => Object.entries(texts)).map(([path, text]) => [nameOf(path), text]));
  return { sources, files };
}

/** Two scenarios of one name can still be told apart in links. */
function freeId(id: string, taken: readonly BundleSource[]): string {
  let free = id;
  for (let number = 2; taken.some((source) => source.id === free); number++) free = `${id}-${number}`;
  return free;
}
