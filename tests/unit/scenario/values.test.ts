import { describe, expect, it } from 'vitest';
import { formatDocument } from '../../../src/scenario/format.ts';
import { LIMITS } from '../../../src/scenario/limits.ts';
import type { Scenario, Step } from '../../../src/scenario/model.ts';
import { BASE, parseInline } from './base.ts';

const VALUES = 'values:\n  roll:\n    model: rolling-update\n    replicas: 3\n  node:\n    model: node-failure\n    phase: 1.23456\n';

/** The base with values, and a last step of these lines and actions. */
function story(lines: string, actions: string, values = VALUES): string {
  const own = actions && `    do:\n${actions.trim().replace(/^(?=.)/gm, '      ')}\n`;
  return `${BASE.replace('steps:\n', `${values}steps:\n`)}  - id: extra\n    title: Extra\n${lines.replace(/^(?=.)/gm, '    ')}${own}`;
}

async function lastStep(lines: string, actions: string): Promise<Step> {
  const { scenario, diagnostics } = await parseInline(story(lines, actions));
  expect(diagnostics.filter(({ code }) => code !== 'unused-value')).toEqual([]);
  return (scenario as Scenario).steps.at(-1) as Step;
}

async function found(actions: string, values = VALUES) {
  const { diagnostics } = await parseInline(story('say: More.\n', actions, values));
  return diagnostics.filter(({ code }) => code !== 'unused-value').map(({ code, path, hint }) => ({ code, path, ...(hint !== undefined && { hint }) }));
}

