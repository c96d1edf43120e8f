import type { Message, StepMark, Trace } from '../compile/trace.ts';
import { textIn } from '../shared/text.ts';
import { oneLine, timeStamp } from './time-stamp.ts';
import { transcriptWords, type TranscriptWords } from './transcript-words.ts';

/** A story as Markdown to read: every step with its time, narration and messages, and what it cites. `rate` is how fast the film goes through the story. */
export function transcriptOf(trace: Trace, rate = 1): string {
  const { scenario, variant } = trace;
  const words = transcriptWords(variant.lang);
  const own = (text: Parameters<typeof textIn>[0]): string => plain(textIn(text, variant.lang, scenario.languages));
  const path = scenario.choices.map(({ id, title, options }) => {
    const option = options.find((one) => one.id === variant.path[id]);
    return `${own(title)}: ${own(option?.title)}`;
  });
  const facts = [...(scenario.levels.length > 1 ? [words.level(variant.level)] : []), ...path];
  const head = [`# ${own(scenario.title)}`, own(scenario.summary), facts.join(' · ')].filter(Boolean);
  return `${[...head, ...trace.steps.flatMap((step) => stepOf(trace, step, words, rate))].join('\n\n')}\n`;
}

function stepOf(trace: Trace, step: StepMark, words: TranscriptWords, rate: number): string[] {
  const messages = trace.messages.slice(step.first, step.last);
  const lines = [
    ...messages.filter(({ kind }) => kind !== 'packet').map((message) => messageLine(trace, message, words)),
    ...connectionLines(trace, messages, words),
  ];
  const sources = step.cite.map(({ href, title, version }) => {
    const name = plain(textIn(title, trace.variant.lang, trace.scenario.languages)) || href;
    return `[${name}${version ? ` (${version})` : ''}](<${href}>)`;
  });
  return [
    `## ${step.number}. ${plain(step.title)} (${timeStamp(step.start / rate).slice(0, 8)})`,
    plain(step.say),
    ...(step.aside ? [`> ${plain(step.aside)}`] : []),
    ...(lines.length > 0 ? [lines.map((line) => `- ${line}`).join('\n')] : []),
    ...(sources.length > 0 ? [`${words.sources}: ${sources.join(', ')}`] : []),
  ];
}

function messageLine(trace: Trace, { kind, from, to, number, label, outcome, detail }: Message, words: TranscriptWords): string {
  const where = kind === 'work' ? words.within(nameOf(trace, from)) : `${nameOf(trace, from)} → ${nameOf(trace, to)}`;
  const call = [detail?.protocol, detail?.verb, detail?.path].filter(Boolean).join(' ');
  const failed = outcome.kind === 'ok' ? '' : words.outcomes[outcome.kind];
  const code = 'code' in outcome ? ` ${plain(outcome.code)}` : '';
  const what = kind === 'reply' || kind === 'event' ? ` (${words.kinds[kind]})` : '';
  return `**${number}** ${where}${what}${label ? `: ${plain(label)}` : ''}${call ? ` – \`${call.replaceAll('`', '')}\`` : ''}${failed ? ` – **${failed}${code}**` : ''}`;
}

/** Each connection of traffic once: which member it was given to, and how many requests it carried. */
function connectionLines(trace: Trace, messages: readonly Message[], words: TranscriptWords): string[] {
  const connections = new Map<string, { readonly number: number; readonly member: string; requests: number }>();
  for (const { action, traffic } of messages) {
    if (!traffic) continue;
    const key = `${action} ${traffic.connection}`;
    const known = connections.get(key);
    if (known) known.requests = Math.max(known.requests, traffic.request);
    else connections.set(key, { number: traffic.connection, member: traffic.member && nameOf(trace, traffic.member), requests: traffic.request });
  }
  return [...connections.values()].map(({ number, member, requests }) => words.connection(number, member || words.noMember, requests));
}

/** A part is named with its component: `API server / authn`. */
function nameOf(trace: Trace, id: string): string {
  const { scenario, variant } = trace;
  const node = scenario.architecture.nodes.get(id);
  const own = plain(textIn(node?.title, variant.lang, scenario.languages)) || id;
  return node?.parent === undefined ? own : `${nameOf(trace, node.parent)} / ${own}`;
}

/** One line in which Markdown finds nothing of its own. */
function plain(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
