import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArchitecture } from '../../../src/scenario/parse.ts';
import type { Architecture, DiagramNode } from '../../../src/scenario/model.ts';

const FOLDER = new URL('../../../scenarios/kubernetes/', import.meta.url);

/** Every architecture of the Kubernetes content, by its file. */
function architectures(): Map<string, Architecture> {
  const files = readdirSync(FOLDER).filter((file) => /(^|\.)architecture\.yaml$/.test(file)).sort();
  return new Map(files.map((file) => {
    const { architecture, diagnostics } = parseArchitecture({ file, text: readFileSync(new URL(file, FOLDER), 'utf8') });
    if (!architecture) throw new Error(diagnostics.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'));
    return [file, architecture];
  }));
}

/** What a component is wherever it stands; its second line, its place and its port may differ. */
function identityOf({ kind, docs, title, role }: DiagramNode): Record<string, string> {
  const texts = Object.entries({ title, role }).flatMap(([key, text]) => ['ko', 'en'].map((lang) => [`${key} ${lang}`, text?.[lang] ?? text?.['und'] ?? '—']));
  return { kind, docs: docs ?? '—', ...Object.fromEntries(texts) };
}

/** Every difference between components of the same id, in words. */
function differences(all: ReadonlyMap<string, Architecture>): string[] {
  const ids = new Set([...all.values()].flatMap(({ nodes }) => [...nodes.keys()]));
  return [...ids].sort().flatMap((id) => {
    const versions = [...all].flatMap(([file, { nodes }]) => {
      const node = nodes.get(id);
      return node ? [{ file, is: identityOf(node) }] : [];
    });
    return Object.keys(versions[0]?.is ?? {}).flatMap((key) => {
      const values = new Map<string, string[]>();
      for (const { file, is } of versions) values.set(is[key] as string, [...(values.get(is[key] as string) ?? []), file.replace(/\.?architecture\.yaml$/, '') || 'architecture']);
      return values.size < 2 ? [] : [`${id}: ${key}: ${[...values].map(([value, files]) => `${value} (${files.join(', ')})`).join(' / ')}`];
    });
  });
}

describe('the Kubernetes content has one list of components', () => {
  const all = architectures();

  it('means the same thing by the same id in every architecture', () => {
    expect(all.size).toBeGreaterThan(1);
    expect(differences(all)).toEqual([]);
  });

  it('finds an id that means two things', () => {
    const file = 'architecture.yaml';
    const base = all.get(file) as Architecture;
    const node = base.nodes.get('api-server') as DiagramNode;
    const other = { ...base, nodes: new Map([...base.nodes, ['api-server', { ...node, kind: 'gateway', title: { ko: node.title['ko'] as string, en: 'API' } }]]) } as Architecture;
    expect(differences(new Map([[file, base], ['other.architecture.yaml', other]]))).toEqual([
      expect.stringMatching(/^api-server: kind: api-server \(.*\) \/ gateway \(other\)$/), expect.stringMatching(/^api-server: title en: API server \(.*\) \/ API \(other\)$/),
    ]);
  });
});
