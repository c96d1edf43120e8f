import type { Problem } from './embed-messages.ts';

/** What stands in the frame where the page itself has nothing to show. */
export class Notice {
  private readonly root: HTMLElement;

  constructor(page: Document) {
    this.root = page.createElement('div');
    this.root.className = 'notice';
    this.root.setAttribute('role', 'alert');
    page.body.append(this.root);
    this.hide();
  }

  /** Shows what is wrong, and how to mend it. */
  show({ message, hint }: Problem): void {
    const lines = [message, hint].map((text) => {
      const line = document.createElement('p');
      line.textContent = text;
      return line;
    });
    this.root.replaceChildren(...lines);
    this.root.hidden = false;
  }

  /** Takes it away. */
  hide(): void {
    this.root.hidden = true;
    this.root.replaceChildren();
  }
}
