/** The parts of the player that nobody needs for the first picture; `load-panels.ts` loads them. */
import { HoplineHelp } from './hopline-help.ts';
import { HoplineInspector } from './hopline-inspector.ts';
import { HoplineMessages } from './hopline-messages.ts';
import { HoplineSteps } from './hopline-steps.ts';
import { register } from './register.ts';

register({ 'hopline-steps': HoplineSteps, 'hopline-inspector': HoplineInspector, 'hopline-help': HoplineHelp, 'hopline-messages': HoplineMessages });
