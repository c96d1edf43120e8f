import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../tools/pages.ts';
import { PAGES } from './tools/places.ts';

it.each(['react/flow.jsx', 'vue/vite.config.js', 'vue/Flow.vue', 'svelte/Flow.svelte', 'vitepress/.vitepress/theme/index.mjs'])('the README shows %s as it is built here', (file) => {
  const [, language = ''] = /\.m?(\w+)$/.exec(file) ?? [];
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(`\`\`\`${language}\n${readFileSync(join(PAGES, file), 'utf8').trimEnd()}\n\`\`\`\n`);
});
