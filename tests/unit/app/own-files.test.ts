import { describe, expect, it } from 'vitest';
import { appMessagesIn } from '../../../src/app/messages.ts';
import { openFiles, OWN_FILE_LIMIT, type PickedFile } from '../../../src/app/own-files.ts';
import { OwnLibrary } from '../../../src/app/own-library.ts';
import { ARCHITECTURE, SCENARIO } from './texts.ts';

const messages = appMessagesIn('en');
const file = (name: string, text: string, size = text.length): PickedFile => ({ name, size, text: async () => text });
const open = (...files: PickedFile[]) => openFiles(files, messages);

describe('opening own files', () => {
  it('finds which is the scenario, and its architecture by the relative name', async () => {
    const { scenarios, diagnostics } = await open(file('architecture.yaml', ARCHITECTURE), file('bread.yaml', SCENARIO));
    expect(diagnostics).toEqual([]);
    expect(scenarios.map(({ entry, files }) => [entry.path, files.map(({ name }) => name)])).toEqual([
      ['own/morning-bread', ['bread.yaml', 'architecture.yaml']],
    ]);
  });

  it('finds it in folders of its own', async () => {
    const { scenarios } = await open(
      file('other/architecture.yaml', ARCHITECTURE.replace('Oven', 'Wrong oven')),
      file('bakery/architecture.yaml', ARCHITECTURE),
      file('bakery/bread.yaml', SCENARIO),
    );
    expect(scenarios[0]?.files.map(({ name }) => name)).toEqual(['bakery/bread.yaml', 'bakery/architecture.yaml']);
  });

  it('finds it beside the scenario where the picker gives bare names', async () => {
    const { scenarios } = await open(file('a.yaml', SCENARIO.replace('./architecture.yaml', '../shared/architecture.yaml')), file('architecture.yaml', ARCHITECTURE));
    expect(scenarios).toHaveLength(1);
  });

  it('opens every scenario of a folder', async () => {
    const { scenarios } = await open(file('a.yaml', SCENARIO), file('architecture.yaml', ARCHITECTURE), file('b.yaml', SCENARIO.replace('id: morning-bread', 'id: evening-bread')));
    expect(scenarios.map(({ entry }) => entry.path)).toEqual(['own/morning-bread', 'own/evening-bread']);
  });

  it('names the file that is missing, at the line that asks for it', async () => {
    const { scenarios, diagnostics } = await open(file('bread.yaml', SCENARIO));
    expect(scenarios).toEqual([]);
    expect(diagnostics).toEqual([expect.objectContaining({ severity: 'error', file: 'bread.yaml', line: 3 })]);
    expect(JSON.stringify(diagnostics)).toContain('architecture.yaml');
  });

  it('says where an error is, in the file in which it is', async () => {
    const broken = ARCHITECTURE.replace('counter -> oven', 'counter -> ovem');
    const { scenarios, diagnostics, texts } = await open(file('bread.yaml', SCENARIO), file('architecture.yaml', broken));
    expect(scenarios).toEqual([]);
    expect(diagnostics.find(({ severity }) => severity === 'error')).toMatchObject({ file: 'architecture.yaml', line: 14 });
    expect(texts.get('architecture.yaml')).toBe(broken);
  });

  it('refuses what is no scenario, no text or too large', async () => {
    expect((await open(file('a.yaml', ARCHITECTURE), file('b.txt', 'hello'))).diagnostics[0]).toMatchObject({ code: 'no-scenario' });
    expect((await open(file('a.png', 'PNG\0\0'))).diagnostics[0]).toMatchObject({ code: 'not-text', file: 'a.png' });
    expect((await open(file('a.yaml', 'x', OWN_FILE_LIMIT + 1))).diagnostics[0]).toMatchObject({ code: 'file-too-large' });
    const unreadable = { name: 'a.yaml', size: 1, text: () => Promise.reject(new Error('The file is gone')) };
    expect((await open(unreadable)).diagnostics[0]).toMatchObject({ code: 'unreadable', message: 'The file is gone' });
  });

  it('gives the findings of a single file that is no scenario at all', async () => {
    const { scenarios, diagnostics } = await open(file('list.yaml', '- milk\n- bread\n'));
    expect(scenarios).toEqual([]);
    expect(diagnostics[0]).toMatchObject({ severity: 'error', file: 'list.yaml', line: 1 });
  });
});

