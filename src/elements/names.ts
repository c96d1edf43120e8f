import type { Message, Trace } from '../compile/trace.ts';
import type { NodeId } from '../scenario/model.ts';
import { textIn } from '../shared/text.ts';
import type { Messages } from './messages.ts';

/** A component's title in the trace's language; its id where it is unknown. A part is named with its component: `etcd › member 1`. */
export function nodeTitle(trace: Trace, id: NodeId): string {
  const { architecture, languages } = trace.scenario;
  const node = architecture.nodes.get(id);
  if (!node) return id;
  const title = textIn(node.title, trace.variant.lang, languages) || id;
  return node.parent === undefined ? title : `${nodeTitle(trace, node.parent)} › ${title}`;
}

/** `API server → etcd`, or the one component of a message to itself. */
export function wayOf(trace: Trace, message: Message, t: Messages): string {
  const from = nodeTitle(trace, message.from);
  return message.from === message.to ? from : t.hop(from, nodeTitle(trace, message.to));
}

/** What a message is called in lists: its label, else what kind of message it is. */
export function messageTitle(message: Message, t: Messages): string {
  return message.label || t.kinds[message.kind];
}

/** How a message ended where it did not arrive or was refused; `''` for all that went well. */
export function outcomeText(message: Message, t: Messages): string {
  const { outcome } = message;
  if (outcome.kind === 'ok') return '';
  return outcome.kind === 'error' ? `${t.outcomes.error}: ${outcome.code}` : t.outcomes[outcome.kind];
}
