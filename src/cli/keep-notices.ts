import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Puts GSAP's own notice before every built script that has GSAP in it, as its licence asks, and says where those of all other packages are: minifying
 * takes them out, and a file of its own has them all.
 */
export function keepNotices(): Plugin {
  return {
    name: 'hopline:keep-notices',
    apply: 'build',
    generateBundle: (_options, bundle) => {
      for (const file of Object.values(bundle)) {
        const gsap = file.type === 'chunk' && file.moduleIds.find((id) => /[\\/]gsap[\\/]gsap-core\.js/.test(id));
        if (gsap) {
          file.code = `${noticeOf(gsap)}\n/*! Licences of all packages in here: third-party-licenses.md */\n${file.code}`;
        }
      }
    },
  };
}

function noticeOf(module: string): string {
  const notice = /\/\*!.*?@license.*?\*\//s.exec(readFileSync(module, 'utf8'))?.[0];
  if (!notice) throw new Error('GSAP has no notice where it used to be: look for it before building.');
  return notice;
}
