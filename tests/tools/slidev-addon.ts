import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Slidev looks for what an add-on has in folders at the top of its package, and reads it as it reads the deck's own files. They are written when the package
 * is built, as nobody would look for them at the top of its sources.
 */
const FILES: Readonly<Record<string, string>> = {
  'components/Hopline.ts': `import { useDarkMode, useNav, useSlideContext } from '@slidev/client';
import { computed, h, onBeforeUnmount, onMounted, shallowRef, watch } from 'vue';
import { hoplineForSlidev } from '../dist/player/slidev.js';

export default hoplineForSlidev(
  { computed, h, onBeforeUnmount, onMounted, shallowRef, watch },
  { useDarkMode, useNav, useSlideContext, base: import.meta.env.BASE_URL },
);
`,
  'setup/transformers.ts': "export { transformers as default } from '../dist/slidev/setup.js';\n",
  'setup/vite-plugins.ts': "export { vitePlugins as default } from '../dist/slidev/setup.js';\n",
  'setup/preparser.ts': "export { preparser as default } from '../dist/slidev/setup.js';\n",
};

/** Writes the add-on's files below a package's folder. */
export async function writeSlidevAddon(folder: string): Promise<void> {
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}
