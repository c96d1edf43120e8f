import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageHandler } from './dev-server.ts';

/** Takes what a frame has that the one before had not, as `framePatch` makes it. */
export type TakeFrame = (patch: Uint32Array) => Promise<void>;

/** What the recorder's page sends and fetches beside its own files: pixels and sounds are too much for the wire that commands go by. */
export class RecordPort {
  /** What is heard with the film under way. */
  sound: Uint8Array | undefined;
  /** Where frames go. */
  take: TakeFrame = () => Promise.reject(new Error('Nobody takes frames.'));

  /** Answers at `/frame` and `/sound`, all else as before. */
  around(page: PageHandler): PageHandler {
    return (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname === '/frame') void this.takeFrame(request, response);
      else if (pathname === '/sound') this.giveSound(response);
      else page(request, response);
    };
  }

  /** Browsers say where a page that posts is from: only ours may. */
  private async takeFrame(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const own = request.method === 'POST' && request.headers.origin === `http://${request.headers.host}`;
    const status = own ? await wordsOf(request).then(this.take).then(() => 204, () => 500) : 403;
    response.writeHead(status).end();
  }

  private giveSound(response: ServerResponse): void {
    response.writeHead(this.sound ? 200 : 404, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' }).end(this.sound);
  }
}

async function wordsOf(request: IncomingMessage): Promise<Uint32Array> {
  const words = new Uint32Array(Number(request.headers['content-length'] ?? 0) / 4);
  const bytes = new Uint8Array(words.buffer);
  let at = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes.set(part, at);
    at += part.length;
  }
  return words;
}
