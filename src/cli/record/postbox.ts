// oxlint-disable-next-line import/default -- the build puts the address of the worker's file here
import address from './post-worker.ts?sharedworker&url';
import type { Posted, ToPost } from './post-messages.ts';

/**
 * Sends bytes from the page to its server. What drives a browser has it keep whatever a page posts, to be looked at: of a film all of it, in memory. A shared
 * worker is nobody's page.
 */
export class Postbox {
  private readonly pending = new Map<number, (taken: boolean) => void>();
  private readonly worker = new SharedWorker(address, { type: 'module', name: 'hopline-post' });
  private next = 0;
  private broken = false;

  constructor() {
    const { port } = this.worker;
    port.addEventListener('message', ({ data: { id, taken } }: MessageEvent<Posted>) => this.settle(id, taken));
    port.start();
    this.worker.addEventListener('error', () => {
      this.broken = true;
      for (const id of [...this.pending.keys()]) this.settle(id, false);
    });
  }

  /** Resolves when they are where they belong, and there is room for more; rejects where they are not taken. */
  async post(path: string, body: BufferSource): Promise<void> {
    const id = this.next++;
    const taken = await new Promise<boolean>((resolve) => {
      this.pending.set(id, resolve);
      if (this.broken) this.settle(id, false);
      else this.worker.port.postMessage({ id, address: new URL(path, location.href).href, body } satisfies ToPost, []);
    });
    if (!taken) throw new Error('What was made was not taken.');
  }

  private settle(id: number, taken: boolean): void {
    this.pending.get(id)?.(taken);
    this.pending.delete(id);
  }
}
