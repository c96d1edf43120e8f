import { describe, expect, it } from 'vitest';
import { scenarioTemplate } from '../../../src/cli/scenario-template.ts';
import { layoutMapAuto } from '../../../src/layout/map.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';

const read = (): Promise<string> => Promise.reject(new Error('has its architecture inside'));
const names = ['Browser', 'API gateway', 'Order service', 'Payment service', 'Stock service', 'Event queue', 'Mail worker', 'Orders'];

describe('a first scenario', () => {
  it.each([2, 3, 5, 8])('of %i components has room for every label', async (count) => {
    const text = scenarioTemplate({ title: 'First', participants: names.slice(0, count), lang: 'en', schema: 'scenario.schema.json' });
    const { scenario } = await parseScenario({ file: 'first.yaml', text, read });
    const map = await layoutMapAuto(scenario!);
    expect([...map.labels].filter(([, { crowded }]) => crowded).map(([id]) => id)).toEqual([]);
    for (const box of [...map.nodes.values(), ...map.labels.values()]) {
      expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= map.size.width && box.y + box.height <= map.size.height).toBe(true);
    }
  });
});
