import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { FrameSource } from '../../../src/timeline/frames.ts';
import { scenarioFiles, shipped, variantsOf } from '../compile/content.ts';

const SEEKS = 60;

describe.each(scenarioFiles())('%s', async (file) => {
  const scenario = await shipped(file);

  it.each(variantsOf(scenario).map((variant) => [JSON.stringify(variant), variant] as const))('gives the same frames in any order: %s', (name, variant) => {
    const trace = compile(scenario, variant);
    const random = seededRandom(name);
    const used = new FrameSource(trace);
    for (let i = 0; i < SEEKS; i++) {
      const time = random() * trace.duration;
      const fresh = new FrameSource(trace);
      expect(used.at(time)).toEqual(fresh.at(time));
      fresh.dispose();
    }
    for (const { index, first, last } of trace.steps) expect(used.still(index).hops).toHaveLength(last - first);
    used.dispose();
  });
});
