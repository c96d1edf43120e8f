import { HoplineCaption } from './hopline-caption.ts';
import { HoplineControls } from './hopline-controls.ts';
import { HoplineHeader } from './hopline-header.ts';
import { HoplinePlayer } from './hopline-player.ts';
import { HoplineScrubber } from './hopline-scrubber.ts';
import { HoplineStory } from './hopline-story.ts';
import { isSecondCopy, register } from './register.ts';

/** With the element come its types: `document.querySelector('hopline-player')` is one. */
export type { HoplinePlayer } from './hopline-player.ts';

// All of them or none: parts of two versions do not go together.
if (!isSecondCopy('hopline-player', HoplinePlayer)) {
  register({
    'hopline-header': HoplineHeader,
    'hopline-controls': HoplineControls,
    'hopline-scrubber': HoplineScrubber,
    'hopline-caption': HoplineCaption,
    'hopline-story': HoplineStory,
    'hopline-player': HoplinePlayer,
  });
}
