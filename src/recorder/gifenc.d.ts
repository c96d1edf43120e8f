/** The part of gifenc (MIT) that is used here; the package has no types of its own. */
declare module 'gifenc' {
  export type Palette = (readonly [red: number, green: number, blue: number])[];

  export interface Encoder {
    writeHeader(): void;
    writeFrame(
      index: Uint8Array, width: number, height: number,
      options: { palette?: Palette; first?: boolean; delay?: number; transparent?: boolean; transparentIndex?: number; dispose?: number; repeat?: number },
    ): void;
    finish(): void;
    bytesView(): Uint8Array;
    reset(): void;
  }

  export function GIFEncoder(options?: { auto?: boolean; initialCapacity?: number }): Encoder;
  export function quantize(rgba: Uint8Array | Uint8ClampedArray, most: number, options?: { format?: 'rgb565' | 'rgb444' | 'rgba4444' }): Palette;
  export function nearestColorIndex(palette: Palette, colour: readonly [number, number, number]): number;
}
