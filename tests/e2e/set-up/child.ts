import { spawn, type ChildProcess } from 'node:child_process';
import { ROOT } from '../../tools/pages.ts';

/** A command under way, as a person would have it in a terminal. */
export class Child {
  /** All that it has printed so far. */
  output = '';
  private readonly process: ChildProcess;

  constructor(args: readonly string[], cwd = ROOT) {
    this.process = spawn(process.execPath, [...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, CI: 'true', NO_COLOR: '1' } });
    this.process.stdout?.on('data', (data: Buffer) => (this.output += data.toString()));
    this.process.stderr?.on('data', (data: Buffer) => (this.output += data.toString()));
  }

  /** The first match in its output, as soon as it is there; throws with the output when it ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (let waited = 0; waited < 60_000; waited += 50) {
      const found = pattern.exec(this.output);
      if (found) return found;
      if (this.process.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${String(pattern)} was not said:\n${this.output}`);
  }

  /** Ends it as Ctrl+C does; the exit code, null where the signal itself ended it. */
  async stop(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    return new Promise((resolve) => {
      this.process.once('exit', (code) => resolve(code));
      this.process.kill('SIGINT');
    });
  }
}
