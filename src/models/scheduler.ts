import { seededRandom } from '../shared/random.ts';
import { model } from './model.ts';
import { cpu, fields, map, maybe, memory, or, text } from './parameter.ts';

/** What the score counts for a Pod that requests nothing: thousandths of a core, bytes. */
const ASSUMED = { cpu: 100, memory: 200 * 2 ** 20 } as const;

interface Resources {
  readonly cpu: number;
  readonly memory: number;
}
interface NodeRoom extends Resources {
  readonly 'used-cpu': number;
  readonly 'used-memory': number;
  readonly taint?: string | undefined;
}

/**
 * Which node the scheduler picks for one Pod: filtered by taints and by what is requested, scored by LeastAllocated alone. Equal
 * scores are decided by the seed. Source: `schedule_one.go`, `fit.go` and `least_allocated.go` of kube-scheduler.
 */
export const scheduler = model(
  {
    pod: fields({ cpu: or(0, cpu()), memory: or(0, memory()) }),
    nodes: map(
      fields({ cpu: cpu(), memory: memory(), 'used-cpu': or(0, cpu()), 'used-memory': or(0, memory()), taint: maybe(text()) }),
    ),
    seed: or('scheduler', text()),
  },
  ({ pod, nodes, seed }) => {
    const looked = [...nodes].map(([name, node]) => ({ name, reasons: reasonsOf(pod, node), score: leastAllocated(pod, node) }));
    const feasible = looked.filter(({ reasons }) => reasons.length === 0);
    const best = Math.max(0, ...feasible.map(({ score }) => score));
    const equals = feasible.filter(({ score }) => score === best);
    const winner = equals[Math.floor(seededRandom(`scheduler ${seed}`)() * equals.length)];
    return {
      feasible: feasible.length,
      'feasible-names': feasible.map(({ name }) => name).join(', '),
      nodes: Object.fromEntries(
        looked.map(({ name, reasons, score }) => [
          name,
          { fits: reasons.length === 0, reason: reasons.join(', '), 'least-allocated': score },
        ]),
      ),
      winner: winner?.name ?? '',
      score: winner?.score ?? 0,
      message: messageOf(looked),
    };
  },
);

/** A node that is tainted is not looked at further. */
function reasonsOf(pod: Resources, node: NodeRoom): string[] {
  if (node.taint !== undefined) return ['node(s) had untolerated taint(s)'];
  const reasons: string[] = [];
  if (pod.cpu > 0 && pod.cpu > node.cpu - node['used-cpu']) reasons.push('Insufficient cpu');
  if (pod.memory > 0 && pod.memory > node.memory - node['used-memory']) reasons.push('Insufficient memory');
  return reasons;
}

/** The mean of what would be left of both, in percent, each rounded down. */
function leastAllocated(pod: Resources, node: NodeRoom): number {
  const left = (all: number, used: number): number => (used > all || all === 0 ? 0 : Math.floor(((all - used) * 100) / all));
  const ofCpu = left(node.cpu, node['used-cpu'] + (pod.cpu || ASSUMED.cpu));
  return Math.floor((ofCpu + left(node.memory, node['used-memory'] + (pod.memory || ASSUMED.memory))) / 2);
}

/** As the event FailedScheduling says it, with the reasons in the order of their text. */
function messageOf(looked: readonly { readonly reasons: readonly string[] }[]): string {
  const feasible = looked.filter(({ reasons }) => reasons.length === 0).length;
  const counts = new Map<string, number>();
  for (const reason of looked.flatMap(({ reasons }) => reasons)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const said = [...counts].map(([reason, count]) => `${count} ${reason}`).sort((a, b) => (a < b ? -1 : 1));
  return `${feasible}/${looked.length} nodes are available${feasible === 0 ? `: ${said.join(', ')}` : ''}.`;
}
