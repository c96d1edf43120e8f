import { describe, expect, it } from 'vitest';
import { citationLink, safeLink } from '../../../src/elements/citation.ts';
import { narrationParts, type NameTable } from '../../../src/compile/narration.ts';
import { timeText } from '../../../src/elements/time-text.ts';

const BASE = 'https://example.org/scenarios/story.yaml';

describe('a time', () => {
  it.each([[0, '00:00.0'], [14.27, '00:14.2'], [59.99, '00:59.9'], [60, '01:00.0'], [3599.95, '59:59.9'], [3600, '1:00:00.0'], [0.3, '00:00.3'], [-1, '00:00.0'], [Number.NaN, '--:--.-']])(
    'of %s s reads %s', (seconds, text) => expect(timeText(seconds)).toBe(text));
});

describe('a link', () => {
  it.each([
    ['https://kubernetes.io/docs/concepts/overview/components/#etcd', 'kubernetes.io › Components › etcd'],
    ['https://www.example.com/a/controlling-access.html', 'example.com › Controlling access'],
    ['https://example.com/', 'example.com'],
    ['https://example.com/%E0%A4%A', 'example.com › %E0%A4%A'],
  ])('%s reads as a way', (address, label) => expect(safeLink(address, BASE)?.label).toBe(label));

  it('is resolved against the scenario', () => expect(safeLink('./notes.html#one', BASE)?.href).toBe('https://example.org/scenarios/notes.html#one'));

  it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', 'http://example.com/', 'blob:https://a/b', 'https://', '//other.example/x'.replace('//', 'ftp://')])(
    'is none where it is neither https nor relative: %s', (address) => expect(safeLink(address, BASE)).toBeUndefined());

  it('of a relative scenario on a page of http stays on that page', () =>
    expect(safeLink('notes.html', 'http://localhost:4600/s.yaml')?.href).toBe('http://localhost:4600/notes.html'));

  it('has its own title and version', () => {
    const cite = { href: 'https://kubernetes.io/docs/', title: { en: 'Docs', ko: '문서' }, version: 'v1.36' };
    expect(citationLink(cite, BASE, 'ko', ['en'])?.label).toBe('문서 (v1.36)');
    expect(citationLink({ ...cite, href: 'javascript:x' }, BASE, 'en', [])).toBeUndefined();
  });
});

describe('a narration', () => {
  const names: NameTable = [
    { name: 'API server', accent: 'control-plane' }, { name: 'API 서버', accent: 'control-plane' }, { name: 'kube-proxy', accent: 'worker' },
    { name: 'etcd', accent: 'storage' }, { name: 'Pod', accent: 'worker' }, { name: 'API', accent: 'neutral' },
  ];
  const marked = (text: string): string => narrationParts(text, names).map(({ text: run, accent }) => (accent ? `[${run}:${accent}]` : run)).join('');

  it.each([
    ['The API server asks etcd.', 'The [API server:control-plane] asks [etcd:storage].'],
    ['API 서버가 etcd에 저장합니다.', '[API 서버:control-plane]가 [etcd:storage]에 저장합니다.'],
    ['Pods are no Pod.', 'Pods are no [Pod:worker].'],
    ['my-kube-proxy, kube-proxy', 'my-kube-proxy, [kube-proxy:worker]'],
    ['etcd', '[etcd:storage]'],
    ['API 서버하고 etcd만, etcd쯤', '[API:neutral] 서버하고 [etcd:storage]만, etcd쯤'],
    ['<b>etcd</b>', '<b>[etcd:storage]</b>'],
    ['', ''],
  ])('%s', (text, expected) => expect(marked(text)).toBe(expected));

  it('loses no character', () => {
    const text = 'etcdetcd etcd-etcd API serverAPI server 서버etcd etcd😀';
    expect(narrationParts(text, names).map((part) => part.text).join('')).toBe(text);
  });
});