describe('values', () => {
  it('stand in texts, with three decimals at most', async () => {
    const step = await lastStep('say:\n  en: At most ${roll.max-pods} Pods.\n  ko: ${roll.max-pods}개\naside: ${node.unknown-at}, ${roll.states.count} states\n', '');
    expect(step.say).toEqual({ en: 'At most 4 Pods.', ko: '4개' });
    expect(step.aside).toEqual({ und: '51.235, 10 states' });
  });

  it('are numbers where a number stands, and texts where a text does', async () => {
    const step = await lastStep(
      'say: More.\n',
      `
- set: db
  count: \${roll.states.1.new}
  badge: \${roll.surge}
  gauge:
    value: \${roll.surge}
    label: \${roll.surge} of \${roll.max-pods}
- clock: \${node.unknown-at}s
- clock: \${node.unknown-at}
- work: db
  takes: \${roll.surge}s
`,
    );
    expect(step.actions).toMatchObject([
      { count: 1, badge: { und: '1' }, gauge: { value: 1, label: { und: '1 of 4' } } },
      { by: 51.235 },
      { by: 51.235 },
      { takes: 1 },
    ]);
  });

  it('stand in ids, too, and in choices', async () => {
    const values = `${VALUES}  vote:\n    model: raft\n    members: 3\n    failed: [1]\n    seed: x\n`;
    const text = story('say: More.\n', '- work: pod-${vote.term}\n- note: pod-1\n  text: ${vote.available}\n', values).replace('title: Fast', 'title: ${roll.surge} at once');
    const { scenario, diagnostics } = await parseInline(text.replace('present: false', 'present: true'));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(scenario?.steps.at(-1)?.actions).toMatchObject([{ at: 'pod-2' }, { text: { und: 'true' } }]);
    expect(scenario?.choices[0]?.options[0]?.title).toEqual({ und: '1 at once' });
  });

  it('leave `$${` a plain `${`, also without any values', async () => {
    const text = `${BASE}  - id: extra\n    title: $\${HOME}\n    say: a $\${b} c\n`;
    expect((await parseInline(text)).scenario?.steps.at(-1)).toMatchObject({ title: { und: '${HOME}' }, say: { und: 'a ${b} c' } });
  });

  it('name what is not there, at its place, with the nearest name', async () => {
    expect(await found('- set: db\n  count: ${rol.surge}\n')).toEqual([
      { code: 'unknown-value', path: 'steps[2].do[0].count', hint: 'Did you mean `roll`?' },
    ]);
    expect(await found('- clock: ${roll.surg}s\n')).toEqual([
      { code: 'unknown-result', path: 'steps[2].do[0].clock', hint: 'Did you mean `surge`?' },
    ]);
    expect(await found('- wait: ${roll.states.0}\n- wait: ${roll.states.99.new}\n- wait: ${roll.surge.more}\n')).toMatchObject(
      Array.from({ length: 3 }, () => ({ code: 'unknown-result' })),
    );
    expect(await found('- note: db\n  text: a ${ b and ${} c\n')).toMatchObject([{ code: 'bad-placeholder' }, { code: 'bad-placeholder' }]);
    expect(await found('- note: db\n  text: ${HOME}\n', '')).toMatchObject([{ code: 'unknown-value', hint: 'Write `$${` for a plain `${`.' }]);
  });

  it('point at the word in its line', async () => {
    const { diagnostics } = await parseInline(story('say: One ${roll.surge} two ${roll.surg} three.\n', ''));
    const line = story('say: x\n', '').split('\n').findIndex((text) => text === '    say: x') + 1;
    expect(diagnostics).toMatchObject([
      { code: 'unused-value', path: 'values.node' },
      { code: 'unknown-result', line, column: 32, found: '${roll.surg}' },
    ].filter(({ code }) => code !== 'unused-value'));
  });

  it('name unknown models and parameters, and say nothing more of what rests on them', async () => {
    expect(await found('- wait: ${roll.surge}\n', 'values:\n  roll:\n    model: roling-update\n')).toEqual([
      { code: 'unknown-model', path: 'values.roll.model', hint: 'Did you mean `rolling-update`?' },
    ]);
    expect(await found('- wait: ${roll.surge}\n', 'values:\n  roll:\n    model: rolling-update\n    replica: 3\n')).toEqual([
      { code: 'missing-key', path: 'values.roll' },
      { code: 'unknown-parameter', path: 'values.roll.replica', hint: 'Did you mean `replicas`?' },
    ]);
    expect(await found('- wait: ${roll.surge}\n', 'values:\n  roll:\n    model: rolling-update\n    replicas: many\n')).toEqual([
      { code: 'bad-parameter', path: 'values.roll.replicas' },
    ]);
    expect(await found('- wait: 1s\n', 'values:\n  roll: 3\n')).toEqual([{ code: 'wrong-type', path: 'values.roll' }]);
    expect(await found('- wait: 1s\n', 'values:\n  roll:\n    replicas: 3\n')).toEqual([{ code: 'missing-key', path: 'values.roll' }]);
  });

  it('still hold results against what the key needs', async () => {
    expect(await found('- set: db\n  count: ${node.unknown-at}\n')).toEqual([{ code: 'bad-number', path: 'steps[2].do[0].count' }]);
    expect(await found('- every: 1s\n  times: ${roll.states.0.new}\n  do:\n    - work: db\n')).toEqual([
      { code: 'bad-number', path: 'steps[2].do[0].times' },
    ]);
  });

  it('warn of what nothing uses', async () => {
    const { diagnostics } = await parseInline(story('say: ${roll.surge}\n', ''));
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'unused-value', path: 'values.node' }]);
  });

  it('are limited in their number and in what they put into texts', async () => {
    const many = `values:\n${Array.from({ length: LIMITS.values + 1 }, (_, index) => `  v${index}:\n    model: kubernetes-defaults\n`).join('')}`;
    expect(await found('- wait: 1s\n', many)).toEqual([{ code: 'limit', path: 'values' }]);
    const name = 'x'.repeat(240);
    const long = `values:\n  long:\n    model: dns-search\n    name: ${name}\n`;
    const notes = Array.from({ length: 1500 }, () => `- note: db\n  text: \${long.queries.0.name}\${long.queries.1.name}\${long.queries.2.name}\n`);
    expect(await found(notes.join(''), long)).toContainEqual({ code: 'limit', path: 'values' });
  });

  it('survive `hopline fmt`', () => {
    const text = story('say: ${roll.surge}\n', '- set: db\n  count: ${roll.surge}\n- clock: ${node.unknown-at}s\n  illustrative: true\n');
    const formatted = formatDocument(text.replace('    model: rolling-update\n    replicas: 3\n', '    replicas: 3\n    model: rolling-update\n'));
    expect(formatted).toContain(VALUES);
    expect(formatted).toContain(text.slice(text.indexOf('    say: ${roll.surge}')));
    expect(formatDocument(formatted)).toBe(formatted);
  });
});
