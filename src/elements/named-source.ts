import type { Diagnostic } from '../scenario/diagnostic.ts';
import { fetchDiagnostic } from './fetch-diagnostic.ts';
import type { Messages } from './messages.ts';
import type { PlayerElement } from './player-face.ts';
import { inlineSource, type ScenarioSource } from './scenario-source.ts';

/** What a player's properties name: one of `scenarios`, else `src`, else what is written inside; a diagnostic for an id that is not there. */
export function namedSource(player: PlayerElement, t: Messages): ScenarioSource | Diagnostic | undefined {
  const { scenarios, scenario, src } = player;
  if (scenarios.length === 0) return src ? { id: '', src } : inlineSource(player);
  const chosen = scenario ? scenarios.find(({ id }) => id === scenario) : scenarios[0];
  return chosen ?? fetchDiagnostic({ kind: 'unknown-scenario', address: scenario, known: scenarios.map(({ id }) => id) }, t);
}
