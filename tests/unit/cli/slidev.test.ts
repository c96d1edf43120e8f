import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preparser, transformers } from '../../../src/cli/slidev/setup.ts';
import { attributeOf, flowTags } from '../../../src/cli/slidev/flow-tags.ts';
import { changedFlows } from '../../../src/cli/slidev/transform-slide.ts';
import { unpackFiles } from '../../../src/shared/packed-files.ts';

const SHOP = 'hopline: 1\nid: shop\ntitle: Shop\ncomponents:\n  browser:\n    kind: browser\n    title: Browser\n  api:\n    kind: gateway\n    title: API\nedges:\n  - browser -> api\n';
const step = (id: string): string => `  - id: ${id}\n    title: The ${id}\n    say: The browser asks for ${id}.\n    do:\n      - send: browser -> api\n        label: ${id}\n`;
const ORDER = `hopline: 1\nid: order\narchitecture: shop.architecture.yaml\ntitle: An order\nsteps:\n${step('first')}${step('second')}`;
const INLINE = ORDER.replace('architecture: shop.architecture.yaml', `architecture:\n${SHOP.replaceAll(/^(?=.)/gm, '  ').trimEnd()}`);

let deck: string;
beforeAll(() => {
  deck = mkdtempSync(join(tmpdir(), 'hopline-slidev-'));
  mkdirSync(join(deck, 'public'));
  mkdirSync(join(deck, 'flows'));
  for (const folder of ['public', 'flows']) {
    writeFileSync(join(deck, folder, 'order.yaml'), ORDER);
    writeFileSync(join(deck, folder, 'shop.architecture.yaml'), SHOP);
  }
});
afterAll(() => rmSync(deck, { recursive: true, force: true }));

const place = (): { file: string; deck: string } => ({ file: join(deck, 'slides.md'), deck });

async function changed(markdown: string): Promise<string> {
  let text = markdown;
  const changes = await changedFlows(markdown, place());
  for (const change of changes.toReversed()) text = text.slice(0, change.start) + change.text + text.slice(change.end);
  return text;
}

describe('flows in a slide', () => {
  it('are found by their tags, but not where they are shown as code', () => {
    const tags = flowTags('# A\n\n<Hopline src="a.yaml" />\n\n```html\n<Hopline src="b.yaml" />\n```\n\nWrite `<Hopline src="c.yaml" />`.\n\n<Hopline :level="2" v-if="a > b" src=\'d.yaml\'></Hopline>\n<Hoplines src="e" />\n');
    expect(tags.map((tag) => attributeOf(tag, 'src'))).toEqual(['a.yaml', 'd.yaml']);
    expect(tags.map((tag) => attributeOf(tag, 'level'))).toEqual([undefined, '2']);
  });

  it.each(['flows/order.yaml', './flows/order.yaml', '/order.yaml'])('carry %s, and how many steps it has', async (src) => {
    const text = await changed(`# An order\n\n<Hopline src="${src}" class="wide" />\n\nAfter\n`);
    const [, attributes = '', files = ''] = /^# An order\n\n<Hopline (.*?) files="([\w-]+)" steps="2"><\/Hopline>\n\nAfter\n$/.exec(text) ?? [];
    expect(attributes).toBe(`src="${src}" class="wide"`);
    expect(await unpackFiles(files)).toEqual([{ name: 'order.yaml', text: ORDER }, { name: 'shop.architecture.yaml', text: SHOP }]);
  });

  it('carry what is written between their tags', async () => {
    const text = await changed(`<Hopline lang="en" steps="1">\n\n\`\`\`yaml\n${INLINE}\`\`\`\n\n</Hopline>\n`);
    const [, files = ''] = /^<Hopline lang="en" steps="1" files="([\w-]+)"><\/Hopline>\n$/.exec(text) ?? [];
    expect((await unpackFiles(files)).map(({ text: yaml }) => yaml)).toEqual([INLINE.trimEnd()]);
  });

  it('stay as they are where only a server or the browser knows what they play', async () => {
    const text = '<Hopline src="https://example.org/a.yaml" />\n<Hopline :src="chosen" />\n<Hopline src="/elsewhere.yaml" />\n';
    expect(await changed(text)).toBe(text);
  });

  it('are refused with all that is wrong in them', async () => {
    await expect(changed('<Hopline src="none.yaml" />')).rejects.toThrow(/none\.yaml: There is no such file/);
    await expect(changed('<Hopline>\n\n```yaml\nhopline: 1\nid: a\nsteps: []\n```\n\n</Hopline>')).rejects.toThrow(/slides\.yaml cannot be played[^]*slides\.yaml:\d+:\d+ error/);
  });

  it('are written anew in the text that Slidev gives', async () => {
    const original = '<Hopline src="/order.yaml" />';
    const written: string[] = [];
    const s = { original, overwrite: (start: number, end: number, text: string) => written.push(`${start}-${end} ${text}`) };
    for (const transform of transformers().pre) await transform({ s, slide: { source: { filepath: join(deck, 'slides.md') } }, options: { userRoot: deck } });
    expect(written).toEqual([expect.stringMatching(new RegExp(`^0-${original.length} <Hopline src="/order\\.yaml" files="[\\w-]+" steps="2"></Hopline>$`))]);
  });
});

describe('the speaker’s notes', () => {
  const noteOf = async (slide: string, note?: string): Promise<string | undefined> => {
    const [parser] = preparser({ filepath: join(deck, 'slides.md') });
    const frontmatter = {};
    await parser?.transformSlide(slide, frontmatter);
    return parser?.transformNote(note, frontmatter);
  };

  it('have what is told in each step, click by click, after what the author wrote', async () => {
    expect(await noteOf('<Hopline src="/order.yaml" />', 'Say hello.')).toBe('Say hello.\n\n[click] **1. The first**\\\nThe browser asks for first.\n\n[click] **2. The second**\\\nThe browser asks for second.');
  });

  it('stay the author’s where these say what belongs to which click, have it already, or there is nothing to tell', async () => {
    expect(await noteOf('<Hopline src="/order.yaml" />', 'Hello. [click] Now.')).toBeUndefined();
    expect(await noteOf('<Hopline src="/order.yaml" />', 'The browser asks for first.')).toBeUndefined();
    expect(await noteOf('<div v-click>One</div>\n<Hopline src="/order.yaml" />')).toBeUndefined();
    expect(await noteOf('<Hopline src="/order.yaml" :at="3" />')).toBeUndefined();
    expect(await noteOf('<Hopline src="none.yaml" />')).toBeUndefined();
    expect(await noteOf('# Nothing', 'Say hello.')).toBeUndefined();
  });
});
