import { spawn } from 'node:child_process';
import { existsSync, statSync, unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { checkScenario } from '../check/check.ts';
import { toDiagnostics } from '../check/to-diagnostics.ts';
import type { Diagnostic } from '../scenario/diagnostic.ts';
import { parseScenario } from '../scenario/parse.ts';
import { preparePage } from './built-page.ts';
import { commonFolder } from './common-folder.ts';
import type { DevMessage } from './dev-message.ts';
import { DevServer } from './dev-server.ts';
import { readText, requireScenario } from './documents.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { UserError, type Terminal } from './terminal.ts';

const LOOK_EVERY_MS = 150;

/** Flags of `hopline dev`. */
export interface DevOptions {
  readonly port?: string;
  readonly open?: boolean;
}

/** A running server that its caller closes. */
export interface DevSession {
  readonly address: string;
  close(): Promise<void>;
}

/** `hopline dev`: serves the scenario until the person presses Ctrl+C. */
export async function devCommand(file: string, options: DevOptions, terminal: Terminal): Promise<number> {
  const session = await startDev(file, options, terminal);
  terminal.out(`\n  ${file} plays at ${session.address}\n  Save the file and the page follows. Press Ctrl+C to stop.\n`);
  if (options.open !== false) openInBrowser(session.address);
  await new Promise<void>((stop) => {
    process.once('SIGINT', () => stop());
    process.once('SIGTERM', () => stop());
  });
  await session.close();
  return 0;
}

/** Serves a scenario and follows its files: the page hears of each save, and the terminal of what is to be mended. */
export async function startDev(file: string, options: DevOptions, terminal: Terminal): Promise<DevSession> {
  const path = resolve(terminal.cwd, file);
  if (!existsSync(path) || !statSync(path).isFile()) throw new UserError(`${file} is not there. "hopline new ${file}" begins it.`);
  requireScenario(file, await readFile(path, 'utf8'));
  const story = await readStory(path, terminal.cwd);
  const folder = commonFolder(story.files);
  const { page } = await preparePage('dev');
  const server = await DevServer.start({ page, folder, port: Number(options.port ?? 4700) });
  const follower = new Follower(path, folder, server, terminal);
  follower.tell(story);
  return {
    address: server.address,
    close: async () => {
      follower.stop();
      await server.close();
    },
  };
}

interface Story {
  /** The scenario and the architecture that it names, as far as they were read. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks at the files of one scenario, by time and size: editors that replace a file instead of writing it are followed as well. */
class Follower {
  private revision = 0;
  private readonly watched = new Set<string>();
  private queue = Promise.resolve();

  constructor(private readonly path: string, private readonly folder: string, private readonly server: DevServer, private readonly terminal: Terminal) {}

  tell(story: Story): void {
    for (const file of story.files) this.watch(file);
    const src = `files/${relative(this.folder, this.path).split(sep).map(encodeURIComponent).join('/')}`;
    const message: DevMessage = { src, revision: ++this.revision, diagnostics: story.diagnostics };
    this.server.send(message);
    this.terminal.out(story.diagnostics.length > 0 ? printDiagnostics(story.diagnostics) : 'Nothing to mend.');
  }

  stop(): void {
    for (const file of this.watched) unwatchFile(file);
  }

  private watch(file: string): void {
    if (this.watched.has(file)) return;
    this.watched.add(file);
    watchFile(file, { interval: LOOK_EVERY_MS }, (now, before) => {
      if (now.mtimeMs === before.mtimeMs && now.size === before.size) return;
      // One after the other, so that an older reading never overtakes a newer one.
      this.queue = this.queue.then(async () => this.tell(await readStory(this.path, this.terminal.cwd)));
    });
  }
}

async function readStory(path: string, cwd: string): Promise<Story> {
  const shown = relative(cwd, path).startsWith('..') ? path : relative(cwd, path);
  const texts = new Map<string, string>();
  const files = [path];
  const read = async (address: string): Promise<string> => {
    files.push(resolve(cwd, address));
    const text = await readText(resolve(cwd, address));
    texts.set(address, text);
    return text;
  };
  const text = await readFile(path, 'utf8').catch(() => '');
  texts.set(shown, text);
  const { scenario, diagnostics } = await parseScenario({ file: shown, text, read });
  const more = scenario ? toDiagnostics(await checkScenario(scenario), scenario, texts) : [];
  return { files, diagnostics: [...diagnostics, ...more] };
}

function openInBrowser(address: string): void {
  const { platform, env } = process;
  if (env['CI'] || (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'])) return;
  const [command, ...args] = platform === 'darwin' ? ['open', address] : platform === 'win32' ? ['cmd', '/c', 'start', '', address] : ['xdg-open', address];
  const child = spawn(command as string, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
