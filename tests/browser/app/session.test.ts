import axe from 'axe-core';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppRequest, AppRequestEvent } from '../../../src/app/app-request.ts';
import type { Notice } from '../../../src/app/app-toast.ts';
import { THEME_NAMES, type LinkTheme } from '../../../src/app/link.ts';
import type { ClockWorld } from '../../../src/app/session/discussion-clock.ts';
import type { SessionChecklists } from '../../../src/app/session/session-checklists.ts';
import type { SessionDiscussion } from '../../../src/app/session/session-discussion.ts';
import '../../../src/app/session/session-page.ts';
import type { SessionPage } from '../../../src/app/session/session-page.ts';
import { loadSession } from '../../../src/app/session/shipped-sessions.ts';
import { Stills } from '../../../src/app/stills.ts';
import { themeStyles } from '../../../src/elements/theme-styles.ts';
import type { Session } from '../../../src/scenario/session/model.ts';

let session: Session;

/** The page takes its colours from what is around it. */
class SessionRoom extends LitElement {
  static override styles = [themeStyles, css`.root { background: var(--_page); color: var(--_text); }`];
  static override properties = { theme: {}, language: {} };
  declare theme: LinkTheme;
  declare language: string;
  readonly requests: AppRequest[] = [];
  private readonly stills = new Stills(async () => createImageBitmap(new ImageData(8, 8)));

  override render(): TemplateResult {
    return html`<div class="root" data-theme=${this.theme} @hopline-app-request=${({ request }: AppRequestEvent) => this.requests.push(request)}>
      <hopline-session-page .session=${session} .stills=${this.stills} .language=${this.language} .theme=${this.theme}></hopline-session-page>
    </div>`;
  }

  get page(): SessionPage {
    return this.shadowRoot!.querySelector('hopline-session-page')!;
  }
}
customElements.define('session-room', SessionRoom);

async function hang(language = 'ko', theme: LinkTheme = 'dark'): Promise<SessionRoom> {
  const room = document.createElement('session-room') as SessionRoom;
  Object.assign(room, { theme, language });
  document.body.append(room);
  await room.updateComplete;
  await room.page.whole;
  return room;
}

const inPage = (room: SessionRoom, selector: string): HTMLElement[] => [...room.page.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const plain = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const notices = (room: SessionRoom): Notice[] => room.requests.flatMap((request) => (request.type === 'tell' ? [request.notice] : []));

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  session = (await loadSession())!.session!;
});
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe('the session page', () => {
  it('shows the agenda with its minutes, and every part of it', async () => {
    const room = await hang();
    expect(inPage(room, '.agenda .minutes').map(plain)).toEqual(['5분', '15분', '12분', '10분', '10분', '13분']);
    expect(plain(inPage(room, '.facts')[0])).toMatch(/^65분 · 시나리오 24개 · 체크리스트 28개/);
    expect(inPage(room, 'h2').map((title) => plain(title).replace(/^\d+/, ''))).toEqual(session.parts.map(({ title }) => title['ko']));
    expect(inPage(room, '.agenda a').map((link) => link.getAttribute('href'))).toEqual(session.parts.map(({ id }) => `#/session/${session.id}/${id}`));
  });

  it('speaks English when it is asked to, in all its parts', async () => {
    const room = await hang('en');
    const text = [room.page, ...inPage(room, 'hopline-session-checklists, hopline-session-discussion, hopline-session-phases')];
    for (const element of text) await (element as LitElement).updateComplete;
    for (const element of text) expect(element.shadowRoot!.textContent, element.localName).not.toMatch(/[가-힣]/);
  });

  it('leads to the slides in the same language', async () => {
    const [start] = inPage(await hang('ko', 'light'), '.ways .main');
    expect(start!.getAttribute('href')).toBe('deck/?lang=ko&theme=light');
  });

  it('brings a part into view and puts the focus on its title', async () => {
    const room = await hang();
    await room.page.goTo('discussion', true);
    const title = room.page.shadowRoot!.querySelector('#title-discussion')!;
    expect(Math.abs(title.getBoundingClientRect().top)).toBeLessThan(200);
    expect(room.page.shadowRoot!.activeElement).toBe(title);
  });

  it('has five layers, three phases of four stations, and the references as safe links', async () => {
    const room = await hang();
    expect(inPage(room, '.layers > li')).toHaveLength(5);
    const phases = inPage(room, 'hopline-session-phases')[0] as LitElement;
    await phases.updateComplete;
    expect(phases.shadowRoot!.querySelectorAll('.phase')).toHaveLength(3);
    expect(phases.shadowRoot!.querySelectorAll('.stations > li')).toHaveLength(12);
    expect(inPage(room, '.references a').map((link) => [link.getAttribute('rel'), link.getAttribute('href')!.slice(0, 23)])).toEqual(
      Array.from({ length: 3 }, () => ['noopener', 'https://kubernetes.io/d']),
    );
  });

  it.each(THEME_NAMES)('has nothing that axe finds, in the theme %s', async (theme) => {
    const room = await hang('ko', theme);
    await (inPage(room, 'hopline-session-discussion')[0] as LitElement).updateComplete;
    const { violations } = await axe.run(room, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html: markup }) => markup)])).toEqual([]);
  });
});

