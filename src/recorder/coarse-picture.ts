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

/** The greatest difference of a cell's red, green or blue, of 255; infinite for pictures of other sizes. */
export function coarseDifference(one: string, other: string): number {
  if (one.length !== other.length) return Infinity;
  let most = 0;
  for (let at = 0; at < one.length; at += 2) most = Math.max(most, Math.abs(parseInt(one.slice(at, at + 2), 16) - parseInt(other.slice(at, at + 2), 16)));
  return most;
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
