import { describe, expect, it } from 'vitest';
import type { HighlightAction } from '../../../src/scenario/model.ts';
import { BASE, parseInline } from './base.ts';

async function read(value: string, base = BASE) {
  const { scenario, diagnostics } = await parseInline(`${base}  - id: extra\n    title: Extra\n    say: More.\n    do:\n      - highlight: ${value}\n`);
  return { action: scenario?.steps.at(-1)?.actions[0] as HighlightAction | undefined, diagnostics };
}

describe('highlight', () => {
  it('names components and parts', async () => {
    expect(await read('[gateway/authn, db]')).toMatchObject({
      action: { nodes: ['gateway/authn', 'db'], groups: [], named: ['gateway/authn', 'db'] },
      diagnostics: [],
    });
  });

  it('names a group, with the groups and components in it', async () => {
    expect((await read('outer')).action).toMatchObject({ nodes: ['gateway'], groups: ['outer', 'inner'], named: [] });
  });

  it('names a layer, with its components', async () => {
    expect((await read('top')).action).toMatchObject({ nodes: ['gateway'], groups: [], named: [] });
  });

  it('knows no other id', async () => {
    expect((await read('outr')).diagnostics).toMatchObject([{ code: 'unknown-component', path: 'steps[2].do[0].highlight', hint: 'Did you mean `outer`?' }]);
    expect((await read('[]')).diagnostics).toMatchObject([{ code: 'empty' }]);
  });

  it('takes the component where several things have an id, and says so', async () => {
    const { action, diagnostics } = await read('top', BASE.replace('    island:\n', '    top:\n'));
    expect(action).toMatchObject({ nodes: ['top'], groups: [] });
    expect(diagnostics.map(({ code }) => code)).toContain('ambiguous-id');
  });

  it('of a component that is not there is a warning', async () => {
    expect((await read('pod-2')).diagnostics).toMatchObject([{ severity: 'warning', code: 'absent-component' }]);
  });
});
