import { describe, expect, it } from 'vitest';
import { BASE, parseInline } from './base.ts';
import { generatedScenario } from './generated.ts';
import { LIMITS } from '../../../src/scenario/limits.ts';

/** Codes found with these actions, at their two-space indentation, as the last step of the base. */
async function codes(actions: string, find = '', replace = ''): Promise<string[]> {
  const step = `  - id: extra\n    title: Extra\n    say: More.\n    do:\n${actions.trim().replace(/^(?=.)/gm, '      ')}\n`;
  return (await parseInline(BASE.replace(find, replace) + step)).diagnostics.map(({ code }) => code);
}

describe('the walk over levels and paths', () => {
  it('says nothing of what branches do at the same time: their order is a matter of seconds', async () => {
    expect(
      await codes(`
- parallel:
    - - wait: 2s
      - create: pod-2
    - - wait: 3s
      - call: gateway -> pod-2
    - - open: client -> gateway
    - - wait: 1s
      - event: gateway -> client
    - - send: client -> gateway
        as: late
    - - wait: 1s
      - reply: late
`),
    ).toEqual([]);
  });

  it('still sees what goes wrong within a branch, and after all of them', async () => {
    expect(await codes('- parallel:\n    - - event: gateway -> client\n    - - work: db\n')).toEqual(['connection-not-open']);
    expect(
      await codes(
        '- parallel:\n    - - open: client -> gateway\n      - event: gateway -> client\n      - close: client -> gateway\n    - - work: db\n- event: gateway -> client\n',
      ),
    ).toEqual(['connection-not-open']);
  });

  it('meets every option', async () => {
    const choose = (slow: string): string =>
      `- choose: mode\n  then:\n    fast:\n      - open: client -> gateway\n    slow: ${slow}\n- event: gateway -> client\n`;
    expect(await codes(choose('[]'))).toEqual(['connection-not-open']);
    expect(await codes(choose('\n      - open: client -> gateway'))).toEqual([]);
  });

  it('names the option under which levels end differently', async () => {
    const text = BASE.replace(
      '      - set: gateway\n        status: running\n    deeper',
      '      - set: gateway\n        status: running\n      - choose: mode\n        then:\n          fast: []\n          slow:\n            - set: db\n              count: 3\n    deeper',
    );
    const { diagnostics } = await parseInline(text);
    expect(diagnostics).toMatchObject([
      {
        code: 'levels-end-differently',
        message: expect.stringContaining('with mode: slow') as string,
        expected: 'count of db: 3',
        found: 'count of db: none',
      },
    ]);
  });

  it.each([
    ['a badge', '- set: db\n  badge: full', 'badge of db'],
    ['a gauge', '- set: db\n  gauge:\n    value: 0.5', 'gauge of db'],
    ['a count', '- set: db\n  count: 1', 'count of db'],
    ['a second line', '- set: db\n  subtitle: busy', 'subtitle of db'],
    ['presence', '- create: pod-2', 'pod-2'],
    ['a connection', '- open: client -> gateway', 'client -> gateway'],
    ['simulated time', '- clock: 5m', 'simulated time passed'],
  ])('compares %s', async (_, action, what) => {
    const text = BASE.replace(
      '      - set: gateway\n        status: running\n    deeper',
      `      - set: gateway\n        status: running\n${action.replace(/^/gm, '      ')}\n    deeper`,
    );
    const levels = (await parseInline(text)).diagnostics.filter(({ code }) => code === 'levels-end-differently');
    expect(levels).toMatchObject([{ expected: expect.stringContaining(what) as string }]);
  });

  it('ignores notes, hops and what is gone again', async () => {
    const more = [
      'note: db\n  text: Full.',
      'call: pod-1 -> db',
      'create: pod-2',
      'remove: pod-2',
      'set: db\n  count: 1',
      'set: db\n  count: null',
    ]
      .map((action) => `- ${action}`.replace(/^/gm, '      '))
      .join('\n');
    const text = BASE.replace(
      '      - set: gateway\n        status: running\n    deeper',
      `      - set: gateway\n        status: running\n${more}\n    deeper`,
    );
    expect((await parseInline(text)).diagnostics).toEqual([]);
  });

  it('counts messages and seconds against the limits', async () => {
    expect(
      await codes(
        `- every: 1ms\n  times: 1000\n  do:\n    - every: 1ms\n      times: ${LIMITS.messages / 1000 + 1}\n      do:\n        - work: db\n`,
      ),
    ).toEqual(['limit']);
    expect(await codes('- traffic: client -> web\n  connections: 2000\n  requests: 20\n  every: 1ms\n')).toEqual(['limit']);
    expect(await codes(Array.from({ length: 13 }, () => '- wait: 600s\n').join(''))).toEqual(['limit']);
  });
});

describe('large scenarios', () => {
  it('ten thousand messages are within the limits, and cost ten times as much as a thousand', { timeout: 60_000 }, async () => {
    const seconds = async (messages: number): Promise<number> => {
      const text = generatedScenario(messages);
      let least = Infinity;
      for (let i = 0; i < 3; i++) {
        const before = process.cpuUsage();
        const { scenario, diagnostics } = await parseInline(text);
        const used = process.cpuUsage(before);
        expect(diagnostics).toEqual([]);
        expect(scenario?.steps).toHaveLength(messages / 20);
        least = Math.min(least, (used.user + used.system) / 1e6);
      }
      return least;
    };
    await seconds(1_000);
    const small = await seconds(1_000);
    expect((await seconds(10_000)) / small).toBeLessThan(20);
  });
});
