import { describe, expect, it } from 'vitest';
import { toDiagnostics } from '../../../src/check/to-diagnostics.ts';
import type { Finding } from '../../../src/check/finding.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';

const ARCHITECTURE = 'hopline: 1\nid: a\ntitle: A\ncomponents:\n  web:\n    title: Web\n  db:\n    title: Database\nedges:\n  - web -> db\n';
const STEPS = 'steps:\n  - id: one\n    title: One\n    say:\n      en: Short.\n      ko: 짧게.\n    do:\n      - parallel:\n          - send: web -> db\n            label: hello\n';
const finding = (document: Finding['document'], ...path: Finding['path']): Finding => ({ severity: 'warning', code: 'x', message: 'm', document, path });

describe('places of findings', () => {
  it('are found in the scenario and in the architecture’s own file', async () => {
    const texts = new Map([['stories/s.yaml', `hopline: 1\nid: s\ntitle: S\narchitecture: ./a.yaml\n${STEPS}`], ['stories/a.yaml', ARCHITECTURE]]);
    const { scenario, diagnostics } = await parseScenario({ file: 'stories/s.yaml', text: texts.get('stories/s.yaml') ?? '', read: async (file) => texts.get(file) ?? '' });
    if (!scenario) throw new Error(JSON.stringify(diagnostics));
    const found = toDiagnostics(
      [finding('scenario', 'steps', 0, 'say', 'ko'), finding('scenario', 'steps', 0, 'do', 0, 'parallel', 0, 'label', 'und'), finding('architecture', 'components', 'db', 'title', 'und')],
      scenario,
      texts,
    );
    expect(found.map(({ file, line, column, path }) => `${file}:${line}:${column} ${path}`)).toEqual([
      'stories/s.yaml:10:11 steps[0].say.ko',
      'stories/s.yaml:14:20 steps[0].do[0].parallel[0].label',
      'stories/a.yaml:8:12 components.db.title',
    ]);
  });

  it('are found in an architecture inside the scenario', async () => {
    const text = `hopline: 1\nid: s\ntitle: S\narchitecture:\n${ARCHITECTURE.replace(/^/gm, '  ').trimEnd()}\n${STEPS}`;
    const { scenario, diagnostics } = await parseScenario({ file: 's.yaml', text, read: () => Promise.reject(new Error('nothing to read')) });
    if (!scenario) throw new Error(JSON.stringify(diagnostics));
    const [found] = toDiagnostics([finding('architecture', 'components', 'db', 'title')], scenario, new Map([['s.yaml', text]]));
    expect(found).toMatchObject({ file: 's.yaml', line: 12, column: 14, path: 'architecture.components.db.title' });
  });
});
