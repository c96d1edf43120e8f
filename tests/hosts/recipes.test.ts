import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../tools/pages.ts';
import { PAGES } from './tools/places.ts';

it.each(['react/flow.jsx', 'vue/vite.config.js', 'vue/Flow.vue', 'svelte/Flow.svelte', 'vitepress/.vitepress/theme/index.mjs', 'slidev/slides.md', 'mkdocs/mkdocs.yml', 'mkdocs/docs/index.md'])('the README shows %s as it is built here', (file) => {
  const [, language = ''] = /\.(?:m(?=js$))?(\w+)$/.exec(file) ?? [];
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(`\`\`\`${language}\n${readFileSync(join(PAGES, file), 'utf8').trimEnd()}\n\`\`\`\n`);
});

it('the README shows the scripts of a deck without modules as they stand in the one that is tried', () => {
  const page = readFileSync(join(PAGES, 'reveal-script/index.html'), 'utf8').replaceAll(/^ +/gm, '');
  const [block = ''] = /(?<=```html\n)<script src="reveal\.js">[^]*?(?=```)/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];
  const lines = block.split('\n').map((line) => line.trim()).filter(Boolean);
  expect(lines.length).toBeGreaterThan(4);
  expect(lines.filter((line) => !page.includes(line))).toEqual([]);
});
