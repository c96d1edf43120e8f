import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSession } from '../../../src/scenario/session/parse-session.ts';
import type { Session, SessionPoint, SessionSection } from '../../../src/scenario/session/model.ts';
import type { LocalizedText } from '../../../src/shared/text.ts';
import { readSeed } from '../../tools/seed-list.ts';

const FOLDER = new URL('../../../scenarios/kubernetes/', import.meta.url);
const HANGUL = /[\u3131-\u318e\uac00-\ud7a3]/u;

/** The session document of the content; fails with its diagnostics. */
function readSession(): Session {
  const [file, ...more] = readdirSync(FOLDER).filter((name) => name.endsWith('.session.yaml'));
  if (!file || more.length > 0) throw new Error('There must be one session document.');
  const { session, diagnostics } = parseSession({ file, text: readFileSync(new URL(file, FOLDER), 'utf8') });
  if (!session) throw new Error(diagnostics.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'));
  return session;
}

/** An entry of the content that may keep the handout's own words beside it. */
interface Entry {
  readonly text?: LocalizedText | undefined;
  readonly handout?: LocalizedText | undefined;
}

/** A text without what only the handout's markup has. */
const same = (text: string | undefined): string => (text ?? '').replace(/[*"“”]/g, '').replace(/\s+/g, ' ').trim();
const saysKorean = ({ text, handout }: Entry, words: string): boolean => [text?.['ko'], handout?.['ko']].some((own) => same(own) === same(words));
const hasEnglish = ({ text }: Entry): boolean => (text?.['en'] ?? '') !== '' && !HANGUL.test(text?.['en'] as string);

/** What is missing of a list of the handout: its words in Korean, in its order, and words of its own in English. */
function missing(what: string, wanted: readonly string[], found: readonly Entry[]): string[] {
  return wanted.flatMap((words, i) => {
    const entry = found[i];
    if (!entry || !saysKorean(entry, words)) return [`${what} ${i + 1}, ko: "${words}" (found: "${entry?.text?.['ko'] ?? 'nothing'}")`];
    return hasEnglish(entry) ? [] : [`${what} ${i + 1}, en: "${words}"`];
  }).concat(found.length > wanted.length ? [`${what}: ${found.length - wanted.length} more than in the handout`] : []);
}

describe('the session has all of the handout, in both languages', () => {
  const seed = readSeed();
  const session = readSession();
  const sections = session.parts.flatMap((part) => part.sections);
  const only = (id: string): SessionSection => {
    const part = session.parts.find((one) => one.id === id);
    if (!part?.sections[0]) throw new Error(`There is no part ${id}.`);
    return part.sections[0];
  };

  it('title, place in the course and last words', () => {
    expect(missing('title', [seed.title.replace(/^.*?: /, '')], [{ text: session.title }])).toEqual([]);
    expect(same(session.position?.['ko']).replaceAll('›', '>')).toBe(seed.position);
    expect(session.position?.['en']).toBeDefined();
    expect(missing('closing', [seed.closing, seed.tomorrow], [{ text: session.closing }, { text: only('next-day').text }])).toEqual([]);
  });

  it('the agenda with its minutes', () => {
    const timed = session.parts.filter(({ minutes }) => minutes !== undefined);
    expect(missing('part', seed.agenda.map(({ title }) => title), timed.map(({ title }) => ({ text: title })))).toEqual([]);
    expect(timed.map(({ minutes }) => minutes)).toEqual(seed.agenda.map(({ minutes }) => minutes));
    for (const { id, notes } of timed) expect([notes?.['ko'], notes?.['en']].filter(Boolean), `notes of ${id}`).toHaveLength(2);
  });

  it('the learning goals', () => {
    const joined = ({ term, text }: SessionPoint): Entry => ({ text: { ko: `${term['ko'] ?? ''} ${text?.['ko'] ?? ''}`, en: `${term['en'] ?? ''} ${text?.['en'] ?? ''}`.trim() } });
    expect(missing('goal', seed.goals.map(({ term, text }) => `${term} ${text}`), only('goals').points.map(joined))).toEqual([]);
  });

  it('the five layers with their items', () => {
    const layers = sections.flatMap((section) => section.layers);
    expect(missing('layer', seed.layers.map(({ title }) => title), layers.map(({ title, handout }) => ({ text: title, handout })))).toEqual([]);
    expect(seed.layers.flatMap(({ title, items }, i) => missing(title, items, (layers[i]?.points ?? []).map(({ term, handout }) => ({ text: term, handout }))))).toEqual([]);
  });

  it('the 28 items of the checklists, each with a reason and something that shows it', () => {
    const lists = sections.flatMap(({ checklists }) => checklists);
    expect(missing('checklist', seed.checklists.map(({ title }) => title), lists.map(({ title }) => ({ text: title })))).toEqual([]);
    expect(seed.checklists.flatMap(({ title, items }, i) => missing(title, items, lists[i]?.items ?? []))).toEqual([]);
    for (const { id, why, links, unlinked } of lists.flatMap(({ items }) => items)) {
      expect([why['ko'], why['en']].every((text) => (text ?? '').length > 8), id).toBe(true);
      expect(hasEnglish({ text: why }), id).toBe(true);
      expect(links.length > 0 || (unlinked?.['ko'] && unlinked['en']), id).toBeTruthy();
    }
  });

  it('the phases with their stations', () => {
    const phases = sections.flatMap((section) => section.phases);
    expect(missing('phase', seed.phases.groups.map(({ title }) => title), phases.map(({ title }) => ({ text: title })))).toEqual([]);
    expect(seed.phases.groups.flatMap(({ title, boxes }, i) => missing(title, boxes, (phases[i]?.stations ?? []).map((station) => ({ text: station.title }))))).toEqual([]);
  });

  it('the discussion: topic, sections with minutes, points', () => {
    const discussion = sections.map((section) => section.discussion).find(Boolean);
    const rounds = discussion?.rounds ?? [];
    expect(missing('topic', [seed.topic], [{ text: discussion?.topic }])).toEqual([]);
    expect(missing('section', seed.discussion.map(({ title }) => title), rounds.map(({ title }) => ({ text: title })))).toEqual([]);
    expect(rounds.map(({ minutes }) => minutes)).toEqual(seed.discussion.map(({ minutes }) => minutes));
    const prompts = (i: number): Session['parts'][number]['sections'][number]['points'] => rounds[i]?.prompts ?? [];
    expect(seed.discussion.flatMap(({ title, topics }, i) => [
      ...missing(title, topics.map(({ term }) => term), prompts(i).map(({ term }) => ({ text: term }))),
      ...missing(`${title} (text)`, topics.map(({ text }) => text), prompts(i).map(({ text, handout }) => ({ text, handout }))),
    ])).toEqual([]);
  });

  it('the summary and the references', () => {
    const { points } = only('summary');
    expect(missing('concept', seed.summary.map(({ term }) => term), points.map(({ term }) => ({ text: term })))).toEqual([]);
    expect(missing('concept’s text', seed.summary.map(({ text }) => text), points.map(({ text, handout }) => ({ text, handout })))).toEqual([]);
    const references = sections.flatMap((section) => section.references);
    expect(missing('reference', seed.references.map(({ title }) => title), references.map(({ title }) => ({ text: title })))).toEqual([]);
    expect(references.map(({ href }) => href)).toEqual(seed.references.map(({ href }) => href));
  });

  it('finds what is missing', () => {
    const entry = { text: { ko: '하나', en: 'one' } };
    expect(missing('x', ['하나'], [entry])).toEqual([]);
    expect(missing('x', ['하나', '둘'], [entry])).toEqual(['x 2, ko: "둘" (found: "nothing")']);
    expect(missing('x', ['하나'], [{ text: { ko: '하나', en: '하나' } }])).toEqual(['x 1, en: "하나"']);
    expect(missing('x', ['옛말'], [{ text: { ko: '새말', en: 'new' }, handout: { ko: '옛말', en: 'old' } }])).toEqual([]);
    expect(missing('x', [], [entry])).toHaveLength(1);
  });
});
