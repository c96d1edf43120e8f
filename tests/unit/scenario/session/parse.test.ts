import { describe, expect, it } from 'vitest';
import { parseSession } from '../../../../src/scenario/session/parse-session.ts';

const TEXT = `hopline: 1
id: baking
languages: [en, ko]
title:
  en: Baking
  ko: 굽기
parts:
  - id: talk
    title: Bread
    minutes: 7
    sections:
      - id: lists
        title: Bread
        scenarios:
          - bakery/morning-bread
          - to: bakery/morning-bread/bake/knead
            level: 2
            choices:
              oven: gas
            text:
              en: By hand
              ko: 손으로
        checklists:
          - id: oven
            title: Oven
            items:
              - id: hot
                text:
                  en: The oven is hot
                  ko: 오븐이 뜨겁습니다.
                why:
                  en: Cold ovens bake nothing.
                  ko: 찬 오븐은 아무것도 굽지 못합니다.
                links: [bakery/morning-bread]
`;

const parse = (text: string): ReturnType<typeof parseSession> => parseSession({ file: 'baking.session.yaml', text });
const faults = (text: string): string[] => parse(text).diagnostics.map(({ severity, line, column, code }) => `${severity} ${line}:${column} ${code}`);

describe('a session', () => {
  it('is read whole', () => {
    const { session, diagnostics } = parse(TEXT);
    expect(diagnostics).toEqual([]);
    expect(session).toMatchObject({ id: 'baking', source: 'baking.session.yaml', languages: ['en', 'ko'], title: { en: 'Baking', ko: '굽기' } });
    const [part] = session!.parts;
    expect(part).toMatchObject({ id: 'talk', title: { und: 'Bread' }, minutes: 7 });
    const [section] = part!.sections;
    expect(section).toMatchObject({ points: [], layers: [], phases: [], references: [] });
    expect(section!.checklists[0]!.items[0]).toMatchObject({ id: 'hot', links: [{ scenario: 'bakery/morning-bread', choices: {} }] });
  });

  it('links to a scenario, or to a step of it at a level with choices', () => {
    expect(parse(TEXT).session!.parts[0]!.sections[0]!.scenarios).toEqual([
      { scenario: 'bakery/morning-bread', choices: {} },
      { scenario: 'bakery/morning-bread', step: 'bake/knead', level: 2, choices: { oven: 'gas' }, text: { en: 'By hand', ko: '손으로' } },
    ]);
  });

  it.each([
    ['an unknown key, with the nearest one', '    minutes: 7', '    minuets: 7', 'error 10:5 unknown-key'],
    ['minutes that are no number', 'minutes: 7', 'minutes: seven', 'error 10:14 wrong-type'],
    ['no minutes at all', 'minutes: 7', 'minutes: 0', 'error 10:14 bad-number'],
    ['a missing title', '        title: Bread\n        scenarios', '        scenarios', 'error 12:9 missing-key'],
    ['a link without a folder', '- bakery/morning-bread\n', '- morning-bread\n', 'error 15:13 bad-place'],
    ['an address as a link', '- bakery/morning-bread\n', '- https://example.org/x\n', 'error 15:13 bad-place'],
    ['a missing language', '                  ko: 오븐이 뜨겁습니다.\n', '', 'warning 28:17 missing-language'],
    ['a part in the place of a list', 'parts:\n  - id: talk', 'parts:\n    id: talk', 'error 8:5 wrong-type'],
    ['another version', 'hopline: 1', 'hopline: 2', 'error 1:10 wrong-version'],
    ['tabs', '    minutes: 7', '\tminutes: 7', 'error 10:1 yaml-syntax'],
  ])('tells of %s where it is', (_, find, replace, fault) => {
    expect(TEXT).toContain(find);
    expect(faults(TEXT.replace(find, replace))).toContain(fault);
  });

  it('wants each item demonstrated, or a reason why not', () => {
    const links = '                links: [bakery/morning-bread]\n';
    expect(faults(TEXT.replace(links, ''))).toEqual(['error 27:17 no-evidence']);
    const reason = '                unlinked:\n                  en: Nothing to see.\n                  ko: 볼 것이 없습니다.\n';
    expect(faults(TEXT.replace(links, reason))).toEqual([]);
    expect(faults(TEXT.replace(links, links + reason))).toEqual(['error 36:19 linked-twice']);
  });

  it('has each id once among its neighbours', () => {
    const item = TEXT.slice(TEXT.indexOf('              - id: hot'));
    expect(faults(TEXT + item)).toEqual(['error 35:21 duplicate-id']);
  });

  it.each([
    ['a scenario', 'hopline: 1\nsteps: []\n', 'error 2:1 wrong-document'],
    ['an architecture', 'hopline: 1\ncomponents: {}\n', 'error 2:1 wrong-document'],
    ['nothing', '', 'error 1:1 empty-file'],
    ['a list', '- 1\n', 'error 1:1 wrong-type'],
  ])('is not %s', (_, text, fault) => {
    const { session, diagnostics } = parse(text);
    expect(session).toBeUndefined();
    expect(diagnostics.map(({ severity, line, column, code }) => `${severity} ${line}:${column} ${code}`)).toContain(fault);
  });
});
