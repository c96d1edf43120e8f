import type { HTMLAttributes } from 'vue';
import type { PlayerProps } from '../../elements/jsx-types.ts';
import type { FlowProps } from './slidev.ts';

export * from './slidev.ts';

/** `<Hopline>` in a deck's components: `import type {} from 'hopline/slidev'`. A declaration by itself, as Vue is no package of ours. */
declare module 'vue' {
  interface GlobalComponents {
    Hopline: new () => { $props: FlowProps & Omit<PlayerProps, keyof FlowProps> & Omit<HTMLAttributes, keyof PlayerProps> };
  }
}
