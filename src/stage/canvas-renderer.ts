import {
  AbstractRenderer, BackgroundSystem, BlendModePipe, CanvasBatchAdaptor, CanvasColorMaskPipe, CanvasContextSystem, CanvasGraphicsAdaptor, CanvasGraphicsContextSystem,
  CanvasGraphicsPipe, CanvasLimitsSystem, CanvasRendererTextSystem, CanvasRenderTargetSystem, CanvasStencilMaskPipe, CanvasTextPipe, CanvasTextureSystem, extensions,
  GCSystem, GlobalUniformSystem, RendererType, RenderGroupPipe, RenderGroupSystem, SpritePipe, StencilMask, ViewSystem, type CanvasOptions, type CanvasPipes, type RendererConfig,
} from 'pixi.js';
import { CanvasBatch } from './canvas-batch.ts';

/** The parts that others look up while they are made come first. */
const SYSTEMS = [
  BackgroundSystem, ViewSystem, GCSystem, GlobalUniformSystem, RenderGroupSystem, CanvasContextSystem, CanvasLimitsSystem, CanvasTextureSystem,
  CanvasRenderTargetSystem, CanvasGraphicsContextSystem, CanvasRendererTextSystem,
];
const PIPES = [BlendModePipe, CanvasBatch, SpritePipe, RenderGroupPipe, CanvasStencilMaskPipe, CanvasColorMaskPipe, CanvasGraphicsPipe, CanvasTextPipe];
const ADAPTORS = [CanvasBatchAdaptor, CanvasGraphicsAdaptor];

/**
 * Pixi's Canvas renderer, put together from the parts that the stage uses. The ready-made one also brings what only shaders, filters and exports need: a
 * tenth of all that a page loads before the first frame.
 */
export class StageCanvasRenderer extends AbstractRenderer<CanvasPipes, CanvasOptions, HTMLCanvasElement> {
  constructor() {
    // Masks are shapes.
    extensions.add(StencilMask);
    super({ name: 'canvas', type: RendererType.CANVAS, systems: named(SYSTEMS), renderPipes: named(PIPES), renderPipeAdaptors: named(ADAPTORS) } as unknown as RendererConfig);
  }

  /** Others make code at run time and refuse a page that forbids that; nothing in here does. */
  override _unsafeEvalCheck(): void {}
}

function named<T extends { readonly extension: { readonly name: string } }>(parts: readonly T[]): { readonly name: string; readonly value: T }[] {
  return parts.map((value) => ({ name: value.extension.name, value }));
}
