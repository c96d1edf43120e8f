import { formatDocument } from '../scenario/format.ts';
import { KINDS } from '../scenario/kinds.ts';
import { nearest } from '../scenario/nearest.ts';

/** What a new scenario is made of: at least two participants, in the order in which the request passes them. */
export interface Beginning {
  readonly title: string;
  readonly participants: readonly string[];
  readonly lang: 'en' | 'ko';
  /** What the modeline says, so that an editor completes and checks. */
  readonly schema: string;
}

interface Words {
  readonly hop: (from: string, to: string) => string;
  readonly ask: (from: string, to: string) => string;
  readonly work: (at: string) => string;
  readonly answers: string;
  readonly back: (to: string) => string;
  readonly labels: { readonly request: string; readonly work: string; readonly answer: string };
}

const WORDS: Readonly<Record<Beginning['lang'], Words>> = {
  en: {
    hop: (from, to) => `${from} asks ${to}`,
    ask: (from, to) => `${from} sends a request to ${to}.`,
    work: (at) => `${at} works on it.`,
    answers: 'The answer',
    back: (to) => `The answer goes back to ${to}.`,
    labels: { request: 'request', work: 'work', answer: 'answer' },
  },
  ko: {
    hop: (from, to) => `${from} → ${to} 요청`,
    ask: (from, to) => `${from}에서 ${to}(으)로 요청을 보냅니다.`,
    work: (at) => `${at}에서 요청을 처리합니다.`,
    answers: '응답',
    back: (to) => `응답이 ${to}(으)로 돌아갑니다.`,
    labels: { request: '요청', work: '처리', answer: '응답' },
  },
};

/** The text of a scenario that plays, in the canonical form: a request through all participants, and the answer back, with its architecture inside. */
export function scenarioTemplate({ title, participants, lang, schema }: Beginning): string {
  const ids = uniqueIds(participants);
  const words = WORDS[lang];
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    'hopline: 1',
    `id: ${idOf(title) || 'scenario'}`,
    `title: ${quoted(title)}`,
    'architecture:',
    '  hopline: 1',
    `  id: ${idOf(title) || 'scenario'}-parts`,
    `  title: ${quoted(title)}`,
    '  components:',
    ...participants.flatMap((name, at) => [`    ${ids[at]}:`, `      kind: ${kindFor(name, at)}`, `      title: ${quoted(name)}`]),
    '  edges:',
    ...ids.slice(1).map((id, at) => `    - ${ids[at]} -> ${id}`),
    'steps:',
    ...ids.slice(1).flatMap((_, at) => requestStep(participants, ids, at, words)),
    ...answerStep(participants, ids, words),
  ];
  return formatDocument(`${lines.join('\n')}\n`);
}

/** An id of the language from any name; empty where the name has no Latin letter or digit. */
export function idOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '');
}

function requestStep(names: readonly string[], ids: readonly string[], at: number, words: Words): string[] {
  const from = names[at] ?? '';
  const to = names[at + 1] ?? '';
  const last = at === ids.length - 2;
  return [
    `  - id: ask-${ids[at + 1]}`,
    `    title: ${quoted(words.hop(from, to))}`,
    `    say: ${quoted(last ? `${words.ask(from, to)} ${words.work(to)}` : words.ask(from, to))}`,
    '    do:',
    `      - send: ${ids[at]} -> ${ids[at + 1]}`,
    `        as: request-${at + 1}`,
    `        label: ${quoted(words.labels.request)}`,
    ...(last ? [`      - work: ${ids[at + 1]}`, `        label: ${quoted(words.labels.work)}`] : []),
  ];
}

function answerStep(names: readonly string[], ids: readonly string[], words: Words): string[] {
  const replies = ids.slice(1).map((_, at) => at + 1).toReversed();
  return [
    '  - id: answer',
    `    title: ${quoted(words.answers)}`,
    `    say: ${quoted(words.back(names[0] ?? ''))}`,
    '    do:',
    ...replies.flatMap((number) => [`      - reply: request-${number}`, `        label: ${quoted(words.labels.answer)}`]),
  ];
}

function uniqueIds(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, at) => {
    const wanted = idOf(name) || `part-${at + 1}`;
    let id = wanted;
    for (let more = 2; taken.has(id); more++) id = `${wanted}-${more}`;
    taken.add(id);
    return id;
  });
}

/** Korean words that name a kind. */
const KOREAN_KINDS: Readonly<Record<string, string>> = {
  사용자: 'user', 고객: 'user', 브라우저: 'browser', 게이트웨이: 'gateway', 데이터베이스: 'database', DB: 'database', 캐시: 'cache', 큐: 'queue', 함수: 'function', 파일: 'file',
};

/** The kind that a name speaks of (`Orders database` → `database`); the first one is a person unless it says otherwise. */
function kindFor(name: string, at: number): string {
  const words = idOf(name).split('-').filter(Boolean);
  const known = Object.keys(KINDS);
  const spoken = [idOf(name), ...words.toReversed()].find((word) => known.includes(word));
  if (spoken) return spoken;
  const korean = Object.keys(KOREAN_KINDS).find((word) => name.normalize('NFC').includes(word));
  if (korean) return KOREAN_KINDS[korean] as string;
  const near = words.toReversed().map((word) => (word.length > 4 ? nearest(word, known) : undefined)).find(Boolean);
  return near ?? (at === 0 ? 'user' : 'service');
}

/** Plain where YAML reads it back as the same text, in quotes everywhere else. */
function quoted(text: string): string {
  const plain = /^[\p{L}][\p{L}\p{N} .,()'/→-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) && !text.endsWith(' ');
  return plain ? text : JSON.stringify(text);
}
