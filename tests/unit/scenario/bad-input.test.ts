import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/scenario/limits.ts';
import { BASE, expectations, parseInline } from './base.ts';

/** `⟦code⟧` stands where the diagnostic must point; each case is the base with one thing replaced. */
const CASES: readonly (readonly [name: string, find: string, replace: string])[] = [
  // What the reader refuses
  ['an alias', 'title: Gateway\n', 'title: ⟦alias⟧*name\n'],
  ['an anchor', 'title: Gateway\n', 'title: &name ⟦anchor⟧Gateway\n'],
  ['a merge key', 'title: Gateway\n', 'title: Gateway\n      ⟦merge-key⟧<<: {}\n'],
  ['a tag', 'title: Gateway\n', 'title: !secret ⟦tag⟧Gateway\n'],
  ['a tag of the core schema', 'title: Gateway\n', 'title: !!str ⟦tag⟧Gateway\n'],
  ['a key that stands twice', 'title: Gateway\n', 'title: Gateway\n      ⟦duplicate-key⟧title: Again\n'],
  ['__proto__', 'title: Gateway\n', 'title: Gateway\n      ⟦forbidden-key⟧__proto__: {}\n'],
  ['constructor as an id', '    island:\n', '    ⟦forbidden-key⟧constructor:\n      title: c\n    island:\n'],
  ['a key that is a list', 'title: Gateway\n', 'title: Gateway\n      ? ⟦bad-key⟧[a]\n      : b\n'],
  ['a tab as indentation', '      title: Gateway\n', '⟦yaml-syntax⟧\t  title: Gateway\n'],
  ['a colon in a plain text', 'say: It arrives.', 'say: ⟦yaml-syntax⟧Here: it arrives.'],
  ['a quote that never ends', 'say: It arrives.', 'say: ⟦yaml-syntax⟧"It arrives.'],
  ['a character of a binary file', 'title: Gateway\n', 'title: Gate⟦not-text⟧\u0000way\n'],
  ['a second document', 'choices:\n', '⟦several-documents⟧---\nchoices:\n'],

  // The document
  ['another version', 'hopline: 1\n', 'hopline: ⟦wrong-version⟧2\n'],
  ['the version as text', 'hopline: 1\n', 'hopline: ⟦wrong-version⟧"1"\n'],
  ['an unknown key', 'title: Base\n', 'title: Base\n⟦unknown-key⟧sumary: What it is.\n'],
  ['a bad id', 'id: base\n', 'id: ⟦bad-id⟧Base\n'],
  ['an id that is too long', 'id: base\n', `id: ⟦too-long⟧${'a'.repeat(LIMITS.id + 1)}\n`],
  ['an architecture file', 'title: Base\n', 'title: Base\n⟦wrong-document⟧components: {}\n'],
  ['a language that is none', 'title: Base\n', 'title: Base\nlanguages: [en, ⟦bad-language⟧klingon]\n'],

  // Texts
  ['a number as a text', 'title: Gateway\n', 'title: ⟦wrong-type⟧404\n'],
  ['nothing as a text', 'title: Gateway\n', 'title: ⟦wrong-type⟧\n'],
  ['an empty text', 'title: Gateway\n', 'title: ⟦empty⟧""\n'],
  ['a list as a text', 'title: Gateway\n', 'title: ⟦wrong-type⟧[Gateway]\n'],
  ['a text that is too long', 'say: It arrives.', `say: ⟦too-long⟧${'a'.repeat(LIMITS.text + 1)}`],
  ['a map of languages in braces', 'title: Gateway\n', 'title: ⟦flow-text⟧{ en: Gateway, ko: 게이트웨이 }\n'],
  ['a text in braces that a comma ends', 'title: Gateway\n', 'title: ⟦flow-text⟧{ en: Who are you, ⟦bad-language⟧and may you do this? }\n'],
  ['a language without a text', '          ko: 주세요\n', '          ⟦empty-text⟧ko:\n'],
  ['a comment that eats the text', 'say: It arrives.', 'say: Pod ⟦comment-in-text⟧#1 arrives.'],
  ['a region instead of a language', '          ko: 주세요\n', '          ⟦bad-language⟧KO: 주세요\n'],

  // The architecture
  ['an unknown kind', 'kind: gateway', 'kind: ⟦unknown-kind⟧gatewy'],
  ['a kind that JavaScript knows', 'kind: gateway', 'kind: ⟦unknown-kind⟧toString'],
  ['an unknown icon', 'kind: gateway', 'kind: gateway\n      icon: ⟦unknown-icon⟧sta'],
  ['an icon that is no path', 'star: M2 2 L 10 10', 'star: ⟦bad-icon⟧<script>'],
  ['an unknown group', 'group: inner', 'group: ⟦unknown-group⟧iner'],
  ['an unknown layer', 'layer: top', 'layer: ⟦unknown-layer⟧tip'],
  ['an unknown outer group', 'in: outer', 'in: ⟦unknown-group⟧outter'],
  ['a cycle of groups', '      accent: worker\n', '      accent: worker\n      in: ⟦group-cycle⟧inner\n'],
  ['a group in itself', 'in: outer', 'in: ⟦group-cycle⟧inner'],
  ['a group and a component of the same id', '    island:\n', '    ⟦duplicate-id⟧inner:\n      title: i\n    island:\n'],
  ['an unknown accent', 'accent: worker', 'accent: ⟦unknown-word⟧workers'],
  ['a position with one number', 'at: [8, 16]', 'at: ⟦wrong-type⟧[8]'],
  ['a position with three numbers', 'at: [8, 16]', 'at: [8, 16, ⟦wrong-type⟧24]'],
  ['a position that is not a number', 'at: [8, 16]', 'at: [8, ⟦wrong-type⟧.nan]'],
  ['an infinite position', 'at: [8, 16]', 'at: [⟦bad-number⟧.inf, 16]'],
  ['a huge position', 'at: [8, 16]', 'at: [8, ⟦bad-number⟧1e300]'],
  ['a negative size', 'size: [160, 80]', 'size: [⟦bad-number⟧-160, 80]'],
  ['a link that runs', 'docs: https://example.org/client', 'docs: ⟦bad-link-address⟧javascript:alert(1)'],
  ['a link without encryption', 'docs: https://example.org/client', 'docs: ⟦bad-link-address⟧http://example.org/client'],
  ['a link to another host', 'docs: https://example.org/client', 'docs: ⟦bad-link-address⟧//example.org/client'],
  ['a link with data', 'docs: https://example.org/client', 'docs: ⟦bad-link-address⟧data:text/html,x'],
  ['a link that hides what it runs', 'docs: https://example.org/client', 'docs: ⟦bad-link-address⟧"java\\nscript:alert(1)"'],
  ['an unknown status', 'status: pending', 'status: ⟦unknown-word⟧pendin'],
  ['present that is a word', 'present: false', 'present: ⟦wrong-type⟧no'],
  ['an unknown member', 'members: [pod-1, pod-2]', 'members: [pod-1, ⟦unknown-component⟧pod-3]'],
  ['a member twice', 'members: [pod-1, pod-2]', 'members: [pod-1, pod-2, ⟦duplicate-id⟧pod-1]'],
  ['a service in itself', 'members: [pod-1, pod-2]', 'members: [pod-1, ⟦own-member⟧web]'],
  ['a negative weight', 'members: [pod-1, pod-2]', 'members:\n        pod-1:\n          weight: ⟦bad-number⟧-1\n        pod-2:'],
  ['an unknown via', 'via: gateway', 'via: ⟦unknown-component⟧gatway'],
  [
    'an edge to nothing',
    '    - pod-1 -> db\n    - link: pod-2',
    '    - pod-1 -> db\n    - island -> ⟦unknown-component⟧bd\n    - link: pod-2',
  ],
  [
    'an edge that is no arrow',
    '    - pod-1 -> db\n    - link: pod-2',
    '    - pod-1 -> db\n    - ⟦bad-link⟧island => db\n    - link: pod-2',
  ],
  [
    'an edge that stands twice',
    '    - pod-1 -> db\n    - link: pod-2',
    '    - pod-1 -> db\n    - ⟦duplicate-edge⟧pod-1 -> db\n    - link: pod-2',
  ],
  [
    'an edge that ends where it begins',
    '    - pod-1 -> db\n    - link: pod-2',
    '    - pod-1 -> db\n    - ⟦self-edge⟧island -> island\n    - link: pod-2',
  ],
  ['sides that are none', 'sides: right left', 'sides: ⟦bad-sides⟧right'],
  ['an unknown kind of edge', 'kind: data\n', 'kind: ⟦unknown-word⟧dta\n'],
  ['a part with an unknown key', '          title: authn\n', '          title: authn\n          ⟦unknown-key⟧group: inner\n'],

  // Steps and choices
  ['a step id that stands twice', '  - id: answer\n', '  - id: ⟦duplicate-id⟧ask\n'],
  ['a citation that runs', 'cite: https://example.org/ask', 'cite: ⟦bad-link-address⟧JavaScript:alert(1)'],
  [
    'a version that is a number',
    'cite: https://example.org/ask',
    'cite:\n      href: https://example.org/ask\n      version: ⟦wrong-type⟧1.30',
  ],
  ['a level above the first', 'level: 2', 'level: ⟦bad-number⟧1'],
  ['a level that is no whole number', 'level: 2', 'level: ⟦bad-number⟧2.5'],
  ['a default that is no option', 'default: fast', 'default: ⟦unknown-option⟧fats'],
  [
    'a choice without options',
    '    options:\n      fast:\n        title: Fast\n      slow:\n        title: Slow\n',
    '    options: ⟦empty⟧{}\n',
  ],
  ['an unknown option', '              fast: []\n', '              fast: []\n              ⟦unknown-option⟧fats: []\n'],
  ['an unknown choice', 'choose: mode', 'choose: ⟦unknown-choice⟧mod'],

  // Actions
  ['no verb', '      - wait: 1s\n', '      - ⟦no-verb⟧takes: 1s\n'],
  ['an unknown verb', '      - wait: 1s\n', '      - ⟦unknown-verb⟧sned: client -> gateway\n'],
  ['two verbs', '      - wait: 1s\n', '      - wait: 1s\n        ⟦two-verbs⟧work: db\n'],
  [
    'a verb that does not stand first',
    '      - work: gateway\n        takes: 700ms\n',
    '      - takes: 700ms\n        ⟦verb-not-first⟧work: gateway\n',
  ],
  ['a word instead of an action', '      - wait: 1s\n', '      - ⟦wrong-type⟧wait\n'],
  ['an empty action', '      - wait: 1s\n', '      - ⟦no-verb⟧{}\n'],
  ['a modifier of another verb', '      - wait: 1s\n', '      - wait: 1s\n        ⟦unknown-key⟧label: a while\n'],
  ['an unknown component in a hop', 'call: gateway -> pod-1', 'call: gateway -> ⟦unknown-component⟧pdo-1'],
  ['a hop without an edge', 'call: gateway -> pod-1', 'call: ⟦no-edge⟧gateway -> island'],
  ['a hop the other way round', 'call: gateway -> pod-1', 'call: ⟦no-edge⟧pod-1 -> gateway'],
  ['a hop to itself', 'call: gateway -> pod-1', 'call: ⟦self-hop⟧gateway -> gateway'],
  ['a hop with one end', 'call: gateway -> pod-1', 'call: ⟦bad-link⟧gateway'],
  ['two outcomes', 'call: gateway -> pod-1\n', 'call: gateway -> pod-1\n        fails: 422\n        timeout: ⟦two-outcomes⟧true\n'],
  ['a failure that is not true', 'call: gateway -> pod-1\n', 'call: gateway -> pod-1\n        dropped: ⟦wrong-type⟧false\n'],
  ['needless undeclared', 'call: gateway -> pod-1\n', 'call: gateway -> pod-1\n        undeclared: ⟦needless-undeclared⟧true\n'],
  ['a duration without a unit that is known', 'takes: 700ms', 'takes: ⟦bad-duration⟧700 ms'],
  ['a negative duration', 'takes: 700ms', 'takes: ⟦bad-duration⟧-1'],
  ['a duration that is not a number', 'takes: 700ms', 'takes: ⟦wrong-type⟧.nan'],
  ['a duration without an end', 'takes: 700ms', 'takes: ⟦bad-number⟧.inf'],
  ['a huge duration', 'takes: 700ms', 'takes: ⟦too-long⟧99999h'],
  ['a detail that is a word', '        detail:\n          path: /orders\n', '        detail: ⟦wrong-type⟧/orders\n'],
  ['a reply without a request', 'reply: order', 'reply: ⟦reply-without-request⟧oder'],
  ['a reply twice', '      - reply: order\n', '      - reply: order\n      - reply: ⟦reply-twice⟧order\n'],
  ['an event without a connection', 'event: db -> pod-1', 'event: ⟦connection-not-open⟧gateway -> client'],
  ['an event the wrong way', 'event: db -> pod-1', 'event: ⟦no-edge⟧pod-1 -> db'],
  [
    'an event on a closed connection',
    '      - event: db -> pod-1\n',
    '      - close: pod-1 -> db\n      - event: ⟦connection-not-open⟧db -> pod-1\n',
  ],
  ['an open edge that is not declared', '  - pod-1 -> db\nchoices', '  - ⟦no-edge⟧db -> pod-1\nchoices'],
  ['a hop to what is not there yet', 'call: gateway -> pod-1', 'call: gateway -> ⟦absent-component⟧pod-2'],
  ['a component that is created twice', '      - remove: pod-2\n', '      - create: ⟦needless-create⟧pod-2\n      - remove: pod-2\n'],
  ['an unknown component in set', '      - set: gateway\n        status', '      - set: ⟦unknown-component⟧gatewya\n        status'],
  ['a set that sets nothing', '      - wait: 1s\n', '      - ⟦nothing-set⟧set: gateway\n'],
  ['a gauge above one', '      - wait: 1s\n', '      - set: db\n        gauge:\n          value: ⟦bad-number⟧1.5\n'],
  ['a count below nothing', '      - wait: 1s\n', '      - set: db\n        count: ⟦bad-number⟧-1\n'],
  ['a focus on nothing', 'focus: [outer, gateway]', 'focus: [outer, ⟦unknown-component⟧gatewy]'],
  ['every for ever', 'times: 3', 'times: ⟦bad-number⟧1000000'],
  ['a branch that is a word', '          - traffic: client -> web\n            connections: 3\n', '          - ⟦wrong-type⟧traffic\n'],
  ['parallel without branches', '      - wait: 1s\n', '      - parallel: ⟦empty⟧[]\n'],
  ['traffic to something without members', 'traffic: client -> web', 'traffic: client -> ⟦not-a-service⟧gateway'],
  ['traffic without a way', 'traffic: client -> web', 'traffic: ⟦no-edge⟧island -> web'],
  ['an unknown policy', 'connections: 3\n', 'connections: 3\n            policy: ⟦unknown-word⟧roundrobin\n'],
  ['connections that are no whole number', 'connections: 3', 'connections: ⟦bad-number⟧2.5'],
  ['too many connections', 'connections: 3', 'connections: ⟦bad-number⟧1e9'],
];

