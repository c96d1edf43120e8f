import type { FilmSize } from './film-codec.ts';
import type { PictureSettings } from './film-picture.ts';
import type { FilmChunk } from './record-film.ts';
import type { Studio, StudioListener } from './studio.ts';
import type { Estimate, FilmKind, OnProgress, Outline, PictureAt, Story, StudioOrder } from './studio-order.ts';
import type { Answers, FromWorker, Question, ToWorker } from './worker-messages.ts';
// oxlint-disable-next-line import/default -- the build puts the address of the worker's file here
import address from './worker.ts?worker&url';

/** A question that was asked and not answered yet. */
interface Pending {
  resolve(answer: Answers[keyof Answers]): void;
  reject(error: unknown): void;
  readonly write?: (chunk: FilmChunk) => Promise<void>;
  readonly onProgress?: OnProgress;
  /** What went wrong on this side. */
  failure?: unknown;
}

/** Milliseconds in which a worker must have answered that it is there. */
const PATIENCE_MS = 15_000;

/** A studio in a worker. The files that it makes are written by the page. */
export class WorkerStudio implements Studio {
  private readonly pending = new Map<number, Pending>();
  private next = 1;

  private constructor(private readonly worker: Worker) {
    worker.addEventListener('message', this.hear);
    worker.addEventListener('error', this.fail);
  }

  /** Starts one; rejects where the browser has no workers that draw, or lets the page have none. */
  static async start(): Promise<WorkerStudio> {
    const studio = new WorkerStudio(new Worker(trusted(address) as URL, { type: 'module', name: 'hopline-recorder' }));
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const patience = new Promise<never>((_resolve, reject) => (timer = setTimeout(() => reject(new Error('The worker does not answer.')), PATIENCE_MS)));
      // It has loaded all of its code when it answers anything at all.
      await Promise.race([studio.ask({ ask: 'encoder', kinds: [], size: { width: 2, height: 2, fps: 1 } }), patience]);
      return studio;
    } catch (error) {
      studio.dispose();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  outline(story: Story): Promise<Outline> {
    return this.ask({ ask: 'outline', story });
  }

  preview(story: Story, settings: PictureSettings, at: PictureAt): Promise<ImageBitmap> {
    return this.ask({ ask: 'preview', story, settings, at });
  }

  encoder(kinds: readonly FilmKind[], size: FilmSize): Promise<FilmKind | undefined> {
    return this.ask({ ask: 'encoder', kinds, size });
  }

  estimate(order: StudioOrder, signal: AbortSignal): Promise<Estimate> {
    return this.ask({ ask: 'estimate', order }, { signal });
  }

  async make(order: StudioOrder, file: WritableStream<FilmChunk>, { signal, onProgress }: StudioListener): Promise<void> {
    const writer = file.getWriter();
    try {
      await this.ask({ ask: 'make', order }, { signal, write: (chunk) => writer.write(chunk), ...(onProgress && { onProgress }) });
      await writer.close();
    } catch (error) {
      await writer.abort(error).catch(() => undefined);
      throw error;
    }
  }

  /** Ends the worker with all that it does. */
  dispose(): void {
    this.worker.terminate();
    this.fail(new Error('The recorder was closed.'));
  }

  private ask<Q extends Question>(
    question: Q, { signal, ...more }: { readonly signal?: AbortSignal } & Pick<Pending, 'write' | 'onProgress'> = {},
  ): Promise<Answers[Q['ask']]> {
    const id = this.next++;
    return new Promise<Answers[keyof Answers]>((resolve, reject) => {
      signal?.throwIfAborted();
      const stop = (): void => {
        this.tell({ id, type: 'stop' });
        this.pending.delete(id);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', stop, { once: true });
      const settled = (): void => signal?.removeEventListener('abort', stop);
      this.pending.set(id, {
        ...more,
        resolve: (answer) => (settled(), resolve(answer)),
        reject: (error) => (settled(), reject(error)),
      });
      this.tell({ id, type: 'question', question });
    }) as Promise<Answers[Q['ask']]>;
  }

  private tell(message: ToWorker): void {
    this.worker.postMessage(message, []);
  }

  private readonly hear = ({ data }: MessageEvent<FromWorker>): void => {
    const asked = this.pending.get(data.id);
    if (!asked) {
      // Nobody waits for it any more.
      if (data.type === 'write') this.tell({ id: data.id, type: 'not-written' });
      if (data.type === 'answer' && data.answer instanceof ImageBitmap) data.answer.close();
      return;
    }
    if (data.type === 'progress') return asked.onProgress?.(data.done, data.all);
    if (data.type === 'write') return void this.write(data.id, asked, { type: 'write', position: data.position, data: data.data });
    this.pending.delete(data.id);
    if (data.type === 'answer') asked.resolve(data.answer);
    else asked.reject(asked.failure ?? new Error(data.message));
  };

  private async write(id: number, asked: Pending, chunk: FilmChunk): Promise<void> {
    try {
      await asked.write?.(chunk);
      this.tell({ id, type: 'written' });
    } catch (error) {
      asked.failure = error;
      this.tell({ id, type: 'not-written' });
    }
  }

  /** The worker itself is at its end, for instance without memory. */
  private readonly fail = (reason: Event | Error): void => {
    const error = reason instanceof Error ? reason : new Error((reason as ErrorEvent).message || 'The recorder cannot be loaded.');
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  };
}

/** Pages that require trusted types for scripts take a worker's address only as one; ours was written when the page was built. */
function trusted(url: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown } } };
  policy ??= trustedTypes?.createPolicy('hopline-recorder', { createScriptURL: (own) => own });
  return policy?.createScriptURL(url) ?? url;
}

let policy: { createScriptURL(url: string): unknown } | undefined;
