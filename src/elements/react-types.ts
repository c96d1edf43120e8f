import type * as React from 'react';
import type { HoplinePlayer } from './hopline-player.ts';
import type { PlayerListeners, PlayerProps } from './jsx-types.ts';

/** `<hopline-player>` in React 19's JSX: `import type {} from 'hopline/react'`. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'hopline-player': Omit<React.DetailedHTMLProps<React.HTMLAttributes<HoplinePlayer>, HoplinePlayer>, keyof PlayerProps> & PlayerProps & PlayerListeners;
    }
  }
}
