import type { HTMLAttributes } from 'vue';
import type { PlayerProps } from './jsx-types.ts';

/** `<hopline-player>` in Vue's templates: `import type {} from 'hopline/vue'`. A declaration by itself, as Vue is no package of ours. */
declare module 'vue' {
  interface GlobalComponents {
    'hopline-player': new () => { $props: PlayerProps & Omit<HTMLAttributes, keyof PlayerProps> };
  }
}
