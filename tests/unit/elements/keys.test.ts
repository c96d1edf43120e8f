import { describe, expect, it } from 'vitest';
import { requestForKey, type KeyboardHost } from '../../../src/elements/keyboard-controller.ts';
import type { PlayerRequest } from '../../../src/elements/requests.ts';

const HOST: KeyboardHost = {
  time: 20, duration: 60, paused: true, rate: 1, view: 'map', views: ['map', 'sequence', 'split'], level: 3, levels: [1, 2, 3], captionsShown: true,
  panel: 'none', presenting: false, selected: false, hasLayers: true,
};
const NO_MODIFIERS = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
const ask = (key: string, host: Partial<KeyboardHost> = {}, modifiers: Partial<typeof NO_MODIFIERS> = {}): PlayerRequest | undefined =>
  requestForKey({ key, ...NO_MODIFIERS, ...modifiers }, { ...HOST, ...host });

describe('keys', () => {
  it.each<[string, PlayerRequest]>([
    [' ', { type: 'toggle-play' }], ['k', { type: 'toggle-play' }], ['K', { type: 'toggle-play' }],
    ['ArrowLeft', { type: 'seek', time: 15 }], ['ArrowRight', { type: 'seek', time: 25 }], ['j', { type: 'seek', time: 10 }], ['l', { type: 'seek', time: 30 }],
    ['[', { type: 'previous' }], [']', { type: 'next' }], ['Home', { type: 'first' }], ['End', { type: 'last' }],
    ['0', { type: 'seek', time: 0 }], ['7', { type: 'seek', time: 42 }],
    ['.', { type: 'seek', time: 20 + 1 / 30 }], [',', { type: 'seek', time: 20 - 1 / 30 }],
    ['<', { type: 'rate', rate: 0.75 }], ['>', { type: 'rate', rate: 1.5 }],
    ['v', { type: 'view', view: 'sequence' }], ['d', { type: 'level', level: 1 }],
    ['c', { type: 'captions', on: false }], ['s', { type: 'panel', panel: 'steps' }], ['f', { type: 'toggle-fullscreen' }], ['?', { type: 'toggle-help' }],
  ])('%s asks for what media players do', (key, request) => expect(ask(key)).toEqual(request));

  it('stay within the story and the offered speeds', () => {
    expect(ask('ArrowLeft', { time: 2 })).toEqual({ type: 'seek', time: 0 });
    expect(ask('l', { time: 55 })).toEqual({ type: 'seek', time: 60 });
    expect(ask('>', { rate: 4 })).toEqual({ type: 'rate', rate: 4 });
    expect(ask('<', { rate: 0.25 })).toEqual({ type: 'rate', rate: 0.25 });
  });

  it('leave to the page what is not theirs', () => {
    for (const key of ['Tab', 'Enter', 'PageDown', 'PageUp', 'ArrowUp', 'ArrowDown', 'Escape', 'a', 'b', 'F5']) expect([key, ask(key)]).toEqual([key, undefined]);
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'] as const) expect(ask('f', {}, { [modifier]: true })).toBeUndefined();
    expect(ask('.', { paused: false })).toBeUndefined();
    expect(ask('d', { levels: [1] })).toBeUndefined();
  });

  it('are those of a remote control while presenting', () => {
    const on = { presenting: true };
    expect([ask('PageDown', on), ask('ArrowRight', on), ask('PageUp', on), ask('Escape', on)]).toEqual([
      { type: 'next' }, { type: 'next' }, { type: 'previous' }, { type: 'toggle-presenter' }]);
  });

  it('step with Shift and the arrows', () => {
    expect(ask('ArrowRight', {}, { shiftKey: true })).toEqual({ type: 'next' });
    expect(ask('ArrowLeft', {}, { shiftKey: true })).toEqual({ type: 'previous' });
  });

  it('close what is open with Escape, one after the other', () => {
    expect(ask('Escape', { selected: true, panel: 'steps' })).toEqual({ type: 'inspect', selection: undefined });
    expect(ask('Escape', { panel: 'steps' })).toEqual({ type: 'panel', panel: 'none' });
  });
});
