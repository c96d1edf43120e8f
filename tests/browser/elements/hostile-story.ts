/** Called by what must never run. */
export const ALARM = 'hoplineRan';

/** A text that would do something if it were taken for HTML, for a template or for an address; `name` tells where in the document it stands. */
export function evil(name: string): string {
  const call = `${ALARM}('${name}')`;
  return `${markOf(name)} <img src=x onerror="${call}"><script>${call}</script><svg onload="${call}"><a href="javascript:${call}">` +
    `\${${call}} <!--?lit$--> javascript:${call}`;
}

/** Such a text for places in which only a short one may stand. */
function shortEvil(name: string): string {
  return `${markOf(name)} <img src=x onerror=${ALARM}()>`;
}

/** The beginning of such a text: a picture may cut off what is behind it. */
export function markOf(name: string): string {
  return `«${name}»`;
}

/** Where such a text stands in the story: in all places that have a text. */
export const PLACES = [
  'title', 'place', 'layer', 'layer-about', 'layer-item', 'group', 'inner-group', 'shop', 'shop-subtitle', 'shop-role', 'shop-port', 'part', 'part-role', 'store', 'service', 'edge', 'protocol',
  'choice', 'option', 'option-note', 'other-option',
  'step', 'say', 'aside', 'cite', 'version', 'label', 'detail-protocol', 'detail-verb', 'detail-path', 'payload', 'detail-note', 'answer', 'answer-path', 'failure',
  'work', 'badge', 'gauge', 'note', 'event', 'second-step', 'second-say', 'deep-step', 'deep-say', 'traffic',
] as const;

/** Places whose texts a player shows only in its picture, as part of a card, or not at all. */
type Silent = 'summary' | 'new-subtitle' | 'open' | 'close' | 'clock';

/** A story in which every text is one of those. JSON is YAML too, and needs no care for quotes. */
export function hostileStory(change: (story: Record<string, unknown>) => void = () => undefined): string {
  const text = (name: (typeof PLACES)[number] | Silent): string => evil(name);
  const story = {
    hopline: 1,
    id: 'hostile',
    title: text('title'),
    summary: text('summary'),
    architecture: {
      id: 'place',
      title: text('place'),
      layers: { api: { title: text('layer'), about: text('layer-about'), items: [text('layer-item')] } },
      groups: { left: { title: text('group'), accent: 'clients' }, inner: { title: text('inner-group'), in: 'left' } },
      components: {
        shop: {
          title: text('shop'), subtitle: text('shop-subtitle'), role: text('shop-role'), port: shortEvil('shop-port'), docs: './docs.html#shop', group: 'inner', layer: 'api', at: [80, 120],
          parts: { door: { title: text('part'), role: text('part-role') } },
        },
        store: { kind: 'database', title: text('store'), at: [800, 120] },
        crowd: { kind: 'service', title: text('service'), members: ['store'], at: [800, 480] },
      },
      edges: [{ link: 'shop -> store', protocol: shortEvil('protocol'), label: text('edge') }, 'shop -> crowd', 'crowd -> store', { link: 'store -> shop', kind: 'watch' }],
    },
    choices: {
      way: {
        title: text('choice'),
        default: 'slow',
        options: { slow: { title: text('option'), note: text('option-note') }, fast: { title: text('other-option') } },
      },
    },
    steps: [
      {
        id: 'ask',
        title: text('step'),
        say: text('say'),
        aside: text('aside'),
        cite: [{ href: './docs.html#etcd', title: text('cite'), version: shortEvil('version') }, 'https://kubernetes.io/docs/%3Cimg%20src=x%3E'],
        do: [
          { open: 'store -> shop', label: text('open') },
          {
            call: 'shop -> store', label: text('label'), returns: text('answer'),
            detail: { protocol: text('detail-protocol'), verb: text('detail-verb'), path: text('detail-path'), payload: text('payload'), note: text('detail-note') },
            'returns-detail': { path: text('answer-path') },
          },
          { event: 'shop -> store', label: text('event') },
          { send: 'shop -> store', label: text('failure'), refused: true },
          { close: 'store -> shop', label: text('close') },
        ],
      },
      {
        id: 'think',
        title: text('second-step'),
        say: text('second-say'),
        do: [
          { work: 'store', label: text('work') },
          { set: 'store', badge: text('badge'), subtitle: text('new-subtitle'), gauge: { value: 0.5, label: text('gauge') } },
          { note: 'store', text: text('note') },
          { clock: '5m', label: text('clock') },
          { choose: 'way', then: { slow: [{ wait: '1s' }], fast: [] } },
        ],
      },
      {
        id: 'crowd',
        title: text('deep-step'),
        say: text('deep-say'),
        do: [{ traffic: 'shop -> crowd', connections: 3, label: text('traffic') }],
      },
    ],
  };
  change(story);
  return JSON.stringify({ ...story, choices: plain(story.choices), steps: plain(story.steps) }, undefined, 2);
}

/** There, `${` starts what the scenario computes; doubled, it is a text. */
function plain(part: unknown): unknown {
  return JSON.parse(JSON.stringify(part).replaceAll('${', () => '$${'));
}