describe('the checklists', () => {
  async function lists(language = 'ko'): Promise<{ room: SessionRoom; element: SessionChecklists; boxes: HTMLInputElement[] }> {
    const room = await hang(language);
    const element = inPage(room, 'hopline-session-checklists')[0] as SessionChecklists;
    await element.updateComplete;
    return { room, element, boxes: [...element.shadowRoot!.querySelectorAll('input')] };
  }
  const button = (element: SessionChecklists, name: string): HTMLButtonElement =>
    [...element.shadowRoot!.querySelectorAll('button')].find((one) => plain(one) === name)!;
  const overall = (element: SessionChecklists): string => plain(element.shadowRoot!.querySelector('.overall strong'));

  it('count what is ticked, and keep it', async () => {
    const { element, boxes } = await lists();
    expect(boxes).toHaveLength(28);
    boxes[0]!.click();
    boxes[5]!.click();
    await element.updateComplete;
    expect(overall(element)).toBe('28개 중 2개 완료');
    expect([...element.shadowRoot!.querySelectorAll('.count [aria-hidden]')].map(plain)).toEqual(['1 / 5', '1 / 6', '0 / 6', '0 / 6', '0 / 5']);
    document.body.replaceChildren();
    const again = await lists();
    expect(again.boxes.map(({ checked }, at) => (checked ? at : -1)).filter((at) => at >= 0)).toEqual([0, 5]);
  });

  it('say why, and show it where it can be seen', async () => {
    const { element, boxes } = await lists('en');
    for (const box of boxes) expect(plain(element.shadowRoot!.getElementById(box.getAttribute('aria-describedby')!))).toMatch(/\.$/);
    const items = [...element.shadowRoot!.querySelectorAll('.item')];
    for (const item of items) expect(item.querySelector('.place') ?? item.querySelector('.handout'), plain(item)).not.toBeNull();
    for (const link of element.shadowRoot!.querySelectorAll('.place')) expect(link.getAttribute('href')).toMatch(/^#\/kubernetes\/[a-z-]+/);
  });

  it('are cleared, and come back when that was a mistake', async () => {
    const { room, element, boxes } = await lists();
    boxes[3]!.click();
    await element.updateComplete;
    button(element, '모두 해제').click();
    await element.updateComplete;
    expect([overall(element), boxes[3]!.checked]).toEqual(['28개 중 0개 완료', false]);
    notices(room)[0]!.action!.run();
    await element.updateComplete;
    expect([overall(element), boxes[3]!.checked]).toEqual(['28개 중 1개 완료', true]);
  });

  it('follow what another window ticks', async () => {
    const { element, boxes } = await lists();
    const key = `hopline-checklists-${session.id}`;
    localStorage.setItem(key, JSON.stringify(['security/rbac']));
    window.dispatchEvent(new StorageEvent('storage', { key }));
    await element.updateComplete;
    expect(boxes[5]!.checked).toBe(true);
  });

  it.each([['Markdown', 'md', '- [x] RBAC 권한 체계 설계'], ['JSON', 'json', '"done": true']])('are saved as %s', async (name, ending, words) => {
    const saved: Promise<[string, string]>[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      const { download, href } = this;
      saved.push(fetch(href).then(async (answer) => [download, await answer.text()]));
    });
    const { element, boxes } = await lists();
    boxes[5]!.click();
    button(element, name).click();
    const [file, text] = (await saved[0])!;
    expect(file).toBe(`${session.id}-checklists.${ending}`);
    expect(text).toContain(words);
    expect(text).toContain(`${location.origin}${location.pathname}`);
  });

  it('work in a window that keeps nothing', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const { element, boxes } = await lists();
    boxes[0]!.click();
    await element.updateComplete;
    expect(overall(element)).toBe('28개 중 1개 완료');
  });
});

