import { describe, expect, it, vi } from 'vitest';
import type { Message } from '../../../src/compile/trace.ts';
import { askedRenderer, isGraphicsCard, rendererFor } from '../../../src/elements/own-renderer.ts';

/** Messages that each take a second; `apart` seconds from one start to the next. */
function trace(count: number, apart: number): { messages: Message[] } {
  const messages = Array.from({ length: count }, (_, index): Message => ({
    index, kind: 'packet', number: '1', step: 0, action: 'a', from: 'a', to: 'b', edge: 'a->b', undeclared: false, label: '', start: index * apart, end: index * apart + 1, outcome: { kind: 'ok' },
  }));
  return { messages };
}

describe('the renderer of a player', () => {
  it('is WebGL for more than 2,000 messages at once where there is a graphics card', () => {
    expect(rendererFor(undefined, trace(2001, 0), () => true)).toBe('webgl');
    expect(rendererFor(undefined, trace(2001, 0), () => false)).toBe('canvas');
    expect(rendererFor(undefined, trace(2000, 0), () => true)).toBe('canvas');
  });

  it('looks for a graphics card only for a crowd', () => {
    const hasCard = vi.fn(() => true);
    expect(rendererFor(undefined, trace(40, 0), hasCard)).toBe('canvas');
    expect(rendererFor(undefined, trace(5000, 0.1), hasCard)).toBe('canvas');
    expect(hasCard).not.toHaveBeenCalled();
  });

  it('is what the author asked for, whatever the crowd', () => {
    expect(rendererFor('canvas', trace(3000, 0), () => true)).toBe('canvas');
    expect(rendererFor('webgl', trace(3, 0), () => false)).toBe('webgl');
    const element = (renderer: 'canvas' | 'webgl', attribute: boolean) => ({ renderer, hasAttribute: () => attribute });
    expect(askedRenderer(element('canvas', false))).toBeUndefined();
    expect(askedRenderer(element('canvas', true))).toBe('canvas');
    expect(askedRenderer(element('webgl', false))).toBe('webgl');
  });

  it.each([
    ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)', true],
    ['Apple M2', true],
    ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)', false],
    ['llvmpipe (LLVM 15.0.7, 256 bits)', false],
    ['Apple Software Renderer', false],
    ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)', false],
    ['', false],
    [null, false],
  ])('takes %j for a graphics card: %s', (name, is) => {
    expect(isGraphicsCard(name)).toBe(is);
  });
});
