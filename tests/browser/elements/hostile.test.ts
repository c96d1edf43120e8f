import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HoplinePlayer } from '../../../src/elements/hopline-player.ts';
import type { PlayerRequest } from '../../../src/elements/requests.ts';
import { ALARM, evil, hostileStory, markOf, PLACES } from './hostile-story.ts';
import { frames, loaded, mount, once, part, until } from './support.ts';
import { story } from './story.ts';

const WIDE = { width: 1440, height: 900 };
const FORBIDDEN = 'img, script, iframe, object, embed, base, meta, link, form, foreignObject, animate, set, template, math';

const alarm = vi.fn();

beforeEach(() => {
  alarm.mockClear();
  Object.assign(window, { [ALARM]: alarm });
  window.addEventListener('error', alarm);
});

afterEach(() => {
  window.removeEventListener('error', alarm);
  expect(alarm).not.toHaveBeenCalled();
});

/** All elements inside, however deep. */
function all(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
}

/** What the page says somewhere: texts and attributes, and the words in the picture. */
function words(player: HoplinePlayer): string {
  const elements = all(player.shadowRoot!).filter(({ localName }) => localName !== 'style');
  const texts = elements.flatMap((element) => [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ nodeValue }) => nodeValue));
  const attributes = elements.flatMap((element) => [...element.attributes].map(({ value }) => value));
  return [...texts, ...attributes, ...(player.stage?.displayList() ?? []).map(({ text }) => text)].join('\n');
}

/** Nothing in the player was made of a text of the scenario, and no link leads to another place than https or the page's own. */
function harmless(player: HoplinePlayer): void {
  const elements = all(player.shadowRoot!);
  expect(elements.filter((element) => element.matches(FORBIDDEN)).map(({ outerHTML }) => outerHTML)).toEqual([]);
  const attributes = elements.flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ name }) => /^on/i.test(name) || name === 'srcdoc').map(({ name, value }) => `${name}=${value}`)).toEqual([]);
  const addresses = attributes.filter(({ name }) => /^(href|src|xlink:href|action|formaction)$/i.test(name)).map(({ value }) => new URL(value, document.baseURI));
  expect(addresses.filter(({ protocol, origin }) => protocol !== 'https:' && origin !== location.origin).map(String)).toEqual([]);
}

function ask(player: HoplinePlayer, detail: PlayerRequest): void {
  part(player, '.stage').dispatchEvent(new CustomEvent('hopline-request', { detail, bubbles: true, composed: true }));
}

/** Goes through the whole story and all panels; calls back wherever something else is shown. */
async function everywhere(player: HoplinePlayer, look: () => void): Promise<void> {
  const shown = async (): Promise<void> => {
    await player.updateComplete;
    await frames();
    look();
  };
  ask(player, { type: 'panel', panel: 'steps' });
  await shown();
  const list = player.shadowRoot!.querySelector('hopline-steps')?.shadowRoot;
  list?.querySelector<HTMLElement>('.segments button:nth-child(2)')?.click();
  await shown();
  for (const id of player.trace!.scenario.architecture.nodes.keys()) {
    ask(player, { type: 'inspect', selection: { kind: 'node', id } });
    await shown();
  }
  ask(player, { type: 'panel', panel: 'layers' });
  ask(player, { type: 'light-layer', layer: 'api' });
  await shown();
  ask(player, { type: 'show-layers' });
  for (const { index, start, end } of player.trace!.messages) {
    player.currentTime = (start + end) / 2;
    ask(player, { type: 'inspect', selection: { kind: 'message', index } });
    await shown();
  }
  ask(player, { type: 'panel', panel: 'none' });
  for (let time = 0; time < player.duration; time += 0.7) {
    player.currentTime = time;
    await shown();
  }
}

it('shows HTML, scripts and addresses in every text of a scenario as text, and nothing of it runs', async () => {
  const player = await loaded({ controls: true, view: 'split', scenarios: [story('hostile', hostileStory())] }, WIDE);
  await until(() => player.draws > 0, 'a picture is drawn');
  expect(player.diagnostics).toEqual([]);
  let seen = '';
  await everywhere(player, () => {
    harmless(player);
    seen += words(player);
  });
  expect(PLACES.filter((name) => !seen.includes(markOf(name)))).toEqual([]);
  // Not a letter of it was taken away either.
  for (const name of ['say', 'aside', 'payload', 'label', 'shop-role'] as const) expect(seen).toContain(evil(name));
});

it.each([['phone', { width: 390, height: 844 }], ['presenter', WIDE], ['bare', WIDE]] as const)('does so on a %s too', async (place, size) => {
  const player = await loaded({ controls: place === 'phone', captions: 'on', scenarios: [story('hostile', hostileStory())] }, size);
  await until(() => player.draws > 0, 'a picture is drawn');
  if (place === 'presenter') await player.present();
  let seen = '';
  await everywhere(player, () => {
    harmless(player);
    seen += words(player);
  });
  expect(seen).toContain(evil('say'));
});

it('shows names that a page gives its scenarios as text', async () => {
  const named = { ...story('one', hostileStory()), title: evil('page') };
  const player = await loaded({ controls: true, scenarios: [named, story('two')] }, WIDE);
  await player.updateComplete;
  harmless(player);
  expect(part<HTMLSelectElement>(player, 'hopline-header', 'select.title').selectedOptions[0]?.text).toContain(markOf('page'));
});

it.each(['javascript:hoplineRan(1)', ' JavaScript:hoplineRan(1)', 'java\tscript:hoplineRan(1)', 'data:text/html,<script>hoplineRan(1)</script>', 'http://kubernetes.io/', '//elsewhere.example/', 'blob:https://kubernetes.io/1'])(
  'makes no link of %j, and says where it stands',
  async (address) => {
    const change = (key: string) => (document: Record<string, unknown>): void => {
      if (key === 'cite') (document['steps'] as { cite?: unknown }[])[0]!.cite = { href: address, title: 'Harmless' };
      else (document['architecture'] as { components: { shop: { docs: string } } }).components.shop.docs = address;
    };
    for (const key of ['cite', 'docs']) {
      const player = mount({ controls: true, scenarios: [story('hostile', hostileStory(change(key)))] }, WIDE);
      await once(player, 'error');
      await player.updateComplete;
      harmless(player);
      expect(all(player.shadowRoot!).filter((element) => element.matches('a[href]'))).toEqual([]);
      expect(player.error?.diagnostics).toContainEqual(expect.objectContaining({ code: 'bad-link-address', file: 'hostile.yaml', line: expect.any(Number) }));
      expect(part(player, 'hopline-messages', '.card').textContent).toMatch(/hostile\.yaml:\d+:\d+/);
    }
  },
);

it('shows what is wrong with a hostile file as text, its name and what was found in it too', async () => {
  const text = hostileStory((document) => Object.assign(document, { [evil('key')]: 1, languages: [evil('language')], open: [evil('open')] }));
  const player = mount({ controls: true, scenarios: [{ id: 'x', text, file: `${evil('file')}.yaml` }] }, WIDE);
  await once(player, 'error');
  await player.updateComplete;
  harmless(player);
  const told = part(player, 'hopline-messages', '.card').textContent;
  for (const name of ['file', 'key']) expect(told).toContain(markOf(name));
});
