import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entriesOf, FIRST, loadEntry, SHIPPED } from '../../../src/app/catalogue.ts';
import { ARCHITECTURE, SCENARIO } from './texts.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

describe('the shipped scenarios', () => {
  it('are the files of the repository, by themselves', () => {
    const folders = readdirSync(join(ROOT, 'scenarios'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const files = folders.flatMap(({ name }) => readdirSync(join(ROOT, 'scenarios', name)).map((file) => `scenarios/${name}/${file}`));
    const scenarios = files.filter((file) => file.endsWith('.yaml') && !file.includes('architecture') && !file.endsWith('.session.yaml'));
    expect(SHIPPED.map(({ file }) => file).sort()).toEqual(scenarios.sort());
    expect(SHIPPED.every(({ file }) => existsSync(join(ROOT, file)))).toBe(true);
  });

  it('begin with pod creation, and its folder leads', () => {
    expect(SHIPPED[0]?.path).toBe(FIRST);
    const folders = SHIPPED.map(({ path }) => path.split('/', 1)[0]);
    expect(folders.lastIndexOf('kubernetes')).toBeLessThan(folders.findIndex((folder) => folder !== 'kubernetes'));
  });

  it.each(SHIPPED.map((entry) => [entry.path, entry] as const))('can be read: %s', async (_, entry) => {
    const { scenario, diagnostics } = await loadEntry(entry);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(scenario?.languages).toEqual(expect.arrayContaining(['en', 'ko']));
    expect(scenario?.summary).toHaveProperty('ko');
  });
});

describe('a table of files', () => {
  const files = {
    '/scenarios/zoo/feeding.yaml': async () => SCENARIO,
    '/scenarios/zoo/architecture.yaml': async () => ARCHITECTURE,
    '/scenarios/zoo/architecture-night.yaml': async () => ARCHITECTURE,
    '/scenarios/zoo/night.architecture.yaml': async () => ARCHITECTURE,
    '/scenarios/zoo/day.session.yaml': async () => 'parts: []',
    '/scenarios/kubernetes/scaling.yaml': async () => SCENARIO,
    '/scenarios/kubernetes/pod-creation.yaml': async () => 'steps: [',
  };

  it('lists what is no architecture and no session', () => {
    expect(entriesOf(files).map(({ path }) => path)).toEqual(['kubernetes/pod-creation', 'kubernetes/scaling', 'zoo/feeding']);
  });

  it('reads an entry with its architecture, and only once', async () => {
    const entry = entriesOf(files)[2];
    const loaded = await loadEntry(entry!);
    expect(loaded.scenario?.id).toBe('morning-bread');
    expect(await loadEntry(entry!)).toBe(loaded);
  });

  it('gives diagnostics for what cannot be read or found', async () => {
    const [broken, alone] = entriesOf(files);
    expect((await loadEntry(broken!)).diagnostics[0]).toMatchObject({ severity: 'error', file: 'scenarios/kubernetes/pod-creation.yaml' });
    expect((await loadEntry(alone!)).diagnostics[0]).toMatchObject({ severity: 'error', line: 3 });
    const failing = entriesOf({ '/scenarios/a/b.yaml': () => Promise.reject(new Error('offline')) })[0];
    expect(await loadEntry(failing!)).toMatchObject({ diagnostics: [{ code: 'unreadable', message: 'offline' }] });
  });
});