/** What is missing cannot be marked where it is missing: the diagnostic points at what it is missing from. */
const MISSING: readonly (readonly [name: string, find: string, replace: string, code: string, at: string])[] = [
  ['no version', 'hopline: 1\n', '', 'missing-key', 'id: base'],
  ['no title of the scenario', 'title: Base\n', '', 'missing-key', 'hopline: 1'],
  ['a component without a title', '      title: db\n', '', 'missing-key', 'kind: database'],
  ['a step without a narration', '    say: The gateway answers.\n', '', 'missing-key', 'id: answer'],
  ['an option that is missing', '              slow:\n                - wait: 2s\n', '', 'missing-option', 'then:'],
  [
    'a level that ends in another state',
    '            - set: gateway\n              status: running\n',
    '',
    'levels-end-differently',
    'deeper:',
  ],
  [
    'a request that only one level sends',
    '            - send: client -> gateway\n              as: order\n',
    '',
    'reply-without-request',
    'order\n      - create',
  ],
  ['every without times', '        times: 3\n', '', 'missing-key', 'every: 100ms'],
  [
    'source-hash without sources',
    'connections: 3\n',
    'connections: 3\n            policy: source-hash\n',
    'missing-sources',
    'traffic: client',
  ],
  [
    'a choice that nothing depends on',
    'choices:\n',
    'choices:\n  idle:\n    title: Idle\n    default: a\n    options:\n      a:\n        title: A\n',
    'unused-choice',
    'idle:',
  ],
];