describe('the discussion', () => {
  let now = 0;
  const world: ClockWorld = { now: () => now, storage: () => sessionStorage };

  async function timers(): Promise<{ room: SessionRoom; element: SessionDiscussion; figures: () => string[]; press: (name: string) => Promise<void>; pass: (seconds: number) => Promise<void> }> {
    now = 5000;
    const room = await hang();
    const element = inPage(room, 'hopline-session-discussion')[0] as SessionDiscussion;
    element.world = world;
    await element.updateComplete;
    const root = element.shadowRoot!;
    const press = async (name: string): Promise<void> => {
      root.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`)!.click();
      await element.updateComplete;
    };
    const pass = async (seconds: number): Promise<void> => {
      now += seconds;
      // As a browser tells a page that is looked at again; nothing else wakes it.
      document.dispatchEvent(new Event('visibilitychange'));
      await element.updateComplete;
    };
    return { room, element, press, pass, figures: () => [...root.querySelectorAll('.figures')].map(plain) };
  }

  it('gives each section its minutes, and has a question for each point', async () => {
    const { element, figures } = await timers();
    expect(figures()).toEqual(['13:00', '4:00', '4:00', '3:00', '2:00']);
    expect(element.shadowRoot!.querySelectorAll('.question')).toHaveLength(16);
    expect(plain(element.shadowRoot!.querySelector('blockquote'))).toMatch(/^조직에서 Kubernetes를 도입할 때 .*\?$/);
  });

  it('runs, pauses, goes on and is reset', async () => {
    const { figures, press, pass } = await timers();
    await press('기술적 도전과제: 시작');
    await pass(61);
    expect(figures()).toEqual(['11:59', '2:59', '4:00', '3:00', '2:00']);
    await press('기술적 도전과제: 일시정지');
    await pass(30);
    expect(figures()).toEqual(['11:29', '2:59', '4:00', '3:00', '2:00']);
    await press('기술적 도전과제: 계속');
    await pass(59);
    expect(figures()[1]).toBe('2:00');
    await press('토론 전체: 초기화');
    expect(figures()).toEqual(['13:00', '4:00', '4:00', '3:00', '2:00']);
  });

  it('is right after the page was hidden, and says once that time is up', async () => {
    const { room, element, figures, press, pass } = await timers();
    await press('성공 요인: 시작');
    await pass(132);
    expect(figures()[4]).toBe('+0:12');
    expect(notices(room)).toEqual([{ text: '‘성공 요인’ 시간이 끝났습니다.' }]);
    expect(plain(element.shadowRoot!.querySelector('.late .over'))).toBe('시간이 끝났습니다');
    await pass(5);
    expect(notices(room)).toHaveLength(1);
  });

  it('looks at the clock by itself while it runs, and not otherwise', async () => {
    const { figures, press } = await timers();
    await press('극복 방안: 시작');
    now += 10;
    await expect.poll(() => figures()[3]).toBe('2:50');
    await press('토론 전체: 일시정지');
    now += 10;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(figures()[3]).toBe('2:50');
  });

  it('goes on after a reload', async () => {
    const first = await timers();
    await first.press('기술적 도전과제: 시작');
    document.body.replaceChildren();
    const second = await hang();
    now += 100;
    const element = inPage(second, 'hopline-session-discussion')[0] as SessionDiscussion;
    element.world = world;
    await element.updateComplete;
    expect(plain(element.shadowRoot!.querySelectorAll('.figures')[1])).toBe('2:20');
  });
});
