import type { Session } from '../../scenario/session/model.ts';
import type { ScenarioTable } from './outline.ts';

/** The session and what its scenarios are called: the build reads both from scenarios/, so that a viewer's browser parses nothing to show a slide. */
export const SESSION: Session | undefined = undefined;
export const SCENARIOS: ScenarioTable = {};
