/** The part of subset-font (BSD-3-Clause) that is used here; the package has no types of its own. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array, text: string, options: { targetFormat: 'woff2' | 'truetype'; noHinting?: boolean; keepFeatures?: readonly string[] },
  ): Promise<Buffer>;
}
