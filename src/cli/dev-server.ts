import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** Handles what the page itself is made of. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** What the server of `hopline dev` serves. */
export interface DevServerOptions {
  readonly page: PageHandler;
  /** The person's own files, under /files/: scenarios and architectures in this folder, nothing else. */
  readonly folder: string;
  readonly port: number;
}

const SCENARIO_ENDINGS = new Set(['.yaml', '.yml']);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.yaml': 'text/yaml; charset=utf-8',
  '.yml': 'text/yaml; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** The page runs its own files and nothing that a scenario might smuggle in. Workers that it makes itself are bound by the same. */
const POLICY = [
  "default-src 'none'", "script-src 'self'", "worker-src 'self' blob:", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Serves the page and one folder to this machine alone, and tells pages when something has changed. */
export class DevServer {
  private readonly listeners = new Set<ServerResponse>();
  private readonly server: Server;
  private last = '';

  private constructor(private readonly options: DevServerOptions) {
    this.server = createServer((request, response) => this.handle(request, response));
  }

  /** Starts on the port, or on the next free one of ten. */
  static async start(options: DevServerOptions): Promise<DevServer> {
    for (let more = 0; ; more++) {
      const dev = new DevServer({ ...options, port: options.port === 0 ? 0 : options.port + more });
      try {
        await dev.listen();
        return dev;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || more === 9) throw error;
      }
    }
  }

  /** With a slash at its end. */
  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Tells every page, and every one that opens later, what is new. */
  send(message: unknown): void {
    this.last = `data: ${JSON.stringify(message)}\n\n`;
    for (const listener of this.listeners) listener.write(this.last);
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    for (const listener of this.listeners) listener.end();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.options.port, '127.0.0.1', () => resolve());
    });
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    // A foreign page must not reach it through a name that leads to this machine.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) return refuse(response, 403);
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/events') this.addListener(response);
    else if (path.startsWith('/files/')) void serveFile(this.options.folder, path.slice('/files/'.length), response, SCENARIO_ENDINGS);
    else this.options.page(request, response);
  }

  private addListener(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' });
    response.write(this.last || ': open\n\n');
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
  }
}

/** The page from a folder of built files. */
export function builtPage(folder: string): PageHandler {
  return (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    void serveFile(folder, path === '/' ? 'index.html' : path.slice(1), response);
  };
}

async function serveFile(folder: string, asked: string, response: ServerResponse, endings?: ReadonlySet<string>): Promise<void> {
  const path = inside(folder, asked);
  const ending = path ? extname(path) : '';
  if (!path || (endings && !endings.has(ending))) return refuse(response, 404);
  if (!(await stat(path).catch(() => undefined))?.isFile()) return refuse(response, 404);
  response.writeHead(200, {
    'content-type': TYPES[ending] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
  });
  createReadStream(path).on('error', () => response.destroy()).pipe(response);
}

/** The path of what was asked for, unless it leads out of the folder. */
function inside(folder: string, asked: string): string | undefined {
  try {
    const path = normalize(join(folder, decodeURIComponent(asked)));
    return path.startsWith(normalize(folder + sep)) && !path.includes('\0') ? path : undefined;
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(`${status}`);
}
