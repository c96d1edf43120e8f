/** The parts of the player that nobody needs for the first picture; `load-panels.ts` loads them. */
import { HoplineHelp } from './hopline-help.ts';
import { HoplineInspector } from './hopline-inspector.ts';
import { HoplineLayers } from './hopline-layers.ts';
import { HoplineMessages } from './hopline-messages.ts';
import { HoplineSteps } from './hopline-steps.ts';
import { register } from './register.ts';

register({
  'hopline-steps': HoplineSteps, 'hopline-layers': HoplineLayers, 'hopline-inspector': HoplineInspector, 'hopline-help': HoplineHelp,
  'hopline-messages': HoplineMessages,
});
