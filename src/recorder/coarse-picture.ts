/** Cells of a coarse picture, across and down. */
export const COARSE = { columns: 48, rows: 27 };

/** A picture as the mean colour of each of its cells, row by row, six hexadecimal digits a cell. Pixels are words of red, green, blue and alpha. */
export function coarsePicture(pixels: Uint32Array, width: number, height: number): string {
  let text = '';
  for (let row = 0; row < COARSE.rows; row++) {
    for (let column = 0; column < COARSE.columns; column++) text += meanColour(pixels, width, cell(column, COARSE.columns, width), cell(row, COARSE.rows, height));
  }
  return text;
}

/** How far two coarse pictures are apart, of 255: the cell that differs most, by its red, green or blue, and the mean of all cells. */
export interface CoarseDifference {
  readonly most: number;
  readonly mean: number;
}

/** Compares two coarse pictures; both figures are infinite where one of them is none. */
export function coarseDifference(one: string, other: string): CoarseDifference {
  const cells = COARSE.columns * COARSE.rows;
  if (one.length !== 6 * cells || other.length !== one.length) return { most: Infinity, mean: Infinity };
  const differences = Array.from({ length: cells }, (_, cell) => Math.max(...[0, 2, 4].map((part) => Math.abs(byteAt(one, 6 * cell + part) - byteAt(other, 6 * cell + part)))));
  return { most: Math.max(...differences), mean: differences.reduce((sum, difference) => sum + difference, 0) / cells };
}

function byteAt(digits: string, at: number): number {
  return parseInt(digits.slice(at, at + 2), 16);
}

type Range = readonly [from: number, to: number];

/** A cell has at least one pixel. */
function cell(index: number, cells: number, size: number): Range {
  const from = Math.floor((index * size) / cells);
  return [from, Math.max(from + 1, Math.floor(((index + 1) * size) / cells))];
}

function meanColour(pixels: Uint32Array, width: number, [left, right]: Range, [top, bottom]: Range): string {
  const sum = [0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let at = y * width + left, end = y * width + right; at < end; at++) {
      const pixel = pixels[at] as number;
      for (let part = 0; part < 3; part++) sum[part] = (sum[part] as number) + ((pixel >>> (8 * part)) & 0xff);
    }
  }
  const count = (right - left) * (bottom - top);
  return sum.map((value) => Math.round(value / count).toString(16).padStart(2, '0')).join('');
}
