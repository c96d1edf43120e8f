import { never } from '../shared/never.ts';
import type { PlayerElement, PlayerInside } from './player-face.ts';
import type { PlayerRequest } from './requests.ts';

/** Does what a control, a key or a page's own button asks for. */
export function answer(core: PlayerInside, player: PlayerElement, asked: PlayerRequest): void {
  const { media } = core;
  switch (asked.type) {
    case 'play':
      return void player.play().catch(() => undefined);
    case 'pause':
      return player.pause();
    case 'toggle-play':
      return player.paused || media.stepping ? void player.play().catch(() => undefined) : player.pause();
    case 'next':
      return player.next();
    case 'previous':
      return player.previous();
    case 'first':
      return media.seek(0);
    case 'last':
      return void player.goToStep(player.steps.length - 1);
    case 'seek':
      return asked.dragging === undefined ? media.seek(asked.time) : media.drag(asked.time, asked.dragging);
    case 'go-to-step':
      return void player.goToStep(asked.id);
    case 'go-to-message':
      return goToMessage(core, player, asked.index);
    case 'rate':
      return void (player.rate = asked.rate);
    case 'loop':
      return void (player.loop = asked.on);
    case 'level':
      return void (player.level = asked.level);
    case 'choose':
      return void (player.path = { ...player.path, [asked.choice]: asked.option });
    case 'scenario':
      return void (player.scenario = asked.id);
    case 'view':
      return void (player.view = asked.view);
    case 'lang':
      return void (player.lang = asked.lang);
    case 'theme':
      return void (player.theme = asked.theme);
    case 'captions':
      return void (player.captions = asked.on ? 'on' : 'off');
    case 'panel':
      core.panel = asked.panel;
      if (asked.panel === 'none') core.select(undefined);
      return player.requestUpdate();
    case 'inspect':
      return core.select(asked.selection);
    case 'light-layer':
      core.layers.light(asked.layer);
      return core.layersChanged();
    case 'hide-layer':
      core.layers.hide(asked.layer, asked.hidden);
      return core.layersChanged();
    case 'show-layers':
      core.layers.reset();
      return core.layersChanged();
    case 'toggle-fullscreen':
      return void core.presenter.setFullscreen(!core.presenter.fullscreen);
    case 'toggle-presenter':
      return void core.present(!core.presenting);
    case 'toggle-help':
      core.help = !core.help;
      return player.requestUpdate();
    case 'dismiss-messages':
      core.dismissed = true;
      return player.requestUpdate();
    case 'zoom':
      return core.hands.zoomMiddle(asked.factor);
    case 'reset-camera':
      return core.hands.resetCamera();
    default:
      return never(asked);
  }
}

/** While it plays, to where the message starts; paused, to where it is half on its way and can be seen. */
function goToMessage({ media }: PlayerInside, player: PlayerElement, index: number): void {
  const message = player.trace?.messages[index];
  if (message) media.seek(player.paused ? (message.start + message.end) / 2 : message.start);
}
