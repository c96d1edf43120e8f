/** A window that can be written to; the part of `Window` that is needed here. */
export interface Listener {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** Every origin. */
const ANY = '*';

/**
 * The way to and from the page around. Heard is that page alone, not its frames nor who opened it, and only where its origin may speak; of the story it is
 * told nothing before it has spoken, because until then nobody knows who it is.
 */
export class ParentLine {
  private spoken: string | undefined;

  /** `parent` is undefined where the page stands alone. `origins` may be `*`. */
  constructor(private readonly parent: Listener | undefined, private readonly origins: readonly string[]) {}

  /** Whether a message is to be heard; from then on its origin is the one that is told things. */
  hears({ source, origin }: Pick<MessageEvent, 'source' | 'origin'>): boolean {
    if (this.parent === undefined || source !== this.parent) return false;
    if (!this.origins.includes(ANY) && !this.origins.includes(origin)) return false;
    this.spoken = origin;
    return true;
  }

  /** Tells who has spoken; before that, nobody. */
  tell(message: unknown): void {
    // A page in a sandbox has an origin that cannot be named; it is still the one page that has spoken.
    if (this.spoken !== undefined) this.parent?.postMessage(message, this.spoken === 'null' ? ANY : this.spoken);
  }

  /** Tells everyone who may speak, heard or not: only what says nothing of the story. */
  tellAnyone(message: unknown): void {
    for (const origin of this.origins.includes(ANY) ? [ANY] : this.origins) {
      // A sandboxed page cannot be named, and one that is no origin is none.
      if (origin === ANY || isOrigin(origin)) this.parent?.postMessage(message, origin);
    }
  }
}

/** Who may speak: whom the page's host lets, and of those only whom the address names, if it names any. */
export function mayCommand(host: readonly string[], named: readonly string[] = []): readonly string[] {
  if (named.length === 0) return host;
  return host.includes(ANY) ? named : named.includes(ANY) ? host : named.filter((origin) => host.includes(origin));
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
