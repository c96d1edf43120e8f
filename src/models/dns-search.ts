import { model } from './model.ts';
import { maybe, or, text, whole } from './parameter.ts';

/**
 * The names that a Pod's resolver asks for, one after another, until one exists: a name with fewer dots than `ndots` first goes through
 * the search list, one with a dot at its end is asked for as it is. Each is asked for its A and its AAAA record. Source: resolv.conf(5),
 * and what the kubelet writes there.
 */
export const dnsSearch = model(
  {
    name: text(),
    namespace: or('default', text()),
    domain: or('cluster.local', text()),
    ndots: or(5, whole(0, 15)),
    'exists-at': maybe(text()),
  },
  ({ name, namespace, domain, ndots, 'exists-at': existsAt }) => {
    const plain = trimmed(name);
    const searched = [`${namespace}.svc.${domain}`, `svc.${domain}`, domain].map((suffix) => `${plain}.${suffix}`);
    const dots = plain.split('.').length - 1;
    const tried = name.endsWith('.') ? [plain] : dots < ndots ? [...searched, plain] : [plain, ...searched];
    const found = existsAt === undefined ? -1 : tried.indexOf(trimmed(existsAt));
    const asked = found < 0 ? tried : tried.slice(0, found + 1);
    return {
      queries: asked.map((each, index) => ({ name: each, exists: index === found })),
      count: asked.length,
      packets: 2 * asked.length,
      wasted: found < 0 ? asked.length : found,
      answer: found < 0 ? '' : (tried[found] as string),
      dots,
    };
  },
);

function trimmed(name: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : name;
}
