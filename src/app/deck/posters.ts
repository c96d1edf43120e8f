import type { HoplinePlayer } from '../../elements/hopline-player.ts';
import type { LinkTheme } from '../link.ts';

/** What the posters of a deck are drawn with. */
export interface PosterStyle {
  readonly theme: LinkTheme;
  readonly language: string;
}

/** CSS px: in an overview a slide is a fifth of the window. */
const SIZE = { width: 960, height: 400, pixelRatio: 1 };
/** Milliseconds between two posters, for the page to breathe: each one is a file that is parsed. */
const BREATH_MS = 30;

/**
 * Pictures for players that sleep, shown in the overview. Made when the overview is opened, the nearest first, and kept; closing the overview
 * stops the work.
 */
export class Posters {
  private stop: AbortController | undefined;

  constructor(private readonly style: PosterStyle) {}

  /** Draws what is missing, in the given order. */
  async show(players: readonly HoplinePlayer[]): Promise<void> {
    this.stop?.abort();
    const { signal } = (this.stop = new AbortController());
    for (const player of players) {
      if (signal.aborted) return;
      if (player.poster || player.trace || !player.dataset['src']) continue;
      try {
        player.poster = await this.paint(player.dataset['src'], signal);
      } catch (error) {
        if (!signal.aborted) console.warn('A poster could not be drawn:', error);
      }
      await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
    }
  }

  /** Nobody looks any more. */
  hide(): void {
    this.stop?.abort();
  }

  private async paint(src: string, signal: AbortSignal): Promise<string> {
    const file = new URL(src, document.baseURI).href;
    const read = async (address: string): Promise<string> => (await fetch(new URL(address, file), { signal })).text();
    const [{ parseInSlices }, { paintStill }] = await Promise.all([import('../../elements/scenario-cache.ts'), import('../../elements/still.ts')]);
    const { scenario } = await parseInSlices({ file, text: await read(file), read });
    if (!scenario) return '';
    const bitmap = await paintStill({ scenario, ...this.style, ...SIZE }, signal);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return URL.createObjectURL(await canvas.convertToBlob());
  }
}
