import type { KeyboardHost } from './keyboard-controller.ts';
import type { PlayerElement, PlayerInside } from './player-face.ts';
import type { UiState } from './ui-state.ts';

/** What the parts show, put together from all who know something of it. */
export function uiOf(core: PlayerInside, player: PlayerElement): UiState {
  const { media, loader, scene } = core;
  const trace = scene?.trace;
  return {
    t: core.messages, trace, step: media.currentStep, names: scene?.names ?? [], lang: trace?.variant.lang ?? core.lang, level: core.level,
    view: core.view, views: core.views, theme: player.theme, paused: media.paused, ended: media.ended, rate: player.rate, loop: player.loop,
    captions: core.captionsShown, panel: core.panel, selection: core.selection, litLayer: core.layers.lit, hiddenLayers: core.layers.hidden,
    presenter: core.presenting, fullscreen: core.presenter.fullscreen,
    help: core.help, loading: loader.loading, problems: core.dismissed ? [] : (loader.error?.diagnostics ?? []),
    scenarios: player.scenarios, scenarioId: player.scenario || (player.scenarios[0]?.id ?? ''),
  };
}

/** What the keys need to know. */
export function keyStateOf(core: PlayerInside, player: PlayerElement): KeyboardHost {
  const { media, scene } = core;
  return {
    time: media.time, duration: scene?.trace.duration ?? 0, paused: media.paused, rate: player.rate, view: core.view, views: core.views, level: core.level,
    levels: scene?.trace.scenario.levels ?? [], captionsShown: core.captionsShown, panel: core.panel, presenting: core.presenting,
    selected: core.selection !== undefined, hasLayers: (scene?.trace.scenario.architecture.layers.length ?? 0) > 0,
  };
}

/** A poster that is an image's address; anything else is a step's id. */
export function isAddress(poster: string): boolean {
  return /^\/|[.:]/.test(poster);
}
