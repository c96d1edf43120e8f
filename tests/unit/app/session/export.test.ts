import { describe, expect, it } from 'vitest';
import { checklistsAsJson, checklistsAsMarkdown } from '../../../../src/app/session/export-checklists.ts';
import { ChecklistTicks } from '../../../../src/app/session/ticks.ts';
import { parseSession } from '../../../../src/scenario/session/parse-session.ts';
import { shippedSession } from '../../session.ts';
import { memoryStorage } from './storage.ts';

const session = shippedSession();
const lists = session.parts.flatMap(({ sections }) => sections.flatMap(({ checklists }) => checklists));
const ticks = new ChecklistTicks('s', () => memoryStorage());
ticks.set('availability', 'etcd-backup', true);
const order = { session, lists, ticks, page: 'https://example.org/app/', when: new Date('2026-03-04T05:06:07Z') };

describe('the checklists as Markdown', () => {
  const text = checklistsAsMarkdown({ ...order, language: 'ko' });

  it('are a task list with what is done and why it matters', () => {
    expect(text.match(/^- \[ \] /gm)).toHaveLength(27);
    expect(text.match(/^- \[x\] /gm)).toHaveLength(1);
    expect(text).toContain('- [x] etcd 클러스터 백업 전략\n  클러스터의 모든 오브젝트가 etcd에 있어');
    expect(text.match(/^## /gm)).toHaveLength(5);
    expect(text).toContain('## 고가용성 (High Availability) (1/5)');
    expect(text).toMatch(/^# 아키텍처 종합 및 토론: .*\n\n28개 중 1개 완료 · 2026-03-04\n/);
  });

  it('lead back to the scenarios', () => {
    expect(text).toMatch(/\(https:\/\/example\.org\/app\/#\/kubernetes\/etcd-leader/);
  });

  it('speak English', () => {
    const english = checklistsAsMarkdown({ ...order, language: 'en' });
    expect(english).toContain('1 of 28 done');
    expect(english).not.toMatch(/[가-힣]/);
  });

  it('take no mark out of a text', () => {
    const item = '{ id: x, text: "a *b* <i> [c](d) `e` # f", why: w, unlinked: n }';
    const parsed = parseSession({ file: 's', text: `hopline: 1\nid: s\ntitle: T\nparts:\n  - id: p\n    title: P\n    sections:\n      - id: q\n        title: Q\n        checklists:\n          - id: l\n            title: L\n            items: [${item}]\n` });
    const own = parsed.session!.parts[0]!.sections[0]!.checklists;
    const written = checklistsAsMarkdown({ ...order, session: parsed.session!, lists: own, language: 'en' });
    expect(written).toContain('- [ ] a \\*b\\* \\<i\\> \\[c\\](d) \\`e\\` \\# f');
  });
});

describe('the checklists as JSON', () => {
  const content = JSON.parse(checklistsAsJson({ ...order, language: 'en' })) as {
    done: number; total: number; exported: string; lists: { id: string; done: number; items: { id: string; done: boolean; why: string; links: string[] }[] }[];
  };

  it('have every item with its state', () => {
    expect(content).toMatchObject({ done: 1, total: 28, exported: '2026-03-04T05:06:07.000Z' });
    const items = content.lists.flatMap((list) => list.items);
    expect(items.filter(({ done }) => done).map(({ id }) => id)).toEqual(['etcd-backup']);
    expect(items.every(({ why }) => why.endsWith('.'))).toBe(true);
    expect(content.lists.map(({ done }) => done)).toEqual([1, 0, 0, 0, 0]);
  });
});
