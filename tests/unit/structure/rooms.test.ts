import { describe, expect, it } from 'vitest';
import { breaches, cycles, ROOMS } from '../../tools/rooms.ts';
import { readSource, sourceFiles } from '../../tools/source-files.ts';

describe('the rooms of src', () => {
  const files = sourceFiles('src');

  it('import only what their row names', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap((file) => breaches(file))).toEqual([]);
  });

  it('have no cycle', () => {
    expect(cycles(files).map((path) => path.join(' -> '))).toEqual([]);
  });

  it('are not built on the app', () => {
    expect(Object.entries(ROOMS).filter(([, room]) => room.from.includes('app'))).toEqual([]);
  });
});

describe('the check of the rooms', () => {
  const wrong = (path: string, text: string): string[] => breaches(readSource(path, text));

  it('finds imports of every form, with their lines', () => {
    const text = [
      "import { a } from '../stage/a.ts';",
      "import type { B } from '../stage/b.ts';",
      "export { c } from '../stage/c.ts';",
      "export * from '../stage/d.ts';",
      "const e = () => import('../stage/e.ts');",
      "type F = import('../stage/f.ts').F;",
      "import '../stage/g.ts';",
      "// import '../stage/h.ts';",
      "const i = \"import '../stage/i.ts'\";",
    ].join('\n');
    expect(wrong('src/compile/x.ts', text)).toEqual([1, 2, 3, 4, 5, 6, 7].map((line) => `src/compile/x.ts:${line}: compile may not import stage`));
  });

  it('lets types through where only types are allowed', () => {
    expect(wrong('src/stage/x.ts', "import type { Trace } from '../compile/trace.ts';\nimport { type Frame } from '../compile/frame.ts';")).toEqual([]);
    expect(wrong('src/stage/x.ts', "import { stateAt } from '../compile/state.ts';")).toEqual(['src/stage/x.ts:1: stage may import only types of compile']);
    expect(wrong('src/stage/x.ts', "import { type Trace, stateAt } from '../compile/state.ts';")).toHaveLength(1);
  });

  it('keeps the stage and the timeline apart', () => {
    expect(wrong('src/stage/x.ts', "import type { P } from '../timeline/playback.ts';")).toEqual(['src/stage/x.ts:1: stage may not import timeline']);
    expect(wrong('src/timeline/x.ts', "import type { S } from '../stage/stage.ts';")).toEqual(['src/timeline/x.ts:1: timeline may not import stage']);
  });

  it('knows which packages a room may use, and which only lazily', () => {
    expect(wrong('src/stage/x.ts', "import 'pixi.js/unsafe-eval';")).toEqual([]);
    expect(wrong('src/elements/x.ts', "import { Text } from 'pixi.js';")).toEqual(['src/elements/x.ts:1: elements may not import the package pixi.js']);
    expect(wrong('src/layout/x.ts', "import dagre from '@dagrejs/dagre';")).toEqual(['src/layout/x.ts:1: @dagrejs/dagre must be loaded lazily']);
    expect(wrong('src/layout/x.ts', "export const f = () => import('@dagrejs/dagre');")).toEqual([]);
    expect(wrong('src/layout/engine-dagre.ts', "import dagre from '@dagrejs/dagre';")).toEqual([]);
    expect(wrong('src/layout/x.ts', "import { place } from './engine-dagre.ts';")).toEqual(['src/layout/x.ts:1: ./engine-dagre.ts must be loaded lazily']);
    expect(wrong('src/scenario/x.ts', "import { readFile } from 'node:fs/promises';")).toEqual(['src/scenario/x.ts:1: scenario also runs in browsers: node:fs/promises']);
    expect(wrong('src/cli/x.ts', "import { readFile } from 'node:fs/promises';")).toEqual([]);
  });

  it('refuses what it cannot follow', () => {
    expect(() => readSource('src/app/x.ts', 'export const load = (name: string) => import(`../${name}.ts`);')).toThrow(/cannot be checked/);
    expect(wrong('src/garage/x.ts', '')).toEqual(['src/garage/x.ts: is in no room']);
    expect(wrong('src/app/x.ts', "import '../../tests/tools/rooms.ts';")).toEqual(['src/app/x.ts:1: app reaches out of src: ../../tests/tools/rooms.ts']);
  });

  it('finds a cycle through types and lazy loading', () => {
    const chain = [
      readSource('src/shared/a.ts', "import { b } from './b.ts';"),
      readSource('src/shared/b.ts', "import type { C } from './c.ts';"),
      readSource('src/shared/c.ts', "export const a = () => import('./a.ts');"),
    ];
    expect(cycles(chain)).toEqual([['src/shared/a.ts', 'src/shared/b.ts', 'src/shared/c.ts', 'src/shared/a.ts']]);
    expect(cycles(chain.slice(0, 2))).toEqual([]);
  });
});
