import { ExtensionType, type BatchableElement, type BatcherPipe, type CanvasBatchAdaptor, type InstructionSet, type Renderer, type Texture } from 'pixi.js';

/** What stands side by side in the display list and is drawn in one go: images and texts, in order. */
interface Run {
  readonly renderPipeId: 'batch';
  readonly canBundle: true;
  readonly blendMode: string;
  readonly elements: BatchableElement[];
}

/**
 * Collects images and texts for the Canvas renderer. Pixi's own pipe packs each corner of each image into buffers and writes a shader, for a graphics card
 * that a 2D canvas does not have; here they are only put in a row.
 */
export class CanvasBatch {
  static extension = { type: [ExtensionType.CanvasPipes], name: 'batch' } as const;
  private run: Run | undefined;

  constructor(
    readonly renderer: Renderer,
    private readonly adaptor: CanvasBatchAdaptor,
  ) {}

  buildStart(): void {
    this.run = undefined;
  }

  addToBatch(element: BatchableElement, instructions: InstructionSet): void {
    if (this.run?.blendMode !== element.blendMode) this.break(instructions);
    this.run ??= { renderPipeId: 'batch', canBundle: true, blendMode: element.blendMode, elements: [] };
    this.run.elements.push(element);
    element._batcher = this as unknown as BatchableElement['_batcher'];
  }

  /** Something else comes in between: what follows is drawn after it. */
  break(instructions: InstructionSet): void {
    if (this.run) instructions.add(this.run);
    this.run = undefined;
  }

  buildEnd(instructions: InstructionSet): void {
    this.break(instructions);
  }

  execute(run: Run): void {
    this.adaptor.execute(this as unknown as BatcherPipe, run as unknown as Parameters<CanvasBatchAdaptor['execute']>[1]);
  }

  /** Nothing is uploaded: an element's place and alpha are looked up when it is drawn. */
  upload(): void {}

  updateElement(): void {}

  checkAndUpdateTexture(element: BatchableElement, texture: Texture): boolean {
    element.texture = texture;
    return true;
  }

  destroy(): void {
    this.run = undefined;
  }
}