describe('each fault is found at its place, and nothing else is', () => {
  it('the base has no faults', async () => {
    expect((await parseInline(BASE)).diagnostics).toEqual([]);
  });

  for (const [name, find, replace] of CASES) {
    it(name, async () => {
      expect(BASE.split(find), `\`${find}\` stands once in the base`).toHaveLength(2);
      const { text, expected } = expectations(BASE.replace(find, () => replace));
      const { scenario, diagnostics } = await parseInline(text);
      expect(diagnostics.map(({ code, line, column }) => ({ code, line, column }))).toEqual(expected);
      expect(scenario === undefined).toBe(diagnostics.some((diagnostic) => diagnostic.severity === 'error'));
      for (const diagnostic of diagnostics) expect(diagnostic.message).toMatch(/^[`A-Z].*[.?]$/);
    });
  }

  for (const [name, find, replace, code, at] of MISSING) {
    it(name, async () => {
      expect(BASE.split(find), `\`${find}\` stands once in the base`).toHaveLength(2);
      const text = BASE.replace(find, () => replace);
      expect(text.split(at)).toHaveLength(2);
      const before = text.slice(0, text.indexOf(at)).split('\n');
      const { diagnostics } = await parseInline(text);
      expect(diagnostics.map(({ code: found, line, column }) => [found, line, column])).toEqual([
        [code, before.length, (before.at(-1) as string).length + 1],
      ]);
    });
  }
});

describe('whole files', () => {
  const first = async (text: string): Promise<unknown[]> =>
    (await parseInline(text)).diagnostics.map(({ code, line, column }) => [code, line, column]);

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\n  \n'],
    ['a comment', '# nothing yet\n'],
    ['null', '~\n'],
  ])('%s is an empty file', async (_, text) => {
    expect((await first(text))[0]).toEqual(['empty-file', 1, 1]);
  });

  it('a list or a word is not a scenario', async () => {
    expect(await first('- a\n')).toEqual([['wrong-type', 1, 1]]);
    expect(await first('\n# x\nhello\n')).toEqual([['wrong-type', 3, 1]]);
  });

  it('a picture is not a text file', async () => {
    expect(await first('\ufffdPNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR')).toEqual([['not-text', 2, 1]]);
  });

  it('a text in another encoding is a warning where it breaks', async () => {
    expect(await first(BASE.replace('title: Outer', 'title: Out\ufffdr'))).toEqual([['not-utf8', 11, 17]]);
  });

  it('five megabytes are refused unread', async () => {
    expect(await first(`${BASE}# ${'x'.repeat(5_000_000)}`)).toEqual([['too-large', 1, 1]]);
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['dashes on one line', '- '.repeat(100_000)],
    ['question marks', '? '.repeat(100_000)],
    ['lines, each further in', Array.from({ length: 1_500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('deep nesting by %s is refused where it gets too deep', async (_, text) => {
    const { diagnostics } = await parseInline(text);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['too-deep']);
    const at = diagnostics[0] ?? { line: 0, column: 0 };
    expect(at.line * at.column).toBeGreaterThan(1);
    expect(at.line).toBeLessThan(LIMITS.nesting + 8);
    expect(at.column).toBeLessThan(4 * LIMITS.nesting + 8);
  });

  it('an alias bomb expands to nothing', async () => {
    const bomb = [
      'hopline: 1',
      'a: &a [x, x]',
      ...Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}]`),
    ].join('\n');
    const found = await first(bomb);
    expect(found).toContainEqual(['anchor', 2, 4 + '&a '.length]);
    expect(found).toContainEqual(['alias', 3, 10]);
  });

  it('a prototype stays what it is', async () => {
    await parseInline(BASE.replace('    island:\n', '    __proto__:\n      polluted: yes\n    island:\n'));
    await parseInline(BASE.replace('              fast: []\n', '              fast: []\n              __proto__: []\n'));
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it('HTML and javascript: in texts are texts', async () => {
    const evil = `'<img src=x onerror="alert(1)"> javascript:alert(1)'`;
    const { scenario, diagnostics } = await parseInline(
      BASE.replaceAll(/(title|say|label|text|path|returns): [\w-].*$/gm, (_, key: string) => `${key}: ${evil}`),
    );
    expect(diagnostics).toEqual([]);
    expect(scenario?.steps[0]?.say['und']).toContain('<img src=x');
  });

  it('another version is all that is said of a file', async () => {
    expect(await first(BASE.replace('hopline: 1', 'hopline: 2').replace('say: It arrives.', 'say: 1'))).toEqual([['wrong-version', 1, 10]]);
  });
});

describe('everything at once', () => {
  it('lists faults of all kinds, sorted, each once', async () => {
    const { text, expected } = expectations(
      BASE.replace('kind: gateway', 'kind: ⟦unknown-kind⟧gatwy')
        .replace('layer: top', 'layer: ⟦unknown-layer⟧tpo')
        .replace('default: fast', 'default: ⟦unknown-option⟧fsat')
        .replace('takes: 700ms', 'takes: ⟦bad-duration⟧soon')
        .replace('call: gateway -> pod-1', 'call: gateway -> ⟦unknown-component⟧pod-9')
        .replace('      - wait: 1s\n', '      - ⟦unknown-verb⟧sleep: 1s\n')
        .replace('text: Full.', 'text: ⟦wrong-type⟧5'),
    );
    const { diagnostics } = await parseInline(text);
    expect(diagnostics.map(({ code, line, column }) => ({ code, line, column }))).toEqual(expected);
  });

  it('stops listing, and says how many are left', async () => {
    const edges = Array.from({ length: LIMITS.diagnostics + 50 }, (_, i) => `    - nobody-${i} -> client\n`).join('');
    const { diagnostics } = await parseInline(BASE.replace('  edges:\n', `  edges:\n${edges}`));
    expect(diagnostics).toHaveLength(LIMITS.diagnostics + 1);
    expect(diagnostics.at(-1)).toMatchObject({ code: 'more', severity: 'error', message: expect.stringMatching(/^50 more/) as string });
  });

  it('says what was found, what is expected and how to mend it', async () => {
    const of = async (find: string, replace: string) => (await parseInline(BASE.replace(find, replace))).diagnostics[0];
    expect(await of('kind: gateway', 'kind: gatway')).toMatchObject({
      path: 'architecture.components.gateway.kind',
      found: 'gatway',
      hint: 'Did you mean `gateway`?',
    });
    expect(await of('call: gateway -> pod-1', 'call: pod-1 -> gateway')).toMatchObject({
      hint: expect.stringContaining('the other way round, `gateway -> pod-1`') as string,
    });
    expect(await of('call: gateway -> pod-1', 'call: gateway -> db')).toMatchObject({
      path: 'steps[0].do[2].call',
      hint: expect.stringContaining('nearest edge is `gateway -> pod-1`') as string,
    });
    expect(await of('event: db -> pod-1', 'event: pod-1 -> db')).toMatchObject({
      hint: expect.stringContaining('use `send` or `call`') as string,
    });
    expect(await of('- wait: 1s', '- wiat: 1s')).toMatchObject({ code: 'unknown-verb', hint: 'Did you mean `wait`?' });
    expect(await of('title: Base\n', 'tilte: Base\n')).toMatchObject({ code: 'missing-key', expected: 'title' });
    expect(await of('reply: order', 'reply: oder')).toMatchObject({ hint: 'Did you mean `order`?' });
    expect(await of('status: running\n    deeper', 'status: ready\n    deeper')).toMatchObject({
      code: 'levels-end-differently',
      expected: 'status of gateway: ready',
      found: 'status of gateway: running',
    });
  });
});