describe('the viewer’s own scenarios', () => {
  it('travel whole in a link and play elsewhere', async () => {
    const here = new OwnLibrary();
    await here.open([file('bakery/bread.yaml', SCENARIO), file('bakery/architecture.yaml', ARCHITECTURE)], messages);
    const link = await here.selfContained({ scenario: 'own/morning-bread', path: {}, level: 1 });
    const there = new OwnLibrary();
    const opened = await there.openDocument(link.document ?? '', messages);
    expect(opened.scenarios[0]?.scenario.title).toEqual({ en: 'Morning bread', ko: '아침 빵' });
    expect(there.entries.map(({ path }) => path)).toEqual(['own/morning-bread']);
    expect(await there.openDocument(link.document ?? '', messages)).toMatchObject({ scenarios: [{ entry: there.entries[0] }] });
  });

  it('leave links of shipped scenarios as they are', async () => {
    const link = { scenario: 'kubernetes/pod-creation', path: {} };
    expect(await new OwnLibrary().selfContained(link)).toBe(link);
  });

  it('are replaced by the mended file, and the last one comes first', async () => {
    const library = new OwnLibrary();
    const add = (text: string) => library.open([file('a.yaml', text), file('architecture.yaml', ARCHITECTURE)], messages);
    await add(SCENARIO);
    await add(SCENARIO.replace('id: morning-bread', 'id: cake'));
    await add(SCENARIO.replace('Morning bread', 'Fresh bread'));
    expect(library.entries.map(({ path }) => path)).toEqual(['own/morning-bread', 'own/cake']);
    expect(library.find('own/morning-bread')?.scenario.title['en']).toBe('Fresh bread');
  });

  it('ride along in the page’s address, unless they are very long', async () => {
    const library = new OwnLibrary();
    const link = { scenario: 'own/morning-bread', path: {} };
    expect(library.noted(link)).toBe(link);
    await library.open([file('a.yaml', SCENARIO), file('architecture.yaml', ARCHITECTURE)], messages);
    expect(library.noted(link)).toEqual(await library.selfContained(link));
    const noise = Array.from({ length: 40_000 }, (_, i) => String.fromCharCode(33 + ((i * 7919 + ((i * i) % 8191)) % 90))).join('');
    await library.open([file('a.yaml', SCENARIO), file('architecture.yaml', `${ARCHITECTURE}# ${noise}`)], messages);
    expect(library.noted(link)).toBe(link);
    expect((await library.selfContained(link)).document).toBeDefined();
  });

  it('come back as they were by an older link, after the file was mended', async () => {
    const library = new OwnLibrary();
    const add = (text: string) => library.open([file('a.yaml', text), file('architecture.yaml', ARCHITECTURE)], messages);
    await add(SCENARIO);
    const old = await library.selfContained({ scenario: 'own/morning-bread', path: {} });
    await add(SCENARIO.replace('Morning bread', 'Fresh bread'));
    await library.openDocument(old.document ?? '', messages);
    expect(library.find('own/morning-bread')?.scenario.title['en']).toBe('Morning bread');
  });

  it('name nothing outside the link: a file that is not in it is not fetched', async () => {
    const fetched: unknown[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (async (address: unknown) => void fetched.push(address)) as unknown as typeof globalThis.fetch;
    try {
      const { diagnostics } = await open(file('a.yaml', SCENARIO.replace('./architecture.yaml', '/etc/architecture.yaml')));
      expect(diagnostics[0]?.severity).toBe('error');
    } finally {
      globalThis.fetch = fetch;
    }
    expect(fetched).toEqual([]);
  });
});
