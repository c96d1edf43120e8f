import type { HTMLAttributes } from 'preact';
import type { HoplinePlayer } from './hopline-player.ts';
import type { PlayerListeners, PlayerProps } from './jsx-types.ts';

/** `<hopline-player>` in Preact's JSX: `import type {} from 'hopline/preact'`. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'hopline-player': Omit<HTMLAttributes<HoplinePlayer>, keyof PlayerProps | keyof PlayerListeners> & PlayerProps & PlayerListeners;
    }
  }
}
