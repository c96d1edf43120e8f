import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './pages.ts';

/** What projects write that use the package. A line that ends in `// wrong` must be refused, and no other: without types nothing would be wrong. */
const FILES: Readonly<Record<string, string>> = {
  'registered.mts': `
    import 'hopline';
    import 'hopline/define';
    const player = document.querySelector('hopline-player');
    if (player) {
      player.level = 2;
      player.level = 'two'; // wrong
      player.duration = 3; // wrong
      player.addEventListener('hopline-step-change', (event) => {
        const title: string | undefined = event.detail.step?.title;
        const why: 'load' | 'play' | 'seek' | 'variant' = event.detail.reason;
        event.detail.nothing; // wrong
        console.log(title, why);
      });
      player.addEventListener('timeupdate', (event) => console.log(event.type));
    }
    document.body.addEventListener('hopline-step-change', ({ detail }) => console.log(detail.previous?.id));
    const made: number = document.createElement('hopline-player'); // wrong
    console.log(made);
  `,
  'class.mts': `
    import { HoplinePlayer, type Moment, type ScenarioSource } from 'hopline/player';
    import hoplineReveal from 'hopline/reveal';
    const source: ScenarioSource = { id: 'flow', src: 'flow.yaml' };
    const player: HoplinePlayer = new HoplinePlayer();
    player.scenarios = [source];
    const moment: Moment | undefined = player.moment;
    const src: number = player.src; // wrong
    player.view = 'inside-out'; // wrong
    const playing: Promise<void> = player.play();
    export const id: 'hopline' = hoplineReveal({ patience: 2 }).id;
    export { moment, playing, src };
  `,
  'frame.mts': `
    import { connectEmbed, type EmbedState } from 'hopline/embed';
    import { oEmbedFor } from 'hopline/oembed';
    const frame = document.querySelector('iframe');
    if (frame) {
      const flow = await connectEmbed(frame, { fitHeight: true });
      flow.on('step', ({ step, reason }) => console.log(step?.title, reason));
      flow.on('stop', () => undefined); // wrong
      const state: EmbedState = await flow.load({ text: 'hopline: 1', settings: { level: 2 } });
      await flow.seek('2'); // wrong
      console.log(state.steps.length);
    }
    export const html: string = oEmbedFor('https://docs.example/hopline/#src=flow.yaml', { maxwidth: 600 }).html;
  `,
  'trace.mts': `
    import { stateAt, traceOf, type Trace } from 'hopline/trace';
    const { trace, diagnostics } = await traceOf({ file: 'flow.yaml', text: 'hopline: 1', read: async () => '' }, { lang: 'ko', level: 2 });
    const seconds: number | undefined = trace?.duration;
    const first: string = trace?.messages[0]?.label; // wrong
    const shown = trace && stateAt(trace, 1).present.has('api');
    export const steps = (story: Trace): string[] => story.steps.map(({ title }) => title);
    console.log(seconds, first, shown, diagnostics.map(({ line, message }) => line + message));
  `,
  'react.tsx': `
    /** @jsxImportSource react */
    import type {} from 'hopline/react';
    export const right = <hopline-player src="flow.yaml" level={2} controls className="wide" onhopline-step-change={({ detail }) => console.log(detail.step?.id)}><img slot="poster" src="flow.png" alt="" /></hopline-player>;
    export const wrong = <hopline-player level="two" />; // wrong
    export const unknown = <hopline-player paused />; // wrong
  `,
  'preact.tsx': `
    /** @jsxImportSource preact */
    import type {} from 'hopline/preact';
    export const right = <hopline-player src="flow.yaml" view="split" class="wide" onhopline-step-change={({ detail }) => console.log(detail.step?.id)} />;
    export const wrong = <hopline-player view="inside-out" />; // wrong
  `,
};

/** Problems that a project in TypeScript has with the package in a folder's node_modules, with a bundler's way of finding modules and with Node's. */
export function typeProblems(folder: string): string[] {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), `${text.trim()}\n`);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const wanted = Object.entries(FILES).flatMap(([name, text]) => text.trim().split('\n').flatMap((line, at) => (line.endsWith('// wrong') ? [`${name}(${at + 1}`] : [])));
  return ['bundler', 'node16', 'nodenext'].flatMap((resolution) => {
    const found = new Set(compile(folder, resolution).map((error) => /^[^,]+/.exec(error)?.[0] ?? error));
    return [
      ...wanted.filter((place) => !found.has(place)).map((place) => `types (${resolution}): nothing is wrong at ${place})`),
      ...[...found].filter((place) => !wanted.includes(place)).map((place) => `types (${resolution}): ${place})`),
    ];
  });
}

function compile(folder: string, resolution: string): string[] {
  const module = resolution === 'bundler' ? 'esnext' : resolution;
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--pretty', 'false', '--target', 'es2022', '--jsx', 'react-jsx', '--types', ''];
  const args = ['--ignoreConfig', ...options, '--module', module, '--moduleResolution', resolution, ...Object.keys(FILES)];
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), ...args], { cwd: folder, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes('error TS'));
}

/** Problems of the package's entries where there is no browser: pages are also put together on servers. */
export function importProblems(folder: string, entries: readonly string[]): string[] {
  return entries.flatMap((entry) => {
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', `await import(${JSON.stringify(entry)})`], { cwd: folder, encoding: 'utf8' });
    return status === 0 && stderr === '' ? [] : [`import '${entry}' in Node: ${stderr.split('\n').find((line) => /Error|Warning/.test(line)) ?? stderr}`];
  });
}
