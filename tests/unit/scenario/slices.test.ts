import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario, type ArchitectureMemory } from '../../../src/scenario/parse.ts';
import { atOnce, type Runner } from '../../../src/shared/work.ts';

const ARCHITECTURE = ['hopline: 1', 'id: town', 'title: Town', 'components:', '  a:', '    title: A', '    at: [0, 0]', '  b:', '    title: B', '    at: [480, 0]', 'edges:', '  - a -> b', ''].join('\n');

function scenarioText(steps: number, wrong: readonly number[] = []): string {
  const lines = Array.from({ length: steps }, (_, i) => [
    `  - id: step-${i}`, '    title: Step', `    say: Number ${i} is sent.`, '    do:', `      - send: ${wrong.includes(i) ? 'a -> nobody' : 'a -> b'}`, '        label: hello',
  ]).flat();
  return ['hopline: 1', 'id: story', 'title: Story', 'languages: [en]', 'architecture: ./town.yaml', 'steps:', ...lines, ''].join('\n');
}

/** Lets others do something after each piece; counts the pieces. */
function interrupted(pieces: { count: number }): Runner {
  return async (work) => {
    for (;;) {
      const next = work.next();
      pieces.count++;
      if (next.done) return next.value;
      await Promise.resolve();
    }
  };
}

const parse = (text: string, architecture: string, more: { run?: Runner; architectures?: ArchitectureMemory } = {}): ReturnType<typeof parseScenario> =>
  parseScenario({ file: 'stories/story.yaml', text, read: () => Promise.resolve(architecture), ...more });

describe('reading in pieces', () => {
  it('finds the same as reading at once, in what is right and in what is wrong', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(39), { maxLength: 3 }), fc.nat(400), async (steps, wrong, cut) => {
      const whole = scenarioText(steps, wrong);
      const text = cut > 200 ? whole : whole.slice(0, whole.length - cut);
      const [inPieces, whole2] = [await parse(text, ARCHITECTURE, { run: interrupted({ count: 0 }) }), await parse(text, ARCHITECTURE, { run: atOnce })];
      expect(inPieces).toEqual(whole2);
      expect(inPieces).toEqual(await parse(text, ARCHITECTURE));
    }), { numRuns: 40 });
  });

  it('can be interrupted more often in a longer text', async () => {
    const [short, long] = [{ count: 0 }, { count: 0 }];
    await parse(scenarioText(20), ARCHITECTURE, { run: interrupted(short) });
    await parse(scenarioText(400), ARCHITECTURE, { run: interrupted(long) });
    // 20 words and signs a step, of which at most 256 are read in one go.
    expect(long.count - short.count).toBeGreaterThan(380 * 20 / 256 / 2);
  });
});

describe('the memory of architectures', () => {
  it('gives two scenarios the same one, as long as its text is the same', async () => {
    const architectures: ArchitectureMemory = new Map();
    const [one, other] = [await parse(scenarioText(2), ARCHITECTURE, { architectures }), await parse(scenarioText(3), ARCHITECTURE, { architectures })];
    expect(other.scenario?.architecture).toBe(one.scenario?.architecture);
    const changed = await parse(scenarioText(3), ARCHITECTURE.replace('title: B', 'title: C'), { architectures });
    expect(changed.scenario?.architecture.nodes.get('b')?.title).toEqual({ und: 'C' });
  });

  it('says what is wrong with one each time', async () => {
    const architectures: ArchitectureMemory = new Map();
    const warned = ARCHITECTURE.replace('title: A', 'title: { en: A }');
    const [one, other] = [await parse(scenarioText(2), warned, { architectures }), await parse(scenarioText(2), warned, { architectures })];
    expect(one.diagnostics.map(({ code }) => code)).toContain('flow-text');
    expect(other).toEqual(one);
    expect(architectures.size).toBe(0);
  });

  it('changes nothing for a shipped scenario', async () => {
    const file = join(import.meta.dirname, '../../../scenarios/kubernetes/service-traffic.yaml');
    const read = (address: string): Promise<string> => Promise.resolve(readFileSync(address, 'utf8'));
    const architectures: ArchitectureMemory = new Map();
    const input = { file, text: readFileSync(file, 'utf8'), read };
    const plain = await parseScenario(input);
    for (let i = 0; i < 2; i++) expect(await parseScenario({ ...input, architectures })).toEqual(plain);
    expect(architectures.size).toBe(1);
  });
});
