/**
 * Scenarios of any size for measuring: 40 components, and steps that take turns with calls, parallel branches, traffic to members that
 * come, go and change, requests with named replies, and work. Deterministic: the same size gives the same text.
 */

const CLIENTS = 4;
const APPS = 10;
const STORES = 8;
/** The service's members; the last four are not there at first. */
const PODS = 16;
const SPARE = 4;

/** The text of a scenario (its architecture inside) of exactly this many messages, at least 12. */
export function generateScenario(messages: number): string {
  const steps: string[] = [];
  let full = false;
  for (let left = messages, round = 0; left > 0; round++) {
    const make = STEPS[round % STEPS.length] as StepMaker;
    const made: GeneratedStep | undefined = full ? undefined : make(round, left);
    // From the first that does not fit on: a spare pod that was not created must not be removed.
    full ||= !made;
    const step = made ?? plain(round, left);
    steps.push(...step.lines);
    left -= step.messages;
  }
  return [
    'hopline: 1', 'id: generated', `title: ${messages} messages`, 'languages: [en, ko]', 'architecture:', ...indent(architecture(), 2),
    'open:', ...range(APPS, (i) => `  - ${app(i)} -> ${store(i)}`), 'steps:', ...indent(steps, 2),
  ].join('\n') + '\n';
}

interface GeneratedStep {
  readonly lines: readonly string[];
  readonly messages: number;
}
/** Undefined where it would make more messages than are left. */
type StepMaker = (round: number, left: number) => GeneratedStep | undefined;

const client = (i: number): string => `client-${i % CLIENTS}`;
const app = (i: number): string => `app-${i % APPS}`;
const store = (i: number): string => `store-${i % STORES}`;
const pod = (i: number): string => `pod-${i % PODS}`;
const spare = (round: number): string => `pod-${PODS - SPARE + (Math.floor(round / STEPS.length) % SPARE)}`;

const calls: StepMaker = (round, left) => within(left, step(round, [
  `- call: ${client(round)} -> gateway`, '  label: GET /', '  returns: 200 OK',
  ...range(3, (i) => [`- call: gateway -> ${app(round + i)}`, `  label: ask ${i}`, '  returns: answer', `- work: ${app(round + i)}`, '  takes: 600ms']).flat(),
  `- set: ${app(round)}`, `  badge: seen ${round}`,
], 11));

const branches: StepMaker = (round, left) => within(left, step(round, [
  '- parallel:', ...range(5, (i) => [
    `    - - call: gateway -> ${app(round + i)}`, '        label: fan out', '        returns: part',
    `      - set: ${app(round + i)}`, `        count: ${round % 90}`,
    `      - send: ${app(round + i)} -> ${store(round + i)}`, '        label: keep',
  ]).flat(), '  stagger: 80ms',
], 15));

const crowd: StepMaker = (round, left) => {
  const connections = round % (STEPS.length * 10) === 2 ? 60 : 6;
  const changing = 1 + (round % 7);
  return within(left, step(round, [
    '- parallel:', '    - traffic: client-0 -> web', `      policy: ${['round-robin', 'weighted', 'least-connections'][round % 3]}`,
    `      connections: ${connections}`, '      every: 150ms',
    `    - - create: ${spare(round)}`, '        from: gateway', '      - wait: 500ms', `      - set: ${pod(changing)}`, '        status: not-ready',
    '      - wait: 300ms', `      - set: ${pod(changing)}`, '        status: ready',
  ], connections * 4));
};

const exchange: StepMaker = (round, left) => within(left, step(round, [
  `- send: ${client(round)} -> gateway`, `  as: request-${round}`, '  label: POST /',
  ...range(4, (i) => [`- event: ${store((round + i) % APPS)} -> ${app(round + i)}`, '  label: changed']).flat(),
  `- reply: request-${round}`, '  label: accepted', '- clock: 30s', '  takes: 800ms',
], 6));

const leave: StepMaker = (round, left) => within(left, step(round, [
  '- parallel:', ...range(4, (i) => [`    - call: ${app(round + i)} -> ${store(round + i)}`, '      label: read', '      returns: row']).flat(),
  `- remove: ${spare(round)}`,
], 8));

const STEPS: readonly StepMaker[] = [calls, branches, crowd, exchange, leave];

/** What is left, told by single sends. */
function plain(round: number, left: number): GeneratedStep {
  const count = Math.min(left, 10);
  return step(round, range(count, (i) => `- send: gateway -> ${app(i)}`), count);
}

function step(round: number, actions: readonly string[], messages: number): GeneratedStep {
  return {
    messages,
    lines: [
      `- id: step-${round}`, '  title:', `    en: Step ${round}`, `    ko: 단계 ${round}`,
      '  say:', `    en: Somebody asks for number ${round} and gets it.`, `    ko: 누군가 ${round}번을 요청하고 응답을 받습니다.`,
      '  do:', ...indent(actions, 4),
    ],
  };
}

function within(left: number, made: GeneratedStep): GeneratedStep | undefined {
  return made.messages <= left ? made : undefined;
}

function architecture(): string[] {
  const placed = (id: string, index: number, more: readonly string[] = []): string[] =>
    [`${id}:`, `  title: ${id}`, `  at: [${(index % 8) * 320}, ${Math.floor(index / 8) * 240}]`, ...more.map((line) => `  ${line}`)];
  const ids = [...range(CLIENTS, client), 'gateway', ...range(APPS, app), ...range(STORES, store), ...range(PODS, pod)];
  const service = ['web:', '  kind: service', '  title: web', '  via: gateway', `  members: [${range(PODS, pod).join(', ')}]`];
  return [
    'hopline: 1', 'id: field', 'title: Field', 'components:',
    ...indent([...ids.flatMap((id, i) => placed(id, i, i >= ids.length - SPARE ? ['present: false'] : [])), ...service], 2),
    'edges:', ...indent([
      ...range(CLIENTS, (i) => `- ${client(i)} -> gateway`), ...range(APPS, (i) => `- gateway -> ${app(i)}`),
      ...range(APPS, (i) => range(STORES, (j) => `- ${app(i)} -> ${store(j)}`)).flat(), ...range(PODS, (i) => `- gateway -> ${pod(i)}`),
    ], 2),
  ];
}

function range<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function indent(lines: readonly string[], spaces: number): string[] {
  return lines.map((line) => ' '.repeat(spaces) + line);
}
