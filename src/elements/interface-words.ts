import type { FetchProblem } from './scenario-reader.ts';

/** Every word of the player's own interface in one language. */
export interface Messages {
  readonly lang: 'en' | 'ko';
  readonly player: string;
  readonly picture: string;
  readonly pictureOf: (title: string, step: string) => string;
  readonly loading: string;
  readonly controls: string;
  readonly play: string;
  readonly pause: string;
  readonly replay: string;
  readonly first: string;
  readonly previous: string;
  readonly next: string;
  readonly last: string;
  readonly timeline: string;
  readonly stepOf: (number: number, count: number) => string;
  readonly timeOf: (time: string, duration: string) => string;
  readonly speed: string;
  readonly loop: string;
  readonly view: string;
  readonly views: Readonly<Record<'map' | 'sequence' | 'split', string>>;
  readonly level: string;
  readonly levelName: (level: number) => string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'auto' | 'dark' | 'light' | 'contrast', string>>;
  readonly captions: string;
  readonly steps: string;
  readonly components: string;
  readonly inspector: string;
  readonly fullscreen: string;
  readonly exitFullscreen: string;
  readonly presenter: string;
  readonly exitPresenter: string;
  readonly help: string;
  readonly more: string;
  readonly close: string;
  readonly scenario: string;
  readonly source: string;
  readonly opensInNewTab: string;
  readonly actors: string;
  readonly messages: string;
  readonly currentStep: string;
  readonly andMore: (count: number) => string;
  readonly fields: Readonly<
    Record<'role' | 'layer' | 'group' | 'port' | 'docs' | 'edges' | 'parts' | 'members' | 'status' | 'protocol' | 'verb' | 'path' | 'payload' | 'note' | 'citation' | 'from' | 'to' | 'outcome' | 'time', string>
  >;
  readonly statuses: Readonly<Record<'ready' | 'not-ready' | 'pending' | 'running' | 'terminating' | 'failed', string>>;
  readonly kinds: Readonly<Record<'request' | 'reply' | 'event' | 'work' | 'packet', string>>;
  readonly outcomes: Readonly<Record<'dropped' | 'timeout' | 'refused' | 'error', string>>;
  readonly hop: (from: string, to: string) => string;
  readonly sendTo: (from: string, to: string) => string;
  readonly workIn: (node: string) => string;
  readonly undeclared: string;
  readonly inspectorHint: string;
  readonly errorTitle: string;
  readonly reloadErrorTitle: string;
  readonly lastGood: string;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
  readonly moreErrors: (count: number) => string;
  readonly fetchProblem: (problem: FetchProblem) => { readonly message: string; readonly hint: string };
  readonly keys: readonly (readonly [keys: string, what: string])[];
  readonly keysNote: string;
}
