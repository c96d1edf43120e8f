/** What a frame needs: scripts, and links of the story's sources that open beside it. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** How a frame is written. Sizes are CSS px. */
export interface FrameOptions {
  readonly width: number;
  readonly height: number;
  /** What the frame is to those who do not see it. */
  readonly title: string;
}

/** An `<iframe>` with an embed page, as it is pasted into a page. It is as wide as there is room, up to its width, and closed off from what is around. */
export function frameMarkup(address: string, { width, height, title }: FrameOptions): string {
  const attributes: Readonly<Record<string, string>> = {
    src: address, title, width: String(width), height: String(height),
    style: 'max-width: 100%; border: 0', loading: 'lazy', allow: 'fullscreen', sandbox: SANDBOX,
  };
  return `<iframe ${Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')}></iframe>`;
}

/** The size of a frame within what there is room for: as high as the player wants, with its controls or without. CSS px. */
export function frameSize({ width = USUAL_WIDTH, most = Infinity, controls = true }: { readonly width?: number; readonly most?: number; readonly controls?: boolean } = {}): { readonly width: number; readonly height: number } {
  const picture = (width * 9) / 16;
  const height = Math.round(controls ? picture + CONTROLS_HEIGHT : picture);
  return { width: Math.round(width), height: Math.round(Math.min(height, most)) };
}

/** CSS px. */
const USUAL_WIDTH = 960;
/** Header, caption, timeline and buttons over and under the picture, CSS px. */
const CONTROLS_HEIGHT = 228;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
