import { HoplineCaption } from './hopline-caption.ts';
import { HoplineControls } from './hopline-controls.ts';
import { HoplineHeader } from './hopline-header.ts';
import { HoplineHelp } from './hopline-help.ts';
import { HoplineInspector } from './hopline-inspector.ts';
import { HoplineMessages } from './hopline-messages.ts';
import { HoplinePlayer } from './hopline-player.ts';
import { HoplineScrubber } from './hopline-scrubber.ts';
import { HoplineSteps } from './hopline-steps.ts';
import { HoplineStory } from './hopline-story.ts';

const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  'hopline-header': HoplineHeader,
  'hopline-controls': HoplineControls,
  'hopline-scrubber': HoplineScrubber,
  'hopline-caption': HoplineCaption,
  'hopline-steps': HoplineSteps,
  'hopline-inspector': HoplineInspector,
  'hopline-help': HoplineHelp,
  'hopline-messages': HoplineMessages,
  'hopline-story': HoplineStory,
  'hopline-player': HoplinePlayer,
};

// Outside browsers (a site generator renders in Node) there is nothing to register with; a second copy on a page leaves the first alone.
if (typeof window !== 'undefined') {
  for (const [name, element] of Object.entries(ELEMENTS)) if (!customElements.get(name)) customElements.define(name, element);
}
