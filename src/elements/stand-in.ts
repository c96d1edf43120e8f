/** Width in pixels of what stays behind: of a hundred at 480, a browser made two hundred megabytes. */
const WIDTH = 320;

/** A copy of the picture in the place of a player whose stage has given its memory back, so that one which scrolls in fast is never blank. */
export class StandIn {
  constructor(private readonly place: HTMLElement) {}

  /** Stays behind instead of a picture: small, or on paper as fine as the picture. */
  keep(picture: HTMLCanvasElement, width = WIDTH): void {
    if (picture.width === 0) return;
    const canvas = Object.assign(document.createElement('canvas'), { className: 'copy', width: Math.min(width, picture.width) });
    canvas.height = Math.max(1, Math.round((canvas.width * picture.height) / picture.width));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    this.remove();
    this.place.prepend(canvas);
  }

  /** Small again, after it was on paper. */
  shrink(): void {
    const { canvas } = this;
    if (canvas && canvas.width > WIDTH) this.keep(canvas);
  }

  remove(): void {
    this.canvas?.remove();
  }

  private get canvas(): HTMLCanvasElement | null {
    return this.place.querySelector<HTMLCanvasElement>('.copy');
  }
}
