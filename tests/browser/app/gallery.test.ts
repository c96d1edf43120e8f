import axe from 'axe-core';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import '../../../src/app/app-gallery.ts';
import type { ScenarioCard } from '../../../src/app/scenario-card.ts';
import type { ScenarioEntry } from '../../../src/app/catalogue.ts';
import { THEME_NAMES, type LinkTheme } from '../../../src/app/link.ts';
import { Stills, type StillOrder } from '../../../src/app/stills.ts';
import { themeStyles } from '../../../src/elements/theme-styles.ts';
import { ARCHITECTURE, SCENARIO } from '../../unit/app/texts.ts';

/** The gallery takes its colours from what is around it. */
class Room extends LitElement {
  static override styles = [themeStyles, css`.root { background: var(--_page); color: var(--_text); }`];
  static override properties = { theme: {}, language: {}, entries: { attribute: false } };
  declare theme: LinkTheme;
  declare language: string;
  declare entries: ScenarioEntry[];
  readonly orders: StillOrder[] = [];
  private readonly stills = new Stills(async (order) => {
    this.orders.push(order);
    const canvas = new OffscreenCanvas(order.width, order.height);
    const context = canvas.getContext('2d')!;
    context.fillStyle = order.theme === 'light' ? '#ff0000' : '#0000ff';
    context.fillRect(0, 0, order.width, order.height);
    return createImageBitmap(canvas);
  });

  override render(): TemplateResult {
    return html`<div class="root" data-theme=${this.theme}>
      <hopline-gallery .entries=${this.entries} .stills=${this.stills} .language=${this.language} .theme=${this.theme} .current=${'zoo/a'}></hopline-gallery>
    </div>`;
  }
}
customElements.define('test-room', Room);

function entry(path: string, scenario = SCENARIO): ScenarioEntry {
  return { path, file: `${path}.yaml`, shipped: true, read: async (address) => (address.endsWith('architecture.yaml') ? ARCHITECTURE : scenario) };
}

async function hang(theme: LinkTheme = 'dark', language = 'en', entries = [entry('zoo/a'), entry('zoo/b', 'steps: [')]): Promise<Room> {
  const room = document.createElement('test-room') as Room;
  Object.assign(room, { theme, language, entries });
  document.body.append(room);
  await room.updateComplete;
  return room;
}

const cards = (room: Room): ScenarioCard[] => [...room.shadowRoot!.querySelector('hopline-gallery')!.shadowRoot!.querySelectorAll('hopline-scenario-card')];
const textOf = (card: ScenarioCard): string => card.shadowRoot!.textContent!.replace(/\s+/g, ' ').trim();
const colour = (card: ScenarioCard): string => {
  const [r, g, b] = card.shadowRoot!.querySelector('canvas')!.getContext('2d')!.getImageData(9, 9, 1, 1).data;
  return `${r} ${g} ${b}`;
};

describe('the gallery', () => {
  afterEach(() => document.body.replaceChildren());

  it('tells of each scenario what it is about and how large it is', async () => {
    const [card] = cards(await hang());
    await expect.poll(() => textOf(card!)).toBe('Open now Morning bread One loaf is ordered and baked. 1 step English한국어');
    expect(card!.shadowRoot!.querySelector('a')!.getAttribute('href')).toBe('#/zoo/a');
  });

  it('speaks Korean', async () => {
    const [card] = cards(await hang('dark', 'ko'));
    await expect.poll(() => textOf(card!)).toBe('열려 있음 아침 빵 빵 하나를 주문하고 굽습니다. 1단계 English한국어');
  });

  it('says of a broken one where it is broken', async () => {
    const [, broken] = cards(await hang());
    await expect.poll(() => textOf(broken!)).toMatch(/^b This scenario cannot be read\. zoo\/b\.yaml:\d+:\d+ /);
  });

  it('draws its pictures anew in another theme', async () => {
    const room = await hang();
    const [card] = cards(room);
    await expect.poll(() => colour(card!)).toBe('0 0 255');
    room.theme = 'light';
    await expect.poll(() => colour(card!)).toBe('255 0 0');
  });

  it('draws nothing of a card that is far below', async () => {
    const many = Array.from({ length: 60 }, (_, i) => entry(`zoo/s${i}`));
    const room = await hang('dark', 'en', many);
    await expect.poll(() => room.orders.length).toBeGreaterThan(3);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(room.orders.length).toBeLessThan(40);
    const last = cards(room).at(-1)!;
    expect(textOf(last)).toBe('s59');
  });

  it.each(THEME_NAMES)('has nothing that axe finds, in the theme %s', async (theme) => {
    const room = await hang(theme, 'ko');
    await expect.poll(() => textOf(cards(room)[0]!)).toContain('아침 빵');
    const { violations } = await axe.run(room, { rules: { region: { enabled: false }, 'heading-order': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
