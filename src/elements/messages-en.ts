import type { Messages } from './interface-words.ts';
import type { FetchProblem } from './scenario-reader.ts';

/** The interface in English. */
export const EN: Messages = {
  lang: 'en',
  player: 'Architecture player',
  picture: 'Animated picture',
  pictureOf: (title, step) => `${title}: ${step}`,
  loading: 'Loading …',
  controls: 'Controls',
  play: 'Play',
  pause: 'Pause',
  replay: 'Replay',
  first: 'First step',
  previous: 'Previous step',
  next: 'Next step',
  last: 'Last step',
  timeline: 'Timeline',
  stepOf: (number, count) => `step ${number} of ${count}`,
  timeOf: (time, duration) => `${time} of ${duration}`,
  speed: 'Speed',
  loop: 'Loop',
  view: 'View',
  views: { map: 'Map', sequence: 'Sequence', split: 'Side by side' },
  level: 'Level of detail',
  levelName: (level) => ['Concept', 'Real connections', 'In depth'][level - 1] ?? `Level ${level}`,
  language: 'Language',
  theme: 'Theme',
  themes: { auto: 'System', dark: 'Dark', light: 'Light', contrast: 'High contrast' },
  captions: 'Captions',
  steps: 'Steps',
  components: 'Components',
  layers: 'Layers',
  layersHint: 'Light one layer, or hide others. Only you see it: the story stays as it is.',
  lightLayer: (title) => `Light: ${title}`,
  hideLayer: (title) => `Hide: ${title}`,
  showLayers: 'Show all',
  light: 'Light',
  hide: 'Hide',
  belongs: 'What belongs to it',
  componentCount: (count) => (count === 1 ? '1 component' : `${count} components`),
  inspector: 'Inspector',
  fullscreen: 'Full screen',
  exitFullscreen: 'Exit full screen',
  presenter: 'Presenter mode',
  exitPresenter: 'Exit presenter mode',
  help: 'Keys and help',
  more: 'More',
  close: 'Close',
  scenario: 'Scenario',
  source: 'Source',
  opensInNewTab: 'opens in a new tab',
  actors: 'Who takes part',
  messages: 'Messages',
  currentStep: 'current step',
  andMore: (count) => `and ${count} more`,
  fields: {
    role: 'Role', layer: 'Layer', group: 'Group', port: 'Port', docs: 'Documentation', edges: 'Connections', parts: 'Parts', members: 'Members', status: 'Status',
    protocol: 'Protocol', verb: 'Verb', path: 'Path', payload: 'Payload', note: 'Note', citation: 'Source', from: 'From', to: 'To', outcome: 'Outcome', time: 'Time',
  },
  statuses: { ready: 'Ready', 'not-ready': 'Not ready', pending: 'Pending', running: 'Running', terminating: 'Terminating', failed: 'Failed' },
  kinds: { request: 'Request', reply: 'Response', event: 'Event', work: 'Work', packet: 'Packet' },
  outcomes: { dropped: 'dropped', timeout: 'timed out', refused: 'refused', error: 'failed' },
  hop: (from, to) => `${from} → ${to}`,
  sendTo: (from, to) => `from ${from} to ${to}`,
  workIn: (node) => `in ${node}`,
  undeclared: 'not a declared connection',
  inspectorHint: 'Choose a component or a message to see its details.',
  errorTitle: 'This scenario cannot be shown',
  reloadErrorTitle: 'The new version cannot be shown',
  lastGood: 'Behind this is the last version that worked.',
  found: 'Found',
  expected: 'Expected',
  hint: 'How to mend it',
  moreErrors: (count) => `and ${count} more`,
  fetchProblem: fetchProblemEn,
  keys: [
    ['Space, K', 'Play or pause'],
    ['[  ]', 'Step back, step on (also Shift with ← →)'],
    ['←  →', '5 seconds back, on'],
    ['J  L', '10 seconds back, on'],
    [',  .', 'One frame back, on (while paused)'],
    ['Home  End', 'First step, last step'],
    ['0 – 9', 'To 0 % … 90 %'],
    ['<  >', 'Slower, faster'],
    ['V', 'Next view'],
    ['D', 'Next level of detail'],
    ['+  −  R', 'Zoom in, zoom out, whole picture'],
    ['C', 'Captions'],
    ['S', 'Steps'],
    ['Y', 'Layers of the architecture, where it has some'],
    ['I', 'Inspector'],
    ['P', 'Presenter mode: Page Down plays one step, Page Up goes back'],
    ['F', 'Full screen'],
    ['?', 'This help'],
    ['Esc', 'Close what is open'],
  ],
  keysNote: 'Keys work while the player has the focus.',
};

function fetchProblemEn(problem: FetchProblem): { message: string; hint: string } {
  const where = problem.address;
  switch (problem.kind) {
    case 'missing':
      return { message: `The server has no file ${where} (${problem.status}).`, hint: 'Check the address for a wrong folder, letter case or file ending.' };
    case 'refused':
      return { message: `The server does not give out ${where} (${problem.status}).`, hint: 'Check the access rights of the file and whether one has to sign in.' };
    case 'server':
      return { message: `The server failed on ${where} (${problem.status}).`, hint: 'Try again later, or look at the log of the server.' };
    case 'origin':
      return { message: `${where} lies on another origin, which does not let this page read it.`, hint: 'Put the file beside the page, or let its server send Access-Control-Allow-Origin.' };
    case 'architecture-origin':
      return { message: `${where} lies on another origin than the scenario.`, hint: 'Put the architecture beside the scenario and name it by a relative path.' };
    case 'local':
      return { message: `The page was opened as a file, and then browsers do not let it read ${where}.`, hint: 'Serve the folder (npx hopline dev FILE), or write the scenario inside the player.' };
    case 'html':
      return { message: `Instead of a scenario the server sent a web page for ${where}.`, hint: 'Check the address: many servers answer a wrong one with their start page.' };
    case 'too-big':
      return { message: `${where} is larger than ${problem.limit} bytes.`, hint: 'Split the scenario into several.' };
    case 'timeout':
      return { message: `No answer for ${where} within ${problem.seconds} seconds.`, hint: 'Check the connection and the server, then load again.' };
    case 'network':
      return { message: `${where} could not be fetched.`, hint: 'Check the connection, that the server runs, and that the page’s content security policy allows it (connect-src).' };
    case 'binary':
      return { message: `${where} is no text in UTF-8.`, hint: 'Save the file as UTF-8 text.' };
    case 'unknown-scenario':
      return { message: `No scenario “${where}” was given to the player.`, hint: problem.known.length > 0 ? `There are: ${problem.known.join(', ')}.` : 'Give it in the property scenarios.' };
  }
}
