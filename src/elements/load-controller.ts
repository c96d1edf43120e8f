import type { Diagnostic } from '../scenario/diagnostic.ts';
import type { Scenario } from '../scenario/model.ts';
import type { MapLayout } from '../layout/types.ts';
import { breath } from './in-slices.ts';
import { loadScenario, type LoadResult } from './load-scenario.ts';
import type { MediaEvents } from './media-events.ts';
import type { Messages } from './messages.ts';
import { PlayerError } from './player-error.ts';
import type * as Scenes from './player-scene.ts';
import type { ScenarioSource } from './scenario-source.ts';

/** `HTMLMediaElement`'s values of `networkState`. */
export const NETWORK = { EMPTY: 0, IDLE: 1, LOADING: 2, NO_SOURCE: 3 } as const;
/** `HTMLMediaElement`'s values of `readyState`. */
export const READY = { NOTHING: 0, METADATA: 1, CURRENT_DATA: 2, FUTURE_DATA: 3, ENOUGH_DATA: 4 } as const;

/** What a load asks of its player. */
export interface LoadHost {
  /** Does ahead what showing a scenario will ask for, letting the page in meanwhile. May reject. */
  scenarioPlaced(scenes: typeof Scenes, scenario: Scenario, map: MapLayout): Promise<void>;
  /** Shows a scenario that is new (`keep` false), or the same one changed: then moment, level and path stay. May throw. */
  scenarioLoaded(scenario: Scenario, map: MapLayout, keep: boolean): void;
  /** What was loaded before is forgotten: the speed goes back to the usual one. */
  loadBegan(): void;
  /** Loading began, ended, failed. */
  loadChanged(): void;
  /** Everything is there: play if that was asked for. What plays by itself does so only after everything was told. */
  loadFinished(keep: boolean): void;
  readonly messages: Messages;
  /** Something is shown already, and stays when a load fails. */
  readonly hasScene: boolean;
}

/** Loads scenarios with the states and events of a media element. The newest load wins, whatever the order of the answers. */
export class LoadController {
  networkState: number = NETWORK.EMPTY;
  readyState: number = READY.NOTHING;
  /** Of the last load. */
  error: PlayerError | null = null;
  /** Of what is shown: warnings too. */
  diagnostics: readonly Diagnostic[] = [];

  private readonly host: LoadHost;
  private readonly events: MediaEvents;
  private running: AbortController | undefined;

  constructor(host: LoadHost, events: MediaEvents) {
    this.host = host;
    this.events = events;
  }

  get loading(): boolean {
    return this.running !== undefined;
  }

  /** Loads a source; without one, forgets the last. `keep`: the same scenario anew. Never rejects. */
  async load(source: ScenarioSource | Diagnostic | undefined, keep: boolean): Promise<void> {
    this.begin(keep);
    if (!source) return this.host.loadChanged();
    const running = (this.running = new AbortController());
    this.networkState = NETWORK.LOADING;
    this.events.queue('loadstart');
    this.host.loadChanged();
    try {
      // As a media element: the script that set the address goes on first; and what the page was busy with is not made longer.
      await breath();
      const [result, scenes] = await Promise.all([this.read(source, running.signal), import('./player-scene.ts')]);
      if (running.signal.aborted) return;
      this.diagnostics = result.diagnostics;
      if (!result.scenario) return this.fail(result.diagnostics.filter(({ severity }) => severity === 'error'), keep);
      const map = await scenes.placeScenario(result.scenario);
      if (running.signal.aborted) return;
      await this.host.scenarioPlaced(scenes, result.scenario, map);
      await breath();
      if (!running.signal.aborted) this.finish(result.scenario, map, keep);
    } catch (error) {
      if (!running.signal.aborted) this.fail([asDiagnostic(error)], keep);
    }
  }

  /** Breaks off what is under way. */
  abort(): void {
    this.running?.abort(new DOMException('The load was broken off.', 'AbortError'));
    this.running = undefined;
  }

  /** The picture cannot be drawn. */
  failDrawing(error: unknown): void {
    this.error = new PlayerError(PlayerError.DECODE, [{ ...asDiagnostic(error), code: 'drawing-failed' }]);
    this.events.queue('error');
    this.host.loadChanged();
  }

  private read(source: ScenarioSource | Diagnostic, signal: AbortSignal): LoadResult | Promise<LoadResult> {
    return 'severity' in source ? { diagnostics: [source] } : loadScenario(source, signal, this.host.messages);
  }

  private begin(keep: boolean): void {
    const { networkState } = this;
    this.abort();
    this.error = null;
    if (keep) return;
    if (networkState !== NETWORK.EMPTY) this.events.forget();
    if (networkState === NETWORK.LOADING || networkState === NETWORK.IDLE) this.events.queue('abort');
    if (networkState !== NETWORK.EMPTY) this.events.queue('emptied');
    this.networkState = NETWORK.EMPTY;
    this.readyState = READY.NOTHING;
    this.host.loadBegan();
  }

  private finish(scenario: Scenario, map: MapLayout, keep: boolean): void {
    this.host.scenarioLoaded(scenario, map, keep);
    this.running = undefined;
    this.networkState = NETWORK.IDLE;
    const fresh = !keep || this.readyState === READY.NOTHING;
    if (fresh) this.become();
    this.host.loadChanged();
    this.host.loadFinished(keep);
    if (fresh) this.events.queue('canplaythrough');
  }

  private become(): void {
    this.readyState = READY.ENOUGH_DATA;
    this.events.queue('durationchange', 'loadedmetadata', 'loadeddata', 'canplay');
  }

  private fail(diagnostics: readonly Diagnostic[], keep: boolean): void {
    this.running = undefined;
    this.error = new PlayerError(PlayerError.NOT_SUPPORTED, diagnostics);
    this.networkState = keep && this.host.hasScene ? NETWORK.IDLE : NETWORK.NO_SOURCE;
    // What was shown before is still there and plays.
    this.readyState = this.host.hasScene ? READY.ENOUGH_DATA : READY.NOTHING;
    this.events.queue('error');
    this.host.loadChanged();
  }
}

function asDiagnostic(error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  return { severity: 'error', code: 'load-failed', message, file: '', line: 0, column: 0, path: '' };
}
