import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageHandler } from './dev-server.ts';

/** Takes what a frame has that the one before had not, as `framePatch` makes it. */
export type TakeFrame = (patch: Uint32Array) => Promise<void>;

/** What takes bytes from the page; `at`: where they stand in the file, or the number of the picture that they are. */
export type TakeBytes = (at: number, data: Uint8Array) => Promise<void>;

/** Who takes what the page posts. */
export interface RecordTakers {
  readonly frame: TakeFrame;
  readonly write: TakeBytes;
  readonly picture: TakeBytes;
}

/** What the recorder's page sends and fetches beside its own files: pixels, films and sounds are too much for the wire that commands go by. */
export class RecordPort {
  /** What is heard with the film under way. */
  sound: Uint8Array | undefined;
  /** Undefined: nothing is taken yet. */
  takers: RecordTakers | undefined;

  /** Answers at `/frame`, `/write?at=`, `/picture?at=` and `/sound`, all else as before. */
  around(page: PageHandler): PageHandler {
    return (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const name = pathname.slice(1);
      if (name === 'frame' || name === 'write' || name === 'picture') void this.take(name, Number(searchParams.get('at')), request, response);
      else if (name === 'sound') this.giveSound(response);
      else page(request, response);
    };
  }

  /** Browsers say where a page that posts is from: only ours may. */
  private async take(name: keyof RecordTakers, at: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const own = request.method === 'POST' && request.headers.origin === `http://${request.headers.host}`;
    const status = own ? await bytesOf(request).then((bytes) => this.give(name, at, bytes)).then(() => 204, () => 500) : 403;
    response.writeHead(status).end();
  }

  private async give(name: keyof RecordTakers, at: number, bytes: Uint8Array): Promise<void> {
    if (!this.takers) throw new Error('Nobody takes anything.');
    if (name === 'frame') await this.takers.frame(new Uint32Array(bytes.buffer, 0, Math.floor(bytes.byteLength / 4)));
    else await this.takers[name](at, bytes);
  }

  private giveSound(response: ServerResponse): void {
    response.writeHead(this.sound ? 200 : 404, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' }).end(this.sound);
  }
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array> {
  const bytes = new Uint8Array(Number(request.headers['content-length'] ?? 0));
  let at = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
