import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageHandler } from './dev-server.ts';

/** Takes the rows of a frame that differ from the one before, from the row `top` on. */
export type TakeRows = (top: number, rows: AsyncIterable<Uint8Array>) => Promise<void>;

/** What the recorder's page sends and fetches beside its own files: pixels and sounds are too much for the wire that commands go by. */
export class RecordPort {
  /** What is heard with the film under way. */
  sound: Uint8Array | undefined;
  /** Where frames go. */
  take: TakeRows = () => Promise.reject(new Error('Nobody takes frames.'));

  /** Answers at `/frame` and `/sound`, all else as before. */
  around(page: PageHandler): PageHandler {
    return (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname === '/frame') void this.takeFrame(Number(searchParams.get('top')), request, response);
      else if (pathname === '/sound') this.giveSound(response);
      else page(request, response);
    };
  }

  /** Browsers say where a page that posts is from: only ours may. */
  private async takeFrame(top: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const own = request.method === 'POST' && request.headers.origin === `http://${request.headers.host}`;
    const status = own ? await this.take(top, request).then(() => 204, () => 500) : 403;
    response.writeHead(status).end();
    // What is left of a frame that was not taken would keep the connection from its next use.
    request.resume();
  }

  private giveSound(response: ServerResponse): void {
    response.writeHead(this.sound ? 200 : 404, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' }).end(this.sound);
  }
}
