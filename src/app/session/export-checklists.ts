import { textIn, type LocalizedText } from '../../shared/text.ts';
import type { Checklist, ChecklistItem, Session, SessionLink } from '../../scenario/session/model.ts';
import { nameOf } from '../topics.ts';
import { sessionMessagesIn } from './messages.ts';
import { addressOf } from './session-place.ts';
import type { ChecklistTicks } from './ticks.ts';

/** The checklists of a session as somebody has them, to be written into a file. */
export interface ChecklistExport {
  readonly session: Session;
  readonly lists: readonly Checklist[];
  readonly ticks: ChecklistTicks;
  readonly language: string;
  /** Address of the app's page: links in the file lead back to it. */
  readonly page: string;
  readonly when: Date;
}

/** Markdown with a task list for each checklist. */
export function checklistsAsMarkdown(order: ChecklistExport): string {
  const { session, lists, ticks, language, when } = order;
  const say = sayIn(session, language);
  const words = sessionMessagesIn(language);
  const all = ticks.progress(lists);
  const blocks = lists.map((list) => {
    const { done, total } = ticks.progress([list]);
    return [`## ${say(list.title)} (${done}/${total})`, '', ...list.items.flatMap((item) => markdownItem(list, item, order, say))].join('\n');
  });
  const head = [`# ${escaped(say(session.title))}: ${words.checklists}`, '', `${words.doneOf(all.done, all.total)} · ${dateOf(when)}`].join('\n');
  return `${[head, ...blocks].join('\n\n')}\n`;
}

/** JSON with every item, its state and its links. */
export function checklistsAsJson(order: ChecklistExport): string {
  const { session, lists, ticks, language, when, page } = order;
  const say = sayIn(session, language);
  const content = {
    session: session.id,
    title: say(session.title),
    language,
    exported: when.toISOString(),
    ...ticks.progress(lists),
    lists: lists.map((list) => ({
      id: list.id,
      title: say(list.title),
      ...ticks.progress([list]),
      items: list.items.map((item) => ({
        id: item.id,
        text: say(item.text),
        why: say(item.why),
        done: ticks.has(list.id, item.id),
        links: item.links.map((link) => absolute(link, page)),
      })),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function markdownItem(list: Checklist, item: ChecklistItem, { ticks, language, page }: ChecklistExport, say: Say): string[] {
  const links = item.links.map((link) => `[${escaped(nameOf(link.scenario, language))}](${absolute(link, page)})`);
  return [
    `- [${ticks.has(list.id, item.id) ? 'x' : ' '}] ${escaped(say(item.text))}`,
    `  ${escaped(say(item.why))}`,
    ...(links.length > 0 ? [`  ${links.join(' · ')}`] : []),
  ];
}

type Say = (text: LocalizedText) => string;

function sayIn(session: Session, language: string): Say {
  return (text) => textIn(text, language, session.languages);
}

function absolute(link: SessionLink, page: string): string {
  return new URL(addressOf(link), page).href;
}

function dateOf(when: Date): string {
  return when.toISOString().slice(0, 10);
}

/** What Markdown would take for a mark of its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&');
}
